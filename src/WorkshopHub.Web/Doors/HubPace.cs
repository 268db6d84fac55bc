using WorkshopHub.Web.Limits;

namespace WorkshopHub.Web.Doors;

/// <summary>
/// Slows whoever enters or reports again and again over the hub: each costs a view or a look-up, and none is a command.
/// A phone that wakes up enters once, and reports when somebody begins or stops typing.
/// </summary>
internal sealed class HubPace(TimeProvider clock) : IDisposable
{
    // Every one of the connections that one delegate may have comes back at once after a restart, and again.
    private readonly Limiter<string> enters = new(clock, LimitPolicy.Bucket(60, perSecond: 2));
    private readonly Limiter<string> tries = new(clock, LimitPolicy.Bucket(20, perSecond: 2));
    private readonly Limiter<string> reports = new(clock, LimitPolicy.Bucket(40, perSecond: 10));

    /// <summary>Whether this connection may ask to enter, whoever it is.</summary>
    public bool MayTry(string connectionId) => tries.Takes(connectionId);

    /// <param name="who">A delegate or a screen's link, over all of its connections.</param>
    public bool MayEnter(string who) => enters.Takes(who);

    public bool MayReport(string connectionId) => reports.Takes(connectionId);

    public void Dispose()
    {
        enters.Dispose();
        tries.Dispose();
        reports.Dispose();
    }
}
