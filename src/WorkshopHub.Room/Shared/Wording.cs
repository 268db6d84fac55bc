using System.Globalization;
using WorkshopHub.Core.Methods;

namespace WorkshopHub.Room.Shared;

/// <summary>How words are put together.</summary>
internal static class Wording
{
    /// <summary>A title inside a sentence. English writes it small, unless it starts with an acronym; others keep it.</summary>
    internal static string Within(string title)
    {
        // "iv" is no language: then the words are the English ones too.
        var english = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is "en" or "iv";
        return english && title.Length > 1 && char.IsUpper(title[0]) && char.IsLower(title[1])
            ? char.ToLowerInvariant(title[0]) + title[1..]
            : title;
    }

    /// <summary>Six digits as they are read out: <c>482 916</c>.</summary>
    internal static string Code(string code) => code.Length == 6 ? $"{code[..3]} {code[3..]}" : code;

    /// <summary>Somebody's words inside a sentence of ours: whatever their direction, the sentence keeps its own.</summary>
    internal static string Isolated(string words) => $"\u2068{words}\u2069";

    internal static string Direction(string language) =>
        CultureInfo.GetCultureInfo(language).TextInfo.IsRightToLeft ? "rtl" : "ltr";

    /// <summary>The key of what a name is for, beside the field in which it is typed.</summary>
    internal static string WhoSeesNames(NamesPolicy names, bool vary) => (names, vary) switch
    {
        (NamesPolicy.Anonymous, _) => "join.name.apart",
        (_, true) => "join.name.varies",
        (NamesPolicy.Named, _) => "join.name.shown",
        _ => "join.name.hint",
    };

    internal static string Clock(TimeSpan left) => left <= TimeSpan.Zero
        ? "0:00"
        : string.Create(CultureInfo.InvariantCulture, $"{(int)left.TotalMinutes}:{left.Seconds:00}");

    /// <summary>Milliseconds since 1970, as the script counts time.</summary>
    internal static string Unix(DateTimeOffset at) => at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
