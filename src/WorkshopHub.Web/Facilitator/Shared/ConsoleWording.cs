using Microsoft.Extensions.Localization;
using WorkshopHub.Room.Texts;

namespace WorkshopHub.Web.Facilitator.Shared;

/// <summary>How the console puts words together.</summary>
internal static class ConsoleWording
{
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
