using Microsoft.AspNetCore.Http.HttpResults;
using WorkshopHub.Core;
using WorkshopHub.Core.Layouts;
using WorkshopHub.Room.Screen;
using WorkshopHub.Web.Journal;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Doors;

/// <summary>The projector's page. It needs nothing but its link.</summary>
internal static class ScreenEndpoints
{
    public static void MapScreenEndpoints(this IEndpointRouteBuilder routes)
    {
        var screen = routes.MapGroup("/screen/{token}").ExcludeFromDescription().WithMetadata(RoomPolicy.Screen);
        screen.MapGet("", PageAsync);
        screen.MapGet("view", ViewAsync);
    }

    private static async Task<IResult> PageAsync(string token, HttpContext http, ScreenRegister screens, ISessionHost host, Relays relays,
        RoomDrawing drawing, CodeGuard guard, PhonePages pages)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (await FindAsync(token, screens, host) is not var (session, language) || await relays.OfAsync(session.Id) is not { } relay)
        {
            return pages.Message(RefusalKind.NoSuchScreen, null, Reading.Of(http, null));
        }

        guard.Seen(http.Connection.RemoteIpAddress, session.Code);
        var audience = AudienceViews.AudienceOf(session.State, Surface.Screen, null, language);
        var view = await relay.ViewAsync(audience, http.RequestAborted);
        var pulse = relay.Pulse;
        var join = drawing.JoinOf(session.Code);
        var model = new ScreenModel(
            token,
            session.State.Title,
            view.Version,
            view.Node,
            join.Address,
            join.QrSvg,
            session.Code,
            http.Request.Query.ContainsKey("preview"),
            pulse.Present,
            pulse.Joined,
            pulse.Now,
            audience.Language);
        return new RazorComponentResult<ScreenPage>(new Dictionary<string, object?> { ["Model"] = model })
        {
            PreventStreamingRendering = true
        }.In(audience.Language);
    }

    private static async Task<IResult> ViewAsync(string token, HttpContext http, ScreenRegister screens, ISessionHost host, Relays relays)
    {
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            return await FetchAsync(http, await FindAsync(token, screens, host), relays);
        }
        catch (UnreadableSessionException e)
        {
            return Problems.Problem(e.Refusal, Reading.Of(http, null));
        }
    }

    private static async Task<IResult> FetchAsync(HttpContext http, (ILiveSession Session, string? Language)? found, Relays relays)
    {
        if (found is not var (session, language) || await relays.OfAsync(session.Id) is not { } relay)
        {
            return Problems.Problem(RefusalKind.NoSuchScreen);
        }

        var audience = AudienceViews.AudienceOf(session.State, Surface.Screen, null, language);
        var view = await relay.ViewAsync(audience, http.RequestAborted);
        return TypedResults.Json(new FetchedView(view.Version, audience.Language, await view.HtmlAsync()), StrictJson.Options);
    }

    // With the language that the screen has of its own, or null.
    private static async Task<(ILiveSession Session, string? Language)?> FindAsync(string token, ScreenRegister screens,
        ISessionHost host) =>
        await screens.FindAsync(token) is { } screen && await host.FindAsync(screen.Session) is { } session
            ? (session, screen.Language)
            : null;
}
