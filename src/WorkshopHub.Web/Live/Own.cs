using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.Live;

/// <summary>Whose own page an event concerns, so that only these fetch it again.</summary>
internal static class Own
{
    /// <returns>The delegates; null: all of them.</returns>
    internal static IReadOnlyList<DelegateId>? Concerns(SessionState state, Recorded recorded) => recorded.Event switch
    {
        DelegateRemoved e => [e.DelegateId],
        DelegateReadmitted e => [e.DelegateId],
        ContributionEdited e => Author(state, e.ContributionId),
        ContributionWithdrawn e => Author(state, e.ContributionId),
        ContributionHidden e => Author(state, e.ContributionId),
        LateTaken e => Author(state, e.ContributionId),
        PickSet e => [.. Author(state, e.TargetId), .. e.Replaces is null ? [] : Author(state, e.Replaces)],
        // Closing and opening decide what can still be edited; a new step, whether somebody is done.
        SessionClosed or SessionReopened or ActivityStarted or StepEntered or ActivityChanged => null,
        _ => recorded.By is Sender.Delegate d ? [d.Id] : [],
    };

    private static DelegateId[] Author(SessionState state, string contributionId) =>
        state.Contributions.TryGetValue(contributionId, out var c) && c.Author is Sender.Delegate d ? [d.Id] : [];
}
