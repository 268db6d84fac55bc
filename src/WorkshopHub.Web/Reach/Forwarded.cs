using System.Net;
using WorkshopHub.Web.OwnSettings;

namespace WorkshopHub.Web.Reach;

/// <summary>Who asks, as far as known proxies say it; pure.</summary>
/// <param name="Client">The nearest address that is not a known proxy's. Null: a socket without an address.</param>
/// <param name="Scheme">http or https, as the browser sees it; null: nobody known has said.</param>
internal readonly record struct Forwarded(IPAddress? Client, string? Scheme)
{
    /// <summary>
    /// Each proxy puts whom it heard at the end of the list, so that it is read from there, as long as whoever said it is
    /// known. What stands before that, anybody can have made up.
    /// </summary>
    /// <param name="peer">Who is at the other end of the line.</param>
    /// <param name="heard">X-Forwarded-For, entry by entry.</param>
    /// <param name="schemes">X-Forwarded-Proto, entry by entry.</param>
    public static Forwarded Read(IPAddress? peer, IReadOnlyList<string> heard, IReadOnlyList<string> schemes, KnownProxies known)
    {
        if (!known.Knows(peer)) return new(peer, null);
        var (client, hops) = (peer, 0);
        // Loopback in the list is somebody on the proxy's own machine, and not a proxy of ours that could be believed further.
        while (hops < heard.Count && known.Knows(client) && (hops == 0 || !IPAddress.IsLoopback(client!))
            && Address(heard[^(hops + 1)]) is { } said)
        {
            client = Networks.Plain(said);
            hops++;
        }

        // The scheme that the outermost of them saw; one that stands alone was passed on by the others.
        var scheme = schemes.Count == 0 ? null : schemes[Math.Max(0, schemes.Count - Math.Max(1, hops))];
        return new(client, scheme?.ToLowerInvariant() switch { "https" or "wss" => "https", "http" or "ws" => "http", _ => null });
    }

    /// <summary>An address, with or without its port; null for anything else, such as "unknown".</summary>
    private static IPAddress? Address(string entry)
    {
        var text = entry.Trim().Trim('"');
        if (Networks.Address(text) is { } plain) return plain;
        return IPEndPoint.TryParse(text, out var end) && (text.StartsWith('[') || Networks.Address(text.Split(':')[0]) is not null)
            ? end.Address : null;
    }
}
