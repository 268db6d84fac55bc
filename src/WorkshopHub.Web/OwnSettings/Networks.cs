using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace WorkshopHub.Web.OwnSettings;

/// <summary>Addresses and networks as people write them.</summary>
public static class Networks
{
    private static readonly char[] Between = [',', ';', ' ', '\t', '\r', '\n'];

    /// <summary>One address in one form: the IPv4 one of an IPv4 address that came over IPv6.</summary>
    public static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    /// <summary>An address as everybody writes it: 010.1 would be read as 8.0.0.1.</summary>
    internal static IPAddress? Address(string text) =>
        IPAddress.TryParse(text, out var address)
        && (address.AddressFamily == AddressFamily.InterNetworkV6 ? !text.StartsWith('[') : address.ToString() == text)
            ? address
            : null;

    /// <summary>A list in one value, or one value for each.</summary>
    /// <exception cref="CannotStartException">Something in it is no address and no network.</exception>
    internal static IReadOnlyList<IPNetwork> Read(IConfigurationSection section) =>
    [
        .. section.GetChildren().Select(x => x.Value).Append(section.Value)
            .SelectMany(x => (x ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries))
            .Select(x => Parse(x) ?? throw CannotStartException.InSetting(
                section.Key,
                x,
                "It lists the addresses of your proxies, or their networks, with commas: 10.0.0.5, 192.168.8.0/24, fd00::/8.")),
    ];

    private static IPNetwork? Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (Address(slash < 0 ? text : text[..slash]) is not { } given) return null;
        var address = Plain(given);
        var all = address.GetAddressBytes().Length * 8;
        var bits = all;
        if (slash >= 0)
        {
            if (!int.TryParse(text[(slash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out bits)) return null;
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
