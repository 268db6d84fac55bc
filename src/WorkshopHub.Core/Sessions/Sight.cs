using System.Numerics;
using System.Runtime.CompilerServices;
using WorkshopHub.Core.Methods;

namespace WorkshopHub.Core.Sessions;

/// <summary>
/// What the room may see of what was said. Every view for delegates and screens is built from here, so that there is one
/// place to get it right; what is not named here is seen by nobody.
/// </summary>
public static class Sight
{
    private const int FewPeople = Anonymity.FewPeople;

    // Every contribution asks for the same count; a state never changes, so it is counted once.
    private static readonly ConditionalWeakTable<SessionState, ValueList<SectorCount>> Counted = [];

    /// <summary>
    /// The contributions of a lane that the room sees, in order. A withdrawn one is among them, without its text, while something
    /// answers it.
    /// </summary>
    /// <param name="team">The team that looks, where it is one: before the reveal it sees its own. Null: everybody.</param>
    public static IEnumerable<Contribution> In(SessionState state, Activity activity, string laneId, string? parentId =
        null, string? team = null) =>
        Covering.Of(state, activity, laneId) switch
        {
            Visibility.All => state.In(activity.ActivityId, laneId, parentId).Where(c => c.Stands || StandsFor(state, activity, c, team)),
            Visibility.Team when team is not null =>
                state.In(activity.ActivityId, laneId, parentId)
                    .Where(c => c.Team == team && (c.Stands || StandsFor(state, activity, c, team))),
            _ => [],
        };

    /// <summary>Every contribution of a lane that the room sees, under whatever parent, in order of arrival.</summary>
    public static IEnumerable<Contribution> InLane(SessionState state, Activity activity, Lane lane, string? team = null) =>
        lane.ParentLaneId is null
        ? In(state, activity, lane.LaneId, null, team)
        : InLane(state, activity, activity.Lane(lane.ParentLaneId)!, team).SelectMany(p => In(state, activity, lane.LaneId, p.Id, team));

    /// <summary>Whether the room reads this one wherever it stands: nothing above it is hidden, and it is not covered.</summary>
    public static bool Reads(SessionState state, Contribution c, string? team = null) =>
        c.Stands && !UnderHidden(state, c) && !IsParked(state, c) && Uncovered(state, c, team);

    /// <summary>Whether a delegate reads this one: their own, their team's before the reveal, or what the room reads.</summary>
    public static bool ReadsAs(SessionState state, Contribution c, DelegateId who) =>
        state.IsOwn(c, who) || Uncovered(state, c, state.TeamOf(c.ActivityId, who));

    /// <summary>Whether a theme is told: one of words that are covered says in its title what they are about.</summary>
    public static bool Reads(SessionState state, Theme theme, string? team = null)
    {
        var members = state.MembersOf(theme.Id);
        return theme.Title is not null
            && (members.Any(c => Reads(state, c, team)) || !members.Any(c => c.Stands || !Uncovered(state, c, team)));
    }

    /// <summary>Whether the room has to wait for it until the reveal.</summary>
    public static bool IsCovered(SessionState state, Contribution c) => !Uncovered(state, c, null);

    /// <summary>What a delegate reads of what they answered; null: nothing.</summary>
    internal static string? TextFor(SessionState state, Contribution c, DelegateId who) =>
        !UnderHidden(state, c) && ReadsAs(state, c, who) ? Text(c) : null;

    /// <summary>How many contributions of a lane are kept from whoever looks until the reveal.</summary>
    public static int Kept(SessionState state, Activity activity, Lane lane, string? team = null) =>
        Covering.Of(state, activity, lane.LaneId) switch
        {
            Visibility.All => 0,
            var cover => state.Contributions.Values.Count(c => c.ActivityId == activity.ActivityId && c.LaneId == lane.LaneId && c.Stands
                && !(cover == Visibility.Team && team is not null && c.Team == team)),
        };

    /// <summary>Whether the answers of a lane are told: how many gave which. How many have answered is told always.</summary>
    public static bool AnswersTold(SessionState state, Activity activity, Lane lane) =>
        Covering.Of(state, activity, lane.LaneId) == Visibility.All;

    /// <summary>Whether what this answers, near or far, is kept from the room.</summary>
    public static bool UnderHidden(SessionState state, Contribution c) => Above(state, c, static a => a.Hidden || a.Late);

    /// <summary>Whether this is set aside for later: parked itself or with what it answers, or of an activity that was removed.</summary>
    public static bool IsParked(SessionState state, Contribution c) =>
        c.Parked || Above(state, c, static a => a.Parked) || state.Activity(c.ActivityId) is null;

    /// <summary>Why it is not on the wall, by itself or with what it answers, or null: it is.</summary>
    internal static RefusalKind? WhyNotOnWall(SessionState state, Contribution c) =>
        c.WhyNotOnWall() ?? (UnderHidden(state, c) ? RefusalKind.Hidden : IsParked(state, c) ? RefusalKind.Parked : null);

    // What it was joined into, what it answers, and so on up. Asked for each contribution of a large room, so without a list.
    private static bool Above(SessionState state, Contribution c, Func<Contribution, bool> any) =>
        Is(state, c.JoinedInto, any) || Is(state, c.ParentId, any);

    private static bool Is(SessionState state, string? id, Func<Contribution, bool> any) =>
        id is not null && state.Contributions.TryGetValue(id, out var a) && (any(a) || Above(state, a, any));

    /// <summary>Whether its words can be told outside the wall, as the source of something: parked ones too.</summary>
    public static bool Tells(SessionState state, Contribution c) =>
        c is { IsTold: true, JoinedInto: null } && !UnderHidden(state, c) && Uncovered(state, c, null);

    /// <summary>How many contributions this one was made of; 0: it is one.</summary>
    public static int Joined(SessionState state, Contribution c) =>
        state.VariantsOf(c).Count(v => v.IsTold) is > 0 and var others ? others + 1 : 0;

    /// <summary>What the room reads: null for a withdrawn one.</summary>
    public static string? Text(Contribution c) => c.Stands ? c.Text : null;

    /// <summary>
    /// The author's name, only where the activity shows names and the one in which it was said does too, and never under what was
    /// withdrawn.
    /// </summary>
    public static string? Author(SessionState state, Contribution c) =>
        !c.Withdrawn && state.NamesOf(c) == NamesPolicy.Named && c.Author is Sender.Delegate d
            && state.Delegates.TryGetValue(d.Id, out var person) ? person.Name : null;

    /// <summary>Nods of delegates who are still in, and all that are anonymous: nobody can tell whose these are.</summary>
    public static int Nods(SessionState state, Contribution c) =>
        c is { Nods.IsEmpty: true, Variants.Count: 0 } ? 0 : state.NodsAt(c).Count(id => IsCounted(state, id));

    /// <summary>Nods at the members of a theme that the room sees, a delegate counted once.</summary>
    public static int Nods(SessionState state, Theme theme) =>
        state.MembersOf(theme.Id).Where(c => Reads(state, c)).SelectMany(c => state.NodsAt(c)).Distinct().Count(id => IsCounted(state, id));

    /// <summary>Over how many of the sectors the nods spread; null where the session asks for none or too few answered.</summary>
    public static Spread? SpreadOf(SessionState state, Contribution c) =>
        state.Spreads.TryGetValue(c.Id, out var kept) ? new(kept.Sectors, kept.Of) : SpreadOf(state, c.ActivityId, state.NodsAt(c));

    /// <summary>The same for all members of a theme.</summary>
    public static Spread? SpreadOf(SessionState state, Theme theme) =>
        SpreadOf(state, theme.ActivityId, state.MembersOf(theme.Id).Where(c => Reads(state, c)).SelectMany(c => state.NodsAt(c)));

    /// <summary>Of delegates who are still in, and whatever is anonymous: nobody can tell whose that is.</summary>
    internal static bool IsCounted(SessionState state, DelegateId id) =>
        id.IsAlias || (state.Delegates.TryGetValue(id, out var d) && !d.Removed);

    // Asked for each contribution of a large room, so without lists.
    private static Spread? SpreadOf(SessionState state, string activityId, IEnumerable<DelegateId> nods)
    {
        var groups = Sectors(state);
        if (groups.Count < 2 || state.IsFrozen(activityId)) return null;
        var (any, nodding) = (false, 0);
        foreach (var id in nods)
        {
            any = true;
            // An anonymous nod counts on when its delegate is removed: what changed then would tell.
            if (!IsCounted(state, id) || state.Behind(activityId, id) is not { } who) continue;
            if (state.Delegates.GetValueOrDefault(who) is { Sector: { } sector } && GroupOf(state, groups, sector) is >= 0 and var group)
            {
                nodding |= 1 << group;
            }
        }

        return any ? new(BitOperations.PopCount((uint)nodding), groups.Count) : null;
    }

    // The sector's own group, else that of the small ones; -1: neither is there.
    private static int GroupOf(SessionState state, ValueList<SectorCount> groups, string sector)
    {
        if (!state.Settings.SectorQuestion!.Options.Contains(sector)) return -1;
        var small = -1;
        for (var i = 0; i < groups.Count; i++)
        {
            if (groups[i].Sector == sector) return i;
            if (groups[i].Sector is null) small = i;
        }

        return small;
    }

    /// <summary>
    /// How many people each sector has. Those with fewer than three are one group, which is left out while it is under three
    /// itself.
    /// </summary>
    public static ValueList<SectorCount> Sectors(SessionState state) => Counted.GetValue(state, Count);

    private static ValueList<SectorCount> Count(SessionState state)
    {
        if (state.Settings.SectorQuestion is not { } question) return [];
        // Who answered an earlier question has not answered this one.
        var counts =
            state.Present.Where(d => d.Sector is not null && question.Options.Contains(d.Sector)).CountBy(d => d.Sector!).ToDictionary();
        var large = question.Options.Where(o => counts.GetValueOrDefault(o) >= FewPeople).Select(o => new SectorCount(o, counts[o]))
            .ToList();
        var rest = counts.Values.Sum() - large.Sum(g => g.People);
        if (rest >= FewPeople) large.Add(new(null, rest));
        return large.ToValueList();
    }

    // What the facilitator has hidden with its answers does not come back by being withdrawn.
    private static bool StandsFor(SessionState state, Activity activity, Contribution c, string? team) =>
        c is { Withdrawn: true, Hidden: false, Parked: false, JoinedInto: null }
            && activity.Lanes.Any(l => l.ParentLaneId == c.LaneId && In(state, activity, l.LaneId, c.Id, team).Any());

    // Also what it answers has to be seen: an answer tells what it is about.
    private static bool Uncovered(SessionState state, Contribution c, string? team)
    {
        if (state.AnyActivity(c.ActivityId) is not { } activity) return false;
        var seen = Covering.Of(state, activity, c.LaneId) switch
        {
            Visibility.All => true,
            Visibility.Team => team is not null && c.Team == team,
            _ => false,
        };
        return seen && (c.ParentId is null || !state.Contributions.TryGetValue(c.ParentId, out var parent)
            || Uncovered(state, parent, team));
    }
}
