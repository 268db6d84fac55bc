using WorkshopHub.Core.Methods;

namespace WorkshopHub.Core.Sessions;

/// <summary>
/// Which lanes are open now, and to which team: the one answer that phones, the API and refusals go by. A step that was
/// just left still takes what was being typed (<see cref="Contributing.Takes"/>); its lanes are not offered any more.
/// </summary>
public static class OpenLanes
{
    /// <summary>The lanes in which those of a team can say or answer something now, in the activity's order.</summary>
    /// <param name="team">Null: none.</param>
    public static IEnumerable<Lane> For(SessionState state, Activity activity, string? team) =>
        activity.Lanes.Where(l => IsOpen(state, activity, l, team));

    /// <summary>
    /// Whether those of a team can say or answer something in this lane now. Where it hangs under another lane, what is
    /// answered has its say as well (<see cref="Contributing.CanAnswer(Activity, Lane, Contribution)"/>).
    /// </summary>
    public static bool IsOpen(SessionState state, Activity activity, Lane lane, string? team) =>
        (lane.Kind == LaneKind.Text ? Collects(state, activity, lane) : Answers(state, activity, lane))
            && IsTheirs(state, activity, lane, team);

    private static bool Collects(SessionState state, Activity activity, Lane lane) =>
        Step(state, activity)?.Collects.Contains(lane.LaneId) == true && !state.IsFrozen(activity.ActivityId);

    private static bool Answers(SessionState state, Activity activity, Lane lane) =>
        Step(state, activity)?.Answers.Contains(lane.LaneId) == true && !state.Frozen.Contains(activity.ActivityId);

    /// <summary>The most dots that can be put on one target of this kind now; 0: none.</summary>
    internal static int MostDots(SessionState state, Activity activity, DotTargets on) =>
        Step(state, activity) is { Dots: > 0 } step && !state.Frozen.Contains(activity.ActivityId) && (step.DotsOn ?? on) == on
            ? step.MaxPerTarget : 0;

    /// <summary>The step that is on, where it is this activity's.</summary>
    internal static Step? Step(SessionState state, Activity activity) =>
        state.Stage == SessionStage.Open && state.Now?.ActivityId == activity.ActivityId ? state.CurrentStep : null;

    /// <summary>Whether those of a team fill this lane: see <see cref="Sessions.Teams.Refuse"/>.</summary>
    internal static bool IsTheirs(SessionState state, Activity activity, Lane lane, string? team)
    {
        if (activity.Teams.Count == 0) return true;
        return lane.Team is not null ? lane.Team == team : team is not null || Covering.Of(state, activity, lane.LaneId) != Visibility.Team;
    }

    /// <summary>Whether anything in this lane can be seen by those of a team.</summary>
    internal static bool IsSeen(SessionState state, Activity activity, Lane lane, string? team) =>
        Covering.Of(state, activity, lane.LaneId) switch
        {
            Visibility.All => true,
            Visibility.Team => team is not null && (lane.Team ?? team) == team,
            _ => false,
        };

    /// <summary>Whether the step that the activity is in, or one before it, opened the lane.</summary>
    internal static bool HasBegun(SessionState state, Activity activity, Func<Step, ValueList<string>> opens, Lane lane) =>
        state.Started.TryGetValue(activity.ActivityId, out var at)
        && activity.Steps.TakeWhile(s => s.Id != at).Concat(activity.Steps.Where(s => s.Id == at)).Any(s => opens(s).Contains(lane.LaneId));
}
