using System.Text.Encodings.Web;
using WorkshopHub.Core;
using WorkshopHub.Room;
using WorkshopHub.Web.Ambient;

namespace WorkshopHub.Web.Doors;

/// <summary>
/// Says a refusal where nothing else can be relied on any more: to the API as a problem, to people as a page that is
/// written here and not drawn, so that it cannot fail in its turn.
/// </summary>
internal static class ErrorAnswer
{
    private static readonly string[] Styles = ["_content/WorkshopHub.Room/tokens.css", "vollkorn.css", "console.css"];

    public static bool IsApi(PathString path) => path.StartsWithSegments("/api") || path.StartsWithSegments("/hub");

    public static async Task WriteAsync(HttpContext http, Refusal refusal)
    {
        if (http.Response.HasStarted) return;
        http.Response.StatusCode = refusal.Kind.Status;
        if (IsApi(http.Request.Path))
        {
            await Problems.Problem(refusal).ExecuteAsync(http);
            return;
        }

        var language = LanguageOf(http);
        var words = http.RequestServices.GetRequiredService<RefusalWords>();
        var (title, sentence) = (Html(words.Title(refusal, language)), Html(words.Say(refusal, language)));
        var assets = http.RequestServices.GetRequiredService<IAssets>();
        var styles = string.Concat(Styles.Select(s => $"""<link rel="stylesheet" href="{Html(assets[s])}" />"""));
        var headers = http.Response.Headers;
        (headers.CacheControl, headers.ContentLanguage) = ("no-store", language);
        headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'self'";
        http.Response.ContentType = "text/html; charset=utf-8";
        if (HttpMethods.IsHead(http.Request.Method)) return;
        await http.Response.WriteAsync(
            $"""
            <!DOCTYPE html>
            <html lang="{language}" dir="{(CultureScope.CultureOf(language).TextInfo.IsRightToLeft ? "rtl" : "ltr")}">
            <head><meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" /><meta name="robots" content="noindex" />
            <title>{title} - WorkshopHub</title>{styles}</head>
            <body><div class="wh-paper"><header><a class="wh-brand" href="/">WorkshopHub</a></header><main><h1>{title}</h1><p>{sentence}</p></main></div></body>
            </html>
            """);
    }

    // Phones and screens in their reader's language; the console is English.
    private static string LanguageOf(HttpContext http)
    {
        var path = http.Request.Path;
        return path == "/" || path.StartsWithSegments("/j") || path.StartsWithSegments("/screen")
            ? Reading.Of(http, null)
            : Languages.First;
    }

    private static string Html(string text) => HtmlEncoder.Default.Encode(text);
}
