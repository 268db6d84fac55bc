using System.Text;
using CsCheck;
using WorkshopHub.Core.Sessions;

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
    public void SAY_5_a_text_is_cleaned_and_nothing_else_happens_to_it(string given, string clean) => Assert.Equal(clean, Writing.Clean(given));

    [Fact]
    public void SAY_5_a_lone_surrogate_becomes_the_replacement_character()
    {
        Assert.Equal("a\uFFFDb", Writing.Clean("a\uD83Db"));
        Assert.Equal("\uFFFD", Writing.Clean("\uDE00"));
    }

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
    public void SAY_7_length_is_counted_in_code_points_of_the_clean_text(string text, int length) => Assert.Equal(length, Writing.Length(Writing.Clean(text)));

    [Fact]
    public void SAY_5_cleaning_what_is_clean_changes_nothing_whatever_the_text() => Gen.String[Gen.Char, 0, 40].Sample(text =>
    {
        var clean = Writing.Clean(text);
        return Writing.Clean(clean) == clean
            && clean.IsNormalized(NormalizationForm.FormC)
            && !clean.EnumerateRunes().Any(r => Rune.IsControl(r) && r.Value is not ('\n' or '\t'))
            && Writing.Length(clean) <= clean.Length;
    });
}
