using System.Text;
using CsCheck;
using WorkshopHub.Core.Tests.World;

namespace WorkshopHub.Core.Tests.Sessions;

public sealed class WritingTests
{
    [Theory]
    [InlineData("  two words \n", "two words")]
    [InlineData("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour")]
    [InlineData("tab\tstays, bell\a and nul\0 and \u0085 go", "tab\tstays, bell and nul and  go")]
    [InlineData("Cafe\u0301", "Café")]
    [InlineData("\uFEFF\u200Bzero\u200Bwidth\u2060", "zero\u200Bwidth")]
    [InlineData("\u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627", "\u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627")]
    [InlineData("👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦")]
    [InlineData("<script>alert(1)</script>", "<script>alert(1)</script>")]
    public void SAY_5_a_text_is_cleaned_and_nothing_else_happens_to_it(string given, string clean) =>
        Assert.Equal(clean, Writing.Clean(given));

    [Fact]
    public void SAY_5_a_lone_surrogate_becomes_the_replacement_character()
    {
        Assert.Equal("a\uFFFDb", Writing.Clean("a\uD83Db"));
        Assert.Equal("\uFFFD", Writing.Clean("\uDE00"));
    }

    [Theory]
    [InlineData("a\uFFFFb\uFDD0c\uFDEFd", "abcd")]
    [InlineData("a\U0001FFFEb\U0010FFFFc", "abc")]
    [InlineData("\uFFFE", "")]
    [InlineData("\u0301\u0302 word", "word")]
    [InlineData("\u200D\uFE0F\u0488", "\u200D")]
    public void SAY_18_what_is_no_character_goes_and_a_mark_without_a_letter_too(string given, string clean) =>
        Assert.Equal(clean, Writing.Clean(given));

    [Theory]
    [InlineData('\u0316')]
    [InlineData('\u0489')]
    [InlineData('\u0E47')]
    [InlineData('\u06E1')]
    public void SAY_18_a_letter_carries_ten_marks_and_no_more(char mark)
    {
        Assert.Equal($"Z{new string(mark, Writing.MarksMax)}a", Writing.Clean($"Z{new string(mark, 30_000)}a"));
        // Neither joiners nor blanks between them make room for more.
        Assert.Equal(Writing.MarksMax, Writing.Clean(string.Concat("Z", string.Concat(Enumerable.Repeat($"{mark}\u200D \u2060", 99))))
            .Count(c => c == mark));
    }

    [Theory]
    [InlineData("ဣန္ဒြိယ ကြွှင့်")]
    [InlineData("བསྒྲུབས་ཧཱུྃ")]
    [InlineData("שָׁלוֹם בְּרֵאשִׁ֖ית")]
    [InlineData("Tiếng Việt, ก็, क्ष्म्य")]
    [InlineData("👩🏽‍❤️‍💋‍👨🏿 1️⃣ 🏴\U000E0067\U000E0062\U000E007F")]
    public void SAY_18_what_people_write_stays_whole(string text) =>
        Assert.Equal(text.Normalize(NormalizationForm.FormC), Writing.Clean(text));

    [Fact]
    public void SAY_18_no_sign_at_all_is_too_odd_alone_or_after_a_letter()
    {
        for (var sign = 0; sign <= 0x10FFFF; sign++)
        {
            // Lone surrogates as well: they are no characters, but a text can hold them.
            var text = sign is >= 0xD800 and <= 0xDFFF ? ((char)sign).ToString() : char.ConvertFromUtf32(sign);
            foreach (var clean in (string[])[Writing.Clean(text), Writing.Clean($"a{text}b"), Writing.CleanLine($"{text} {text}")])
            {
                if (!clean.IsNormalized(NormalizationForm.FormC) || Writing.Clean(clean) != clean) Assert.Fail($"U+{sign:X}");
            }
        }
    }

    [Theory]
    [InlineData("Ben\tof \r\n  IT", "Ben of IT")]
    [InlineData("\u0309\u0309", "")]
    [InlineData(" \u200B ", "")]
    public void JOIN_35_a_name_is_one_line(string given, string line) => Assert.Equal(line, Writing.CleanLine(given));

    [Theory]
    [InlineData("")]
    [InlineData("   \t\r\n ")]
    [InlineData("\u200B\u200C\u200D\u2060\uFEFF")]
    [InlineData("\u00A0\u2003\u3000")]
    [InlineData("\u200E\u200F\u202E\u00AD")]
    [InlineData("\u3164\u115F\uFE0F\u2800")]
    [InlineData("\0\a\u001B")]
    public void SAY_6_a_text_in_which_nothing_can_be_seen_is_empty(string text) => Assert.True(Writing.IsEmpty(Writing.Clean(text)));

    [Theory]
    [InlineData(".")]
    [InlineData("\u200B.\u200B")]
    [InlineData("👍")]
    [InlineData("\uFFFD")]
    public void SAY_6_a_text_with_one_visible_sign_is_not_empty(string text) => Assert.False(Writing.IsEmpty(Writing.Clean(text)));

    [Theory]
    [InlineData("word", 4)]
    [InlineData("👍", 1)]
    [InlineData("👩‍👩‍👧‍👦", 7)]
    [InlineData("Cafe\u0301", 4)]
    [InlineData("a\r\nb", 3)]
    [InlineData("  a  ", 1)]
    public void SAY_7_length_is_counted_in_code_points_of_the_clean_text(string text, int length) =>
        Assert.Equal(length, Writing.Length(Writing.Clean(text)));

    [Fact]
    public void SAY_5_cleaning_what_is_clean_changes_nothing_whatever_the_text() =>
        Gen.OneOf(Gen.String[Gen.Char, 0, 40], OddText.Any).Sample(text =>
    {
        var clean = Writing.Clean(text);
        return Writing.Clean(clean) == clean
            && clean.IsNormalized(NormalizationForm.FormC)
            && !clean.EnumerateRunes().Any(r => Rune.IsControl(r) && r.Value is not ('\n' or '\t'))
            && Writing.Length(clean) <= clean.Length;
    });
}
