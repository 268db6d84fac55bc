namespace WorkshopHub.Web.Tests.Live;

/// <summary>A computer whose clock on the wall is set by hand, apart from the one that only counts.</summary>
internal sealed class SettableClock : TimeProvider
{
    private DateTimeOffset wall = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private TimeSpan steady = TimeSpan.FromHours(5);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => wall;

    public override long GetTimestamp() => steady.Ticks;

    public void Pass(TimeSpan time) => (wall, steady) = (wall + time, steady + time);

    public void Pass(double seconds) => Pass(TimeSpan.FromSeconds(seconds));

    /// <summary>Somebody sets the clock; no time passes.</summary>
    public void Set(TimeSpan by) => wall += by;
}
