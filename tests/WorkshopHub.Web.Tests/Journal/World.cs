using WorkshopHub.Core;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Journal;

namespace WorkshopHub.Web.Tests.Journal;

/// <summary>Events of a small world of the tests' own, so that the journal's promises do not lean on real capabilities.</summary>
public static class World
{
    public static readonly IReadOnlyDictionary<string, Type> Names = new Dictionary<string, Type>
    {
        ["opened.v1"] = typeof(Opened),
        ["joined.v1"] = typeof(Joined),
        ["said.v1"] = typeof(Said),
        ["listed.v1"] = typeof(Listed),
        ["erased.v1"] = typeof(Erased),
    };

    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    public static readonly Sender Lead = new Sender.Account(new("lead"));

    public static readonly DelegateId Amara = new("amara");

    public static readonly DelegateId Bo = new("bo");

    /// <summary>A moment that no coarser clock than the journal's keeps.</summary>
    public static DateTimeOffset Moment(long version) => Noon.AddTicks(version * 10_000_001);

    public static Recorded At(long version, SessionEvent e, Sender? by = null) => new(version, Moment(version), by ?? Lead, e);

    /// <summary>An entry that changes nothing that lists show.</summary>
    public static JournalEntry Entry(SessionId id, params IReadOnlyList<Recorded> events)
    {
        var state = new SessionState { Id = id };
        return new()
        {
            Before = state,
            After = state,
            Record = new()
            {
                Events = events,
                People = [],
                Author = Lead,
                ResultId = null,
                Secrets = [],
                ForgetsSecrets = false,
                Erases = false
            },
        };
    }

    /// <summary>The first entry of a session: created and opened at version 1.</summary>
    public static JournalEntry First(SessionId id, string code) => (Entry(id, At(1, new Opened("Night shift", Mood.Curious))) with
    {
        Creation = new(code, Noon),
    }).To(s => s with { Title = "Night shift", Version = 1, At = Moment(1), Roles = s.Roles.Add(new("lead"), Role.Lead) });

    /// <summary>The same, and the session is so after it.</summary>
    public static JournalEntry To(this JournalEntry entry, Func<SessionState, SessionState> change) =>
        entry with { After = change(entry.Before) };

    /// <summary>The same from where another entry has led.</summary>
    public static JournalEntry After(this JournalEntry entry, JournalEntry other) =>
        entry with { Before = other.After, After = other.After };

    /// <summary>The same with more, or something else, to be kept.</summary>
    public static JournalEntry Leaving(this JournalEntry entry, Func<TurnRecord, TurnRecord> change) =>
        entry with { Record = change(entry.Record) };

    /// <summary>Somebody more is in the session.</summary>
    public static SessionState With(this SessionState state, DelegateId id) =>
        state with { Delegates = state.Delegates.Add(id, new(id, null, null, state.Delegates.Count, Removed: false)) };

    public static Said Says(string id, string? text) => new(id, new(id, text), Amara);
}

public enum Mood
{
    Curious,
    FairlyTired,
}

public sealed record Opened(string Title, Mood Mood) : SessionEvent;

public sealed record Joined(Profile Who, string? Language = null) : SessionEvent;

public sealed record Said(string Id, Words Text, DelegateId By) : SessionEvent
{
    /// <summary>Computed; would carry the text into the event if it were written.</summary>
    public string Loud => $"{Text.Text}!";
}

public sealed record Listed(ValueList<Words> Prompts, Words? Closing, Sender Giver) : SessionEvent;

public sealed record Erased(Words What) : SessionEvent;

/// <summary>An event that nobody gave a name.</summary>
public sealed record Nameless : SessionEvent;
