namespace WorkshopHub.Web.Accounts;

/// <summary>A browser in words that its owner knows it by, from what it says of itself. It may say anything: a hint, no proof.</summary>
internal static class BrowserWords
{
    public const int Longest = 60;

    private const string Nothing = "A browser that does not say which";

    // The first that is found counts: most say that they are Chrome or Safari, too.
    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("Edg/", "Edge"), ("EdgA/", "Edge"), ("EdgiOS/", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"),
            ("Vivaldi/", "Vivaldi"),
        ("FxiOS/", "Firefox"), ("Firefox/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "ChromeOS"), ("Windows", "Windows"), ("Macintosh", "Mac"),
            ("Linux", "Linux"),
    ];

    public static string Of(string? userAgent)
    {
        if (userAgent is null) return Nothing;
        var browser = Named(Browsers, userAgent);
        var system = Named(Systems, userAgent);
        return (browser, system) switch
        {
            (not null, not null) => $"{browser} on {system}",
            (not null, null) => browser,
            _ => Cut(userAgent),
        };
    }

    private static string? Named((string Sign, string Name)[] all, string userAgent) =>
        all.FirstOrDefault(x => userAgent.Contains(x.Sign, StringComparison.Ordinal)).Name;

    private static string Cut(string userAgent)
    {
        var clean = string.Concat(userAgent.Where(c => c is >= ' ' and <= '~')).Trim();
        return clean.Length == 0 ? Nothing : clean.Length > Longest ? string.Concat(clean.AsSpan(0, Longest - 1), "…") : clean;
    }
}
