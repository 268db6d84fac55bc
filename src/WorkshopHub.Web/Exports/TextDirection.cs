using System.Text;

namespace WorkshopHub.Web.Exports;

/// <summary>Which way a text runs: as its first letter does (UAX 9, rules P2 and P3, without isolates).</summary>
internal static class TextDirection
{
    private const int LeftToRightMark = 0x200E, RightToLeftMark = 0x200F, ArabicLetterMark = 0x061C;

    public static bool IsRightToLeft(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is RightToLeftMark or ArabicLetterMark) return true;
            if (rune.Value is LeftToRightMark) return false;
            if (Rune.IsLetter(rune)) return IsInRightToLeftScript(rune.Value);
        }

        return false;
    }

    /// <summary>The blocks that Unicode sets aside for scripts from right to left.</summary>
    private static bool IsInRightToLeftScript(int c) => c
        is (>= 0x0590 and <= 0x08FF)
        or (>= 0xFB1D and <= 0xFDFF)
        or (>= 0xFE70 and <= 0xFEFF)
        or (>= 0x10800 and <= 0x10FFF)
        or (>= 0x1E800 and <= 0x1EFFF);
}
