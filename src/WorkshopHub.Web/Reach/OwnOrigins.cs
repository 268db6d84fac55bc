using WorkshopHub.Web.OwnSettings;

namespace WorkshopHub.Web.Reach;

/// <summary>
/// Which pages are ours: those at the host that was asked for, and those at <c>WorkshopHub__PublicUrl</c>, because a proxy
/// may ask for another host than the browser did. For any other it says in the log what to set.
/// </summary>
internal sealed partial class OwnOrigins(HubSettings settings, TimeProvider clock, ILogger<OwnOrigins> log)
{
    private static readonly TimeSpan SaidEvery = TimeSpan.FromMinutes(1);
    private readonly Lock gate = new();
    private readonly Uri? ours = settings.PublicUrl?.Address;
    private long? said;

    /// <param name="origin">The header of that name.</param>
    public bool Has(string origin, HostString host)
    {
        if (Uri.TryCreate(origin, UriKind.Absolute, out var page) && page.PathAndQuery == "/" && (IsAt(page, host) || IsOurs(page)))
        {
            return true;
        }

        Say(page, host);
        return false;
    }

    /// <summary>The host that was asked for is the page's.</summary>
    public static bool IsAt(Uri page, HostString host) =>
        string.Equals(page.Authority, host.Value, StringComparison.OrdinalIgnoreCase)
        // Some proxies name the port also where browsers leave it out.
        || string.Equals($"{page.Host}:{page.Port}", host.Value, StringComparison.OrdinalIgnoreCase);

    private bool IsOurs(Uri page) => ours is not null && page.Scheme == ours.Scheme && page.Host == ours.Host && page.Port == ours.Port;

    // Now and then: whoever sends such requests must not fill the disk.
    private void Say(Uri? page, HostString host)
    {
        lock (gate)
        {
            if (said is { } last && clock.GetElapsedTime(last) < SaidEvery) return;
            said = clock.GetTimestamp();
        }

        LogForeign(page is null
            ? "an unknown address"
            : Short(page.GetLeftPart(UriPartial.Authority)), Short(host.Value ?? ""), ours?.GetLeftPart(UriPartial.Authority) ?? "nothing");
    }

    private static string Short(string text) => text.Length > 120 ? text[..120] : text;

    [LoggerMessage(2163, LogLevel.Warning,
        "A page at {Origin} was refused as another site's: the request was for {Host}, and WorkshopHub__PublicUrl says {PublicUrl}. If " +
        "people open WorkshopHub there, set WorkshopHub__PublicUrl to it, or let the proxy pass the host on.")]
    private partial void LogForeign(string origin, string host, string publicUrl);
}
