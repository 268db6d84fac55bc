using System.Collections.Immutable;
using WorkshopHub.Core;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Views;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Doors;

/// <summary>Builds what the API answers; what somebody may not see is never put in.</summary>
internal static class ApiViews
{
    public static SessionView ForFacilitator(ILiveSession session, AccountId me, IReadOnlyDictionary<AccountId, string> emails)
    {
        var desk = new DeskView(session.State, me);
        var state = desk.State;
        return new()
        {
            Id = state.Id.Value,
            Code = session.Code,
            Version = state.Version,
            Stage = state.Stage.Word(),
            Title = state.Title,
            Topic = state.Topic,
            Role = RoleChanges.Word(desk.Role),
            AccountId = me.Value,
            Members = Members(state, emails),
            Settings = new(state.Settings.Language, state.Settings.SectorQuestion, state.Settings.Names.Word(),
                OwnDots: state.Settings.OwnDots, JoinApproval: state.JoinApproval),
            Agenda = AgendaViews.Of(state),
            Now = Place(state),
            PointsShown = state.Now is { } now && state.PointsShown.TryGetValue(now.ActivityId, out var points) ? points : null,
            OpenedAt = state.OpenedAt,
            ClosedAt = state.ClosedAt,
            Timer = state.Timer is { } timer ? new(timer.EndsAt) : null,
            Screen = new(ModeName(state.Screen.Mode), state.Screen.Since, state.Screen.Spotlight, state.Screen.Page),
            Delegates = state.Delegates.Values.OrderBy(d => d.Order)
                .Select(d => new DelegateView(d.Id.Value, desk.NameOf(d), d.Sector, d.Removed, desk.IsDone(d))).ToValueList(),
            Contributions =
                state.Contributions.Values.OrderBy(c => c.Order).Select(c => ContributionViews.Of(state, c, desk.AuthorOf(c)))
                .ToValueList(),
            Notes = state.Notes.Values.OrderBy(n => n.Order)
                .Select(n => new NoteView(n.ActivityId, n.ContributionId, n.Text, n.ThemeId, n.By?.Value)).ToValueList(),
            Decisions = state.Decisions.Select(d => new DecisionView(d.Id, d.Text, d.FromIds)).ToValueList(),
            Actions = state.Actions.Select(a => new ActionView(a.Id, a.What, a.Owner, a.Due, a.Confidence, a.FromIds)).ToValueList(),
            Themes = VoteViews.Themes(state, _ => true, _ => true, notes: true),
            Votes = VoteViews.Votes(state, _ => true),
            Answers = VoteViews.Answers(state, _ => true),
            Teams = VoteViews.Teams(state, desk),
            JoiningLocked = state.JoiningLocked,
            Waiting = state.Waiting.Values.OrderBy(w => w.Order)
                .Select(w => new WaitingView(w.Id.Value, desk.NameOf(w), w.Sector, w.JoinedAt, w.Removed)).ToValueList(),
            Limits = new(Limiting.People(state), session.Limits.People, Limiting.Contributions(state), session.Limits.Contributions),
        };
    }

    public static DelegateSessionView ForDelegate(SessionState session, DelegateId id)
    {
        var state = session.In(session.LanguageOf(id));
        var me = state.Delegates[id];
        var activity = state.Stage == SessionStage.Open ? state.CurrentActivity : null;
        var step = activity is null ? null : state.CurrentStep;
        var seen = state.Agenda.Where(a => state.Started.ContainsKey(a.ActivityId))
            .SelectMany(a => a.Lanes.SelectMany(l => Sight.InLane(state, a, l, state.TeamOf(a.ActivityId, id)))).ToList();
        var read = seen.Select(c => c.Id).ToHashSet();
        var vote = step is { Dots: > 0 } ? state.Now : null;
        var dots = vote is { } here ? state.OwnDots(here, id) : ImmutableDictionary<string, int>.Empty;
        return new()
        {
            SessionId = state.Id.Value,
            DelegateId = id.Value,
            Version = state.Version,
            Stage = state.Stage.Word(),
            Title = state.Title,
            Topic = state.Topic,
            Now = activity is null ? null : Place(state),
            Step = step is null ? null : AgendaViews.Step(step),
            Lanes = step is null
                ? []
                : OpenLanes.For(state, activity!, state.TeamOf(activity!.ActivityId, id)).Select(AgendaViews.Lane).ToValueList(),
            Nods = step?.Nods ?? false,
            Points = activity is null ? [] : activity.Points.Take(state.PointsShown.GetValueOrDefault(activity.ActivityId)).ToValueList(),
            Contributions = seen.Select(c => ContributionViews.Seen(state, c, id)).ToValueList(),
            Own = state.Contributions.Values.Where(c => state.IsOwn(c, id)).OrderBy(c => c.Order)
                .Select(c => ContributionViews.Of(state, c, author: null) with { Note = null, Mine = true }).ToValueList(),
            Timer = state.Timer is { } timer ? new(timer.EndsAt) : null,
            Name = me.Name,
            Sector = me.Sector,
            Done = state.IsDone(id),
            DotsLeft = vote is null ? null : step!.Dots - dots.Values.Sum(),
            Team = activity is null ? null : state.TeamOf(activity.ActivityId, id),
            Teams = VoteViews.Teams(state, null),
            Themes = VoteViews
                .Themes(state, t => Sight.Reads(state, t, state.TeamOf(t.ActivityId, id)), c => read.Contains(c.Id), notes: false),
            Votes = VoteViews.Votes(state, c => read.Contains(c.Id)),
            Answers = VoteViews.Answers(state, c => read.Contains(c.Id)),
            OwnAnswers = VoteViews.Own(state, id),
            OwnDots = dots.OrderBy(d => d.Key).Select(d => new TallyView(d.Key, d.Value)).ToValueList(),
            Names = activity is null ? null : state.NamesOf(activity.ActivityId).Word(),
            Language = state.LanguageOf(id),
        };
    }

    private static string ModeName(ScreenMode mode) => mode switch { ScreenMode.Live => "live", ScreenMode.Held => "held", _ => "blank" };

    private static ValueList<MemberView> Members(SessionState state, IReadOnlyDictionary<AccountId, string> emails) => state.Roles
        .Select(r => (r.Value, View: new MemberView(r.Key.Value, emails.GetValueOrDefault(r.Key), RoleChanges.Word(r.Value))))
        .OrderBy(m => m.Value).ThenBy(m => m.View.Email, StringComparer.OrdinalIgnoreCase).Select(m => m.View).ToValueList();

    private static PlaceView? Place(SessionState state) => state.Now is { } now ? new(now.ActivityId, now.Step) : null;
}
