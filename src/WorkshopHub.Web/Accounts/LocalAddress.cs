namespace WorkshopHub.Web.Accounts;

/// <summary>Where to go after signing in: only within this site, or a link could send people to a copy of it elsewhere.</summary>
public static class LocalAddress
{
    public static string Or(string? address, string otherwise) => IsLocal(address) ? address! : otherwise;

    /// <summary>The address of one of our pages, wherever on its host the product stands.</summary>
    public static string Here(this HttpContext http, string page) => http.Request.PathBase + page;

    private static bool IsLocal(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && !address.Any(char.IsControl);
}
