using System.Collections.Immutable;
using WorkshopHub.Core.Methods;

namespace WorkshopHub.Core.Sessions;

/// <summary>A delegate takes a side.</summary>
public sealed record TakeTeam(string ActivityId, string Team) : Command;

/// <summary>The facilitator puts delegates into teams.</summary>
/// <param name="Balance">Everybody who has no team yet goes where fewest are.</param>
/// <param name="Assignments">Delegate to team; null takes somebody out of the teams.</param>
public sealed record AssignTeams(string ActivityId, bool Balance = false, IReadOnlyDictionary<string, string?>? Assignments = null)
    : Command;

public sealed record TeamTaken(string ActivityId, string Team) : SessionEvent;

/// <summary>Who is in which team afterwards; only those who changed.</summary>
public sealed record TeamsAssigned(string ActivityId, ValueList<TeamPlace> Places) : SessionEvent;

/// <param name="Team">Null: in none.</param>
public sealed record TeamPlace(DelegateId DelegateId, string? Team);

/// <summary>
/// The teams of an activity: chosen by each, or balanced by the tool. Before the reveal a change of sides would show
/// both lists to one person, so it is only the facilitator's once something was said.
/// </summary>
public static class Teams
{
    internal static Ruling Decide(SessionState state, Sender sender, TakeTeam c)
    {
        if (state.Activity(c.ActivityId) is not { } activity) return RefusalKind.NoSuchActivity;
        if (!activity.Teams.Any(t => t.TeamId == c.Team)) return RefusalKind.NoSuchTeam;
        if (!state.Started.ContainsKey(c.ActivityId)) return RefusalKind.NotStarted;
        var now = state.TeamOf(c.ActivityId, ((Sender.Delegate)sender).Id);
        if (now == c.Team) return Ruling.Nothing;
        return now is not null && IsFixed(state, activity) ? RefusalKind.TeamFixed : new TeamTaken(c.ActivityId, c.Team);
    }

    internal static Ruling Decide(SessionState state, AssignTeams c)
    {
        if (state.Activity(c.ActivityId) is not { } activity) return RefusalKind.NoSuchActivity;
        if (activity.Teams.Count == 0) return RefusalKind.NoSuchTeam;
        if (!c.Balance && c.Assignments is not { Count: > 0 }) return RefusalKind.NothingToChange;
        var places = new Dictionary<DelegateId, string?>();
        foreach (var (id, team) in c.Assignments ?? ImmutableDictionary<string, string?>.Empty)
        {
            if (!state.Delegates.ContainsKey(new(id))) return RefusalKind.NoSuchDelegate;
            if (team is not null && !activity.Teams.Any(t => t.TeamId == team)) return RefusalKind.NoSuchTeam;
            places[new(id)] = team;
        }

        if (c.Balance) Balance(state, activity, places);
        var changed =
            places.Where(p => state.TeamOf(c.ActivityId, p.Key) != p.Value)
            .Select(p => new TeamPlace(state.PlacedAs(c.ActivityId, p.Key), p.Value)).ToValueList();
        return changed.Count == 0 ? Ruling.Nothing : new TeamsAssigned(c.ActivityId, changed);
    }

    internal static SessionState Apply(SessionState state, Sender by, TeamTaken e) =>
        by is Sender.Delegate d ? With(state, e.ActivityId, [new(d.Id, e.Team)]) : state;

    internal static SessionState Apply(SessionState state, TeamsAssigned e) => With(state, e.ActivityId, e.Places);

    /// <summary>The team of a delegate in an activity, or null.</summary>
    public static string? TeamOf(this SessionState state, string activityId, DelegateId who)
    {
        if (!state.Teams.TryGetValue(activityId, out var teams)) return null;
        return teams.GetValueOrDefault(who) ?? teams.GetValueOrDefault(state.PlacedAs(activityId, who));
    }

    /// <summary>How many are in a team. Under an alias somebody who was removed counts on: what changed then would tell.</summary>
    public static int SizeOf(this SessionState state, string activityId, string team)
    {
        if (!state.Teams.TryGetValue(activityId, out var teams)) return 0;
        return teams.Count(t => t.Value == team && (t.Key.IsAlias || (state.Delegates.TryGetValue(t.Key, out var d) && !d.Removed)));
    }

    /// <summary>
    /// Under which id a delegate's team is kept: an alias where names are anonymous to everybody, also where the facilitator
    /// decides it. A team that was taken openly before is changed openly.
    /// </summary>
    internal static DelegateId PlacedAs(this SessionState state, string activityId, DelegateId who) =>
        !who.IsAlias && state.NamesOf(activityId) == NamesPolicy.Anonymous && !state.Frozen.Contains(activityId)
            && state.Teams.GetValueOrDefault(activityId)?.ContainsKey(who) is not true
            ? state.VoterOf(activityId, who)
            : who;

    /// <summary>Sides on which so few people are that what is said there names them; only where names are not shown.</summary>
    public static IEnumerable<Team> TooSmall(this SessionState state, Activity activity) =>
        state.NamesOf(activity.ActivityId) == NamesPolicy.Named
        ? []
        : activity.Teams.Where(t => state.SizeOf(activity.ActivityId, t.TeamId) is > 0 and < Anonymity.FewPeople);

    /// <summary>
    /// Whether a delegate may fill this lane: the other team's is not theirs, and where teams write, one has to be in one.
    /// </summary>
    internal static Refusal? Refuse(SessionState state, Activity activity, Lane lane, DelegateId who)
    {
        var team = state.TeamOf(activity.ActivityId, who);
        return OpenLanes.IsTheirs(state, activity, lane, team) ? null : team is null ? RefusalKind.NoTeamYet : RefusalKind.NotYourTeam;
    }

    /// <summary>Whether sides are fixed: something of a team was said that the other one must not see yet.</summary>
    public static bool IsFixed(SessionState state, Activity activity) => activity.Lanes.Any(l =>
        Covering.Of(state, activity, l.LaneId) == Visibility.Team
            && state.Contributions.Values.Any(c => c.ActivityId == activity.ActivityId && c.LaneId == l.LaneId));

    private static void Balance(SessionState state, Activity activity, Dictionary<DelegateId, string?> places)
    {
        var sizes = activity.Teams.ToDictionary(
            t => t.TeamId,
            t => state.Present
                .Count(d => (places.TryGetValue(d.Id, out var given) ? given : state.TeamOf(activity.ActivityId, d.Id)) == t.TeamId));
        foreach (var d in state.Present.OrderBy(d => d.Order))
        {
            if (places.ContainsKey(d.Id) || state.TeamOf(activity.ActivityId, d.Id) is not null) continue;
            var smallest = activity.Teams.MinBy(t => sizes[t.TeamId])!.TeamId;
            places[d.Id] = smallest;
            sizes[smallest]++;
        }
    }

    private static SessionState With(SessionState state, string activityId, IEnumerable<TeamPlace> places)
    {
        var teams = state.Teams.GetValueOrDefault(activityId) ?? ImmutableDictionary<DelegateId, string>.Empty;
        foreach (var place in places)
        {
            teams = place.Team is null ? teams.Remove(place.DelegateId) : teams.SetItem(place.DelegateId, place.Team);
        }

        return state with { Teams = state.Teams.SetItem(activityId, teams) };
    }
}
