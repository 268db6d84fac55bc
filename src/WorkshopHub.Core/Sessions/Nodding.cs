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
        if (contribution.Withdrawn) return RefusalKind.Withdrawn;
        if (contribution.Hidden) return RefusalKind.Hidden;
        if (!contribution.Stands) return RefusalKind.NoSuchContribution;
        if (state.Now?.ActivityId != contribution.ActivityId || state.CurrentStep is not { Nods: true }) return RefusalKind.NodsClosed;
        var on = state.HasNodded(contribution, ((Sender.Delegate)sender).Id);
        return on == c.On ? Ruling.Nothing : new NodSet(contribution.Id, c.On);
    }

    internal static SessionState Apply(SessionState state, Sender by, NodSet e) => by is Sender.Delegate d
        ? state.With(e.ContributionId, c => c with { Nods = e.On ? c.Nods.Add(d.Id) : c.Nods.Remove(d.Id) })
        : state;
}
