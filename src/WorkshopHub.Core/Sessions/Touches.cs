namespace WorkshopHub.Core.Sessions;

/// <summary>What an event touches, as keys such as <c>c:</c> and a contribution's id.</summary>
/// <param name="Own">What it changes: once another event has changed it too, the move cannot be taken back.</param>
/// <param name="Also">What it builds upon: taking that away would leave this hanging in the air.</param>
public sealed record Touch(Seq<string> Own, Seq<string> Also)
{
    public static readonly Touch Nothing = new([], []);

    public static Touch Of(params IEnumerable<string> own) => new(own.Distinct().ToSeq(), []);

    public Touch Upon(params IEnumerable<string> also) => this with { Also = also.Except(Own).ToSeq() };
}

/// <summary>
/// The one place that says what each event touches; delegates' events too, because what they did since overtakes the
/// facilitator's move.
/// </summary>
internal static class Touches
{
    internal const string Agenda = "agenda";
    internal const string Place = "place";
    internal const string Door = "door";
    internal const string Approval = "approval";
    internal const string Screen = "screen";
    internal const string Session = "session";

    /// <summary>What the screen shows alone, or at which page: another step ends it.</summary>
    internal const string Shown = "shown";
    internal const string Timer = "timer";
    private const string People = "delegate:";
    private const string Profiles = "profile:";

    /// <param name="before">The state before the event.</param>
    internal static Touch Of(SessionState before, SessionEvent e) => e switch
    {
        SessionChanged => Touch.Of(Session),
        SessionClosed => Touch.Of(Timer, Screen),
        ActivitiesAdded a => Touch.Of(a.Activities.SelectMany(x => new[] { Activity(x.ActivityId), Within(x.ActivityId) }).Append(Agenda)),
        ActivityChanged a => Touch.Of(Activity(a.Activity.ActivityId)),
        ActivityMoved => Touch.Of(Agenda),
        ActivityRemoved a => Touch.Of(Agenda, Activity(a.ActivityId)),
        ActivityReturned a => Touch.Of(Agenda, Activity(a.ActivityId)),
        ActivityStarted or StepEntered or PlaceReturned => Touch.Of(Place, Timer).Upon(before.Screen.Moved == before.Screen ? [] : [Shown]),
        PointShown p => Touch.Of($"point:{p.ActivityId}"),
        TimerSet or TimerStopped => Touch.Of(Timer),
        ScreenSet { Spotlight: null, Page: null } or ScreenReturned when before.Screen.Moved == before.Screen => Touch.Of(Screen),
        ScreenSet or ScreenReturned => Touch.Of(Screen, Shown),
        ProfileChanged p => Touch.Of(Profile(p.Profile.Id)),
        DelegateRemoved d => Touch.Of(OfWall(before, d.WithContributions ? Joining.TheirsOf(before, d.DelegateId).Select(c => c.Id) : []).Own.Prepend(Delegate(d.DelegateId))),
        DelegatesRemoved d => Touch.Of(OfWall(before, d.WithContributions ? RemovingMany.TheirsOf(before, d.DelegateIds).Select(c => c.Id) : []).Own.Concat(d.DelegateIds.Select(Delegate))),
        DelegatesAdmitted d => Touch.Of(d.DelegateIds.Select(Delegate)),
        JoiningLocked => Touch.Of(Door),
        ApprovalSet => Touch.Of(Approval),
        DelegateReadmitted d => Touch.Of(Delegate(d.DelegateId)),
        ContributionAdded c => Touch.Of(New(c.ContributionId)).Upon([Within(c.ActivityId), .. c.ParentId is null ? [] : Seq.Of<string>([Under(c.ParentId)])]),
        ContributionsCarried c => Touch.Of(c.Items.SelectMany(i => New(i.ContributionId))).Upon(c.Items.Select(i => From(i.FromId)).Append(Within(c.ActivityId))),
        ContributionEdited c => Touch.Of(Contribution(c.ContributionId)),
        ContributionWithdrawn c => OfWall(before, before.CopiesOf(c.ContributionId).Select(x => x.Id).Prepend(c.ContributionId)),
        ContributionRestored c => OfWall(before, [c.ContributionId]),
        ContributionErased c => OfWall(before, before.CopiesOf(c.ContributionId).Select(x => x.Id).Prepend(c.ContributionId)),
        DelegateErased d => Touch.Of(Delegate(d.Profile.Id), Profile(d.Profile.Id)),
        ContributionHidden c => OfWall(before, [c.ContributionId]),
        ContributionParked c => OfWall(before, [c.ContributionId]),
        LateTaken c => Touch.Of(New(c.ContributionId)),
        LateReturned c => Touch.Of(New(c.ContributionId)),
        ContributionsJoined c => OfWall(before, c.VariantIds.Prepend(c.FirstId).Concat(c.Unpicked)),
        ContributionsParted c => OfWall(before, c.VariantIds.Prepend(c.FirstId)),
        NodSet n => Touch.Nothing.Upon(Nods(n.ContributionId)),
        ThemeCreated t => Touch.Of(t.ContributionIds.Select(Themed).Concat([Theme(t.ThemeId), Nods(t.ThemeId), Grouped(t.ThemeId), $"note:t:{t.ThemeId}"])),
        ThemeRenamed t => Touch.Of(Theme(t.ThemeId)),
        ThemeRemoved t => Touch.Of(before.MembersOf(t.ThemeId).Select(c => Themed(c.Id)).Append(Theme(t.ThemeId)).Append($"note:t:{t.ThemeId}")
            .Concat(before.Notes.Where(n => n.Value.ThemeId == t.ThemeId).Select(n => $"note:{n.Key}"))),
        MovedToTheme m => Touch.Of(Themed(m.ContributionId)).Upon(m.ThemeId is null ? [] : [Grouped(m.ThemeId)]),
        DotsPlaced d => Touch.Nothing.Upon(Nods(d.TargetId), Votes(d.ActivityId, d.Step)),
        VotesReset v => Touch.Of(Votes(v.ActivityId, v.Step)),
        VotesReturned v => Touch.Of(Votes(v.ActivityId, v.Step)),
        AnswerGiven a => Touch.Nothing.Upon(a.ParentId is null ? [] : Seq.Of<string>([Under(a.ParentId)])),
        TeamTaken t => Touch.Of(Teams(t.ActivityId)),
        TeamsAssigned t => Touch.Of(Teams(t.ActivityId)),
        PickSet p => Touch.Of(before.Contributions.TryGetValue(p.TargetId, out var c) ? PickOf(before, c) : Contribution(p.TargetId)).Upon(From(p.TargetId)),
        NoteWritten n => Touch.Of($"note:{Notes.Key(n.ActivityId, n.ContributionId, n.ThemeId)}").Upon(n.ContributionId is null ? [] : [From(n.ContributionId)]),
        NoteKept n => NoteOf(n.Of, Notes.Key(n.ActivityId, n.ContributionId, n.ThemeId), n.ContributionId),
        RoleChanged r => Touch.Of($"role:{r.AccountId}"),
        DecisionRecorded d => Touch.Of(Decision(d.DecisionId), From(d.DecisionId)).Upon(d.FromIds.Select(From)),
        DecisionChanged d => Touch.Of(Decision(d.DecisionId)),
        DecisionRemoved d => Touch.Of(Decision(d.DecisionId)),
        ActionRecorded a => Touch.Of(Action(a.ActionId)).Upon(a.FromIds.Select(From)),
        ActionChanged a => Touch.Of(Action(a.ActionId)),
        ActionRemoved a => Touch.Of(Action(a.ActionId)),
        _ => Touch.Nothing,
    };

    internal static string Contribution(string id) => $"c:{id}";

    internal static string Delegate(DelegateId id) => $"{People}{id}";

    internal static bool IsAboutPeople(string key) => key.StartsWith(People, StringComparison.Ordinal) || key.StartsWith(Profiles, StringComparison.Ordinal);

    // On or off the wall, with the pick that it may have lost.
    private static Touch OfWall(SessionState before, IEnumerable<string> ids) => Touch.Of(ids.SelectMany(id => before.Contributions.TryGetValue(id, out var c)
        ? c.Picked ? WithGroup(c).Append(PickOf(before, c)) : WithGroup(c)
        : [Contribution(id)]));

    private static IEnumerable<string> WithGroup(Contribution c) => c.Variants.Select(Contribution).Prepend(Contribution(c.Id));

    // Each has their own. That there is one at all is what taking the theme back waits for.
    private static Touch NoteOf(AccountId of, string target, string? contributionId) =>
        Touch.Of($"note:{Notes.Key(target, of)}").Upon([$"note:{target}", .. contributionId is null ? [] : Seq.Of<string>([From(contributionId)])]);

    private static string[] New(string id) => [Contribution(id), Under(id), Nods(id), From(id)];

    private static string Profile(DelegateId id) => $"{Profiles}{id}";

    private static string Activity(string id) => $"activity:{id}";

    private static string Within(string activityId) => $"in:{activityId}";

    private static string Under(string id) => $"under:{id}";

    private static string Nods(string id) => $"nods:{id}";

    private static string Theme(string id) => $"theme:{id}";

    private static string Themed(string contributionId) => $"themed:{contributionId}";

    private static string Grouped(string themeId) => $"grouped:{themeId}";

    private static string Votes(string activityId, string step) => $"votes:{activityId}/{step}";

    private static string Teams(string activityId) => $"teams:{activityId}";

    private static string From(string id) => $"from:{id}";

    private static string Decision(string id) => $"decision:{id}";

    private static string Action(string id) => $"action:{id}";

    private static string PickOf(SessionState state, Contribution c) => $"pick:{c.ActivityId}/{c.LaneId}/{state.FirstOf(c.ParentId)}";
}
