namespace WorkshopHub.Core.Sessions;

/// <summary>
/// What a host tells whoever follows one of its sessions, in order and without gaps: with the state at which one began to
/// follow, enough to have the same state. For the host's own side only, because it carries the secrets of aliases.
/// </summary>
/// <param name="Events">As they happened; none where only an answer was kept.</param>
/// <param name="Secrets">Those that came with them.</param>
/// <param name="ForgetsSecrets">All that were there before are gone.</param>
public sealed record Commit(IReadOnlyList<Recorded> Events, IReadOnlyList<AliasSecret> Secrets, bool ForgetsSecrets)
{
    /// <summary>What a turn is to those who follow.</summary>
    public static Commit Of(Turn turn) =>
        new(turn.Events, turn.Record?.Secrets ?? [], turn.Record?.ForgetsSecrets ?? false);

    /// <summary>The state after it. A commit that it holds already changes nothing.</summary>
    /// <exception cref="InvalidOperationException">Something in between is missing.</exception>
    public SessionState On(SessionState state)
    {
        var news = Events.SkipWhile(e => e.Version <= state.Version).ToList();
        if (news.Count == 0) return state;
        if (news[0].Version != state.Version + 1)
            throw new InvalidOperationException($"After version {state.Version} comes {news[0].Version}: something is missing.");

        var next = news.Aggregate(state, Session.Apply);
        if (ForgetsSecrets) next = next with { Aliases = Aliases.None };
        return Secrets.Count == 0 ? next : next.With(Secrets);
    }
}
