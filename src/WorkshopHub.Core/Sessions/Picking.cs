namespace WorkshopHub.Core.Sessions;

/// <param name="Replaces">The picked one that gives way; without it, a full budget is refused as <c>already-picked</c>.</param>
public sealed record Pick(string TargetId, bool Picked, string? Replaces = null) : Command;

public sealed record PickSet(string TargetId, bool Picked, string? Replaces) : SessionEvent;

/// <summary>The choice that the room makes and the facilitator marks.</summary>
internal static class Picking
{
    internal static Ruling Decide(SessionState state, Pick c)
    {
        if (!state.Contributions.TryGetValue(c.TargetId, out var target)) return RefusalKind.NoSuchContribution;
        if (state.Activity(target.ActivityId)?.Picks(target.LaneId) != true) return RefusalKind.NotPickable;
        if (state.Now?.ActivityId != target.ActivityId || state.CurrentStep?.Picks.Contains(target.LaneId) != true)
        {
            return RefusalKind.PicksClosed;
        }

        if (target.Withdrawn) return RefusalKind.Withdrawn;
        if (c.Picked && Sight.WhyNotOnWall(state, target) is { } refusal) return refusal;
        if (target.Picked == c.Picked) return Ruling.Nothing;
        if (!c.Picked) return c.Replaces is null ? new PickSet(target.Id, Picked: false, null) : RefusalKind.NotPicked;
        var cards = state.In(target.ActivityId, target.LaneId, state.FirstOf(target.ParentId)).Where(x => x.Stands).ToList();
        var picked = cards.Where(x => x.Picked).Select(x => x.Id).ToList();
        if (c.Replaces is not null)
        {
            // Two facilitators at once: the second one names what is no longer picked, and is told so.
            if (!picked.Contains(c.Replaces)) return picked.Count > 0 ? RefusalKind.AlreadyPicked : RefusalKind.NotPicked;
            picked.Remove(c.Replaces);
        }

        if (state.CurrentStep?.PickBudget?.Of(cards.Count) is { } most && picked.Count >= most)
        {
            return most == 1 ? RefusalKind.AlreadyPicked : RefusalKind.PicksSpent.With(most);
        }

        return new PickSet(target.Id, Picked: true, c.Replaces);
    }

    /// <summary>How many can be picked in this lane under one parent; null: as many as wanted.</summary>
    internal static int? PerParent(Methods.Activity activity, Methods.Lane lane) =>
        activity.Steps.Where(s => s.Picks.Contains(lane.LaneId)).Select(s => s.PickBudget?.PerParent ?? int.MaxValue).DefaultIfEmpty(0)
            .Max() is < int.MaxValue and var most ? most : null;

    internal static SessionState Apply(SessionState state, PickSet e)
    {
        var next = e.Replaces is null ? state : state.With(e.Replaces, c => c with { Picked = false });
        return next.With(e.TargetId, c => c with { Picked = e.Picked });
    }
}
