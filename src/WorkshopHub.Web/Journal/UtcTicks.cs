using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace WorkshopHub.Web.Journal;

/// <summary>
/// A time as its UTC ticks: exact, and in order. EF's own binary form cuts to a tenth of a millisecond, and a session
/// that was loaded would then differ from the one that was written.
/// </summary>
internal sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(
    time => time.UtcTicks,
    ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
