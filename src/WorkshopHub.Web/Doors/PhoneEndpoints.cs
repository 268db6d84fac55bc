using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using WorkshopHub.Core;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Views;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Doors;

/// <summary>A view for a client that caught up: the whole tree as HTML, and the version at which it stands.</summary>
/// <param name="Language">A page that is in another one is loaded anew: the script's words stand in it.</param>
internal sealed record FetchedView(long Version, string Language, string Html);

/// <summary>A delegate's own part.</summary>
/// <param name="Answers">By question, the position of the value from 1.</param>
/// <param name="Dots">By target, how many.</param>
/// <param name="OwnDots">Whether dots can be put on what one wrote oneself.</param>
internal sealed record FetchedMine(
    long Version,
    string Html,
    IReadOnlyList<string> Nodded,
    IReadOnlyDictionary<string, int> Answers,
    IReadOnlyDictionary<string, int> Dots,
    bool OwnDots,
    bool Done,
    bool Removed);

/// <summary>The pages of phones, and what their script fetches and sends. Every one of them works as a plain form too.</summary>
internal static class PhoneEndpoints
{
    public static void MapPhoneEndpoints(this IEndpointRouteBuilder routes)
    {
        var front = routes.MapGroup("").ExcludeFromDescription().WithMetadata(RoomPolicy.Phone);
        front.MapGet("/", FrontAsync);
        front.MapPost("/", FrontFormAsync).DisableAntiforgery();

        var phone = routes.MapGroup("/j/{code}").ExcludeFromDescription().WithMetadata(RoomPolicy.Phone);
        phone.MapGet("", PageAsync);
        phone.MapGet("view", ViewAsync);
        phone.MapGet("mine", MineAsync);
        phone.MapGet("manifest.webmanifest", PhoneManifest.GetAsync);
        phone.MapPost("join", JoinAsync);
        phone.MapPost("recover", RecoverAsync);
        phone.MapPost("send", PhoneForms.SendAsync);
        phone.MapPost("commands", CommandAsync);
    }

    private static async Task<IResult> FrontAsync(HttpContext http, DelegateDoor door, PhonePages pages, string? code = null) =>
        string.IsNullOrWhiteSpace(code) ? pages.Front(http, null, null) : await ToSessionAsync(http, door, pages, code);

    private static async Task<IResult> FrontFormAsync(HttpContext http, DelegateDoor door, PhonePages pages)
    {
        var (form, refusal) = await Forms.ReadAsync(http.Request);
        return form is null ? pages.Front(http, refusal, null) : await ToSessionAsync(http, door, pages, form["code"].ToString());
    }

    private static async Task<IResult> ToSessionAsync(HttpContext http, DelegateDoor door, PhonePages pages, string code)
    {
        var (session, refusal) = await door.SessionAsync(http, code);
        return session is null ? pages.Front(http, refusal, string.Concat(code.EnumerateRunes().Take(12))) : ToPage(http, session);
    }

    private static async Task<IResult> PageAsync(string code, HttpContext http, DelegateDoor door, PhonePages pages)
    {
        NoStore(http);
        var (session, refusal) = await door.SessionAsync(http, code);
        if (session is null) return pages.Message(refusal!, null, Reading.Of(http, null));
        if (code != session.Code) return ToPage(http, session);
        var (id, notIn) = door.Cookie(http, session);
        if (notIn is null) return await pages.PhoneAsync(session, id!.Value, null);
        if (id is not null) return pages.Message(notIn, session, Reading.Of(http, session, id));
        var language = Reading.Of(http, session);
        return session.State.Stage switch
        {
            SessionStage.Draft => pages.Message(RefusalKind.SessionNotOpen, session, language),
            SessionStage.Closed => pages.Message(RefusalKind.SessionClosed, session, language),
            _ => pages.Join(http, session, null, new()),
        };
    }

    private static async Task<IResult> JoinAsync(string code, HttpContext http, DelegateDoor door, Joins joins, PhonePages pages)
    {
        NoStore(http);
        if (!SameOrigin.Is(http.Request)) return pages.Message(RefusalKind.ForeignOrigin, null, Reading.Of(http, null));
        var (session, refusal) = await door.SessionAsync(http, code);
        if (session is null) return pages.Message(refusal!, null, Reading.Of(http, null));
        // A second tab with the form still open: whoever is in stays who they are.
        if (door.Cookie(http, session) is { Id: not null, Refusal: var why } && (why is null || why.Kind == RefusalKind.Waiting))
            return TypedResults.LocalRedirect($"~/j/{session.Code}");
        (var form, refusal) = await Forms.ReadAsync(http.Request);
        if (form is null) return pages.Join(http, session, refusal, new());
        var typed = new TypedJoin(form["name"].ToString(), form["sector"].ToString(), Language: Languages.Find(form["language"]));
        var commandId = Guid.TryParseExact(form["commandId"], "D", out var given) ? given : Guid.NewGuid();
        var joined = await joins.JoinAsync(session, commandId, new(typed.Name, typed.Sector, typed.Language));
        if (joined.Refusal is { } no)
        {
            return no.Kind.Status == 409 && PhonePages.Shut(session) is null
                ? pages.Message(no, session, typed.Language ?? Reading.Of(http, session)) : pages.Join(http, session, no, typed);
        }

        door.Remember(http, session, joined.Id);
        return TypedResults.LocalRedirect($"~/j/{session.Code}");
    }

    private static async Task<IResult> RecoverAsync(string code, HttpContext http, DelegateDoor door, Joins joins, PhonePages pages)
    {
        NoStore(http);
        if (!SameOrigin.Is(http.Request)) return pages.Message(RefusalKind.ForeignOrigin, null, Reading.Of(http, null));
        var (session, refusal) = await door.SessionAsync(http, code);
        if (session is null) return pages.Message(refusal!, null, Reading.Of(http, null));
        (var form, refusal) = await Forms.ReadAsync(http.Request);
        if (form is null) return pages.Join(http, session, refusal, new());
        var recoveryCode = form["recoveryCode"].ToString();
        var joined = joins.Recover(http, session, recoveryCode);
        if (joined.Refusal is { } no)
        {
            return pages.Join(http, session, no, new(RecoveryCode: recoveryCode, Language: Languages.Find(form["language"])));
        }

        door.Remember(http, session, joined.Id);
        return TypedResults.LocalRedirect($"~/j/{session.Code}");
    }

    private static async Task<IResult> ViewAsync(string code, HttpContext http, DelegateDoor door, Relays relays)
    {
        NoStore(http);
        var (session, refusal) = await door.SessionAsync(http, code);
        if (session is null) return Problems.Problem(refusal!, Reading.Of(http, null));
        (var id, refusal) = door.Cookie(http, session);
        if (refusal is not null) return Problems.Problem(refusal, Reading.Of(http, session, id));
        if (await relays.OfAsync(session.Id) is not { } relay) return Problems.Problem(RefusalKind.NoSuchSession);
        var audience = PhonePages.AudienceOf(session, id!.Value);
        var view = await relay.ViewAsync(audience, http.RequestAborted);
        return TypedResults.Json(new FetchedView(view.Version, audience.Language, await view.HtmlAsync()), StrictJson.Options);
    }

    private static async Task<IResult> MineAsync(string code, HttpContext http, DelegateDoor door, PhonePages pages)
    {
        NoStore(http);
        var (session, refusal) = await door.SessionAsync(http, code);
        if (session is null) return Problems.Problem(refusal!, Reading.Of(http, null));
        (var id, refusal) = door.Cookie(http, session);
        // Who was taken out reads that on the own part; who never was in has none.
        if (id is null || (refusal is not null && refusal.Kind != RefusalKind.Removed))
        {
            return Problems.Problem(refusal!, Reading.Of(http, session, id));
        }

        var state = session.State;
        var language = state.LanguageOf(id);
        var mine = MineView.Build(state.In(language), id.Value);
        var fetched = new FetchedMine(
            state.Version,
            await pages.MineAsync(mine, language),
            mine.Nodded,
            mine.Answers.ToDictionary(a => a.Key, a => a.Level + 1),
            mine.Dots.ToDictionary(d => d.TargetId, d => d.Dots),
            mine.OwnDotsAllowed,
            mine.Done,
            mine.Removed);
        return TypedResults.Json(fetched, StrictJson.Options);
    }

    private static async Task<IResult> CommandAsync(string code, HttpContext http, DelegateDoor door)
    {
        if (!SameOrigin.Is(http.Request)) return Problems.Problem(RefusalKind.ForeignOrigin);
        var (session, refusal) = await door.SessionAsync(http, code);
        if (session is null) return Problems.Problem(refusal!, Reading.Of(http, null));
        (var id, refusal) = door.Cookie(http, session);
        refusal ??= door.Pace(id!.Value);
        var language = Reading.Of(http, session, id);
        if (refusal is not null) return Problems.Problem(refusal, language);
        (JsonObject? body, refusal) = await StrictJson.ReadObjectAsync(http.Request);
        if (body is null) return Problems.Problem(refusal!, language);
        return CommandDispatch
            .Result(await CommandDispatch.CarryOutAsync(session, new Sender.Delegate(id!.Value), CommandReader.Read(body)), language);
    }

    // A language that was chosen on the way here is kept on the way on.
    private static RedirectHttpResult ToPage(HttpContext http, ILiveSession session) =>
        TypedResults.LocalRedirect($"~/j/{session.Code}{(Reading.Asked(http) is { } language ? $"?{Reading.Field}={language}" : "")}");

    // A page with somebody's own words stays in no cache, and Back always asks again.
    private static void NoStore(HttpContext http) => http.Response.Headers.CacheControl = "no-store";
}
