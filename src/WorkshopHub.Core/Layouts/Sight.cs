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
        c.Stands && !UnderHidden(state, c) && !IsParked(state, c) && state.Activity(c.ActivityId) is { } activity && !Covered(activity, c.LaneId);

    /// <summary>Whether what this answers, near or far, is kept from the room.</summary>
    public static bool UnderHidden(SessionState state, Contribution c) => Above(state, c).Any(a => a.Hidden || a.Late);

    /// <summary>Whether this is set aside for later: parked itself or with what it answers, or of an activity that was removed.</summary>
    public static bool IsParked(SessionState state, Contribution c) =>
        c.Parked || Above(state, c).Any(a => a.Parked) || state.Activity(c.ActivityId) is null;

    // What it was joined into, what it answers, and so on up.
    private static IEnumerable<Contribution> Above(SessionState state, Contribution c) =>
        new[] { c.JoinedInto, c.ParentId }.OfType<string>().Select(id => state.Contributions.GetValueOrDefault(id)).OfType<Contribution>()
            .SelectMany(a => Above(state, a).Prepend(a));

    /// <summary>Whether its words can be told outside the wall, as the source of something: parked ones too.</summary>
    public static bool Tells(SessionState state, Contribution c) =>
        c is { IsTold: true, JoinedInto: null } && !UnderHidden(state, c) && state.AnyActivity(c.ActivityId) is { } activity && !Covered(activity, c.LaneId);

    /// <summary>How many contributions this one was made of; 0: it is one.</summary>
    public static int Joined(SessionState state, Contribution c) => state.VariantsOf(c).Count(v => v.IsTold) is > 0 and var others ? others + 1 : 0;

    /// <summary>What the room reads: null for a withdrawn one.</summary>
    public static string? Text(Contribution c) => c.Stands ? c.Text : null;

    /// <summary>The author's name, only where the session shows names, and never under what was withdrawn.</summary>
    public static string? Author(SessionState state, Contribution c) =>
        !c.Withdrawn && state.Settings.Names == NamesPolicy.Named && c.Author is Sender.Delegate d && state.Delegates.TryGetValue(d.Id, out var person) ? person.Name : null;

    /// <summary>Nods of delegates who are still in.</summary>
    public static int Nods(SessionState state, Contribution c) =>
        state.NodsAt(c).Count(id => state.Delegates.TryGetValue(id, out var d) && !d.Removed);

    /// <summary>Over how many of the sectors the nods spread; null where the session asks for none or too few answered.</summary>
    public static Spread? SpreadOf(SessionState state, Contribution c)
    {
        var groups = Sectors(state);
        var nods = state.NodsAt(c).ToList();
        if (groups.Count < 2 || nods.Count == 0) return null;
        var nodding = nods.Select(id => state.Delegates.GetValueOrDefault(id))
            .Where(d => d is { Removed: false, Sector: { } s } && state.Settings.SectorQuestion!.Options.Contains(s))
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
        c is { Withdrawn: true, Hidden: false, Parked: false, JoinedInto: null } && activity.Lanes.Any(l => l.ParentLaneId == c.LaneId && In(state, activity, l.LaneId, c.Id).Any());

    // Anything but "everybody sees it" needs who looks; until views for teams and own parts exist, it is seen by nobody.
    private static bool Covered(Activity activity, string laneId) =>
        activity.Steps.Any(s => s.Collects.Contains(laneId) && s.Visibility != Visibility.All);
}
