using System.Globalization;
using System.Text;

namespace WorkshopHub.Core;

/// <summary>
/// What a text is: how it is cleaned, when it counts as empty and how long it is. The browser does the same in the
/// same order (Room/Scripts/first/text.js, <c>measure</c>), so that nobody is told "7 left" and then refused.
/// </summary>
public static class Writing
{
    public const int NameMax = 60;
    public const int TitleMax = 120;
    public const int NoteMax = 4_000;
    public const int ContributionMax = 250;

    /// <summary>The most marks (accents, vowel signs) that one letter carries; scripts that are written need eight at most.</summary>
    public const int MarksMax = 10;

    /// <summary>
    /// Line ends become LF, other control characters and noncharacters (U+FFFE, U+FDD0, …) go, and so do marks without a
    /// letter and those beyond <see cref="MarksMax"/> on one; then Unicode NFC, then blanks at both ends go. Never fails,
    /// whatever the text: a lone surrogate, which no well-formed text holds, becomes U+FFFD.
    /// </summary>
    public static string Clean(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').EnumerateRunes())
        {
            if (IsNoncharacter(rune) || (Rune.IsControl(rune) && rune.Value is not ('\n' or '\t'))) continue;
            kept.Append(rune.ToString());
        }

        // Before: to put a thousand marks into their order takes long. After: what was one sign can have become several.
        var composed = FewMarks(FewMarks(kept.ToString()).Normalize(NormalizationForm.FormC));
        var (from, to) = (0, composed.Length);
        while (from < to && IsBlank(composed[from])) from++;
        while (to > from && IsBlank(composed[to - 1])) to--;
        return composed[from..to];
    }

    /// <summary>Clean, and on one line: line ends, tabs and runs of blanks become one space.</summary>
    public static string CleanLine(string text) =>
        string.Join(' ', Clean(text).Split(['\n', '\t', ' '], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Unicode code points, not UTF-16 units: an emoji of one code point counts once.</summary>
    public static int Length(string clean) => clean.EnumerateRunes().Count();

    /// <summary>Whether anybody could see anything: a text of spaces, zero-width and other invisible characters is empty.</summary>
    public static bool IsEmpty(string clean) => clean.EnumerateRunes().All(IsInvisible);

    /// <summary>Cleans and checks in one go.</summary>
    /// <returns>The clean text, or null and the refusal (<c>text-empty</c>, <c>text-too-long</c>).</returns>
    internal static string? Take(string text, int max, out Refusal? refusal) => Checked(Clean(text), max, out refusal);

    /// <summary>The same for what stands on one line, such as a name: nothing to see is none, and no refusal.</summary>
    internal static string? TakeLine(string? text, int max, out Refusal? refusal)
    {
        refusal = null;
        var clean = CleanLine(text ?? "");
        return IsEmpty(clean) ? null : Checked(clean, max, out refusal);
    }

    private static string? Checked(string clean, int max, out Refusal? refusal)
    {
        var over = Length(clean) - max;
        refusal = IsEmpty(clean) ? RefusalKind.TextEmpty : over > 0 ? RefusalKind.TextTooLong.With(over, max) : null;
        return refusal is null ? clean : null;
    }

    // Blanks and signs that are not seen do not bear a mark, so they begin no new letter.
    private static string FewMarks(string text)
    {
        var kept = new StringBuilder(text.Length);
        var marks = MarksMax;
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark)
            {
                if (++marks > MarksMax) continue;
            }
            else if (category != UnicodeCategory.Format && !Rune.IsWhiteSpace(rune))
            {
                marks = 0;
            }

            kept.Append(rune.ToString());
        }

        return kept.ToString();
    }

    private static bool IsNoncharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\u200B' or '\u2060' or '\uFEFF';

    // Format characters (zero-width, direction marks) and the letters that are drawn as nothing.
    private static bool IsInvisible(Rune rune) =>
        Rune.IsWhiteSpace(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        || rune.Value is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2800 or 0x3164 or 0xFFA0 or (>= 0xFE00 and <= 0xFE0F);
}
