using System.Net;
using Microsoft.Extensions.Primitives;
using WorkshopHub.Room;
using WorkshopHub.Web.OwnSettings;

namespace WorkshopHub.Web.Reach;

/// <summary>
/// Before anything else looks at a request: who asks, by which scheme, and which page it is about where the product stands
/// below a path of its host. Nobody's X-Forwarded-Host or -Prefix is believed: links come from <c>WorkshopHub__PublicUrl</c>.
/// </summary>
internal sealed class ReachFilter(KnownProxies known, SitePath site) : IStartupFilter
{
    private static readonly string[] OfProxies = ["X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "Forwarded", "X-Real-IP"];

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((http, then) =>
        {
            Arrive(http);
            return then(http);
        });
        next(app);
    };

    private void Arrive(HttpContext http)
    {
        var (request, connection) = (http.Request, http.Connection);
        var peer = connection.RemoteIpAddress;
        var heard = Entries(request.Headers["X-Forwarded-For"]);
        var forwarded = known.IsOn ? Forwarded.Read(peer, heard, Entries(request.Headers["X-Forwarded-Proto"]), known) : new(peer, null);
        if (!Equals(forwarded.Client, peer)) (connection.RemoteIpAddress, connection.RemotePort) = (forwarded.Client, 0);
        if (forwarded.Scheme is { } scheme) request.Scheme = scheme;
        http.Features.Set(new Arrival(
            request.Scheme, request.Headers.Host.ToString(), Text(forwarded.Client), Text(peer),
                OfProxies.Any(request.Headers.ContainsKey), heard.Count > 0, known.IsOn, known.Knows(peer)));
        if (site.Value.Length > 0) Place(request);
    }

    // Always below the path: whether a proxy leaves it on the address or takes it away, and for who comes without one.
    private void Place(HttpRequest request)
    {
        if (request.Path.StartsWithSegments(site.Value, out var rest)) request.Path = rest.HasValue ? rest : "/";
        request.PathBase = site.Value;
    }

    private static List<string> Entries(StringValues lines) =>
        [.. lines.SelectMany(x => (x ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    private static string Text(IPAddress? address) => address is null ? "this machine" : Networks.Plain(address).ToString();
}
