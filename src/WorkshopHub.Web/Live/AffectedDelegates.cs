using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.Live;

/// <summary>Whose own page an event concerns, so that only these fetch it again.</summary>
internal static class AffectedDelegates
{
    /// <returns>The delegates; null: all of them.</returns>
    internal static IReadOnlyList<DelegateId>? Of(SessionState state, Recorded recorded) => recorded.Event switch
    {
        // Hidden with their contributions: who answered one of these reads it above the own answer.
        DelegateRemoved { WithContributions: true } or DelegatesRemoved { WithContributions: true } or DelegatesReturned => null,
        DelegatesRemoved e => e.DelegateIds,
        DelegateRemoved e => [e.DelegateId],
        DelegateReadmitted e => [e.DelegateId],
        ContributionEdited e => Readers(state, e.ContributionId),
        ContributionWithdrawn e => Readers(state, e.ContributionId),
        ContributionHidden e => Readers(state, e.ContributionId),
        NodSet e when state.Contributions.TryGetValue(e.ContributionId, out var c) =>
            [.. Behind(state, c.ActivityId, recorded.By), .. Author(state, e.ContributionId)],
        ContributionAdded e => Behind(state, e.ActivityId, recorded.By),
        // Votes are kept under an alias whatever the policy.
        DotsPlaced e => Behind(state, e.ActivityId, recorded.By),
        AnswerGiven e => Behind(state, e.ActivityId, recorded.By),
        TeamTaken e => Behind(state, e.ActivityId, recorded.By),
        DoneSet when state.Now is { } now => Behind(state, now.ActivityId, recorded.By),
        ContributionErased e => Readers(state, e.ContributionId),
        DelegateErased e => [e.Profile.Id],
        LateTaken e => Author(state, e.ContributionId),
        PickSet e => [.. Author(state, e.TargetId), .. e.Replaces is null ? [] : Author(state, e.Replaces)],
        // These reach what many have said or nodded at: where it stands, what became of it, what hangs under it.
        ContributionParked or ContributionsJoined or ContributionsParted or ContributionsCarried or ActivityRemoved or ActivityReturned =>
            null,
        MoveUndone or ContributionRestored or LateReturned or PlaceReturned => null,
        // Closing and opening decide what can still be edited; a new step, whether somebody is done.
        SessionClosed or SessionReopened or ActivityStarted or StepEntered or ActivityChanged or TeamsAssigned or VotesReset
            or ThemeRemoved => null,
        _ => recorded.By is Sender.Delegate d ? [d.Id] : [],
    };

    // Above an own answer stands what it answers.
    private static DelegateId[] Readers(SessionState state, string contributionId)
    {
        if (!state.Contributions.TryGetValue(contributionId, out var c) || state.Activity(c.ActivityId) is not { } activity) return [];
        var answers = activity.Lanes.Where(l => l.ParentLaneId == c.LaneId).SelectMany(l => state.In(c.ActivityId, l.LaneId, c.Id));
        return [.. answers.Append(c).SelectMany(x => Behind(state, x.ActivityId, x.Author))];
    }

    private static DelegateId[] Author(SessionState state, string contributionId) =>
        state.Contributions.TryGetValue(contributionId, out var c) ? Behind(state, c.ActivityId, c.Author) : [];

    // An alias whose secret is gone is nobody's: nothing of it is on anybody's own page any more.
    private static DelegateId[] Behind(SessionState state, string activityId, Sender author) =>
        author is Sender.Delegate d && state.Behind(activityId, d.Id) is { } id ? [id] : [];
}
