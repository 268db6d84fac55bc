namespace WorkshopHub.Core.Sessions;

/// <summary>"We have that too", on or off.</summary>
public sealed record Nod(string ContributionId, bool On) : Command;

public sealed record NodSet(string ContributionId, bool On) : SessionEvent;

/// <summary>One delegate, one contribution, on or off: never a number that a client sends.</summary>
internal static class Nodding
{
    internal static Ruling Decide(SessionState state, Sender sender, Nod c)
    {
        if (!state.Contributions.TryGetValue(c.ContributionId, out var contribution)) return RefusalKind.NoSuchContribution;
        if (contribution is { JoinedInto: not null, Hidden: false }) contribution = state.Contributions[state.FirstOf(contribution.Id)!];
        if (!Sight.ReadsAs(state, contribution, ((Sender.Delegate)sender).Id)) return RefusalKind.NoSuchContribution;
        if (Sight.WhyNotOnWall(state, contribution) is { } refusal) return refusal;
        if (state.Now?.ActivityId != contribution.ActivityId || state.CurrentStep is not { Nods: true }) return RefusalKind.NodsClosed;
        var on = state.HasNodded(contribution, ((Sender.Delegate)sender).Id);
        return on == c.On ? Ruling.Nothing : new NodSet(contribution.Id, c.On);
    }

    // Whoever nodded at a variant and takes it back, takes it back there.
    internal static SessionState Apply(SessionState state, Sender by, NodSet e)
    {
        if (by is not Sender.Delegate d) return state;
        if (e.On) return state.With(e.ContributionId, c => c with { Nods = c.Nods.Add(d.Id) });
        var variants = state.Contributions.TryGetValue(e.ContributionId, out var first) ? state.VariantsOf(first).Select(v => v.Id) : [];
        return variants.Prepend(e.ContributionId).Aggregate(state, (s, id) => s.With(id, c => c with { Nods = c.Nods.Remove(d.Id) }));
    }
}
