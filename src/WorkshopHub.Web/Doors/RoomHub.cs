using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using WorkshopHub.Core;
using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Live;
using WorkshopHub.Web.OwnSettings;

namespace WorkshopHub.Web.Doors;

/// <param name="Behind">The client does not stand where the next push goes on: fetch the view again.</param>
public sealed record Entered(long Version, bool Behind);

/// <summary>What a phone or a screen tells about itself; not journaled.</summary>
/// <param name="Waiting">Contributions that wait on the phone.</param>
/// <param name="Density">Of a screen: D1 to D4.</param>
/// <param name="Pages">Of a screen: how many pages its wall has.</param>
/// <param name="Page">Of a screen: the page that it shows.</param>
public sealed record RoomReport(bool? Typing = null, int? Waiting = null, string? Density = null, int? Pages = null, int? Page = null);

/// <summary>The hub of phones and screens, at <c>/hub/room</c>. A door: it finds out who is there, and calls.</summary>
internal sealed class RoomHub(ISessionHost host, Relays relays, DelegateDoor door, ScreenRegister screens, RoomConnections connections,
    CodeGuard guard, RefusalWords words, HubPace pace, DoorLimits limits) : Hub
{
    private static readonly object Key = new();

    private Place? Here => Context.Items.TryGetValue(Key, out var place) ? place as Place : null;

    /// <summary>
    /// Joins the room. A delegate by token or, where it is empty, by cookie; a screen by its token, with or without the code.
    /// </summary>
    public async Task<Entered> Enter(string code, string token, long sinceVersion)
    {
        var http = Context.GetHttpContext() ?? throw new HubException("No request.");
        if (!pace.MayTry(Context.ConnectionId)) throw Refused(RefusalKind.TooFast);
        var entering = await ScreenAsync(token) ?? await DelegateAsync(http, code, token);
        if (await relays.OfAsync(entering.Session.Id) is not { } relay || connections.Find(Context.ConnectionId) is not { } connection)
        {
            throw Refused(RefusalKind.NoSuchSession);
        }

        Leave();
        var line = new RoomLine(connection, entering.Surface, entering.Delegate, entering.Screen, entering.Preview, entering.Language);
        if (line.Owner is { } who && !pace.MayEnter(who)) throw Refused(RefusalKind.TooFast);
        var entered = relay.Enter(Context.ConnectionId, line, limits.ConnectionsOfOne, out var crowded);
        if (crowded) throw Crowded(entering);
        if (entered is not { } version) throw Refused(RefusalKind.NoSuchSession);
        Context.Items[Key] = new Place(entering.Session, relay, line, entering.Delegate);
        relay.Greet(line);
        // Gone while its session was being fetched: nobody says good-bye for it any more.
        if (Context.ConnectionAborted.IsCancellationRequested) Leave();
        guard.Seen(http.Connection.RemoteIpAddress, entering.Session.Code);
        return new(version, version != sinceVersion);
    }

    /// <summary>Sends a command, as by HTTP.</summary>
    /// <returns><c>{version, id?}</c>, or <c>{code, message}</c>.</returns>
    public async Task<object> Send(JsonElement command)
    {
        if (Here is not { Delegate: { } id } place) return Say(RefusalKind.NotSignedIn, Languages.First);
        if (door.Pace(id) is { } tooFast) return Say(tooFast, place.Session.State.LanguageOf(id));
        var answer = await CommandDispatch.CarryOutAsync(place.Session, new Sender.Delegate(id), CommandReader.Read(command));
        return answer.Refusal is { } refusal ? Say(refusal, place.Session.State.LanguageOf(id)) : new Done(answer.Version, answer.Id);
    }

    public void Report(RoomReport report)
    {
        if (Here is not { } place || !pace.MayReport(Context.ConnectionId)) return;
        if (report.Typing is { } typing) place.Line.Typing = typing;
        if (report.Waiting is { } waiting) place.Line.Waiting = Math.Clamp(waiting, 0, 999);
        if (place.Line.Surface == Surface.Screen) place.Line.Seen = Seen(report) ?? place.Line.Seen;
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        Leave();
        return base.OnDisconnectedAsync(exception);
    }

    private async Task<Entering?> ScreenAsync(string token)
    {
        // A delegate's has parts, a screen's has none: whoever only enters as a delegate asks nothing of the database.
        if (string.IsNullOrEmpty(token) || token.Contains('.', StringComparison.Ordinal)
            || await screens.FindAsync(token, Context.ConnectionAborted) is not { } screen)
        {
            return null;
        }

        if (await host.FindAsync(screen.Session, Context.ConnectionAborted) is not { } session) return null;
        var preview = Context.GetHttpContext()?.Request.Query.ContainsKey("preview") == true;
        return new(session, Surface.Screen, null, screen.ScreenId, preview, screen.Language);
    }

    private async Task<Entering> DelegateAsync(HttpContext http, string code, string token)
    {
        if (string.IsNullOrEmpty(token) && !SameOrigin.IsOrigin(http.Request)) throw Refused(RefusalKind.ForeignOrigin);
        var (session, refusal) = await door.SessionAsync(http, code);
        if (session is null) throw Refused(refusal!);
        (var id, refusal) = string.IsNullOrEmpty(token) ? door.Cookie(http, session) : door.Of(session, token);
        if (refusal is not null) throw Refused(refusal);
        return new(session, Surface.Phone, id, null, false, null);
    }

    private static ScreenSeen? Seen(RoomReport report)
    {
        if (report.Density is not ['D', >= '1' and <= '4' and var step]) return null;
        var pages = Math.Clamp(report.Pages ?? 1, 1, 99);
        return new(step - '0', Math.Clamp(report.Page ?? 1, 1, pages), pages);
    }

    private void Leave()
    {
        if (Context.Items.Remove(Key, out var item) && item is Place place) place.Relay.Leave(Context.ConnectionId);
    }

    // The client gets the code as the error's text; SignalR passes a HubException's message on and nothing else.
    private static HubException Refused(Refusal refusal) => new($"{refusal.Code}: {refusal.Message}");

    // Those that are there stay; the page says this to whoever has opened one too many.
    private HubException Crowded(Entering entering)
    {
        var refusal = RefusalKind.TooManyConnections.With(limits.ConnectionsOfOne);
        var language = entering.Language ?? entering.Session.State.LanguageOf(entering.Delegate);
        return new($"{refusal.Code}: {words.Say(refusal, language)}");
    }

    private object Say(Refusal refusal, string language) => new { code = refusal.Code, message = words.Say(refusal, language) };

    private sealed record Entering(ILiveSession Session, Surface Surface, DelegateId? Delegate, string? Screen, bool Preview,
        string? Language);

    private sealed record Place(ILiveSession Session, SessionRelay Relay, RoomLine Line, DelegateId? Delegate);
}
