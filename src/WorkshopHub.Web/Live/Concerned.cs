using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.Live;

/// <summary>Whose own pages changed since the last push, noted while commits come.</summary>
internal sealed class Concerned
{
    // Of its own: views are built under the relay's lock, and a large room must not hold up the commits of all.
    private readonly Lock gate = new();
    private HashSet<DelegateId> some = [];
    private bool all;

    internal void Note(SessionState state, IReadOnlyList<Recorded> events)
    {
        lock (gate)
        {
            foreach (var recorded in events)
            {
                if (AffectedDelegates.Of(state, recorded) is { } affected) some.UnionWith(affected);
                else all = true;
            }
        }
    }

    /// <summary>Whether it concerned somebody, to be asked of each; from now on it is noted anew.</summary>
    internal Func<DelegateId, bool> Take()
    {
        lock (gate)
        {
            var (these, everybody) = (some, all);
            (some, all) = ([], false);
            return everybody ? _ => true : these.Contains;
        }
    }
}
