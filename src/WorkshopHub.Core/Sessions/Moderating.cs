namespace WorkshopHub.Core.Sessions;

/// <param name="Hidden">False shows it again.</param>
/// <param name="Reason">For the author; at most 250 characters.</param>
public sealed record Hide(string ContributionId, bool Hidden, string? Reason = null) : Command;

/// <summary>Takes in what came too late.</summary>
public sealed record TakeLate(string ContributionId) : Command;

public sealed record ContributionHidden(string ContributionId, bool Hidden, Words? Reason) : SessionEvent;

public sealed record LateTaken(string ContributionId) : SessionEvent;

/// <summary>What the facilitator takes off the wall, and what comes onto it after all.</summary>
internal static class Moderating
{
    internal static Ruling Decide(SessionState state, Hide c, Occasion now)
    {
        if (!state.Contributions.TryGetValue(c.ContributionId, out var contribution)) return RefusalKind.NoSuchContribution;
        if (contribution.Withdrawn) return RefusalKind.Withdrawn;
        string? reason = null;
        if (c.Reason is not null && !Writing.IsEmpty(Writing.Clean(c.Reason)))
        {
            reason = Writing.Take(c.Reason, Writing.ContributionMax, out var refusal);
            if (refusal is not null) return refusal;
        }

        if (contribution.Hidden == c.Hidden) return Ruling.Nothing;
        return new ContributionHidden(contribution.Id, c.Hidden, reason is null ? null : new(now.NewId, reason));
    }

    internal static Ruling Decide(SessionState state, TakeLate c)
    {
        if (!state.Contributions.TryGetValue(c.ContributionId, out var contribution)) return RefusalKind.NoSuchContribution;
        if (contribution.Withdrawn) return RefusalKind.Withdrawn;
        return contribution.Late ? new LateTaken(contribution.Id) : RefusalKind.NotLate;
    }

    // What is hidden gives up its pick: another one can be picked meanwhile, and shown again there would be two.
    internal static SessionState Apply(SessionState state, ContributionHidden e) => state.With(
        e.ContributionId,
        c => c with
        {
            Hidden = e.Hidden,
            HiddenBecause = e.Hidden
            ? e.Reason?.Text : null,
            ReasonId = e.Hidden ? e.Reason?.Id : null,
            Picked = c.Picked && !e.Hidden
        });

    internal static SessionState Apply(SessionState state, LateTaken e) => state.With(e.ContributionId, c => c with { Late = false });
}
