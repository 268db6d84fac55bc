namespace WorkshopHub.Core.Sessions;

/// <param name="Seconds">5 to 14,400.</param>
public sealed record StartTimer(int Seconds) : Command;

/// <param name="Seconds">1 to 3,600. A timer that has run out starts again with these.</param>
public sealed record AddTime(int Seconds) : Command;

public sealed record StopTimer : Command;

public sealed record TimerSet(DateTimeOffset EndsAt, int Seconds) : SessionEvent;

public sealed record TimerStopped : SessionEvent;

/// <summary>The timer of the step. It tells the time and does nothing else: text is never cut off at zero.</summary>
internal static class Timing
{
    private const int Least = 5;
    private const int Most = 4 * 60 * 60;
    private const int MostAdded = 60 * 60;

    internal static Ruling Decide(SessionState state, StartTimer c, Occasion now) =>
        c.Seconds is < Least or > Most
            ? RefusalKind.OutOfRange.With("The seconds", Least, Most)
            : new TimerSet(now.At.AddSeconds(c.Seconds), c.Seconds);

    internal static Ruling Decide(SessionState state, AddTime c, Occasion now)
    {
        if (c.Seconds is < 1 or > MostAdded) return RefusalKind.OutOfRange.With("The seconds", 1, MostAdded);
        if (state.Timer is not { } timer) return RefusalKind.NoTimer;
        var from = timer.EndsAt > now.At ? timer.EndsAt : now.At;
        return new TimerSet(from.AddSeconds(c.Seconds), timer.Seconds + c.Seconds);
    }

    internal static Ruling Decide(SessionState state, StopTimer c) =>
        state.Timer is null ? Ruling.Nothing : new TimerStopped();

    internal static SessionState Apply(SessionState state, TimerSet e) => state with { Timer = new(e.EndsAt, e.Seconds) };

    internal static SessionState Apply(SessionState state, TimerStopped e) => state with { Timer = null };
}
