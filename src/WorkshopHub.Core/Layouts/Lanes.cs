using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Layouts;

/// <summary>What can be done in a lane now, and by which team; the same that the rules refuse, seen from the view.</summary>
internal static class Lanes
{
    internal static bool Collects(SessionState state, Activity activity, Lane lane) => Step(state, activity)?.Collects.Contains(lane.LaneId) == true && !state.IsFrozen(activity.ActivityId);

    internal static bool Answers(SessionState state, Activity activity, Lane lane) => Step(state, activity)?.Answers.Contains(lane.LaneId) == true && !state.Frozen.Contains(activity.ActivityId);

    /// <summary>The most dots that can be put on one target of this kind now; 0: none.</summary>
    internal static int MostDots(SessionState state, Activity activity, DotTargets on) =>
        Step(state, activity) is { Dots: > 0 } step && !state.Frozen.Contains(activity.ActivityId) && (step.DotsOn ?? on) == on ? step.MaxPerTarget : 0;

    /// <summary>The step that is on, where it is this activity's.</summary>
    internal static Step? Step(SessionState state, Activity activity) =>
        state.Stage == Stage.Open && state.Now?.ActivityId == activity.ActivityId ? state.CurrentStep : null;

    /// <summary>Whether those of a team fill this lane: see <see cref="Sessions.Sides.Refuse"/>.</summary>
    internal static bool IsTheirs(SessionState state, Activity activity, Lane lane, string? team)
    {
        if (activity.Teams.Count == 0) return true;
        return lane.Team is not null ? lane.Team == team : team is not null || Covering.Of(state, activity, lane.LaneId) != Visibility.Team;
    }

    /// <summary>Whether anything in this lane can be seen by those of a team.</summary>
    internal static bool IsSeen(SessionState state, Activity activity, Lane lane, string? team) => Covering.Of(state, activity, lane.LaneId) switch
    {
        Visibility.All => true,
        Visibility.Team => team is not null && (lane.Team ?? team) == team,
        _ => false,
    };

    /// <summary>Whether the step that the activity is in, or one before it, opened the lane.</summary>
    internal static bool HasBegun(SessionState state, Activity activity, Func<Step, Seq<string>> opens, Lane lane) =>
        state.Started.TryGetValue(activity.ActivityId, out var at)
        && activity.Steps.TakeWhile(s => s.Id != at).Concat(activity.Steps.Where(s => s.Id == at)).Any(s => opens(s).Contains(lane.LaneId));
}
