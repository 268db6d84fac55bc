using System.Globalization;

namespace WorkshopHub.Core.Sessions;

/// <summary>
/// What the sender of a change saw before it, as its command's <c>was</c>. Where something else stands there by now, the
/// change is refused and said what that is, so that nobody's save silently takes away what another one has saved. Whoever
/// leaves <c>was</c> out is not asked.
/// </summary>
internal static class Basis
{
    /// <param name="was">What the sender saw; empty: nothing. Null: not said.</param>
    /// <param name="now">What stands there.</param>
    internal static Refusal? Refuse(string? was, string? now) =>
        was is null || Writing.Clean(was) == (now ?? "") ? null : RefusalKind.ChangedMeanwhile.With(now ?? "");

    /// <summary>The same for what can be cleared, and is null then.</summary>
    internal static Refusal? Refuse(Change<string> was, string? now) => was.Given ? Refuse(was.Value ?? "", now) : null;

    /// <summary>The same for what is no text.</summary>
    internal static Refusal? Refuse<T>(Change<T> was, T? now) =>
        !was.Given || EqualityComparer<T?>.Default.Equals(was.Value, now) ? null : RefusalKind.ChangedMeanwhile.With(Said(now));

    /// <summary>The same for a list of lines.</summary>
    internal static Refusal? Refuse(ValueList<string>? was, ValueList<string> now) =>
        was is null || was.Select(Writing.Clean).SequenceEqual(now) ? null : RefusalKind.ChangedMeanwhile.With(string.Join('\n', now));

    private static string Said<T>(T? value) => value switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
