namespace WorkshopHub.Core.Sessions;

/// <summary>What an event touches, as keys such as <c>c:</c> and a contribution's id.</summary>
/// <param name="Own">What it changes: once another event has changed it too, the move cannot be taken back.</param>
/// <param name="Also">What it builds upon: taking that away would leave this hanging in the air.</param>
public sealed record TouchedKeys(ValueList<string> Own, ValueList<string> Also)
{
    public static readonly TouchedKeys Nothing = new([], []);

    public static TouchedKeys Of(params IEnumerable<string> own) => new(own.Distinct().ToValueList(), []);

    public TouchedKeys Upon(params IEnumerable<string> also) => this with { Also = also.Except(Own).ToValueList() };
}

/// <summary>
/// The one place that says what each event touches; delegates' events too, because what they did since overtakes the
/// facilitator's move.
/// </summary>
internal static class UndoKeys
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
    internal static TouchedKeys Of(SessionState before, SessionEvent e) => e switch
    {
        SessionChanged => TouchedKeys.Of(Session),
        SessionClosed => TouchedKeys.Of(Timer, Screen),
        ActivitiesAdded a =>
            TouchedKeys.Of(a.Activities.SelectMany(x => new[] { Activity(x.ActivityId), Within(x.ActivityId) }).Append(Agenda)),
        ActivityChanged a => TouchedKeys.Of(Activity(a.Activity.ActivityId)),
        ActivityMoved => TouchedKeys.Of(Agenda),
        ActivityRemoved a => TouchedKeys.Of(Agenda, Activity(a.ActivityId)),
        ActivityReturned a => TouchedKeys.Of(Agenda, Activity(a.ActivityId)),
        ActivityStarted or StepEntered or PlaceReturned =>
            TouchedKeys.Of(Place, Timer).Upon(before.Screen.Moved == before.Screen ? [] : [Shown]),
        PointShown p => TouchedKeys.Of($"point:{p.ActivityId}"),
        TimerSet or TimerStopped => TouchedKeys.Of(Timer),
        ScreenSet { Spotlight: null, Page: null } or ScreenReturned when before.Screen.Moved == before.Screen => TouchedKeys.Of(Screen),
        ScreenSet or ScreenReturned => TouchedKeys.Of(Screen, Shown),
        ProfileChanged p => TouchedKeys.Of(Profile(p.Profile.Id)),
        DelegateRemoved d =>
            TouchedKeys.Of(OfWall(before, d.WithContributions ? Joining.TheirsOf(before, d.DelegateId).Select(c => c.Id) : []).Own
                .Prepend(Delegate(d.DelegateId))),
        DelegatesRemoved d =>
            TouchedKeys.Of(OfWall(before, d.WithContributions ? RemovingMany.TheirsOf(before, d.DelegateIds).Select(c => c.Id) : []).Own
                .Concat(d.DelegateIds.Select(Delegate))),
        DelegatesAdmitted d => TouchedKeys.Of(d.DelegateIds.Select(Delegate)),
        JoiningLocked => TouchedKeys.Of(Door),
        ApprovalSet => TouchedKeys.Of(Approval),
        DelegateReadmitted d => TouchedKeys.Of(Delegate(d.DelegateId)),
        ContributionAdded c =>
            TouchedKeys.Of(New(c.ContributionId))
                .Upon([Within(c.ActivityId), .. c.ParentId is null ? [] : ValueList.Of<string>([Under(c.ParentId)])]),
        ContributionsCarried c =>
            TouchedKeys.Of(c.Items.SelectMany(i => New(i.ContributionId)))
                .Upon(c.Items.Select(i => From(i.FromId)).Append(Within(c.ActivityId))),
        ContributionEdited c => TouchedKeys.Of(Contribution(c.ContributionId)),
        ContributionWithdrawn c => OfWall(before, before.CopiesOf(c.ContributionId).Select(x => x.Id).Prepend(c.ContributionId)),
        ContributionRestored c => OfWall(before, [c.ContributionId]),
        ContributionErased c => OfWall(before, before.CopiesOf(c.ContributionId).Select(x => x.Id).Prepend(c.ContributionId)),
        DelegateErased d => TouchedKeys.Of(Delegate(d.Profile.Id), Profile(d.Profile.Id)),
        ContributionHidden c => OfWall(before, [c.ContributionId]),
        ContributionParked c => OfWall(before, [c.ContributionId]),
        LateTaken c => TouchedKeys.Of(New(c.ContributionId)),
        LateReturned c => TouchedKeys.Of(New(c.ContributionId)),
        ContributionsJoined c => OfWall(before, c.VariantIds.Prepend(c.FirstId).Concat(c.Unpicked)),
        ContributionsParted c => OfWall(before, c.VariantIds.Prepend(c.FirstId)),
        NodSet n => TouchedKeys.Nothing.Upon(Nods(n.ContributionId)),
        ThemeCreated t =>
            TouchedKeys.Of(t.ContributionIds.Select(Themed)
                .Concat([Theme(t.ThemeId), Nods(t.ThemeId), Grouped(t.ThemeId), $"note:t:{t.ThemeId}"])),
        ThemeRenamed t => TouchedKeys.Of(Theme(t.ThemeId)),
        ThemeRemoved t =>
            TouchedKeys.Of(before.MembersOf(t.ThemeId).Select(c => Themed(c.Id)).Append(Theme(t.ThemeId)).Append($"note:t:{t.ThemeId}")
            .Concat(before.Notes.Where(n => n.Value.ThemeId == t.ThemeId).Select(n => $"note:{n.Key}"))),
        MovedToTheme m => TouchedKeys.Of(Themed(m.ContributionId)).Upon(m.ThemeId is null ? [] : [Grouped(m.ThemeId)]),
        DotsPlaced d => TouchedKeys.Nothing.Upon(Nods(d.TargetId), Votes(d.ActivityId, d.Step)),
        VotesReset v => TouchedKeys.Of(Votes(v.ActivityId, v.Step)),
        VotesReturned v => TouchedKeys.Of(Votes(v.ActivityId, v.Step)),
        AnswerGiven a => TouchedKeys.Nothing.Upon(a.ParentId is null ? [] : ValueList.Of<string>([Under(a.ParentId)])),
        TeamTaken t => TouchedKeys.Of(Teams(t.ActivityId)),
        TeamsAssigned t => TouchedKeys.Of(Teams(t.ActivityId)),
        PickSet p =>
            TouchedKeys.Of(before.Contributions.TryGetValue(p.TargetId, out var c) ? PickOf(before, c) : Contribution(p.TargetId))
                .Upon(From(p.TargetId)),
        NoteWritten n =>
            TouchedKeys.Of($"note:{Notes.Key(n.ActivityId, n.ContributionId, n.ThemeId)}")
                .Upon(n.ContributionId is null ? [] : [From(n.ContributionId)]),
        NoteKept n => NoteOf(n.Of, Notes.Key(n.ActivityId, n.ContributionId, n.ThemeId), n.ContributionId),
        RoleChanged r => TouchedKeys.Of($"role:{r.AccountId}"),
        DecisionRecorded d => TouchedKeys.Of(Decision(d.DecisionId), From(d.DecisionId)).Upon(d.FromIds.Select(From)),
        DecisionChanged d => TouchedKeys.Of(Decision(d.DecisionId)),
        DecisionRemoved d => TouchedKeys.Of(Decision(d.DecisionId)),
        ActionRecorded a => TouchedKeys.Of(Action(a.ActionId)).Upon(a.FromIds.Select(From)),
        ActionChanged a => TouchedKeys.Of(Action(a.ActionId)),
        ActionRemoved a => TouchedKeys.Of(Action(a.ActionId)),
        _ => TouchedKeys.Nothing,
    };

    internal static string Contribution(string id) => $"c:{id}";

    internal static string Delegate(DelegateId id) => $"{People}{id}";

    internal static bool IsAboutPeople(string key) =>
        key.StartsWith(People, StringComparison.Ordinal) || key.StartsWith(Profiles, StringComparison.Ordinal);

    // On or off the wall, with the pick that it may have lost.
    private static TouchedKeys OfWall(SessionState before, IEnumerable<string> ids) =>
        TouchedKeys.Of(ids.SelectMany(id => before.Contributions.TryGetValue(id, out var c)
        ? c.Picked ? WithGroup(c).Append(PickOf(before, c)) : WithGroup(c)
        : [Contribution(id)]));

    private static IEnumerable<string> WithGroup(Contribution c) => c.Variants.Select(Contribution).Prepend(Contribution(c.Id));

    // Each has their own. That there is one at all is what taking the theme back waits for.
    private static TouchedKeys NoteOf(AccountId of, string target, string? contributionId) =>
        TouchedKeys.Of($"note:{Notes.Key(target, of)}")
            .Upon([$"note:{target}", .. contributionId is null ? [] : ValueList.Of<string>([From(contributionId)])]);

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
