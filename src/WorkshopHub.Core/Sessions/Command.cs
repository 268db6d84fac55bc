using WorkshopHub.Core.Methods;

namespace WorkshopHub.Core.Sessions;

/// <summary>
/// Something that somebody wants of a session. Each capability declares its own; <see cref="CommandCatalogue"/> lists
/// them with the name in the public contract and who may send them.
/// </summary>
public abstract record Command;

/// <summary>What the session's writer adds to a command, because the core has neither a clock nor chance.</summary>
/// <param name="At">Now; never before the newest event.</param>
/// <param name="NewId">An id that nothing else has, for what the command may create.</param>
public sealed record Occasion(DateTimeOffset At, string NewId)
{
    /// <summary>How much this installation lets one session take.</summary>
    public SessionLimits Limits { get; init; } = SessionLimits.Default;

    /// <summary>The layouts that an activity can name; without them none can be described in a command.</summary>
    public ILayoutNeeds Layouts { get; init; } = NoLayouts.Known;

    /// <summary>
    /// At least 16 bytes of chance that nobody else knows, for the secrets behind aliases (<see cref="AliasSecret"/>); without
    /// them nothing can become anonymous.
    /// </summary>
    public ReadOnlyMemory<byte> Chance { get; init; }
}

/// <summary>What the decider says to a command: events, or nothing to do, or a refusal.</summary>
public sealed class Ruling
{
    private Ruling(IReadOnlyList<SessionEvent> events, string? resultId, Refusal? refusal)
    {
        Events = events;
        ResultId = resultId;
        Refusal = refusal;
    }

    /// <summary>Empty where it was as wanted already, and on a refusal.</summary>
    public IReadOnlyList<SessionEvent> Events { get; }

    /// <summary>The id of what was created, or null.</summary>
    public string? ResultId { get; }

    public Refusal? Refusal { get; }

    /// <summary>Carried out, and nothing had to change.</summary>
    public static Ruling Nothing { get; } = new([], null, null);

    public static Ruling Of(params SessionEvent[] events) => new(events, null, null);

    public static Ruling Created(string id, SessionEvent e) => new([e], id, null);

    public static implicit operator Ruling(Refusal refusal) => new([], null, refusal);

    public static implicit operator Ruling(RefusalKind kind) => new([], null, kind);

    public static implicit operator Ruling(SessionEvent e) => new([e], null, null);
}
