namespace WorkshopHub.Core.Sessions;

/// <summary>
/// The names under which the journal keeps events, with their version. Names are data: they stay when a class is
/// renamed. A changed shape gets a new name and the old one stays readable for ever.
/// </summary>
public static class EventNames
{
    internal const string Undone = "move.undone.v1";

    private static readonly Dictionary<string, Type> ByName = new(StringComparer.Ordinal)
    {
        ["session.created.v1"] = typeof(SessionCreated),
        ["session.changed.v1"] = typeof(SessionChanged),
        ["session.opened.v1"] = typeof(SessionOpened),
        ["session.closed.v1"] = typeof(SessionClosed),
        ["session.reopened.v1"] = typeof(SessionReopened),
        ["activities.added.v1"] = typeof(ActivitiesAdded),
        ["activity.moved.v1"] = typeof(ActivityMoved),
        ["activity.removed.v1"] = typeof(ActivityRemoved),
        ["activity.returned.v1"] = typeof(ActivityReturned),
        ["contribution.parked.v1"] = typeof(ContributionParked),
        ["contributions.joined.v1"] = typeof(ContributionsJoined),
        ["contributions.parted.v1"] = typeof(ContributionsParted),
        ["contributions.carried.v1"] = typeof(ContributionsCarried),
        ["contribution.restored.v1"] = typeof(ContributionRestored),
        ["late.returned.v1"] = typeof(LateReturned),
        ["place.returned.v1"] = typeof(PlaceReturned),
        ["screen.returned.v1"] = typeof(ScreenReturned),
        [Undone] = typeof(MoveUndone),
        ["activity.changed.v1"] = typeof(ActivityChanged),
        ["activity.started.v1"] = typeof(ActivityStarted),
        ["step.entered.v1"] = typeof(StepEntered),
        ["point.shown.v1"] = typeof(PointShown),
        ["done.set.v1"] = typeof(DoneSet),
        ["timer.set.v1"] = typeof(TimerSet),
        ["timer.stopped.v1"] = typeof(TimerStopped),
        ["screen.set.v1"] = typeof(ScreenSet),
        ["delegate.joined.v1"] = typeof(DelegateJoined),
        ["delegate.waiting.v1"] = typeof(DelegateWaits),
        ["delegates.admitted.v1"] = typeof(DelegatesAdmitted),
        ["delegates.removed.v1"] = typeof(DelegatesRemoved),
        ["delegates.returned.v1"] = typeof(DelegatesReturned),
        ["joining.locked.v1"] = typeof(JoiningLocked),
        ["approval.set.v1"] = typeof(ApprovalSet),
        ["delegate.changed.v1"] = typeof(ProfileChanged),
        ["delegate.removed.v1"] = typeof(DelegateRemoved),
        ["delegate.readmitted.v1"] = typeof(DelegateReadmitted),
        ["delegates.listed.v1"] = typeof(DelegatesListed),
        ["contribution.added.v1"] = typeof(ContributionAdded),
        ["contribution.edited.v1"] = typeof(ContributionEdited),
        ["contribution.withdrawn.v1"] = typeof(ContributionWithdrawn),
        ["contribution.hidden.v1"] = typeof(ContributionHidden),
        ["contribution.taken.v1"] = typeof(LateTaken),
        ["nod.set.v1"] = typeof(NodSet),
        ["pick.set.v1"] = typeof(PickSet),
        ["theme.created.v1"] = typeof(ThemeCreated),
        ["theme.renamed.v1"] = typeof(ThemeRenamed),
        ["theme.removed.v1"] = typeof(ThemeRemoved),
        ["contribution.themed.v1"] = typeof(MovedToTheme),
        ["dots.placed.v1"] = typeof(DotsPlaced),
        ["votes.reset.v1"] = typeof(VotesReset),
        ["votes.returned.v1"] = typeof(VotesReturned),
        ["answer.given.v1"] = typeof(AnswerGiven),
        ["team.taken.v1"] = typeof(TeamTaken),
        ["teams.assigned.v1"] = typeof(TeamsAssigned),
        ["nods.counted.v1"] = typeof(NodsCounted),
        ["answers.counted.v2"] = typeof(AnswersCounted),
        ["contribution.erased.v1"] = typeof(ContributionErased),
        ["delegate.erased.v1"] = typeof(DelegateErased),
        ["note.written.v1"] = typeof(NoteWritten),
        ["note.written.v2"] = typeof(NoteKept),
        ["decision.recorded.v1"] = typeof(DecisionRecorded),
        ["decision.changed.v1"] = typeof(DecisionChanged),
        ["decision.removed.v1"] = typeof(DecisionRemoved),
        ["action.recorded.v1"] = typeof(ActionRecorded),
        ["action.changed.v1"] = typeof(ActionChanged),
        ["action.removed.v1"] = typeof(ActionRemoved),
        ["role.changed.v1"] = typeof(RoleChanged),
    };

    private static readonly Dictionary<Type, string> ByType = ByName.ToDictionary(x => x.Value, x => x.Key);

    /// <summary>All names with their types.</summary>
    public static IReadOnlyDictionary<string, Type> All => ByName;

    /// <summary>Names that are written no more. The journal has them, and they are read as the event that has come after.</summary>
    public static IReadOnlySet<string> Former { get; } = new HashSet<string>(StringComparer.Ordinal) { "answers.counted.v1" };

    /// <summary>The journal's name of an event.</summary>
    public static string Of(SessionEvent e) => ByType[e.GetType()];
}
