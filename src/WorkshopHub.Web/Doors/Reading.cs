using System.Globalization;
using WorkshopHub.Core;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Ambient;
using WorkshopHub.Web.Limits;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Doors;

/// <summary>Which language somebody reads who looks at a phone's page.</summary>
internal static class Reading
{
    /// <summary>The name of what says so in an address or a form.</summary>
    public const string Field = "lang";

    /// <summary>What was asked for in the address, else the first language of the browser's that the product has; null: neither.</summary>
    public static string? Wanted(HttpContext http) => Asked(http) ?? http.Request.GetTypedHeaders().AcceptLanguage
        .Where(l => l.Quality is not 0).OrderByDescending(l => l.Quality ?? 1)
        .Select(l => Languages.Find(l.Value.Value)).FirstOrDefault(l => l is not null);

    /// <summary>What was asked for in the address, by one of the page's own links; null: nothing that the product has.</summary>
    public static string? Asked(HttpContext http) => Languages.Find(http.Request.Query[Field].ToString());

    /// <summary>Before somebody is in.</summary>
    public static string Of(HttpContext http, ILiveSession? session) => Wanted(http) ?? session?.State.Settings.Language ?? Languages.First;

    /// <summary>The delegate's language, where it is known who looks.</summary>
    public static string Of(HttpContext http, ILiveSession? session, DelegateId? id) =>
        session is not null && id is not null ? session.State.LanguageOf(id) : Of(http, session);

    /// <summary>The result in this language: a page is drawn only after its endpoint has answered.</summary>
    /// <param name="refusal">What the page says, where it says one.</param>
    public static IResult In(this IResult result, string language, Refusal? refusal = null) => new Spoken(result, language, refusal);

    private sealed class Spoken(IResult result, string language, Refusal? refusal) : IResult
    {
        // What an asynchronous method sets does not reach its caller.
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureScope.CultureOf(language);
            httpContext.Response.Headers.ContentLanguage = language;
            if (refusal is not null) httpContext.Response.SayWait(refusal);
            await result.ExecuteAsync(httpContext);
        }
    }
}
