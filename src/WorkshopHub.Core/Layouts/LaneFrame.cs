using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Layouts;

/// <summary>
/// What all contributions of a lane have in common in one state, for those who look. Every contribution of a large room
/// asks for it whenever a view is built, and it is worked out once.
/// </summary>
internal sealed class LaneFrame
{
    private static readonly ConditionalWeakTable<SessionState, ConcurrentDictionary<(string Activity, string Lane, string? Team),
        LaneFrame>> Known = [];

    private readonly Activity activity;
    private readonly bool waitsForPick;

    private LaneFrame(SessionState state, Activity activity, Lane lane, string? team)
    {
        this.activity = activity;
        waitsForPick = activity.WaitsForPick(lane);
        Lane = lane;
        Sign = PhoneTree.Sign(activity, lane);
        Below = [.. activity.Lanes.Where(l => l.ParentLaneId == lane.LaneId).Select(l => Of(state, activity, l, team))];
        TextBelow = [.. Below.Where(f => f.Lane.Kind == LaneKind.Text)];
        NodsOpen = PhoneTree.NodsOpen(state, activity);
        MostDots = OpenLanes.MostDots(state, activity, DotTargets.Contributions);
        Vote = Voting.Told(state, activity).LastOrDefault() is { } vote ? new(activity.ActivityId, vote.Id) : null;
        Seen = Covering.Of(state, activity, lane.LaneId);
        Takes = OpenLanes.IsOpen(state, activity, lane, team);
        Begun = OpenLanes.IsSeen(state, activity, lane, team) && OpenLanes.HasBegun(state, activity, s => s.Collects, lane);
        AwaitsBelow = TextBelow.Any(f => f.Takes || f.AwaitsBelow);
    }

    internal Lane Lane { get; }

    internal int Sign { get; }

    /// <summary>The lanes that hang under it, in the method's order.</summary>
    internal LaneFrame[] Below { get; }

    /// <summary>Those of them that hold texts.</summary>
    internal LaneFrame[] TextBelow { get; }

    internal bool NodsOpen { get; }

    /// <summary>How many dots one delegate can put on one contribution now.</summary>
    internal int MostDots { get; }

    /// <summary>The newest vote that is told, or null.</summary>
    internal Place? Vote { get; }

    /// <summary>Who sees what is in it now.</summary>
    internal Visibility Seen { get; }

    /// <summary>Whether those who look can contribute in it now.</summary>
    internal bool Takes { get; }

    /// <summary>Whether it was opened, and those who look can see it.</summary>
    internal bool Begun { get; }

    /// <summary>Whether a lane under it, near or far, can be contributed to now.</summary>
    internal bool AwaitsBelow { get; }

    /// <summary>See <see cref="Contributing.CanAnswer(Activity, Methods.Lane, Contribution)"/>.</summary>
    internal bool CanAnswer(Contribution parent) => Contributing.CanAnswer(Lane, waitsForPick, parent);

    internal static LaneFrame Of(SessionState state, Activity activity, Lane lane, string? team)
    {
        var known = Known.GetValue(state, static _ => new());
        var key = (activity.ActivityId, lane.LaneId, team);
        if (known.TryGetValue(key, out var frame) && ReferenceEquals(frame.activity, activity) && ReferenceEquals(frame.Lane, lane))
        {
            return frame;
        }

        return known[key] = new(state, activity, lane, team);
    }
}
