using WorkshopHub.Core.Methods;

namespace WorkshopHub.Core.Sessions;

/// <summary>An activity starts from what an earlier one has found.</summary>
/// <param name="LaneId">A lane of texts that hangs under no other one.</param>
/// <param name="ContributionIds">1 to 50, in the order that they shall have.</param>
public sealed record CarryOver(string ActivityId, string LaneId, ValueList<string> ContributionIds) : Command;

/// <summary>Without the words: these are read from where they were said, so that erasing them there erases them here.</summary>
public sealed record ContributionsCarried(string ActivityId, string LaneId, ValueList<Carried> Items) : SessionEvent;

public sealed record Carried(string ContributionId, string FromId);

/// <summary>What is carried over is a contribution of its own, with its own nods and answers, that knows where it came from.</summary>
public static class Carrying
{
    private const int Most = 50;

    internal static Ruling Decide(SessionState state, CarryOver c, Occasion now)
    {
        if (state.Activity(c.ActivityId) is not { } activity) return RefusalKind.NoSuchActivity;
        if (activity.Lane(c.LaneId) is not { } lane) return RefusalKind.NoSuchLane;
        if (lane.Kind != LaneKind.Text) return RefusalKind.LaneTakesNoText;
        if (lane.ParentLaneId is not null) return RefusalKind.LaneHangs;
        var ids = c.ContributionIds.Select(id => state.FirstOf(id)!).Distinct().ToList();
        if (ids.Count is < 1 or > Most) return RefusalKind.OutOfRange.With("The number of contributions", 1, Most);
        foreach (var id in ids)
        {
            if (!state.Contributions.TryGetValue(id, out var source)) return RefusalKind.NoSuchContribution;
            // What was set aside for later can come back in a later activity.
            if ((source with { Parked = false }).WhyNotOnWall() is { } refusal) return refusal;
            if (Sight.UnderHidden(state, source)) return RefusalKind.Hidden;
            if (Sight.IsCovered(state, source)) return RefusalKind.Covered;
        }

        var items = ids.Where(id => !IsThere(state, activity, lane, id))
            .Select((id, i) => new Carried(i == 0 ? now.NewId : $"{now.NewId}-{i + 1}", id)).ToValueList();
        return items.Count == 0
            ? Ruling.Nothing
            : Ruling.Created(items[0].ContributionId, new ContributionsCarried(activity.ActivityId, lane.LaneId, items));
    }

    internal static SessionState Apply(SessionState state, ContributionsCarried e) => e.Items.Aggregate(state, (s, item) =>
    {
        if (!s.Contributions.TryGetValue(item.FromId, out var source) || s.Contributions.ContainsKey(item.ContributionId)) return s;
        var key = new LaneKey(e.ActivityId, e.LaneId, null);
        var copy = new Contribution(item.ContributionId, e.ActivityId, e.LaneId, null, source.Text, source.Author,
            s.Contributions.Count + 1, [], EditedByFacilitator: source.EditedByFacilitator)
        {
            CarriedFrom = source.Id,
            TextId = source.TextId,
        };
        return s with
        {
            Contributions = s.Contributions.SetItem(copy.Id, copy),
            Lists = s.Lists.SetItem(key, (s.Lists.GetValueOrDefault(key) ?? []).Add(copy.Id)),
        };
    });

    /// <summary>
    /// Everything that was carried over from this one, also from there to somewhere else. What takes its words away takes theirs.
    /// </summary>
    public static IEnumerable<Contribution> CopiesOf(this SessionState state, string contributionId) =>
        state.Contributions.Values.Where(c => c.CarriedFrom == contributionId).OrderBy(c => c.Order)
            .SelectMany(c => state.CopiesOf(c.Id).Prepend(c));

    private static bool IsThere(SessionState state, Activity activity, Lane lane, string id) =>
        state.Contributions[id] is var source && source.ActivityId == activity.ActivityId && source.LaneId == lane.LaneId
        || state.In(activity.ActivityId, lane.LaneId).Any(c => c.CarriedFrom == id && !c.Withdrawn);
}
