using Microsoft.EntityFrameworkCore;
using WorkshopHub.Core;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Journal;
using WorkshopHub.Web.Live;
using WorkshopHub.Web.OwnMethods;

namespace WorkshopHub.Web.Doors;

/// <param name="Title">1 to 120 characters.</param>
/// <param name="Method">The id of a method.</param>
public sealed record NewSession(string Title, string Method, string? Topic = null, string? ProgrammeId = null, SettingsPatch? Settings =
    null);

public sealed record MadeSession(string Id, string Code, long Version, ValueList<AgendaActivity> Agenda);

/// <summary>A session in the list.</summary>
/// <param name="Stage">draft, open or closed.</param>
/// <param name="Role">The asker's.</param>
public sealed record SessionListing(string Id, string Code, string Title, string Stage, long Version, int Delegates,
    DateTimeOffset CreatedAt, DateTimeOffset ChangedAt, string Role);

/// <summary>The answer to a command that was carried out.</summary>
public sealed record Done(long Version, string? Id);

/// <summary>Sessions, for facilitators.</summary>
internal static class SessionEndpoints
{
    public static void MapSessionEndpoints(this IEndpointRouteBuilder routes)
    {
        var sessions = routes.MapGroup("/api/sessions").AddEndpointFilter<FacilitatorDoor>().WithTags("Sessions");
        sessions.MapPost("", MakeAsync).Accepts<NewSession>("application/json").Produces<MadeSession>(StatusCodes.Status201Created);
        sessions.MapGet("", ListAsync).Produces<SessionListing[]>();
        sessions.MapGet("{id}", GetAsync).Produces<SessionView>();
        sessions.MapDelete("{id}", DeleteAsync);
        sessions.MapPost("{id}/commands", SendAsync).Accepts<AnyCommand>("application/json").Produces<Done>();
        sessions.MapGet("{id}/events", EventsAsync).Produces<EventView[]>();
        sessions.MapGet("{id}/summary", SummaryEndpoint.GetAsync);
        sessions.MapPost("{id}/screens", ScreenLinks.MakeAsync).Accepts<NewScreen>(isOptional: true, "application/json")
            .Produces<MadeScreen>(StatusCodes.Status201Created);
        sessions.MapDelete("{id}/screens/{screenId}", ScreenLinks.RevokeAsync);
        sessions.MapPost("{id}/shares", () => Problems.Problem(RefusalKind.NotAvailable.With("Sharing a summary")));
        sessions.MapDelete("{id}/shares/{shareId}", () => Problems.Problem(RefusalKind.NotAvailable.With("Sharing a summary")));

        var programmes = routes.MapGroup("/api/programmes").AddEndpointFilter<FacilitatorDoor>().WithTags("Programmes");
        programmes.MapMethods("{*rest}", ["GET", "POST"], () => Problems.Problem(RefusalKind.NotAvailable.With("The programme")));
    }

    private static async Task<IResult> MakeAsync(HttpContext http, ISessionHost host, MethodStore methods)
    {
        var (body, refusal) = await StrictJson.ReadAsync<NewSession>(http.Request);
        if (body is null) return Problems.Problem(refusal!);
        if (body.ProgrammeId is not null) return Problems.Problem(RefusalKind.NotAvailable.With("The programme"));
        if (await methods.FindAsync(body.Method, http.RequestAborted) is not { Method: var method })
        {
            return Problems.Problem(RefusalKind.NoSuchMethod.With(body.Method));
        }

        var command =
            new CreateSession(body.Title, body.Topic, body.Settings,
            method.Agenda(body.Settings?.Language ?? SessionSettings.Default.Language));
        (var session, refusal) = await host.CreateAsync(FacilitatorDoor.Account(http), command, cancel: http.RequestAborted);
        if (session is null) return Problems.Problem(refusal!);
        var made = new MadeSession(session.Id.Value, session.Code, session.State.Version, AgendaViews.Of(session.State));
        http.Response.Headers.Location = http.Request.PathBase + $"/api/sessions/{session.Id}";
        return TypedResults.Json(made, StrictJson.Options, statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> ListAsync(HttpContext http, SessionLists lists) =>
        TypedResults.Json(await lists.OfAsync(FacilitatorDoor.Account(http), http.RequestAborted), StrictJson.Options);

    private static async Task<IResult> GetAsync(string id, HttpContext http, Colleagues colleagues, MethodStore methods)
    {
        if (await FacilitatorDoor.SessionAsync(http, id) is not var (session, role)) return Problems.Problem(RefusalKind.NoSuchSession);
        var emails = await colleagues.OfAsync(session.State, http.RequestAborted);
        return TypedResults.Json(ApiViews.ForFacilitator(session, FacilitatorDoor.Account(http), emails), StrictJson.Options);
    }

    private static async Task<IResult> SendAsync(string id, HttpContext http, Colleagues colleagues, MethodStore methods)
    {
        if (await FacilitatorDoor.SessionAsync(http, id) is not var (session, role)) return Problems.Problem(RefusalKind.NoSuchSession);
        var (body, refusal) = await StrictJson.ReadObjectAsync(http.Request);
        if (body is null) return Problems.Problem(refusal!);
        var read = CommandReader.Read(body);
        // Whoever may not give roles learns nothing about accounts.
        if (read.Command is ChangeRoles change && Right.Colleagues.IsOf(role)
            && await colleagues.RefuseAsync(session.State, change, http.RequestAborted) is { } nobody)
        {
            return Problems.Problem(nobody);
        }

        return CommandDispatch
            .Result(await CommandDispatch
            .CarryOutAsync(session, new Sender.Account(FacilitatorDoor.Account(http)), read, methods, http.RequestAborted));
    }

    private static async Task<IResult> EventsAsync(string id, HttpContext http, JournalReader reader, EventCodec codec, long after = 0)
    {
        if (await FacilitatorDoor.SessionAsync(http, id) is not var (session, role)) return Problems.Problem(RefusalKind.NoSuchSession);
        if (!Right.Events.IsOf(role)) return Problems.Problem(RefusalKind.NotAllowed);
        var events = await reader.EventsAfterAsync(session.Id, after, http.RequestAborted);
        return TypedResults.Json(events.Select(e => EventViews.Of(session.State, e, codec)), StrictJson.Options);
    }

    private static async Task<IResult> DeleteAsync(string id, HttpContext http, SessionDeletion deletion)
    {
        if (await FacilitatorDoor.SessionAsync(http, id) is not var (session, role)) return Problems.Problem(RefusalKind.NoSuchSession);
        if (!Right.Delete.IsOf(role)) return Problems.Problem(RefusalKind.NotAllowed);
        await deletion.DeleteAsync(session.Id, http.RequestAborted);
        return TypedResults.NoContent();
    }
}

/// <summary>The sessions that somebody has a role in.</summary>
public sealed class SessionLists(IDbContextFactory<HubDb> contexts)
{
    /// <summary>Whether this session stands in the list of this account; for one that cannot say so itself.</summary>
    public async Task<bool> HasAsync(Core.Sessions.AccountId account, SessionId session, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Members.AnyAsync(m => m.AccountId == account.Value && m.SessionId == session.Value, cancel);
    }

    /// <summary>The last changed one first.</summary>
    public async Task<IReadOnlyList<SessionListing>> OfAsync(Core.Sessions.AccountId account, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var events = db.Events;
        return await db.Members.AsNoTracking()
            .Where(m => m.AccountId == account.Value)
            .Join(db.Sessions, m => m.SessionId, s => s.SessionId, (m, s) => new { s, m.Role })
            // The row itself is written only when something that it shows changes; the journal knows what came last.
            .Select(x =>
                new { x.s, x.Role, Last = events.Where(e => e.SessionId == x.s.SessionId).OrderByDescending(e => e.Version).First() })
            .OrderByDescending(x => x.Last.At)
            .Select(x =>
                new SessionListing(x.s.SessionId, x.s.Code, x.s.Title, x.s.Stage, x.Last.Version, x.s.Delegates, x.s.CreatedAt, x.Last.At,
                    x.Role))
            .ToListAsync(cancel);
    }
}
