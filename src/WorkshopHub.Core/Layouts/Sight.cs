using System.Runtime.CompilerServices;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Layouts;

/// <summary>
/// What the room may see of what was said. Every view for delegates and screens is built from here, so that there is one
/// place to get it right; what is not named here is seen by nobody.
/// </summary>
public static class Sight
{
    private const int FewPeople = 3;

    // Every contribution asks for the same count; a state never changes, so it is counted once.
    private static readonly ConditionalWeakTable<SessionState, Seq<SectorCount>> Counted = [];

    /// <summary>The contributions of a lane that the room sees, in order. A withdrawn one is among them, without its text, while something answers it.</summary>
    public static IEnumerable<Contribution> In(SessionState state, Activity activity, string laneId, string? parentId = null) =>
        Covered(activity, laneId) ? [] : state.In(activity.ActivityId, laneId, parentId).Where(c => c.Stands || StandsFor(state, activity, c));

    /// <summary>Every contribution of a lane that the room sees, under whatever parent, in order of arrival.</summary>
    public static IEnumerable<Contribution> InLane(SessionState state, Activity activity, Lane lane) => lane.ParentLaneId is null
        ? In(state, activity, lane.LaneId)
        : InLane(state, activity, activity.Lane(lane.ParentLaneId)!).SelectMany(p => In(state, activity, lane.LaneId, p.Id));

    /// <summary>Whether the room reads this one wherever it stands: nothing above it is hidden.</summary>
    public static bool Reads(SessionState state, Contribution c) =>
        c.Stands && !UnderHidden(state, c) && state.Activity(c.ActivityId) is { } activity && !Covered(activity, c.LaneId);

    /// <summary>Whether what this answers, near or far, is kept from the room.</summary>
    public static bool UnderHidden(SessionState state, Contribution c) =>
        c.ParentId is not null && state.Contributions.TryGetValue(c.ParentId, out var parent) && (parent.Hidden || parent.Late || UnderHidden(state, parent));

    /// <summary>What the room reads: null for a withdrawn one.</summary>
    public static string? Text(Contribution c) => c.Stands ? c.Text : null;

    /// <summary>The author's name, only where the activity shows names, and never under what was withdrawn.</summary>
    public static string? Author(SessionState state, Contribution c) =>
        !c.Withdrawn && state.NamesOf(c.ActivityId) == NamesPolicy.Named && c.Author is Sender.Delegate d && state.Delegates.TryGetValue(d.Id, out var person) ? person.Name : null;

    /// <summary>Nods of delegates who are still in, and all that are anonymous: nobody can tell whose these are.</summary>
    public static int Nods(SessionState state, Contribution c) =>
        c.Nods.Count(id => id.IsAlias || (state.Delegates.TryGetValue(id, out var d) && !d.Removed));

    /// <summary>Over how many of the sectors the nods spread; null where the session asks for none or too few answered.</summary>
    public static Spread? SpreadOf(SessionState state, Contribution c)
    {
        if (state.Spreads.TryGetValue(c.Id, out var kept)) return new(kept.Sectors, kept.Of);
        if (state.IsFrozen(c.ActivityId)) return null;
        var groups = Sectors(state);
        if (groups.Count < 2 || c.Nods.Count == 0) return null;
        // An anonymous nod counts on when its delegate is removed: what changed then would tell.
        var nodding = c.Nods.Where(id => id.IsAlias || state.Delegates.GetValueOrDefault(id) is { Removed: false })
            .Select(id => state.Behind(c.ActivityId, id) is { } who ? state.Delegates.GetValueOrDefault(who) : null)
            .Where(d => d is { Sector: { } s } && state.Settings.SectorQuestion!.Options.Contains(s))
            .Select(d => groups.Any(g => g.Sector == d!.Sector) ? d!.Sector : null).ToHashSet();
        return new(groups.Count(g => nodding.Contains(g.Sector)), groups.Count);
    }

    /// <summary>How many people each sector has. Those with fewer than three are one group, which is left out while it is under three itself.</summary>
    public static Seq<SectorCount> Sectors(SessionState state) => Counted.GetValue(state, Count);

    private static Seq<SectorCount> Count(SessionState state)
    {
        if (state.Settings.SectorQuestion is not { } question) return [];
        // Who answered an earlier question has not answered this one.
        var counts = state.Present.Where(d => d.Sector is not null && question.Options.Contains(d.Sector)).CountBy(d => d.Sector!).ToDictionary();
        var large = question.Options.Where(o => counts.GetValueOrDefault(o) >= FewPeople).Select(o => new SectorCount(o, counts[o])).ToList();
        var rest = counts.Values.Sum() - large.Sum(g => g.People);
        if (rest >= FewPeople) large.Add(new(null, rest));
        return large.ToSeq();
    }

    // What the facilitator has hidden with its answers does not come back by being withdrawn.
    private static bool StandsFor(SessionState state, Activity activity, Contribution c) =>
        c is { Withdrawn: true, Hidden: false } && activity.Lanes.Any(l => l.ParentLaneId == c.LaneId && In(state, activity, l.LaneId, c.Id).Any());

    // Anything but "everybody sees it" needs who looks; until views for teams and own parts exist, it is seen by nobody.
    private static bool Covered(Activity activity, string laneId) =>
        activity.Steps.Any(s => s.Collects.Contains(laneId) && s.Visibility != Visibility.All);
}
