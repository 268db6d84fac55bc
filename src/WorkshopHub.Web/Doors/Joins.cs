using WorkshopHub.Core;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Limits;
using WorkshopHub.Web.Live;
using WorkshopHub.Web.OwnSettings;

namespace WorkshopHub.Web.Doors;

/// <summary>Somebody who came in, or why not.</summary>
internal readonly record struct JoinOutcome(DelegateId Id, long Version, Refusal? Refusal);

/// <summary>Lets people in: new ones, and those who come back with a recovery code.</summary>
internal sealed class Joins(RoomTokens tokens, CodeGuard guard, DoorLimits limits, RecoveryGuard recoveries, TimeProvider clock)
    : IDisposable
{
    // The first retry of some hundreds shall not come in one moment.
    private const int LeastWait = 2;
    private const int MostWait = 6;

    // Above any room that comes through one door; it keeps a script that has the code from filling the session at once.
    private readonly Limiter<SessionId> newcomers = new(clock, LimitPolicy.Bucket(limits.JoinsAtOnce, limits.JoinsPerSecond));

    public async Task<JoinOutcome> JoinAsync(ILiveSession session, Guid commandId, Join command)
    {
        if (!newcomers.Takes(session.Id)) return new(default, 0, RefusalKind.JoiningBusy.With(Random.Shared.Next(LeastWait, MostWait + 1)));
        var answer = await session.SendAsync(new Sender.Newcomer(), commandId, command);
        return answer.Refusal is null ? new(new(answer.Id!), answer.Version, null) : new(default, 0, answer.Refusal);
    }

    public JoinOutcome Recover(HttpContext http, ILiveSession session, string recoveryCode)
    {
        var state = session.State;
        var (found, refusal) = recoveries.Judge(session.Id, http.Connection.RemoteIpAddress, () => tokens.Recover(state, recoveryCode));
        if (found is not { } id) return new(default, 0, refusal);
        return DelegateDoor.WhyOut(state, id) is { } why && why != RefusalKind.Waiting ? new(id, 0, why) : new(id, state.Version, null);
    }

    public void Seen(HttpContext http, ILiveSession session) => guard.Seen(http.Connection.RemoteIpAddress, session.Code);

    public Joined Answer(ILiveSession session, JoinOutcome joined) => new(
        tokens.TokenOf(session.Id, joined.Id), joined.Id.Value, session.Id.Value, tokens.RecoveryCodeOf(session.Id, joined.Id),
            joined.Version)
    {
        Waiting = session.State.Waiting.ContainsKey(joined.Id) ? true : null,
    };

    public void Dispose() => newcomers.Dispose();
}
