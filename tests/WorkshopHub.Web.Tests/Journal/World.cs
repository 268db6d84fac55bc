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

    public static Entry Entry(SessionId id, params IReadOnlyList<Recorded> events) => new() { SessionId = id, Events = events };

    /// <summary>The first entry of a session: created and opened at version 1.</summary>
    public static Entry First(SessionId id, string code) => Entry(id, At(1, new Opened("Night shift", Mood.Curious))) with
    {
        Creation = new(code, Noon),
        Listing = new("Night shift", "draft", 1, 0, Moment(1)) { Members = [new(new("lead"), "lead")] },
    };

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

public sealed record Listed(Seq<Words> Prompts, Words? Closing, Sender Giver) : SessionEvent;

public sealed record Erased(Words What) : SessionEvent;

/// <summary>An event that nobody gave a name.</summary>
public sealed record Nameless : SessionEvent;
