namespace WorkshopHub.Web.Reach;

/// <summary>What is wrong with the way here and what to do about it: a key of <c>ConsoleWords</c>, and what goes into its places.</summary>
internal sealed record Finding(string Key, params object[] With);

/// <summary>Looks at how a page came here; pure. Nothing is found where nothing is wrong.</summary>
internal static class Findings
{
    /// <param name="url">Where links lead.</param>
    /// <param name="isSet">That is <c>WorkshopHub__PublicUrl</c>; else a guess.</param>
    /// <param name="page">The origin that the browser itself names, where it was asked.</param>
    public static IReadOnlyList<Finding> Of(Arrival a, string url, bool isSet, string? page)
    {
        var (links, seen) = (new Uri(url), page is null ? null : new Uri(page));
        var found = new List<Finding>();
        if (a.PassedOn) found.AddRange(OfProxy(a, links, isSet, seen));
        var silent = !a.PassedOn && IsBehind(a, links, isSet, seen);
        if (silent) found.Add(new("reach-silent", a.Peer));
        if (!isSet && (a.PassedOn || silent)) found.Add(new("reach-no-url", url));
        return found;
    }

    private static IEnumerable<Finding> OfProxy(Arrival a, Uri links, bool isSet, Uri? seen)
    {
        if (!a.IsKnown || !a.IsOn) yield return new(!a.IsOn && IsThisMachine(a.Peer) ? "reach-ignored" : "reach-unknown", a.Peer);
        else if (!a.SaysWho) yield return new("reach-no-client", a.Peer);
        var browser = seen ?? (isSet ? links : null);
        if (a is { IsKnown: true, IsOn: true, Scheme: "http" } && browser?.Scheme == Uri.UriSchemeHttps)
        {
            yield return new("reach-no-scheme", a.Peer);
        }

        if (isSet && !OwnOrigins.IsAt(links, new(a.Host))) yield return new("reach-host", a.Host, links.Authority);
    }

    // A proxy that passes nothing on looks like somebody who asks for another page than the browser shows.
    private static bool IsBehind(Arrival a, Uri links, bool isSet, Uri? seen) => seen is null
        ? isSet && links.Scheme == Uri.UriSchemeHttps && a.Scheme == Uri.UriSchemeHttp && OwnOrigins.IsAt(links, new(a.Host))
        : seen.Scheme != a.Scheme || !OwnOrigins.IsAt(seen, new(a.Host));

    private static bool IsThisMachine(string peer) =>
        !System.Net.IPAddress.TryParse(peer, out var address) || System.Net.IPAddress.IsLoopback(address);
}
