using System.Collections.Immutable;
using System.Text;
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
        var ruling = Decide(by, command, id ?? $"id-{Journal.Count + 1}");
        Assert.True(ruling.Refusal is null, $"Given {command}: {ruling.Refusal}");
        return Happened(Anonymity.AuthorOf(State, by, command), ruling.Events);
    }

    /// <summary>Time passes.</summary>
    internal Scenario Later(double seconds) => this with { Now = Now.AddSeconds(seconds) };

    internal Outcome When(Sender by, Command command, string id = "new")
    {
        var ruling = Decide(by, command, id);
        return new(this, ruling.Refusal is null ? Anonymity.AuthorOf(State, by, command) : by, ruling);
    }

    internal Ruling Decide(Sender by, Command command, string id) => Session.Decide(State, by, command, new(Now, id) { Limits = Limits });

    internal Scenario Happened(Sender by, IEnumerable<SessionEvent> events)
    {
        var (state, journal) = (State, Journal);
        foreach (var e in events)
        {
            var recorded = new Recorded(state.Version + 1, Now, by, e);
            state = Session.Apply(state, recorded);
            journal = journal.Add(recorded);
        }

        return this with { State = Secret(state), Journal = journal };
    }

    // The live session's part: secrets come when they are needed, and go with the close.
    private static SessionState Secret(SessionState state) => state with
    {
        Aliases = state.Stage == Stage.Closed
            ? Aliases.None
            : Anonymity.LackingSecrets(state).Aggregate(state.Aliases, (all, id) => all.With(state.Id, id, Encoding.UTF8.GetBytes($"secret of {id}"))),
    };
}

/// <param name="By">In whose name it happened: the sender, or an alias.</param>
internal sealed record Outcome(Scenario Before, Sender By, Ruling Ruling)
{
    /// <summary>Exactly these events.</summary>
    internal Scenario Then(params SessionEvent[] expected)
    {
        Assert.Null(Ruling.Refusal);
        Assert.Equal(expected, Ruling.Events);
        return After;
    }

    /// <summary>One event of this kind, of which only some matters.</summary>
    internal Scenario Then<T>(Action<T>? check = null)
        where T : SessionEvent
    {
        Assert.Null(Ruling.Refusal);
        var e = Assert.IsType<T>(Assert.Single(Ruling.Events));
        check?.Invoke(e);
        return After;
    }

    /// <summary>Carried out, and it was as wanted already.</summary>
    internal Scenario ThenNothing() => Then([]);

    internal Scenario ThenRefused(RefusalKind kind)
    {
        Assert.Equal(kind.Code, Ruling.Refusal?.Code);
        Assert.Empty(Ruling.Events);
        // A sentence with an unfilled place would only fail in front of a person.
        Assert.DoesNotContain("{", Ruling.Refusal!.Message, StringComparison.Ordinal);
        return Before;
    }

    private Scenario After => Before.Happened(By, Ruling.Events);
}
