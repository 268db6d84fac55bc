using System.Collections.Immutable;
using WorkshopHub.Core.Methods;

namespace WorkshopHub.Core.Sessions;

/// <summary>
/// What is kept from the room until it is revealed: what was said or answered in a step that only oneself or the own
/// team sees, and the tallies of a vote. A step that reveals uncovers all steps before it, also when the room passes it by;
/// a covered step without one after it is uncovered when the room goes on. The end of the session uncovers all that was said.
/// </summary>
public static class Covering
{
    /// <summary>Who sees a lane now: the strictest of the steps that fill it and are not revealed yet.</summary>
    public static Visibility Of(SessionState state, Activity activity, string laneId)
    {
        var least = Visibility.All;
        foreach (var step in activity.Steps)
        {
            if (step.Visibility >= least || !(step.Collects.Contains(laneId) || step.Answers.Contains(laneId))) continue;
            if (!state.Revealed.Contains(new(activity.ActivityId, step.Id))) least = step.Visibility;
        }

        return least;
    }

    /// <summary>Whether the teams fill a lane apart from each other, at some time.</summary>
    internal static bool ByTeam(Activity activity, string laneId) =>
        activity.Steps.Any(s => s.Visibility == Visibility.Team && s.Collects.Contains(laneId));

    /// <summary>Whether a vote's tallies are told: it was revealed, and nobody is voting in it now.</summary>
    public static bool TalliesTold(SessionState state, string activityId, string step) =>
        state.Revealed.Contains(new(activityId, step)) && (state.Stage == SessionStage.Closed || state.Now != new Place(activityId, step));

    /// <summary>What entering a place reveals.</summary>
    internal static ImmutableHashSet<Place> Entering(SessionState state, string activityId, string step)
    {
        var revealed = state.Revealed;
        if (state.Activity(activityId) is { } activity && activity.Step(step) is { } entered)
        {
            var upTo = activity.Steps.TakeWhile(s => s.Id != step).Append(entered).ToList();
            var shown = upTo.SkipLast(1).Where((s, i) => upTo.Skip(i + 1).Any(r => r.Reveals) || !RevealedLater(activity, s));
            revealed = revealed.Union(shown.Where(s => s.Covers).Select(s => new Place(activityId, s.Id)));
        }

        return state.Now is { } left && left.ActivityId != activityId ? revealed.Union(Leaving(state, left)) : revealed;
    }

    /// <summary>What closing the session reveals: every covered step in which something was said, answered or voted.</summary>
    internal static IEnumerable<Place> Closing(SessionState state) => state.Agenda.Concat(state.RemovedActivities)
        .SelectMany(a => a.Steps.Where(s => s.Covers && HasAnything(state, a, s)).Select(s => new Place(a.ActivityId, s.Id)));

    // Leaving an activity reveals the covered steps that no later one would.
    private static IEnumerable<Place> Leaving(SessionState state, Place left)
    {
        if (state.Activity(left.ActivityId) is not { } activity) return [];
        return activity.Steps.TakeWhile(s => s.Id != left.Step).Concat(activity.Steps.Where(s => s.Id == left.Step))
            .Where(s => s.Covers && !RevealedLater(activity, s)).Select(s => new Place(activity.ActivityId, s.Id));
    }

    private static bool HasAnything(SessionState state, Activity activity, Step step) =>
        state.Votes.ContainsKey(new(activity.ActivityId, step.Id))
        || state.Lists.Keys.Concat(state.Answers.Keys)
            .Any(k => k.ActivityId == activity.ActivityId && (step.Collects.Contains(k.LaneId) || step.Answers.Contains(k.LaneId)));

    private static bool RevealedLater(Activity activity, Step step) =>
        activity.Steps.SkipWhile(s => s.Id != step.Id).Skip(1).Any(s => s.Reveals);
}
