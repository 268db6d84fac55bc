using Microsoft.AspNetCore.Identity;

namespace WorkshopHub.Web.Accounts;

/// <summary>Somebody who signs in: a facilitator in any role.</summary>
public sealed class Account : IdentityUser
{
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>The account that invited this one; null: the first facilitator.</summary>
    public string? InvitedBy { get; set; }
}

/// <summary>A single row. Its presence says that the first facilitator exists; two browsers cannot both insert it.</summary>
public sealed class Installation
{
    public const int OnlyId = 1;

    public int Id { get; set; } = OnlyId;

    public DateTimeOffset SetUpAt { get; set; }
}

/// <summary>A bearer token of the HTTP API. The token itself is shown once and never kept.</summary>
public sealed class ApiToken
{
    public required string Id { get; set; }

    public required string AccountId { get; set; }

    public required string Name { get; set; }

    public required string TokenHash { get; set; }

    public required DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? LastUsedAt { get; set; }
}

/// <summary>A one-time link that waits to be used; used or revoked, its row is gone. Only the hash of its token is kept.</summary>
public sealed class Invitation
{
    public required string Id { get; set; }

    public required string MadeBy { get; set; }

    /// <summary>The account that gets a new password; null: the link makes an account.</summary>
    public string? AccountId { get; set; }

    /// <summary>Whom it is for, as it stands in the list.</summary>
    public required string Name { get; set; }

    public required string TokenHash { get; set; }

    public required DateTimeOffset ExpiresAt { get; set; }
}

/// <summary>A browser in which an account is signed in; ended, its row is gone. The cookie holds the secret, the row its hash.</summary>
public sealed class SignInRow
{
    /// <summary>The hash of the cookie's secret. Whoever reads it can neither make the cookie from it nor act.</summary>
    public required string Id { get; set; }

    public required string AccountId { get; set; }

    /// <summary>The account's security stamp when it signed in: a new password makes a new one, and this sign-in is over.</summary>
    public string? Stamp { get; set; }

    /// <summary>In words, such as “Firefox on Windows”.</summary>
    public required string Browser { get; set; }

    public required DateTimeOffset MadeAt { get; set; }

    /// <summary>To the minute; memory knows it more exactly.</summary>
    public required DateTimeOffset LastUsedAt { get; set; }

    /// <summary>When it ends, however much it is used.</summary>
    public required DateTimeOffset EndsAt { get; set; }
}
