using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Layouts;

/// <summary>A vote's budget. How many of them are left is one's own, and not in here.</summary>
/// <param name="Dots">For each delegate; 0: no vote is on, and this is only its place.</param>
/// <param name="Most">On one target.</param>
public sealed record VoteModel(int Dots, int Most) : ViewModel;

/// <summary>How far the room is with its vote. Apart from the budget, which stays still while others vote.</summary>
/// <param name="AllPlaced">How many have put all of their dots.</param>
public sealed record VotedModel(int AllPlaced, int Of) : ViewModel;

/// <summary>The vote on a phone; where the dots go is with each contribution and theme.</summary>
internal static class Ballot
{
    internal static IEnumerable<Node> Head(SessionState state, Activity activity)
    {
        if (!activity.Steps.Any(s => s.Dots > 0)) yield break;
        var step = OpenLanes.Step(state, activity);
        yield return new("vote", step is { Dots: > 0 } ? new VoteModel(step.Dots, step.MaxPerTarget) : new VoteModel(0, 0));
    }

    internal static IEnumerable<Node> Foot(SessionState state, Activity activity)
    {
        if (!activity.Steps.Any(s => s.Dots > 0)) yield break;
        yield return new("voted", OpenLanes.Step(state, activity) is { Dots: > 0 } step
            ? new VotedModel(Voting.Progress(state, new(activity.ActivityId, step.Id), step.Dots).AllPlaced, state.Present.Count())
            : new VotedModel(0, 0));
    }
}
