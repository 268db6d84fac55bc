using WorkshopHub.Core;
using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Doors;

/// <summary>An activity in the API's <c>agenda</c>.</summary>
public sealed record AgendaActivity(string ActivityId, string Title, string Layout, string? Prompt, Seq<string>? Points, Seq<AgendaLane> Lanes, Seq<AgendaStep> Steps);

/// <param name="MaxLength">In Unicode code points.</param>
public sealed record AgendaLane(string LaneId, string Title, string Prompt, string? ParentLaneId, LaneKind Kind, int MaxLength);

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
    Seq<string>? Joined = null,
    string? JoinedInto = null,
    string? CarriedFrom = null);

public sealed record DelegateView(string DelegateId, string? Name, string? Sector, bool Removed, bool Done);

public sealed record DecisionView(string DecisionId, string? Text, Seq<string> FromIds);

public sealed record ActionView(string ActionId, string? What, string? Owner, DateOnly? Due, int? Confidence, Seq<string> FromIds);

public sealed record NoteView(string ActivityId, string? ContributionId, string? Text);

public sealed record ScreenView(string Mode, DateTimeOffset? Since);

/// <summary>As they are sent; what cannot be set yet stands at what holds.</summary>
public sealed record SettingsView(string Language, SectorQuestion? SectorQuestion, string Names, string Moderation = "off", bool OwnDots = false, bool JoinApproval = false);

/// <summary>A whole session as a facilitator may see it.</summary>
/// <param name="Role">The asker's.</param>
public sealed record SessionView(
    string Id,
    string Code,
    long Version,
    string Stage,
    string Title,
    string? Topic,
    string Role,
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
    Seq<ActionView> Actions);

/// <summary>What a delegate may see now.</summary>
/// <param name="Lanes">Those that take contributions in this step.</param>
/// <param name="Contributions">What the room sees, own ones marked.</param>
/// <param name="Own">Everything of this delegate's, with its state: shown, hidden, late, parked, joined or withdrawn.</param>
/// <param name="Nods">Whether nods are open.</param>
/// <param name="DotsLeft">Null: no vote now.</param>
/// <param name="Team">Null: no teams in this activity.</param>
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
    string? Team);

/// <summary>Builds what the API answers; what somebody may not see is never put in.</summary>
internal static class ApiViews
{
    public static Seq<AgendaActivity> Agenda(SessionState state) => state.Agenda.Select(a => new AgendaActivity(
        a.ActivityId,
        a.Title,
        a.Layout,
        a.Prompt.Length == 0 ? null : a.Prompt,
        a.Points.Count == 0 ? null : a.Points,
        a.Lanes.Select(Lane).ToSeq(),
        a.Steps.Select(Step).ToSeq())).ToSeq();

    public static SessionView ForFacilitator(ILiveSession session, Role role)
    {
        var state = session.State;
        return new(
            state.Id.Value,
            session.Code,
            state.Version,
            Listings.StageName(state.Stage),
            state.Title,
            state.Topic,
            Listings.RoleName(role),
            new(state.Settings.Language, state.Settings.SectorQuestion, NamesName(state.Settings.Names)),
            Agenda(state),
            Place(state),
            state.Now is { } now && state.PointsShown.TryGetValue(now.ActivityId, out var points) ? points : null,
            state.OpenedAt,
            state.ClosedAt,
            state.Timer is { } timer ? new(timer.EndsAt) : null,
            new(ModeName(state.Screen.Mode), state.Screen.Since),
            state.Delegates.Values.OrderBy(d => d.Order).Select(d => new DelegateView(d.Id.Value, d.Name, d.Sector, d.Removed, state.Done.Contains(d.Id))).ToSeq(),
            state.Contributions.Values.OrderBy(c => c.Order).Select(c => Contribution(state, c, Authored(state, role))).ToSeq(),
            state.Notes.Values.Select(n => new NoteView(n.ActivityId, n.ContributionId, n.Text)).ToSeq(),
            state.Decisions.Select(d => new DecisionView(d.Id, d.Text, d.FromIds)).ToSeq(),
            state.Actions.Select(a => new ActionView(a.Id, a.What, a.Owner, a.Due, a.Confidence, a.FromIds)).ToSeq());
    }

    public static DelegateSessionView ForDelegate(SessionState state, DelegateId id)
    {
        var me = state.Delegates[id];
        var activity = state.Stage == Stage.Open ? state.CurrentActivity : null;
        var step = activity is null ? null : state.CurrentStep;
        var author = new Sender.Delegate(id);
        var seen = state.Agenda.Where(a => state.Started.ContainsKey(a.ActivityId))
            .SelectMany(a => a.Lanes.SelectMany(l => Sight.InLane(state, a, l)));
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
            state.Contributions.Values.Where(c => c.Author == author && c.CarriedFrom is null).OrderBy(c => c.Order).Select(c => Contribution(state, c, authored: false) with { Note = null, Mine = true }).ToSeq(),
            state.Timer is { } timer ? new(timer.EndsAt) : null,
            me.Name,
            me.Sector,
            state.Done.Contains(id),
            null,
            null);
    }

    public static string NamesName(NamesPolicy names) => names == NamesPolicy.Named ? "named" : "anonymous-to-room";

    private static string ModeName(ScreenMode mode) => mode switch { ScreenMode.Live => "live", ScreenMode.Held => "held", _ => "blank" };

    // Anonymous to the room: only lead and co-facilitators see who wrote what.
    private static bool Authored(SessionState state, Role role) =>
        state.Settings.Names == NamesPolicy.Named || role is Role.Lead or Role.CoFacilitator;

    private static PlaceView? Place(SessionState state) => state.Now is { } now ? new(now.ActivityId, now.Step) : null;

    private static AgendaLane Lane(Lane l) => new(l.LaneId, l.Title, l.Prompt, l.ParentLaneId, l.Kind, l.MaxLength);

    private static AgendaStep Step(Step s) => new(
        s.Id, s.Kind, s.Title, s.Minutes, s.Collects, s.Answers, s.Nods, s.Dots, s.MaxPerTarget, s.Picks, s.PickBudget, s.Visibility, s.Reveals);

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
        c.Author == new Sender.Delegate(id) && c.CarriedFrom is null,
        state.NodsAt(c).Contains(id),
        Variants(c),
        null,
        c.CarriedFrom);

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
            Variants(c),
            c.JoinedInto,
            c.CarriedFrom);
    }
}
