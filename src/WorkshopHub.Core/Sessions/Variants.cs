namespace WorkshopHub.Core.Sessions;

/// <summary>Makes one of contributions that say the same. The oldest stays, the others become its variants.</summary>
/// <param name="ContributionIds">2 to 20 of one lane that answer the same one.</param>
public sealed record JoinContributions(ValueList<string> ContributionIds) : Command;

/// <param name="Picked">Whether the joined one is the room's pick.</param>
/// <param name="Unpicked">What answered them and is one pick too many under one parent.</param>
public sealed record ContributionsJoined(string FirstId, ValueList<string> VariantIds, bool Picked, ValueList<string> Unpicked)
    : SessionEvent;

public sealed record ContributionsParted(string FirstId, ValueList<string> VariantIds) : SessionEvent;

/// <summary>
/// Joined contributions. A variant keeps its words, its nods and its answers; the room sees them with the first one,
/// so that parting gives back exactly what was there.
/// </summary>
public static class Variants
{
    private const int Least = 2;
    private const int Most = 20;

    internal static Ruling Decide(SessionState state, JoinContributions c)
    {
        var ids = c.ContributionIds.Distinct().ToList();
        if (ids.Count is < Least or > Most) return RefusalKind.OutOfRange.With("The number of contributions", Least, Most);
        var members = new List<Contribution>();
        foreach (var id in ids)
        {
            if (!state.Contributions.TryGetValue(id, out var found)) return RefusalKind.NoSuchContribution;
            // Joined with one of these already: nothing to do for it.
            if (found.JoinedInto is not null && ids.Contains(found.JoinedInto)) continue;
            if (found.WhyNotOnWall() is { } refusal) return refusal;
            members.Add(found);
        }

        if (members.Count < Least) return Ruling.Nothing;
        var first = members.MinBy(m => m.Order)!;
        if (members.Any(m => !Alike(state, m, first))) return RefusalKind.NotJoinable;
        var variants = members.Where(m => m != first).OrderBy(m => m.Order).ToList();
        return new ContributionsJoined(first.Id, variants.Select(v => v.Id).ToValueList(), members.Any(m => m.Picked),
            TooMany(state, first, variants));
    }

    internal static SessionState Apply(SessionState state, ContributionsJoined e)
    {
        if (!state.Contributions.ContainsKey(e.FirstId)) return state;
        var variants = e.VariantIds.Where(id => state.FirstOf(e.FirstId) != id && state.Contributions.ContainsKey(id)).ToValueList();
        var next = state
            .With(e.FirstId, c =>
            c with { Variants = [.. c.Variants, .. variants.Where(v => !c.Variants.Contains(v))], Picked = e.Picked });
        next = variants.Aggregate(next, (s, id) => s.With(id, c => c with { JoinedInto = e.FirstId, Picked = false }));
        return e.Unpicked.Aggregate(next, (s, id) => s.With(id, c => c with { Picked = false }));
    }

    internal static SessionState Apply(SessionState state, ContributionsParted e)
    {
        var next = state.With(e.FirstId, c => c with { Variants = c.Variants.Where(v => !e.VariantIds.Contains(v)).ToValueList() });
        return e.VariantIds.Aggregate(next, (s, id) => s.With(id, c => c.JoinedInto == e.FirstId ? c with { JoinedInto = null } : c));
    }

    /// <summary>What goes away takes nobody else's words with it: its variants stand for themselves again.</summary>
    internal static SessionState Parted(this SessionState state, string firstId) =>
        state.Contributions.TryGetValue(firstId, out var first) && first.Variants.Count > 0
            ? Apply(state, new ContributionsParted(firstId, first.Variants)) : state;

    /// <summary>The one that the room sees in place of a variant; any other one is itself.</summary>
    public static string? FirstOf(this SessionState state, string? contributionId)
    {
        while (contributionId is not null && state.Contributions.TryGetValue(contributionId, out var c) && c.JoinedInto is { } first)
        {
            contributionId = first;
        }

        return contributionId;
    }

    /// <summary>All that were joined into this one, near or far, but what a facilitator has hidden.</summary>
    public static IEnumerable<Contribution> VariantsOf(this SessionState state, Contribution first) =>
        first.Variants.Count == 0
            ? []
            : first.Variants.Select(id => state.Contributions.GetValueOrDefault(id)).OfType<Contribution>()
                .Where(v => v is { Hidden: false, Late: false })
            .SelectMany(v => state.VariantsOf(v).Prepend(v)).OrderBy(v => v.Order);

    /// <summary>Who nods at this one or at one of its variants, each counted once.</summary>
    public static IEnumerable<DelegateId> NodsAt(this SessionState state, Contribution c) =>
        c.Variants.Count == 0 ? c.Nods : state.VariantsOf(c).Where(v => !v.Withdrawn).SelectMany(v => v.Nods).Concat(c.Nods).Distinct();

    private static bool Alike(SessionState state, Contribution one, Contribution other) =>
        one.ActivityId == other.ActivityId && one.LaneId == other.LaneId && state.FirstOf(one.ParentId) == state.FirstOf(other.ParentId)
        && (one.Team == other.Team || !Sight.IsCovered(state, one));

    // Two challenges with a most significant root cause each become one challenge with two: the older pick stays.
    private static ValueList<string> TooMany(SessionState state, Contribution first, List<Contribution> variants)
    {
        if (state.Activity(first.ActivityId) is not { } activity) return [];
        return activity.Lanes.Where(l => l.ParentLaneId == first.LaneId && activity.Picks(l.LaneId)).SelectMany(lane =>
        {
            var picked =
                variants.Prepend(first).SelectMany(p => state.In(activity.ActivityId, lane.LaneId, p.Id)).Where(c => c.Picked)
                .OrderBy(c => c.Order);
            return Picking.PerParent(activity, lane) is { } most ? picked.Skip(most) : [];
        }).Select(c => c.Id).ToValueList();
    }
}
