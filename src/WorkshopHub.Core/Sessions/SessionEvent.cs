namespace WorkshopHub.Core.Sessions;

/// <summary>
/// Something that happened in a session and that is never judged again. Each capability declares its own events;
/// <c>EventNames</c> lists them all with the name that the journal keeps for ever.
/// </summary>
public abstract record SessionEvent;

/// <summary>An event in the journal.</summary>
/// <param name="Version">Position in the session's journal: 1, 2, 3, … without gaps.</param>
/// <param name="At">Stamped once by the session's writer; never before the previous event's.</param>
/// <param name="By">Who sent the command that gave it.</param>
public sealed record Recorded(long Version, DateTimeOffset At, Sender By, SessionEvent Event);

/// <summary>
/// A text that people wrote, inside an event. The journal's event holds only the id; the text lies apart, so that it
/// can vanish without touching history. A text that was erased is null.
/// </summary>
public sealed record Words(string Id, string? Text);

/// <summary>
/// What a delegate told about themselves, inside an event. Kept apart from the events, like <see cref="Words"/>, under
/// the delegate's id.
/// </summary>
/// <param name="Name">1 to 60 characters, or null: nobody has to give a name.</param>
/// <param name="Sector">One of the options of the session's sector question, or null: not said.</param>
public sealed record Profile(DelegateId Id, string? Name, string? Sector, string? Language = null);
