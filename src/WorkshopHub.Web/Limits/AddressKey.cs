using System.Net;
using System.Net.Sockets;

namespace WorkshopHub.Web.Limits;

/// <summary>An address as limits count it. One household or server has a /64 of IPv6 addresses to itself.</summary>
internal static class AddressKey
{
    private const int BytesOfNetwork = 8;

    /// <param name="address">Null, where the transport has none: all of those are one.</param>
    public static string Of(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, BytesOfNetwork))
            : address.ToString();
    }
}
