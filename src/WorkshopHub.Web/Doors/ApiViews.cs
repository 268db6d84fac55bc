using System.Collections.Immutable;
using WorkshopHub.Core;
using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Doors;

/// <summary>An activity in the API's <c>agenda</c>.</summary>
/// <param name="Names">What holds here: the stricter one of the session's policy and the activity's own.</param>
public sealed record AgendaActivity(string ActivityId, string Title, string Layout, string? Prompt, Seq<string>? Points, Seq<AgendaTeam>? Teams, Seq<AgendaLane> Lanes, Seq<AgendaStep> Steps, string Names);

public sealed record AgendaTeam(string Team, string Title);

/// <param name="Values">The levels of a scale from the lowest to the highest, or the choices.</param>
/// <param name="MaxLength">In Unicode code points.</param>
/// <param name="Team">The team that fills it.</param>
public sealed record AgendaLane(string LaneId, string Title, string Prompt, string? ParentLaneId, LaneKind Kind, Seq<string>? Values, int MaxLength, string? Team);

/// <param name="Dots">Budget for each delegate; 0: no vote.</param>
public sealed record AgendaStep(
    string Step,
    StepKind Kind,
    string Title,
    int? Minutes,
    Seq<string> Collects,
    Seq<string> Answers,
    bool Nods,
    int Dots,
    int MaxPerTarget,
    DotTargets? DotsOn,
    Seq<string> Picks,
    PickBudget? PickBudget,
    Visibility Visibility,
    bool Reveals);

/// <summary>Where the room is.</summary>
public sealed record PlaceView(string ActivityId, string Step);

/// <summary>A contribution as the sender of the request may see it.</summary>
/// <param name="State">shown, hidden, late, parked, joined or withdrawn; a withdrawn one has no text.</param>
/// <param name="Reason">Why it is hidden, for its author and the facilitators.</param>
/// <param name="Note">The facilitator's, for facilitators.</param>
/// <param name="Joined">The ids of those that were joined into this one.</param>
/// <param name="JoinedInto">The id of the one that says the same and stands for both.</param>
/// <param name="CarriedFrom">The id of the one of an earlier activity that this came from.</param>
public sealed record ContributionView(
    string ContributionId,
    string ActivityId,
    string LaneId,
    string? ParentId,
    string? Text,
    string State,
    string? Reason,
    int Nods,
    bool Picked,
    bool NotedByFacilitator,
    bool EditedByFacilitator,
    string? By,
    string? Author,
    string? Note,
    bool? Mine,
    bool? Nodded,
    string? ThemeId = null,
    bool Quotation = false,
    string? SpokenFor = null,
    int? Dots = null,
    Seq<string>? Joined = null,
    string? JoinedInto = null,
    string? CarriedFrom = null);

/// <summary>Somebody who runs the session, or watches.</summary>
/// <param name="Email">Null: the account is gone.</param>
public sealed record MemberView(string AccountId, string? Email, string Role);

public sealed record DelegateView(string DelegateId, string? Name, string? Sector, bool Removed, bool Done);

public sealed record DecisionView(string DecisionId, string? Text, Seq<string> FromIds);

public sealed record ActionView(string ActionId, string? What, string? Owner, DateOnly? Due, int? Confidence, Seq<string> FromIds);

public sealed record NoteView(string ActivityId, string? ContributionId, string? Text, string? ThemeId = null);

public sealed record ScreenView(string Mode, DateTimeOffset? Since);

/// <summary>As they are sent; what cannot be set yet stands at what holds.</summary>
public sealed record SettingsView(string Language, SectorQuestion? SectorQuestion, string Names, string Moderation = "off", bool OwnDots = true, bool JoinApproval = false);

/// <summary>A whole session as a facilitator may see it.</summary>
/// <param name="Role">The asker's.</param>
/// <param name="AccountId">The asker's, to be found among the members.</param>
public sealed record SessionView(
    string Id,
    string Code,
    long Version,
    string Stage,
    string Title,
    string? Topic,
    string Role,
    string AccountId,
    Seq<MemberView> Members,
    SettingsView Settings,
    Seq<AgendaActivity> Agenda,
    PlaceView? Now,
    int? PointsShown,
    DateTimeOffset? OpenedAt,
    DateTimeOffset? ClosedAt,
    PulseTimer? Timer,
    ScreenView Screen,
    Seq<DelegateView> Delegates,
    Seq<ContributionView> Contributions,
    Seq<NoteView> Notes,
    Seq<DecisionView> Decisions,
    Seq<ActionView> Actions,
    Seq<ThemeView> Themes,
    Seq<VoteView> Votes,
    Seq<AnswersView> Answers,
    Seq<TeamView> Teams);

/// <summary>What a delegate may see now.</summary>
/// <param name="Lanes">Those that take contributions in this step.</param>
/// <param name="Contributions">What the room sees, own ones marked.</param>
/// <param name="Own">Everything of this delegate's, with its state: shown, hidden, late, parked, joined or withdrawn.</param>
/// <param name="Nods">Whether nods are open.</param>
/// <param name="DotsLeft">Null: no vote now.</param>
/// <param name="Team">Null: no teams in this activity.</param>
/// <param name="Names">Who sees who wrote what in this activity; null: none is on.</param>
public sealed record DelegateSessionView(
    string SessionId,
    string DelegateId,
    long Version,
    string Stage,
    string Title,
    string? Topic,
    PlaceView? Now,
    AgendaStep? Step,
    Seq<AgendaLane> Lanes,
    bool Nods,
    Seq<string> Points,
    Seq<ContributionView> Contributions,
    Seq<ContributionView> Own,
    PulseTimer? Timer,
    string? Name,
    string? Sector,
    bool Done,
    int? DotsLeft,
    string? Team,
    Seq<TeamView> Teams,
    Seq<ThemeView> Themes,
    Seq<VoteView> Votes,
    Seq<AnswersView> Answers,
    Seq<OwnAnswer> OwnAnswers,
    Seq<TallyView> OwnDots,
    string? Names);

/// <summary>Builds what the API answers; what somebody may not see is never put in.</summary>
internal static class ApiViews
{
    public static Seq<AgendaActivity> Agenda(SessionState state) => state.Agenda.Select(a => new AgendaActivity(
        a.ActivityId,
        a.Title,
        a.Layout,
        a.Prompt.Length == 0 ? null : a.Prompt,
        a.Points.Count == 0 ? null : a.Points,
        a.Teams.Count == 0 ? null : a.Teams.Select(t => new AgendaTeam(t.TeamId, t.Title)).ToSeq(),
        a.Lanes.Select(Lane).ToSeq(),
        a.Steps.Select(Step).ToSeq(),
        state.NamesOf(a.ActivityId).Word())).ToSeq();

    public static SessionView ForFacilitator(ILiveSession session, Role role, AccountId me, IReadOnlyDictionary<AccountId, string> emails)
    {
        var state = session.State;
        return new(
            state.Id.Value,
            session.Code,
            state.Version,
            Listings.StageName(state.Stage),
            state.Title,
            state.Topic,
            RoleChanges.Word(role),
            me.Value,
            Members(state, emails),
            new(state.Settings.Language, state.Settings.SectorQuestion, state.Settings.Names.Word(), OwnDots: state.Settings.OwnDots),
            Agenda(state),
            Place(state),
            state.Now is { } now && state.PointsShown.TryGetValue(now.ActivityId, out var points) ? points : null,
            state.OpenedAt,
            state.ClosedAt,
            state.Timer is { } timer ? new(timer.EndsAt) : null,
            new(ModeName(state.Screen.Mode), state.Screen.Since),
            state.Delegates.Values.OrderBy(d => d.Order).Select(d => new DelegateView(d.Id.Value, d.Name, d.Sector, d.Removed, state.Done.Contains(d.Id))).ToSeq(),
            state.Contributions.Values.OrderBy(c => c.Order).Select(c => Contribution(state, c, state.SeesAuthors(c.ActivityId, role))).ToSeq(),
            state.Notes.Values.Select(n => new NoteView(n.ActivityId, n.ContributionId, n.Text, n.ThemeId)).ToSeq(),
            state.Decisions.Select(d => new DecisionView(d.Id, d.Text, d.FromIds)).ToSeq(),
            state.Actions.Select(a => new ActionView(a.Id, a.What, a.Owner, a.Due, a.Confidence, a.FromIds)).ToSeq(),
            VoteViews.Themes(state, _ => true, notes: true),
            VoteViews.Votes(state, _ => true),
            VoteViews.Answers(state, _ => true),
            VoteViews.Teams(state, members: true));
    }

    public static DelegateSessionView ForDelegate(SessionState state, DelegateId id)
    {
        var me = state.Delegates[id];
        var activity = state.Stage == Stage.Open ? state.CurrentActivity : null;
        var step = activity is null ? null : state.CurrentStep;
        var seen = state.Agenda.Where(a => state.Started.ContainsKey(a.ActivityId))
            .SelectMany(a => a.Lanes.SelectMany(l => Sight.InLane(state, a, l, state.TeamOf(a.ActivityId, id)))).ToList();
        var read = seen.Select(c => c.Id).ToHashSet();
        var vote = step is { Dots: > 0 } ? state.Now : null;
        var dots = vote is { } here ? state.DotsOf(here, state.VoterOf(here.ActivityId, id)) : ImmutableDictionary<string, int>.Empty;
        return new(
            state.Id.Value,
            id.Value,
            state.Version,
            Listings.StageName(state.Stage),
            state.Title,
            state.Topic,
            activity is null ? null : Place(state),
            step is null ? null : Step(step),
            step is null ? [] : activity!.Lanes.Where(l => step.Collects.Contains(l.LaneId)).Select(Lane).ToSeq(),
            step?.Nods ?? false,
            activity is null ? [] : activity.Points.Take(state.PointsShown.GetValueOrDefault(activity.ActivityId)).ToSeq(),
            seen.Select(c => Seen(state, c, id)).ToSeq(),
            state.Contributions.Values.Where(c => state.IsOwn(c, id)).OrderBy(c => c.Order).Select(c => Contribution(state, c, authored: false) with { Note = null, Mine = true }).ToSeq(),
            state.Timer is { } timer ? new(timer.EndsAt) : null,
            me.Name,
            me.Sector,
            state.Done.Contains(id),
            vote is null ? null : step!.Dots - dots.Values.Sum(),
            activity is null ? null : state.TeamOf(activity.ActivityId, id),
            VoteViews.Teams(state, members: false),
            VoteViews.Themes(state, c => read.Contains(c.Id), notes: false),
            VoteViews.Votes(state, c => read.Contains(c.Id)),
            VoteViews.Answers(state, c => read.Contains(c.Id)),
            VoteViews.Own(state, id),
            dots.OrderBy(d => d.Key).Select(d => new TallyView(d.Key, d.Value)).ToSeq(),
            activity is null ? null : state.NamesOf(activity.ActivityId).Word());
    }

    private static string ModeName(ScreenMode mode) => mode switch { ScreenMode.Live => "live", ScreenMode.Held => "held", _ => "blank" };

    private static Seq<MemberView> Members(SessionState state, IReadOnlyDictionary<AccountId, string> emails) => state.Roles
        .Select(r => (r.Value, View: new MemberView(r.Key.Value, emails.GetValueOrDefault(r.Key), RoleChanges.Word(r.Value))))
        .OrderBy(m => m.Value).ThenBy(m => m.View.Email, StringComparer.OrdinalIgnoreCase).Select(m => m.View).ToSeq();

    private static PlaceView? Place(SessionState state) => state.Now is { } now ? new(now.ActivityId, now.Step) : null;

    private static AgendaLane Lane(Lane l) => new(l.LaneId, l.Title, l.Prompt, l.ParentLaneId, l.Kind, l.Values.Count == 0 ? null : l.Values, l.MaxLength, l.Team);

    private static AgendaStep Step(Step s) => new(
        s.Id, s.Kind, s.Title, s.Minutes, s.Collects, s.Answers, s.Nods, s.Dots, s.MaxPerTarget, s.DotsOn, s.Picks, s.PickBudget, s.Visibility, s.Reveals);

    private static ContributionView Seen(SessionState state, Contribution c, DelegateId id) => new(
        c.Id,
        c.ActivityId,
        c.LaneId,
        c.ParentId,
        Sight.Text(c),
        c.Stands ? "shown" : "withdrawn",
        null,
        Sight.Nods(state, c),
        c.Picked && c.Stands,
        c.NotedByFacilitator,
        c.EditedByFacilitator,
        null,
        Sight.Author(state, c),
        null,
        state.IsOwn(c, id),
        state.HasNodded(c, id),
        c.ThemeId,
        c.Quotation,
        c.Stands ? c.SpokenFor : null,
        Told(state, c),
        Variants(c),
        null,
        c.CarriedFrom);

    private static int? Told(SessionState state, Contribution c) => state.Activity(c.ActivityId) is { } a ? Voting.TallyOf(state, a, c) : null;

    private static Seq<string>? Variants(Contribution c) => c.Variants.Count == 0 ? null : c.Variants;

    private static string Standing(SessionState state, Contribution c) => c switch
    {
        { Withdrawn: true } => "withdrawn",
        { Hidden: true } => "hidden",
        { Late: true } => "late",
        _ when Sight.IsParked(state, c) => "parked",
        { JoinedInto: not null } => "joined",
        _ => "shown",
    };

    private static ContributionView Contribution(SessionState state, Contribution c, bool authored)
    {
        var author = c.Author is Sender.Delegate d ? state.Delegates.GetValueOrDefault(d.Id) : null;
        return new(
            c.Id,
            c.ActivityId,
            c.LaneId,
            c.ParentId,
            c.Withdrawn ? null : c.Text,
            Standing(state, c),
            c.HiddenBecause,
            Sight.Nods(state, c),
            c.Picked,
            c.NotedByFacilitator,
            c.EditedByFacilitator,
            authored ? author?.Id.Value : null,
            authored ? author?.Name : null,
            state.Notes.Values.FirstOrDefault(n => n.ContributionId == c.Id)?.Text,
            null,
            null,
            c.ThemeId,
            c.Quotation,
            c.Withdrawn ? null : c.SpokenFor,
            Told(state, c),
            Variants(c),
            c.JoinedInto,
            c.CarriedFrom);
    }
}
