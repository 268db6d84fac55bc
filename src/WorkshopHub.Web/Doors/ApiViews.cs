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
        return new(
            state.Id.Value,
            session.Code,
            state.Version,
            state.Stage.Word(),
            state.Title,
            state.Topic,
            RoleChanges.Word(desk.Role),
            me.Value,
            Members(state, emails),
            new(state.Settings.Language, state.Settings.SectorQuestion, state.Settings.Names.Word(), OwnDots: state.Settings.OwnDots, JoinApproval: state.JoinApproval),
            AgendaViews.Of(state),
            Place(state),
            state.Now is { } now && state.PointsShown.TryGetValue(now.ActivityId, out var points) ? points : null,
            state.OpenedAt,
            state.ClosedAt,
            state.Timer is { } timer ? new(timer.EndsAt) : null,
            new(ModeName(state.Screen.Mode), state.Screen.Since, state.Screen.Spotlight, state.Screen.Page),
            state.Delegates.Values.OrderBy(d => d.Order).Select(d => new DelegateView(d.Id.Value, desk.NameOf(d), d.Sector, d.Removed, desk.IsDone(d))).ToSeq(),
            state.Contributions.Values.OrderBy(c => c.Order).Select(c => ContributionViews.Of(state, c, desk.AuthorOf(c))).ToSeq(),
            state.Notes.Values.OrderBy(n => n.Order).Select(n => new NoteView(n.ActivityId, n.ContributionId, n.Text, n.ThemeId, n.By?.Value)).ToSeq(),
            state.Decisions.Select(d => new DecisionView(d.Id, d.Text, d.FromIds)).ToSeq(),
            state.Actions.Select(a => new ActionView(a.Id, a.What, a.Owner, a.Due, a.Confidence, a.FromIds)).ToSeq(),
            VoteViews.Themes(state, _ => true, _ => true, notes: true),
            VoteViews.Votes(state, _ => true),
            VoteViews.Answers(state, _ => true),
            VoteViews.Teams(state, desk))
        {
            JoiningLocked = state.JoiningLocked,
            Waiting = state.Waiting.Values.OrderBy(w => w.Order).Select(w => new WaitingView(w.Id.Value, desk.NameOf(w), w.Sector, w.JoinedAt, w.Removed)).ToSeq(),
            Limits = new(Limiting.People(state), session.Limits.People, Limiting.Contributions(state), session.Limits.Contributions),
        };
    }

    public static DelegateSessionView ForDelegate(SessionState session, DelegateId id)
    {
        var state = session.In(session.LanguageOf(id));
        var me = state.Delegates[id];
        var activity = state.Stage == Stage.Open ? state.CurrentActivity : null;
        var step = activity is null ? null : state.CurrentStep;
        var seen = state.Agenda.Where(a => state.Started.ContainsKey(a.ActivityId))
            .SelectMany(a => a.Lanes.SelectMany(l => Sight.InLane(state, a, l, state.TeamOf(a.ActivityId, id)))).ToList();
        var read = seen.Select(c => c.Id).ToHashSet();
        var vote = step is { Dots: > 0 } ? state.Now : null;
        var dots = vote is { } here ? state.OwnDots(here, id) : ImmutableDictionary<string, int>.Empty;
        return new(
            state.Id.Value,
            id.Value,
            state.Version,
            state.Stage.Word(),
            state.Title,
            state.Topic,
            activity is null ? null : Place(state),
            step is null ? null : AgendaViews.Step(step),
            step is null ? [] : OpenLanes.For(state, activity!, state.TeamOf(activity!.ActivityId, id)).Select(AgendaViews.Lane).ToSeq(),
            step?.Nods ?? false,
            activity is null ? [] : activity.Points.Take(state.PointsShown.GetValueOrDefault(activity.ActivityId)).ToSeq(),
            seen.Select(c => ContributionViews.Seen(state, c, id)).ToSeq(),
            state.Contributions.Values.Where(c => state.IsOwn(c, id)).OrderBy(c => c.Order).Select(c => ContributionViews.Of(state, c, author: null) with { Note = null, Mine = true }).ToSeq(),
            state.Timer is { } timer ? new(timer.EndsAt) : null,
            me.Name,
            me.Sector,
            state.IsDone(id),
            vote is null ? null : step!.Dots - dots.Values.Sum(),
            activity is null ? null : state.TeamOf(activity.ActivityId, id),
            VoteViews.Teams(state, null),
            VoteViews.Themes(state, t => Sight.Reads(state, t, state.TeamOf(t.ActivityId, id)), c => read.Contains(c.Id), notes: false),
            VoteViews.Votes(state, c => read.Contains(c.Id)),
            VoteViews.Answers(state, c => read.Contains(c.Id)),
            VoteViews.Own(state, id),
            dots.OrderBy(d => d.Key).Select(d => new TallyView(d.Key, d.Value)).ToSeq(),
            activity is null ? null : state.NamesOf(activity.ActivityId).Word(),
            state.LanguageOf(id));
    }

    private static string ModeName(ScreenMode mode) => mode switch { ScreenMode.Live => "live", ScreenMode.Held => "held", _ => "blank" };

    private static Seq<MemberView> Members(SessionState state, IReadOnlyDictionary<AccountId, string> emails) => state.Roles
        .Select(r => (r.Value, View: new MemberView(r.Key.Value, emails.GetValueOrDefault(r.Key), RoleChanges.Word(r.Value))))
        .OrderBy(m => m.Value).ThenBy(m => m.View.Email, StringComparer.OrdinalIgnoreCase).Select(m => m.View).ToSeq();

    private static PlaceView? Place(SessionState state) => state.Now is { } now ? new(now.ActivityId, now.Step) : null;
}
