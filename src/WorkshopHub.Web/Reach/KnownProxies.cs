using System.Net;
using System.Net.Sockets;
using WorkshopHub.Web.OwnSettings;

namespace WorkshopHub.Web.Reach;

/// <summary>
/// Whose word counts about who asks: proxies that the settings name, or those on this machine where forwarded headers are
/// switched on and nobody is named. Anybody else who reaches the port is who they are.
/// </summary>
public sealed class KnownProxies
{
    public const string Setting = "WorkshopHub__KnownProxies";
    public const string Switch = "ASPNETCORE_FORWARDEDHEADERS_ENABLED";

    private static readonly IPNetwork[] ThisMachine = [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128")];

    private readonly IPNetwork[] networks;

    private KnownProxies(IPNetwork[] networks) => this.networks = networks;

    public static KnownProxies Nobody { get; } = new([]);

    /// <summary>Forwarded headers are believed, of those who are known.</summary>
    public bool IsOn => networks.Length > 0;

    /// <exception cref="CannotStartException">Something in the setting is no address and no network.</exception>
    public static KnownProxies From(IConfiguration configuration)
    {
        var section = configuration.GetSection("WorkshopHub:KnownProxies");
        var named = section.GetChildren().Select(x => x.Value).Append(section.Value)
            .SelectMany(x => (x ?? "").Split([',', ';', ' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)).ToList();
        var networks = named.Select(x => Parse(x) ?? throw new CannotStartException(
            $"{Setting} has “{x}”. It lists the addresses of your proxies, or their networks, with commas: 10.0.0.5, 192.168.8.0/24, fd00::/8.")).ToArray();
        var on = configuration["FORWARDEDHEADERS_ENABLED"];
        if (string.Equals(on, "false", StringComparison.OrdinalIgnoreCase)) return Nobody;
        if (networks.Length > 0) return new(networks);
        return string.Equals(on, "true", StringComparison.OrdinalIgnoreCase) ? new(ThisMachine) : Nobody;
    }

    /// <param name="address">Null: a socket of this machine that has no address.</param>
    public bool Knows(IPAddress? address)
    {
        var plain = Plain(address ?? IPAddress.Loopback);
        return networks.Any(n => n.Contains(plain));
    }

    /// <summary>One address in one form: the IPv4 one of an IPv4 address that came over IPv6.</summary>
    public static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    /// <summary>An address as everybody writes it: 010.1 would be read as 8.0.0.1.</summary>
    internal static IPAddress? Address(string text) =>
        IPAddress.TryParse(text, out var address) && (address.AddressFamily == AddressFamily.InterNetworkV6 ? !text.StartsWith('[') : address.ToString() == text)
            ? address
            : null;

    private static IPNetwork? Parse(string text)
    {
        var slash = text.IndexOf('/');
        if (Address(slash < 0 ? text : text[..slash]) is not { } given) return null;
        var address = Plain(given);
        var all = address.GetAddressBytes().Length * 8;
        var bits = all;
        if (slash >= 0)
        {
            if (!int.TryParse(text[(slash + 1)..], System.Globalization.NumberStyles.None, null, out bits)) return null;
            if (given.IsIPv4MappedToIPv6) bits -= 96;
        }

        // Without a bit it would be everybody, and then the setting says nothing.
        return bits >= 1 && bits <= all ? new IPNetwork(Masked(address, bits), bits) : null;
    }

    private static IPAddress Masked(IPAddress address, int bits)
    {
        var bytes = address.GetAddressBytes();
        for (var i = 0; i < bytes.Length; i++)
        {
            var kept = Math.Clamp(bits - (i * 8), 0, 8);
            bytes[i] &= (byte)(0xFF << (8 - kept));
        }

        return new(bytes);
    }
}
