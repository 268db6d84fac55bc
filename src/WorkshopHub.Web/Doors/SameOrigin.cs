using WorkshopHub.Web.Reach;

namespace WorkshopHub.Web.Doors;

/// <summary>
/// Whether a request that carries a cookie comes from our own pages. Browsers say so themselves; a token in the form would
/// die with an old tab, and people come back to old tabs.
/// </summary>
internal static class SameOrigin
{
    public static bool Is(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        return site.Length > 0 ? site is "same-origin" or "none" : IsOrigin(request);
    }

    /// <summary>The same for a WebSocket, which no other site is kept from opening.</summary>
    public static bool IsOrigin(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        // Neither header: no browser of the last years, so no cookie that somebody else could ride on.
        if (origin.Length == 0) return true;
        return request.HttpContext.RequestServices.GetRequiredService<OwnOrigins>().Has(origin, request.Host);
    }
}
