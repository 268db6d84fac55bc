namespace WorkshopHub.Web.Doors;

/// <summary>Metadata of an endpoint that answers pages: what the browser may load and run there.</summary>
internal sealed record ContentPolicy(string Value)
{
    /// <summary>
    /// The console. Blazor's script and MudBlazor's need no inline script; MudBlazor writes its theme as an inline style.
    /// Frames: the console shows the screen's own page as a preview.
    /// </summary>
    public static readonly ContentPolicy Console = new(string.Join("; ",
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "frame-src 'self'",
        "form-action 'self'",
        "base-uri 'self'",
        "frame-ancestors 'self'"));
}

internal static class SecurityHeaders
{
    /// <summary>For every answer; with the policy where the endpoint names one.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            // Links to screens and shares hold their token: no other site learns it.
            headers["Referrer-Policy"] = "same-origin";
            if (http.GetEndpoint()?.Metadata.GetMetadata<ContentPolicy>() is { } policy) headers.ContentSecurityPolicy = policy.Value;
            return Task.CompletedTask;
        });
        return next(http);
    });
}
