using System.Threading.RateLimiting;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Doors;

/// <summary>Somebody who came in, or why not.</summary>
internal readonly record struct JoinOutcome(DelegateId Id, long Version, Refusal? Refusal);

/// <summary>Lets people in: new ones, and those who come back with a recovery code.</summary>
internal sealed class Joins(RoomTokens tokens, CodeGuard guard) : IDisposable
{
    internal const int MostAtOnce = 3_000;

    // Far above any room; it keeps a script that has the code from filling the session with people who are not there.
    private readonly PartitionedRateLimiter<SessionId> newcomers = PartitionedRateLimiter.Create<SessionId, SessionId>(id => RateLimitPartition.GetTokenBucketLimiter(
        id,
        _ => new() { TokenLimit = MostAtOnce, TokensPerPeriod = 100, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0 }));

    // Recovery codes are guessed against one session at a time; honest people mistype one once or twice.
    private readonly PartitionedRateLimiter<SessionId> recoveries = PartitionedRateLimiter.Create<SessionId, SessionId>(id => RateLimitPartition.GetTokenBucketLimiter(
        id,
        _ => new() { TokenLimit = 30, TokensPerPeriod = 1, ReplenishmentPeriod = TimeSpan.FromSeconds(2), QueueLimit = 0 }));

    public async Task<JoinOutcome> JoinAsync(ILiveSession session, Guid commandId, Join command)
    {
        using var lease = newcomers.AttemptAcquire(session.Id);
        if (!lease.IsAcquired) return new(default, 0, RefusalKind.TooManyAttempts.With(1));
        var answer = await session.SendAsync(new Sender.Newcomer(), commandId, command);
        return answer.Refusal is null ? new(new(answer.Id!), answer.Version, null) : new(default, 0, answer.Refusal);
    }

    public JoinOutcome Recover(HttpContext http, ILiveSession session, string recoveryCode)
    {
        using var lease = recoveries.AttemptAcquire(session.Id);
        if (!lease.IsAcquired) return new(default, 0, RefusalKind.TooManyAttempts.With(2));
        if (tokens.Recover(session.State, recoveryCode) is { } id)
        {
            return session.State.Delegates[id].Removed ? new(id, 0, RefusalKind.Removed) : new(id, session.State.Version, null);
        }

        guard.Failed(http.Connection.RemoteIpAddress);
        return new(default, 0, RefusalKind.NoSuchRecoveryCode);
    }

    public void Seen(HttpContext http, ILiveSession session) => guard.Seen(http.Connection.RemoteIpAddress, session.Code);

    public Joined Answer(ILiveSession session, JoinOutcome joined) => new(
        tokens.TokenOf(session.Id, joined.Id), joined.Id.Value, session.Id.Value, tokens.RecoveryCodeOf(session.Id, joined.Id), joined.Version);

    public void Dispose()
    {
        newcomers.Dispose();
        recoveries.Dispose();
    }
}
