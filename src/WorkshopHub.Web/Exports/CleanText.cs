using System.Text;

namespace WorkshopHub.Web.Exports;

/// <summary>
/// What people typed, made fit for any document: one kind of line break, no character that XML 1.0 forbids or that
/// nobody can see, and no open change of direction that would turn what stands beside it.
/// </summary>
internal static class CleanText
{
    private const char PopFormatting = '\u202C', PopIsolate = '\u2069';

    public static string Of(string text)
    {
        var clean = new StringBuilder(text.Length);
        var open = new Stack<char>();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsSurrogate(c))
            {
                if (i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]))
                {
                    i++;
                    if ((char.ConvertToUtf32(c, text[i]) & 0xFFFE) != 0xFFFE) clean.Append(c).Append(text[i]);
                }

                continue;
            }

            if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n') continue;
            if (IsLineBreak(c)) clean.Append('\n');
            else if (c == '\t' || !IsForbidden(c)) clean.Append(c);
            Follow(open, c);
        }

        foreach (var closing in open) clean.Append(closing);
        return clean.ToString();
    }

    /// <summary>For places that hold one line only, such as headings; blanks at the ends go.</summary>
    public static string OneLine(string text) =>
        string.Join(' ', Of(text).Split(['\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static bool IsLineBreak(char c) => c is '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029';

    private static bool IsForbidden(char c) => char.IsControl(c) || c is '\uFFFE' or '\uFFFF' or '\uFEFF' or (>= '\uFDD0' and <= '\uFDEF');

    private static void Follow(Stack<char> open, char c)
    {
        if (c is '\u202A' or '\u202B' or '\u202D' or '\u202E') open.Push(PopFormatting);
        else if (c is '\u2066' or '\u2067' or '\u2068') open.Push(PopIsolate);
        else if (c == PopFormatting && open.TryPeek(out var top) && top == PopFormatting) open.Pop();
        else if (c == PopIsolate && open.Contains(PopIsolate))
        {
            while (open.Pop() != PopIsolate)
            {
                // Closing an isolate closes whatever was opened inside it (UAX 9, X6a).
            }
        }
    }
}
