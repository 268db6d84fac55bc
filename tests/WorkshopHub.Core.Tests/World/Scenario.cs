using System.Collections.Immutable;
using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Tests.World;

/// <summary>
/// Given / When / Then over one session. Everything before "when" is commands that were carried out, never a state that
/// was put together by hand. A value: a test can go two ways from the same point.
/// </summary>
internal sealed record Scenario(SessionState State, ImmutableList<Recorded> Journal, DateTimeOffset Now)
{
    internal static readonly DateTimeOffset Morning = new(2026, 6, 18, 9, 0, 0, TimeSpan.Zero);

    internal static Scenario Empty { get; } = new(new SessionState { Id = new("session") }, [], Morning);

    /// <summary>How much the session takes.</summary>
    internal SessionLimits Limits { get; init; } = SessionLimits.Default;

    /// <summary>A command that has to succeed.</summary>
    /// <param name="id">The id of what it creates.</param>
    internal Scenario Given(Sender by, Command command, string? id = null)
    {
        var turn = Take(by, command, id ?? $"id-{Journal.Count + 1}");
        Assert.True(turn.Refusal is null, $"Given {command}: {turn.Refusal}");
        return After(turn);
    }

    /// <summary>Time passes.</summary>
    internal Scenario Later(double seconds) => this with { Now = Now.AddSeconds(seconds) };

    internal Outcome When(Sender by, Command command, string id = "new")
    {
        return new(this, by, Take(by, command, id));
    }

    /// <summary>After a turn that was taken from here.</summary>
    internal Scenario After(Turn turn) => this with { State = turn.Next, Journal = Journal.AddRange(turn.Events) };

    /// <summary>Events that no command gives any more, or not here: what was written is read for ever.</summary>
    internal Scenario Happened(Sender by, params IEnumerable<SessionEvent> events)
    {
        var version = State.Version;
        var happened = events.Select(e => new Recorded(++version, Now, by, e)).ToList();
        return this with { State = happened.Aggregate(State, Session.Apply), Journal = Journal.AddRange(happened) };
    }

    // The same chance in every test: the same aliases.
    private Turn Take(Sender by, Command command, string id) =>
        Turn.Take(State, by, command, new(Now, id) { Limits = Limits, Layouts = LayoutCatalogue.Needs, Chance = new byte[32] });
}

/// <param name="By">Who sent the command.</param>
internal sealed record Outcome(Scenario Before, Sender By, Turn Turn)
{
    /// <summary>Exactly these events.</summary>
    internal Scenario Then(params SessionEvent[] expected)
    {
        Assert.Null(Turn.Refusal);
        Assert.Equal(expected, Events);
        return After;
    }

    /// <summary>One event of this kind, of which only some matters.</summary>
    internal Scenario Then<T>(Action<T>? check = null)
        where T : SessionEvent
    {
        Assert.Null(Turn.Refusal);
        var e = Assert.IsType<T>(Assert.Single(Events));
        check?.Invoke(e);
        return After;
    }

    /// <summary>Carried out, and it was as wanted already.</summary>
    internal Scenario ThenNothing() => Then([]);

    internal Scenario ThenRefused(RefusalKind kind)
    {
        Assert.Equal(kind.Code, Turn.Refusal?.Code);
        Assert.Empty(Turn.Events);
        // A sentence with an unfilled place would only fail in front of a person.
        Assert.DoesNotContain("{", Turn.Refusal!.Message, StringComparison.Ordinal);
        return Before;
    }

    internal Scenario After => Before.After(Turn);

    internal IEnumerable<SessionEvent> Events => Turn.Events.Select(e => e.Event);
}
