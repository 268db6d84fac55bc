namespace WorkshopHub.Core.Sessions;

/// <summary>
/// The time of one session. It follows the computer's clock, which people and networks set; but it never goes back, and
/// while something is being measured (a timer, the grace of a step that was left) it goes at the pace of a clock that
/// nobody sets. So a difference of two moments is how long it took, for phones and screens too.
/// </summary>
/// <param name="At">The moment.</param>
/// <param name="Steady">What the clock that nobody sets showed then; only differences mean anything.</param>
public readonly record struct SessionTime(DateTimeOffset At, TimeSpan Steady)
{
    /// <summary>
    /// Where the time of a session goes on that comes from its journal. How long it was away only the computer's clock can
    /// tell; where that is behind the newest event, it was no time at all.
    /// </summary>
    public static SessionTime Begin(SessionState state, DateTimeOffset wall, TimeSpan steady) =>
        new(wall > state.At ? wall : state.At, steady);

    /// <summary>The time now.</summary>
    /// <param name="state">With the newest event: it says what is being measured.</param>
    /// <param name="wall">What the computer's clock shows.</param>
    public SessionTime Next(SessionState state, DateTimeOffset wall, TimeSpan steady)
    {
        var at = At + (steady - Steady);
        if (at < state.At) at = state.At;
        return new(wall > at && !Measures(state, at) ? wall : at, steady);
    }

    private static bool Measures(SessionState state, DateTimeOffset at) =>
        state.Timer?.EndsAt > at || state.JustLeft.Any(p => at - p.At <= Contributing.Grace);
}
