using System.Globalization;
using System.Net;
using WorkshopHub.Core;

namespace WorkshopHub.Web.Doors;

/// <summary>
/// A request says by which name it found the server. A name that is none cannot be answered with a page: its own links
/// would lead nowhere, and drawing it fails.
/// </summary>
internal static class Hosts
{
    public static void UseHosts(this WebApplication app) => app.Use(async (http, next) =>
    {
        // Programs of old, and some that look whether the server is there, name none; then it is the address that they found.
        if (http.Request.Headers.Host.Count == 0 && http.Request.Protocol == HttpProtocol.Http10
            && http.Connection.LocalIpAddress is { } here)
        {
            http.Request.Host = new(Plain(here).ToString(), http.Connection.LocalPort);
        }

        if (IsNamed(http.Request)) await next(http);
        else await ErrorAnswer.WriteAsync(http, RefusalKind.BadHost);
    });

    private static bool IsNamed(HttpRequest request)
    {
        try
        {
            return IsName(request.Host);
        }
        catch (ArgumentException)
        {
            // Already reading it fails for letters of other scripts that are written wrongly (xn--).
            return false;
        }
    }

    internal static bool IsName(HostString host)
    {
        try
        {
            return host.HasValue
                && Uri.TryCreate($"http://{host.ToUriComponent()}/", UriKind.Absolute, out var uri)
                && uri is { PathAndQuery: "/", UserInfo: "", Fragment: "", Host.Length: > 0, IdnHost.Length: > 0 }
                && Uri.CheckHostName(uri.DnsSafeHost) != UriHostNameType.Unknown
                && new IdnMapping().GetUnicode(uri.IdnHost).Length > 0;
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            return false;
        }
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
