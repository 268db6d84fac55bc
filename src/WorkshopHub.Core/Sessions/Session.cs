using System.Diagnostics;

namespace WorkshopHub.Core.Sessions;

/// <summary>
/// The decider. Decide judges a command against a state and changes nothing; Apply folds an event into a state and
/// judges nothing, so that every event ever written can be read. Both only dispatch: rules stand with their capability.
/// </summary>
public static class Session
{
    /// <summary>What a command gives, or why not. Pure.</summary>
    public static Ruling Decide(SessionState state, Sender sender, Command command, Occasion now)
    {
        if ((Admission.Refuse(state, sender, command) ?? Anonymity.Refuse(state, sender, command)) is { } refusal) return refusal;
        var ruling = Judge(state, sender, command, now);
        return Limiting.Refuse(state, sender, command, ruling, now.Limits) is { } tooMuch ? tooMuch : ruling;
    }

    private static Ruling Judge(SessionState state, Sender sender, Command command, Occasion now)
    {
        return command switch
        {
            CreateSession c => Lifecycle.Decide(state, sender, c),
            OpenSession c => Lifecycle.Decide(state, c),
            CloseSession c => Lifecycle.Decide(state, c),
            ReopenSession c => Lifecycle.Decide(state, c),
            ChangeSession c => Lifecycle.Decide(state, c),
            AddActivity c => AgendaAdding.Decide(state, c, now),
            MoveActivity c => AgendaOrder.Decide(state, c),
            RemoveActivity c => AgendaOrder.Decide(state, c),
            Park c => Parking.Decide(state, c),
            JoinContributions c => Variants.Decide(state, c),
            CarryOver c => Carrying.Decide(state, c, now),
            Undo c => Undoing.Decide(state, sender, c),
            ChangeActivity c => AgendaChanges.Decide(state, c),
            StartActivity c => Moving.Decide(state, c),
            MoveToStep c => Moving.Decide(state, c),
            ShowPoint c => Moving.Decide(state, c),
            SetDone c => Moving.Decide(state, sender, c),
            StartTimer c => Timing.Decide(state, c, now),
            AddTime c => Timing.Decide(state, c, now),
            StopTimer c => Timing.Decide(state, c),
            SetScreen c => ScreenControl.Decide(state, c),
            Join c => Joining.Decide(state, c, now),
            ChangeProfile c => Joining.Decide(state, sender, c),
            LockJoining c => Doorkeeping.Decide(state, c),
            AdmitDelegates c => Doorkeeping.Decide(state, c),
            RemoveDelegates c => RemovingMany.Decide(state, c),
            RemoveDelegate c => Joining.Decide(state, c),
            ReadmitDelegate c => Joining.Decide(state, c),
            Contribute c => Contributing.Decide(state, sender, c, now),
            EditContribution c => Contributing.Decide(state, sender, c, now),
            WithdrawContribution c => Contributing.Decide(state, sender, c),
            Hide c => Moderating.Decide(state, c, now),
            TakeLate c => Moderating.Decide(state, c),
            CreateTheme c => Theming.Decide(state, c, now),
            RenameTheme c => Theming.Decide(state, c, now),
            RemoveTheme c => Theming.Decide(state, c),
            MoveToTheme c => Theming.Decide(state, c),
            PlaceDots c => Voting.Decide(state, sender, c),
            ResetVotes c => Voting.Decide(state, c),
            GiveAnswer c => Answering.Decide(state, sender, c),
            TakeTeam c => Teams.Decide(state, sender, c),
            AssignTeams c => Teams.Decide(state, c),
            React c => Reacting.Decide(c),
            Nod c => Nodding.Decide(state, sender, c),
            Pick c => Picking.Decide(state, c),
            Erase c => Erasing.Decide(state, c),
            WriteNote c => Notes.Decide(state, sender, c, now),
            RecordDecision c => Outcomes.Decide(state, c, now),
            ChangeDecision c => Outcomes.Decide(state, c, now),
            RemoveDecision c => Outcomes.Decide(state, c),
            RecordAction c => Outcomes.Decide(state, c, now),
            ChangeAction c => Outcomes.Decide(state, c, now),
            RemoveAction c => Outcomes.Decide(state, c),
            ChangeRoles c => RoleChanges.Decide(state, c),
            _ => throw new UnreachableException($"No capability decides {command.GetType().Name}."),
        };
    }

    /// <summary>The state after an event. Pure; accepts every event ever written.</summary>
    public static SessionState Apply(SessionState state, Recorded recorded)
    {
        var folded = Fold(state, recorded);
        var heard = Anonymity.Heard(folded, recorded);
        var voted = Voting.WithinBudget(state, heard, recorded.Event);
        var next = ScreenControl.WithoutStaleSpotlight(voted) with { Version = recorded.Version, At = recorded.At };
        // What must vanish vanishes from a held screen too; everything else stands still there.
        if (next.Held is { } held && ScreenControl.ReachesHeld(recorded.Event))
        {
            next = next with { Held = ScreenControl.WithoutStaleSpotlight(Fold(held, recorded)) };
        }

        return Limiting.Counted(Undoing.Note(state, next, recorded), recorded);
    }

    /// <summary>The state after events, from nothing.</summary>
    public static SessionState Replay(SessionId id, IEnumerable<Recorded> events) =>
        events.Aggregate(new SessionState { Id = id }, Apply);

    private static SessionState Fold(SessionState state, Recorded r) => r.Event switch
    {
        SessionCreated e => Lifecycle.Apply(state, e),
        SessionChanged e => Lifecycle.Apply(state, e),
        SessionOpened e => Lifecycle.Apply(state, e, r.At),
        SessionClosed e => Lifecycle.Apply(state, e, r.At),
        SessionReopened e => Lifecycle.Apply(state, e),
        ActivitiesAdded e => AgendaAdding.Apply(state, e),
        ActivityMoved e => AgendaOrder.Apply(state, e),
        ActivityRemoved e => AgendaOrder.Apply(state, e),
        ActivityReturned e => AgendaOrder.Apply(state, e),
        ContributionParked e => Parking.Apply(state, e),
        ContributionsJoined e => Variants.Apply(state, e),
        ContributionsParted e => Variants.Apply(state, e),
        ContributionsCarried e => Carrying.Apply(state, e),
        ContributionRestored e => Compensating.Apply(state, e),
        LateReturned e => Compensating.Apply(state, e),
        PlaceReturned e => Compensating.Apply(state, e, r.At),
        ScreenReturned e => Compensating.Apply(state, e),
        MoveUndone e => Undoing.Apply(state, e),
        ActivityChanged e => AgendaChanges.Apply(state, e),
        ActivityStarted e => Moving.Apply(state, e, r.At),
        StepEntered e => Moving.Apply(state, e, r.At),
        PointShown e => Moving.Apply(state, e),
        DoneSet e => Moving.Apply(state, r.By, e),
        TimerSet e => Timing.Apply(state, e),
        TimerStopped e => Timing.Apply(state, e),
        ScreenSet e => ScreenControl.Apply(state, e, r.At),
        DelegateJoined e => Joining.Apply(state, e, r.At),
        DelegateWaits e => Doorkeeping.Apply(state, e, r.At),
        JoiningLocked e => Doorkeeping.Apply(state, e),
        ApprovalSet e => Doorkeeping.Apply(state, e),
        DelegatesAdmitted e => Doorkeeping.Apply(state, e),
        DelegatesRemoved e => RemovingMany.Apply(state, e),
        DelegatesReturned e => RemovingMany.Apply(state, e),
        ProfileChanged e => Joining.Apply(state, e),
        DelegateRemoved e => Joining.Apply(state, e),
        DelegateReadmitted e => Joining.Apply(state, e),
        ContributionAdded e => Contributing.Apply(state, r.By, e),
        ContributionEdited e => Contributing.Apply(state, r.By, e),
        ContributionWithdrawn e => Contributing.Apply(state, e),
        ContributionHidden e => Moderating.Apply(state, e),
        LateTaken e => Moderating.Apply(state, e),
        ThemeCreated e => Theming.Apply(state, e),
        ThemeRenamed e => Theming.Apply(state, e),
        ThemeRemoved e => Theming.Apply(state, e),
        MovedToTheme e => Theming.Apply(state, e),
        DotsPlaced e => Voting.Apply(state, r.By, e),
        VotesReset e => Voting.Apply(state, e),
        VotesReturned e => Voting.Apply(state, e),
        AnswerGiven e => Answering.Apply(state, r.By, e),
        TeamTaken e => Teams.Apply(state, r.By, e),
        TeamsAssigned e => Teams.Apply(state, e),
        NodSet e => Nodding.Apply(state, r.By, e),
        PickSet e => Picking.Apply(state, e),
        NodsCounted e => Anonymity.Apply(state, e),
        AnswersCounted e => Anonymity.Apply(state, e),
        DelegatesListed e => Roll.Apply(state, e),
        ContributionErased e => Erasing.Apply(state, e),
        DelegateErased e => Erasing.Apply(state, e),
        NoteWritten e => Notes.Apply(state, r.By, e),
        NoteKept e => Notes.Apply(state, e),
        DecisionRecorded e => Outcomes.Apply(state, e),
        DecisionChanged e => Outcomes.Apply(state, e),
        DecisionRemoved e => Outcomes.Apply(state, e),
        ActionRecorded e => Outcomes.Apply(state, e),
        ActionChanged e => Outcomes.Apply(state, e),
        ActionRemoved e => Outcomes.Apply(state, e),
        RoleChanged e => RoleChanges.Apply(state, e),
        _ => throw new UnreachableException($"No capability applies {r.Event.GetType().Name}."),
    };
}
