using Microsoft.Extensions.Localization;

namespace WorkshopHub.Web.Facilitator.Shared;

/// <summary>Sentences with a number in them: <c>key-0</c> for none where there is one, <c>key-1</c> for one, <c>key-n</c> for more.</summary>
internal static class Counted
{
    public static string Count(this IStringLocalizer<ConsoleWords> words, string key, int number)
    {
        if (number == 0 && words[$"{key}-0"] is { ResourceNotFound: false } none) return none.Value;
        return words[number == 1 ? $"{key}-1" : $"{key}-n", number];
    }

    /// <summary>How long ago, in words: needs no time zone of the reader's.</summary>
    public static string Ago(this IStringLocalizer<ConsoleWords> words, DateTimeOffset at, DateTimeOffset now) => (now - at) switch
    {
        { TotalMinutes: < 1 } => words["ago-now"],
        { TotalHours: < 1 } ago => words.Count("ago-minutes", (int)ago.TotalMinutes),
        { TotalDays: < 1 } ago => words.Count("ago-hours", (int)ago.TotalHours),
        var ago => words.Count("ago-days", (int)ago.TotalDays),
    };

    /// <summary>A code as people read it: two groups of three.</summary>
    public static string Spaced(string code) => code.Length == 6 ? $"{code[..3]} {code[3..]}" : code;
}
