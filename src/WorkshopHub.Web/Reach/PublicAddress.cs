using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using WorkshopHub.Web.Ambient;
using WorkshopHub.Web.OwnSettings;

namespace WorkshopHub.Web.Reach;

/// <summary>
/// The address that phones use, without a slash at its end: <c>WorkshopHub__PublicUrl</c>, else this machine's in the
/// local network. Where there are several, the lobby lets the facilitator choose; the choice lasts as long as the process.
/// </summary>
public sealed class PublicAddress(IServer server, HubSettings settings, TimeProvider time)
{
    private static readonly TimeSpan LookedUpEvery = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private volatile string? chosen;
    private IReadOnlyList<string> candidates = [];
    private TimeSpan? lookedUp;

    /// <summary>What stands in links and QR codes.</summary>
    public string Url => Candidates is var all && chosen is { } url && all.Contains(url) ? url : all[0];

    /// <summary>
    /// All that could be meant, the likeliest first; one only when it is set. Networks come and go while the server runs, so
    /// it is looked up again; not each time, because every screen shows it.
    /// </summary>
    public IReadOnlyList<string> Candidates
    {
        get
        {
            var now = time.Steady();
            lock (gate)
            {
                if (candidates.Count > 0 && lookedUp is { } at && now - at < LookedUpEvery) return candidates;
                var listening = Listening.ToList();
                candidates = Addresses.Candidates(settings.PublicUrl, listening, NetworkCard.OfThisMachine());
                // Before the server listens the answer is only a guess.
                lookedUp = listening.Count > 0 ? now : null;
                return candidates;
            }
        }
    }

    /// <summary>It was set, and is no guess.</summary>
    public bool IsSet => settings.PublicUrl is not null;

    /// <summary>No phone can open it.</summary>
    public bool LeadsToLoopback => Addresses.LeadsToLoopback(Url);

    /// <summary><see cref="Url"/> as people read and type it: without its scheme.</summary>
    public string Shown => Addresses.Shown(Url);

    /// <summary>For a browser on this machine; null where the server does not listen there.</summary>
    public string? OnThisMachine => Addresses.OnThisMachine(Listening) is { } here ? here + settings.PublicUrl?.Path : null;

    /// <summary>The facilitator's choice. False: it is not one of the candidates.</summary>
    public bool Choose(string url)
    {
        if (!Candidates.Contains(url)) return false;
        chosen = url;
        return true;
    }

    private IEnumerable<string> Listening => server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
}

/// <summary>One IPv4 address of this machine.</summary>
/// <param name="Name">The interface's name, such as <c>eth0</c>.</param>
/// <param name="HasGateway">A way out leads through this interface.</param>
public sealed record NetworkCard(string Name, IPAddress Address, bool HasGateway)
{
    public static IReadOnlyList<NetworkCard> OfThisMachine()
    {
        try
        {
            return
            [
                .. from card in NetworkInterface.GetAllNetworkInterfaces()
                   where card.OperationalStatus is OperationalStatus.Up or OperationalStatus.Unknown
                   let properties = card.GetIPProperties()
                   let gateway =
                       properties.GatewayAddresses
                       .Any(x => x.Address.AddressFamily == AddressFamily.InterNetwork && !x.Address.Equals(IPAddress.Any))
                   from address in properties.UnicastAddresses
                   where address.Address.AddressFamily == AddressFamily.InterNetwork
                   select new NetworkCard($"{card.Name} {card.Description}", address.Address, gateway),
            ];
        }
        catch (NetworkInformationException)
        {
            // Some sandboxes do not let a program look at its network; then only loopback is left.
            return [];
        }
    }
}

/// <summary>How an address is chosen; pure.</summary>
public static class Addresses
{
    /// <summary>Names of interfaces that lead to containers, virtual machines and tunnels, not to a room's wifi.</summary>
    private static readonly string[] Virtual =
        ["docker", "br-", "veth", "virbr", "vmnet", "vbox", "virtualbox", "hyper-v", "vethernet", "wsl", "podman", "cni", "flannel", "tun",
            "tap", "utun", "wg", "zt", "tailscale"];

    /// <summary>An address without its scheme, as people read and type it.</summary>
    public static string Shown(string url)
    {
        var uri = new Uri(url);
        return uri.Authority + uri.AbsolutePath.TrimEnd('/');
    }

    /// <summary>Never empty; the likeliest first.</summary>
    /// <param name="set">What the settings say; wins where they say one.</param>
    /// <param name="listening">What the server listens on, such as <c>http://0.0.0.0:5080</c>.</param>
    public static IReadOnlyList<string> Candidates(PublicUrl? set, IEnumerable<string> listening, IEnumerable<NetworkCard> cards)
    {
        if (set is not null) return [set.Text];

        var bindings = Bindings(listening);
        var lan = cards.Where(x => !IPAddress.IsLoopback(x.Address)).OrderBy(Rank).Select(x => x.Address.ToString()).ToList();
        // http first: a phone does not trust the certificate of a laptop.
        var found = bindings.OrderBy(x => x.Scheme, StringComparer.Ordinal)
            .SelectMany(x => x.IsEverywhere ? lan.Select(x.With) : [x.Url])
            .Distinct()
            .OrderBy(LeadsToLoopback)
            .ToList();
        var reachable = found.Where(x => !LeadsToLoopback(x)).ToList();
        if (reachable.Count > 0) return reachable;
        return found.Count > 0 ? found : [OnThisMachine(bindings) ?? "http://localhost"];
    }

    public static bool LeadsToLoopback(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
            && (uri.IsLoopback || (IPAddress.TryParse(uri.DnsSafeHost, out var ip) && IPAddress.IsLoopback(ip)));

    public static string? OnThisMachine(IEnumerable<string> listening) => OnThisMachine(Bindings(listening));

    private static string? OnThisMachine(IEnumerable<Binding> bindings) =>
        bindings.OrderBy(x => x.Scheme, StringComparer.Ordinal).Select(x => x.IsEverywhere ? x.With("localhost") : x.Url)
            .FirstOrDefault(LeadsToLoopback);

    private static List<Binding> Bindings(IEnumerable<string> listening) =>
        [.. listening.Select(Binding.Parse).OfType<Binding>()];

    private static int Rank(NetworkCard card) =>
        (IsLinkLocal(card.Address) ? 8 : 0)
        + (Virtual.Any(x =>
            card.Name.StartsWith(x, StringComparison.OrdinalIgnoreCase) || card.Name.Contains(' ' + x, StringComparison.OrdinalIgnoreCase))
                ? 4 : 0)
        + (IsPrivate(card.Address) ? 0 : 2)
        + (card.HasGateway ? 0 : 1);

    private static bool IsPrivate(IPAddress address) =>
        address.GetAddressBytes() is [10, ..] or [172, >= 16 and <= 31, ..] or [192, 168, ..];

    private static bool IsLinkLocal(IPAddress address) => address.GetAddressBytes() is [169, 254, ..];

    private static bool IsHttp(Uri uri) => uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps;

    private sealed record Binding(string Scheme, string Host, int Port)
    {
        public bool IsEverywhere => Host is "*" or "+" or "0.0.0.0" or "[::]";

        public string Url => With(Host);

        public static Binding? Parse(string address)
        {
            // Kestrel's * and + are no hosts for Uri.
            var isAny = address.Contains("://*", StringComparison.Ordinal) || address.Contains("://+", StringComparison.Ordinal);
            var readable = isAny
                ? address.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal)
                : address;
            return Uri.TryCreate(readable, UriKind.Absolute, out var uri) && IsHttp(uri) ? new(uri.Scheme, uri.Host, uri.Port) : null;
        }

        public string With(string host) => new UriBuilder(Scheme, host, Port).Uri.GetLeftPart(UriPartial.Authority);
    }
}
