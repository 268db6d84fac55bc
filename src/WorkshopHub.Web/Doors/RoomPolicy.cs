namespace WorkshopHub.Web.Doors;

/// <summary>What phones and screens may load and run: their own script and style, nothing inline, nothing from elsewhere.</summary>
internal static class RoomPolicy
{
    private const string Common =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action " +
        "'self'; base-uri 'none'; manifest-src 'self'";

    /// <summary>Phones are framed by nobody but the console, which previews them.</summary>
    public static readonly ContentPolicy Phone = new($"{Common}; frame-ancestors 'self'");

    /// <summary>The console shows the screen's own page in a small frame.</summary>
    public static readonly ContentPolicy Screen = Phone;
}
