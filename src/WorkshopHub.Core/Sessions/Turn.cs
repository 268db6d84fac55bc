namespace WorkshopHub.Core.Sessions;

/// <summary>
/// What one command makes of a session: judged, signed, stamped, folded, and what of it is kept. The one way from a
/// command to the next state: live sessions take it, and whatever else plays a session (examples, samples, tests). Pure.
/// </summary>
public sealed record Turn
{
    private Turn()
    {
    }

    /// <summary>Why nothing came of it; null: it was carried out.</summary>
    public Refusal? Refusal { get; private init; }

    /// <summary>What happened. Empty where it was as wanted already, and on a refusal.</summary>
    public IReadOnlyList<Recorded> Events { get; private init; } = [];

    /// <summary>The session after it, with the secrets of its aliases; as before on a refusal.</summary>
    public required SessionState Next { get; init; }

    /// <summary>The id of what was created, or null. For the sender alone: who keeps it, keeps <see cref="TurnRecord.ResultId"/>.</summary>
    public string? ResultId { get; private init; }

    /// <summary>What is to be written down, in one piece or not at all; null on a refusal.</summary>
    public TurnRecord? Record { get; private init; }

    /// <summary>Takes a command's turn.</summary>
    /// <param name="now">Its moment is never before the newest event.</param>
    /// <exception cref="InvalidOperationException">
    /// Something becomes anonymous, and <paramref name="now"/> has no chance for its secret.
    /// </exception>
    public static Turn Take(SessionState state, Sender sender, Command command, Occasion now)
    {
        var ruling = Session.Decide(state, sender, command, now);
        if (ruling.Refusal is { } refusal) return new() { Next = state, Refusal = refusal };
        var author = Anonymity.AuthorOf(state, sender, command);
        // The moment would tell who was seen typing: what is anonymous has the time of what came before it.
        var at = Anonymity.IsVeiled(state, sender, command) ? state.At : now.At;
        var version = state.Version;
        var events = ruling.Events.Select(e => new Recorded(++version, at, author, e)).ToList();
        var (next, made, forgets) = AliasSecrets.Settle(state, events.Aggregate(state, Session.Apply), now.Chance.Span);
        var (signedBy, resultId) = Roll.Veiled(state, command, author, ruling.ResultId);
        return new()
        {
            Events = events,
            Next = next,
            ResultId = ruling.ResultId,
            Record = new()
            {
                Events = [.. events.Select(e => Roll.Veiled(state, e))],
                People = [.. events.Select(e => Roll.ProfileIn(e.Event)).OfType<Profile>()],
                Author = signedBy,
                ResultId = resultId,
                Secrets = made,
                ForgetsSecrets = forgets,
                Erases = events.Any(e => e.Event is ContributionErased or DelegateErased) || (forgets && !state.Aliases.IsEmpty),
            },
        };
    }
}

/// <summary>
/// What a turn leaves behind. Where something is anonymous to everybody that says less than what happened (<see cref="Roll"/>).
/// </summary>
public sealed record TurnRecord
{
    /// <summary>The events as they are kept.</summary>
    public required IReadOnlyList<Recorded> Events { get; init; }

    /// <summary>What delegates told about themselves in them; the events may have aliases in their place.</summary>
    public required IReadOnlyList<Profile> People { get; init; }

    /// <summary>In whose name the command's answer is kept, so that the same command sent again is answered and not done again.</summary>
    public required Sender Author { get; init; }

    /// <summary>The id that is kept with it.</summary>
    public required string? ResultId { get; init; }

    /// <summary>Of what begins to be anonymous.</summary>
    public required IReadOnlyList<AliasSecret> Secrets { get; init; }

    /// <summary>Every secret that was kept goes, before those of this turn are kept.</summary>
    public required bool ForgetsSecrets { get; init; }

    /// <summary>What vanishes with this turn shall be gone from the files as well when it counts as saved.</summary>
    public required bool Erases { get; init; }
}
