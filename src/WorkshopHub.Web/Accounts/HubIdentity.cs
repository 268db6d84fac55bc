using Microsoft.AspNetCore.Identity;

namespace WorkshopHub.Web.Accounts;

/// <summary>How Identity stores accounts. The one place for it: the application and the making of migrations both ask here.</summary>
public static class HubIdentity
{
    /// <summary>
    /// Identity takes its schema version from the application's options while it builds the model. A model built
    /// without them silently lacks the table of passkeys, and the migration then refuses to run.
    /// </summary>
    public static void Stores(IdentityOptions options) =>
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
}
