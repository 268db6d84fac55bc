namespace WorkshopHub.Web.Accounts;

/// <summary>Where to go after signing in: only within this site, or a link could send people to a copy of it elsewhere.</summary>
public static class LocalAddress
{
    public static string Or(string? address, string otherwise) => IsLocal(address) ? address! : otherwise;

    private static bool IsLocal(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && !address.Any(char.IsControl);
}
