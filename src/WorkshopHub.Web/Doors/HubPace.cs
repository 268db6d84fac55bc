using System.Threading.RateLimiting;

namespace WorkshopHub.Web.Doors;

/// <summary>
/// Slows whoever enters or reports again and again over the hub: each costs a view or a look-up, and none is a command.
/// A phone that wakes up enters once, and reports when somebody begins or stops typing.
/// </summary>
internal sealed class HubPace : IDisposable
{
    // Every one of the connections that one delegate may have comes back at once after a restart, and again.
    private readonly PartitionedRateLimiter<string> enters = Limiter(atOnce: 60, perSecond: 2);
    private readonly PartitionedRateLimiter<string> tries = Limiter(atOnce: 20, perSecond: 2);
    private readonly PartitionedRateLimiter<string> reports = Limiter(atOnce: 40, perSecond: 10);

    /// <summary>Whether this connection may ask to enter, whoever it is.</summary>
    public bool MayTry(string connectionId) => Takes(tries, connectionId);

    /// <param name="who">A delegate or a screen's link, over all of its connections.</param>
    public bool MayEnter(string who) => Takes(enters, who);

    public bool MayReport(string connectionId) => Takes(reports, connectionId);

    public void Dispose()
    {
        enters.Dispose();
        tries.Dispose();
        reports.Dispose();
    }

    private static bool Takes(PartitionedRateLimiter<string> limiter, string who)
    {
        using var lease = limiter.AttemptAcquire(who);
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<string> Limiter(int atOnce, int perSecond) => PartitionedRateLimiter.Create<string, string>(who => RateLimitPartition.GetTokenBucketLimiter(
        who,
        _ => new() { TokenLimit = atOnce, TokensPerPeriod = perSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0 }));
}
