using WorkshopHub.Core;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.Doors;

/// <summary>Joins, or comes back: with a recovery code nothing else counts.</summary>
/// <param name="CommandId">The same one gives the same delegate; without it each request joins anew.</param>
public sealed record JoinRequest(Guid? CommandId = null, string? Name = null, string? Sector = null, string? Language =
    null, string? RecoveryCode = null);

/// <param name="Token">A bearer token that opens only this session.</param>
/// <param name="RecoveryCode">Brings this delegate back on another phone.</param>
public sealed record Joined(string Token, string DelegateId, string SessionId, string RecoveryCode, long Version)
{
    /// <summary>
    /// True: this delegate waits to be let in, and until then everything else is refused with <c>waiting</c>. Left out: is in.
    /// </summary>
    public bool? Waiting { get; init; }
}

/// <summary>The HTTP API for delegates.</summary>
internal static class JoinEndpoints
{
    public static void MapJoinEndpoints(this IEndpointRouteBuilder routes)
    {
        var join = routes.MapGroup("/api/join/{code}").WithTags("Delegates");
        join.MapPost("", JoinAsync).Accepts<JoinRequest>("application/json").Produces<Joined>(StatusCodes.Status201Created);
        join.MapGet("", GetAsync).Produces<DelegateSessionView>();
        join.MapPost("commands", SendAsync).Accepts<AnyCommand>("application/json").Produces<Done>();
    }

    private static async Task<IResult> JoinAsync(string code, HttpContext http, DelegateDoor door, Joins joins)
    {
        var (session, refusal) = await door.SessionAsync(http, code);
        if (session is null) return Problems.Problem(refusal!, Reading.Of(http, null));
        (var body, refusal) = await StrictJson.ReadAsync<JoinRequest>(http.Request);
        if (body is null) return Problems.Problem(refusal!, Reading.Of(http, session));
        var joined = body.RecoveryCode is { } recovery
            ? joins.Recover(http, session, recovery)
            : await joins.JoinAsync(session, body.CommandId ?? Guid.NewGuid(), new(body.Name, body.Sector, body.Language));
        if (joined.Refusal is not null) return Problems.Problem(joined.Refusal, Languages.Find(body.Language) ?? Reading.Of(http, session));
        joins.Seen(http, session);
        return TypedResults
            .Json(joins.Answer(session, joined), StrictJson.Options, statusCode: body.RecoveryCode is null
            ? StatusCodes.Status201Created : StatusCodes.Status200OK);
    }

    private static async Task<IResult> GetAsync(string code, HttpContext http, DelegateDoor door)
    {
        var (session, refusal) = await door.SessionAsync(http, code);
        if (session is null) return Problems.Problem(refusal!, Reading.Of(http, null));
        (var id, refusal) = door.Bearer(http, session);
        return refusal is null
            ? TypedResults.Json(ApiViews.ForDelegate(session.State, id!.Value), StrictJson.Options)
            : Problems.Problem(refusal, Reading.Of(http, session, id));
    }

    private static async Task<IResult> SendAsync(string code, HttpContext http, DelegateDoor door)
    {
        var (session, refusal) = await door.SessionAsync(http, code);
        if (session is null) return Problems.Problem(refusal!, Reading.Of(http, null));
        (var id, refusal) = door.Bearer(http, session);
        refusal ??= door.Pace(id!.Value);
        var language = Reading.Of(http, session, id);
        if (refusal is not null) return Problems.Problem(refusal, language);
        (var body, refusal) = await StrictJson.ReadObjectAsync(http.Request);
        if (body is null) return Problems.Problem(refusal!, language);
        return CommandDispatch
            .Result(await CommandDispatch.CarryOutAsync(session, new Sender.Delegate(id!.Value), CommandReader.Read(body)), language);
    }
}
