namespace WorkshopHub.Web.Ambient;

/// <summary>How long something takes is never asked of the clock on the wall: that one can be set.</summary>
internal static class SteadyClock
{
    /// <summary>The reading of a clock that nobody sets and that never goes back; only differences mean anything.</summary>
    public static TimeSpan Steady(this TimeProvider clock) => clock.GetElapsedTime(0);
}
