using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Layouts;

/// <summary>The sides of an activity: to choose from, or the one that was taken. Those to choose from are the children.</summary>
/// <param name="Mine">The title of the team of those who look; null: they have none yet.</param>
/// <param name="Fixed">Nobody changes sides any more by themselves.</param>
/// <param name="Covered">What a team writes is seen by that team alone for now.</param>
public sealed record TeamsModel(string? Mine, int Sign, bool Fixed, bool Covered) : ViewModel;

/// <summary>A side that can be taken; how many are in it is its child.</summary>
/// <param name="Asks">The first question that it will answer, or null.</param>
public sealed record TeamModel(string ActivityId, string TeamId, string Title, string? Asks, int Sign) : ViewModel;

/// <summary>How many are in a team. Apart from the button, which would be drawn anew for everybody who joins.</summary>
public sealed record TeamSizeModel(int People) : ViewModel;

/// <summary>Which side somebody is on.</summary>
internal static class TeamChoice
{
    internal static IEnumerable<Node> Of(SessionState state, Activity activity, string? team)
    {
        if (activity.Teams.Count == 0) yield break;
        var mine = activity.Teams.FirstOrDefault(t => t.TeamId == team);
        var isFixed = Sessions.Teams.IsFixed(state, activity);
        var covered = activity.Lanes.Any(l => Covering.Of(state, activity, l.LaneId) == Visibility.Team);
        var open = mine is null || !isFixed;
        yield return new(
            "teams",
            new TeamsModel(mine?.Title, mine is null ? 0 : Sign(activity, mine), isFixed, covered),
            open ? activity.Teams.Where(t => t != mine).Select(t => Team(state, activity, t)).ToValueList() : []);
    }

    // A team's sign is that of the lane in which it writes, or one that no lane has: a shape never means two things in one activity.
    internal static int Sign(Activity activity, Team team) =>
        activity.Lanes.Where(l => l.Team == team.TeamId).OrderBy(l => l.Kind != LaneKind.Text).FirstOrDefault() is { } own
        ? PhoneTree.Sign(activity, own)
        : activity.Lanes.Count + activity.Teams.ToList().IndexOf(team) + 1;

    private static Node Team(SessionState state, Activity activity, Team team)
    {
        var asks = activity.Lanes.FirstOrDefault(l => l.Team == team.TeamId && l.Kind == LaneKind.Text)?.Prompt;
        return new(
            $"team-{team.TeamId}",
            new TeamModel(activity.ActivityId, team.TeamId, team.Title, asks, Sign(activity, team)),
            [new Node($"size-{team.TeamId}", new TeamSizeModel(state.SizeOf(activity.ActivityId, team.TeamId)))]);
    }
}
