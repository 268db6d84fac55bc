using System.Net;
using WorkshopHub.Web.OwnSettings;

namespace WorkshopHub.Web.Reach;

/// <summary>
/// Whose word counts about who asks: proxies that the settings name, or those on this machine where forwarded headers are
/// switched on and nobody is named. Anybody else who reaches the port is who they are.
/// </summary>
public sealed class KnownProxies
{
    public const string Switch = "ASPNETCORE_FORWARDEDHEADERS_ENABLED";

    private static readonly IPNetwork[] ThisMachine = [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128")];

    private readonly IReadOnlyList<IPNetwork> networks;

    private KnownProxies(IReadOnlyList<IPNetwork> networks) => this.networks = networks;

    public static KnownProxies Nobody { get; } = new([]);

    /// <summary>Forwarded headers are believed, of those who are known.</summary>
    public bool IsOn => networks.Count > 0;

    /// <param name="framework">For the framework's own switch.</param>
    public static KnownProxies From(HubSettings settings, IConfiguration framework)
    {
        var on = framework["FORWARDEDHEADERS_ENABLED"];
        if (string.Equals(on, "false", StringComparison.OrdinalIgnoreCase)) return Nobody;
        if (settings.KnownProxies.Count > 0) return new(settings.KnownProxies);
        return string.Equals(on, "true", StringComparison.OrdinalIgnoreCase) ? new(ThisMachine) : Nobody;
    }

    /// <param name="address">Null: a socket of this machine that has no address.</param>
    public bool Knows(IPAddress? address)
    {
        var plain = Networks.Plain(address ?? IPAddress.Loopback);
        return networks.Any(n => n.Contains(plain));
    }
}
