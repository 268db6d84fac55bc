namespace WorkshopHub.Core.Sessions;

/// <summary>Sets a contribution aside for later, or brings it back.</summary>
public sealed record Park(string ContributionId, bool Parked) : Command;

public sealed record ContributionParked(string ContributionId, bool Parked) : SessionEvent;

/// <summary>Not now, and not lost: off the wall, with its answers, and in a section of its own in the summary.</summary>
internal static class Parking
{
    internal static Ruling Decide(SessionState state, Park c)
    {
        if (!state.Contributions.TryGetValue(c.ContributionId, out var contribution)) return RefusalKind.NoSuchContribution;
        if (contribution.Withdrawn) return RefusalKind.Withdrawn;
        if (contribution.JoinedInto is not null) return RefusalKind.Joined;
        return contribution.Parked == c.Parked ? Ruling.Nothing : new ContributionParked(contribution.Id, c.Parked);
    }

    // Like what is hidden it gives up its pick: another one can be picked meanwhile.
    internal static SessionState Apply(SessionState state, ContributionParked e) =>
        state.With(e.ContributionId, c => c with { Parked = e.Parked, Picked = c.Picked && !e.Parked });
}
