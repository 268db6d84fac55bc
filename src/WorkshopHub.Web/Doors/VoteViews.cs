using WorkshopHub.Core;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Views;

namespace WorkshopHub.Web.Doors;

/// <summary>A theme, with the nods and dots of its members, a delegate counted once.</summary>
/// <param name="Dots">In the newest vote; null: none is told.</param>
/// <param name="Note">The facilitator's, for facilitators.</param>
public sealed record ThemeView(string ThemeId, string ActivityId, string? Title, ValueList<string> ContributionIds, int Nods, int? Dots,
    string? Note);

/// <summary>A vote. Where the dots lie is told to nobody before the reveal.</summary>
/// <param name="Voted">How many have put any dot.</param>
/// <param name="AllPlaced">How many have put all of theirs.</param>
/// <param name="Tallies">Most dots first; null: covered.</param>
public sealed record VoteView(string ActivityId, string Step, int Dots, int Voted, int AllPlaced, ValueList<TallyView>? Tallies);

/// <param name="TargetId">A contribution or a theme; a theme's dots are those on it and on its members.</param>
public sealed record TallyView(string TargetId, int Dots);

/// <summary>How the room answered a lane; of nobody is it said who gave which answer.</summary>
/// <param name="Counts">For each of the lane's values; null: covered until the reveal.</param>
/// <param name="Median">Of a scale: the value in the middle.</param>
public sealed record AnswersView(string ActivityId, string LaneId, string? ParentId, int Answered, ValueList<int>? Counts, string? Median,
    ValueList<SectorAnswers> Sectors);

/// <param name="People">How many are in it.</param>
/// <param name="DelegateIds">For those who may know who wrote what there.</param>
public sealed record TeamView(string ActivityId, string Team, string Title, int People, ValueList<string>? DelegateIds);

/// <summary>A delegate's own answer.</summary>
public sealed record OwnAnswer(string ActivityId, string LaneId, string? ParentId, string Value);

/// <summary>Themes, votes, answers and teams, as the API tells them.</summary>
internal static class VoteViews
{
    public static ValueList<ThemeView> Themes(SessionState state, Func<Theme, bool> told, Func<Contribution, bool> seen, bool notes) =>
        state.Agenda.SelectMany(a => state.ThemesOf(a.ActivityId).Where(told).Select(t => new ThemeView(
            t.Id,
            a.ActivityId,
            t.Title,
            state.MembersOf(t.Id).Where(seen).Select(c => c.Id).ToValueList(),
            Sight.Nods(state, t),
            Voting.TallyOf(state, a, t),
            notes ? Notes.Together(state.NotesOn(a.ActivityId, null, t.Id)) : null))).ToValueList();

    public static ValueList<VoteView> Votes(SessionState state, Func<Contribution, bool> seen) =>
        state.Agenda.SelectMany(a =>
            a.Steps.Where(s =>
                s.Dots > 0 && (state.Votes.ContainsKey(new(a.ActivityId, s.Id)) || state.Now == new Place(a.ActivityId, s.Id)))
            .Select(s => Vote(state, a, s, seen))).ToValueList();

    public static ValueList<AnswersView> Answers(SessionState state, Func<Contribution, bool> seen) =>
        state.Agenda.SelectMany(a =>
            a.Lanes.Where(l => l.Kind != LaneKind.Text).SelectMany(l => Parents(state, a, l, seen).Select(p => Answers(state, a, l, p))))
            .Where(v => v.Answered > 0).ToValueList();

    /// <param name="desk">Of a facilitator; null: a delegate asks, who learns of nobody which team they are in.</param>
    public static ValueList<TeamView> Teams(SessionState state, DeskView? desk) =>
        state.Agenda.SelectMany(a => a.Teams.Select(t => new TeamView(
        a.ActivityId,
        t.TeamId,
        t.Title,
        state.SizeOf(a.ActivityId, t.TeamId),
        desk?.SeesPeople(a.ActivityId) == true
            ? state.Present.Where(d => state.TeamOf(a.ActivityId, d.Id) == t.TeamId).OrderBy(d => d.Order).Select(d => d.Id.Value)
                .ToValueList()
            : null))).ToValueList();

    public static ValueList<OwnAnswer> Own(SessionState state, DelegateId id) => state.Answers
        .Select(a =>
            (a.Key, Level: state.AnswerOf(a.Key.ActivityId, a.Key.LaneId, a.Key.ParentId, state.VoterOf(a.Key.ActivityId, id)),
                Lane: state.Activity(a.Key.ActivityId)?.Lane(a.Key.LaneId)))
        .Where(a => a.Level is { } level && level < a.Lane?.Values.Count)
        .OrderBy(a => a.Key.ActivityId).ThenBy(a => a.Key.LaneId).ThenBy(a => a.Key.ParentId)
        .Select(a => new OwnAnswer(a.Key.ActivityId, a.Key.LaneId, a.Key.ParentId, a.Lane!.Values[a.Level!.Value])).ToValueList();

    private static VoteView Vote(SessionState state, Activity activity, Step step, Func<Contribution, bool> seen)
    {
        var place = new Place(activity.ActivityId, step.Id);
        var (voted, all) = Voting.Progress(state, place, step.Dots);
        if (!Covering.TalliesTold(state, activity.ActivityId, step.Id))
        {
            return new(activity.ActivityId, step.Id, step.Dots, voted, all, null);
        }

        var tallies = state.ThemesOf(activity.ActivityId).Select(t => new TallyView(t.Id, Voting.TallyOf(state, place, t)))
            .Concat(state.Contributions.Values.Where(c => c.ActivityId == activity.ActivityId && seen(c))
                .Select(c => new TallyView(c.Id, Voting.TallyOf(state, place, c))))
            .Where(t => t.Dots > 0).OrderByDescending(t => t.Dots);
        return new(activity.ActivityId, step.Id, step.Dots, voted, all, tallies.ToValueList());
    }

    private static IEnumerable<string?> Parents(SessionState state, Activity activity, Lane lane, Func<Contribution, bool> seen)
    {
        if (lane.ParentLaneId is null) return [null];
        return state.Contributions.Values.Where(c => c.ActivityId == activity.ActivityId && c.LaneId == lane.ParentLaneId && seen(c))
            .OrderBy(c => c.Order).Select(c => c.Id);
    }

    private static AnswersView Answers(SessionState state, Activity activity, Lane lane, string? parentId)
    {
        var told = Distribution.Of(state, activity, lane, parentId);
        return new(activity.ActivityId, lane.LaneId, parentId, told.Answered, told.Counts, told.Median is { } m
            ? lane.Values[m] : null, told.Sectors);
    }
}
