using System.Collections.Immutable;

namespace WorkshopHub.Core.Sessions;

/// <summary>
/// Keeps a session within its limits. It judges what a command would give, so that what changes nothing is never refused
/// for it; and it only ever holds up delegates.
/// </summary>
public static class Limiting
{
    /// <summary>How many people are in or wait.</summary>
    public static int People(SessionState state) => state.Present.Count() + state.Waits.Count();

    public static bool IsFull(SessionState state, SessionLimits limits) => People(state) >= limits.People;

    /// <summary>How many contributions count: of delegates, and neither withdrawn nor hidden.</summary>
    public static int Contributions(SessionState state) =>
        state.Contributions.Values.Count(c => c is { Author: Sender.Delegate, Withdrawn: false, Hidden: false, CarriedFrom: null });

    internal static Refusal? Refuse(SessionState state, Sender sender, Command command, Ruling ruling, SessionLimits limits)
    {
        if (ruling.Events.Count == 0) return null;
        if (command is Join) return IsFull(state, limits) ? RefusalKind.SessionFull : null;
        // Who takes something back makes it less, and does it once for each.
        if (sender is not Sender.Delegate || command is WithdrawContribution) return null;
        var sent = state.Sent.GetValueOrDefault(((Sender.Delegate)Anonymity.AuthorOf(state, sender, command)).Id);
        if (sent.Changes >= limits.ChangesOfOne) return RefusalKind.ChangesSpent.With(limits.ChangesOfOne);
        if (command is not Contribute) return null;
        if (sent.Contributions >= limits.ContributionsOfOne) return RefusalKind.OwnContributionsSpent.With(limits.ContributionsOfOne);
        // Counting is for rooms near the limit: every other one has not that many of any kind.
        return state.Contributions.Count >= limits.Contributions && Contributions(state) >= limits.Contributions
            ? RefusalKind.ContributionsSpent.With(limits.Contributions)
            : null;
    }

    /// <summary>Counts what a delegate sends, under the name in which it is written.</summary>
    internal static SessionState Counted(SessionState state, Recorded recorded)
    {
        if (recorded.By is not Sender.Delegate { Id: var id }) return state;
        var sent = state.Sent.GetValueOrDefault(id);
        return state with
        {
            Sent = state.Sent.SetItem(id, new(sent.Changes + 1, sent.Contributions + (recorded.Event is ContributionAdded ? 1 : 0)))
        };
    }
}
