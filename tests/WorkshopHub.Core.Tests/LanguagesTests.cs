using System.Globalization;

namespace WorkshopHub.Core.Tests;

public sealed class LanguagesTests
{
    [Theory]
    [InlineData("de", "de")]
    [InlineData("DE", "de")]
    [InlineData("de-AT", "de")]
    [InlineData("ar-EG", "ar")]
    [InlineData("en-Latn-GB", "en")]
    [InlineData(" en ", "en")]
    [InlineData("fr", null)]
    [InlineData("deu", null)]
    [InlineData("-", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_language_is_found_by_its_tag_or_its_parents(string? tag, string? found) => Assert.Equal(found, Languages.Find(tag));

    [Theory]
    [InlineData("en", "other one other other other other")]
    [InlineData("de", "other one other other other other")]
    [InlineData("ar", "zero one two few many other")]
    public void LANG_6_a_number_takes_the_form_that_the_language_has_for_it(string language, string forms)
    {
        Assert.Equal(forms.Split(' '), new[] { 0, 1, 2, 3, 11, 100 }.Select(n => Plurals.Of(language, n)));
        Assert.All(Enumerable.Range(0, 1200), n => Assert.Contains(Plurals.Of(language, n), Plurals.In(language)));
    }

    [Theory]
    [InlineData("en", 0, "none")]
    [InlineData("en", 1, "one of 9")]
    [InlineData("en", 2, "2 of 9")]
    [InlineData("de", 11, "11 of 9")]
    [InlineData("ar", 0, "none")]
    [InlineData("ar-EG", 2, "two")]
    [InlineData("ar", 3, "3 few of 9")]
    [InlineData("ar", 11, "11 of 9")]
    [InlineData("ar", 100, "100 of 9")]
    public void LANG_6_a_text_says_the_form_it_has_and_else_the_one_for_all(string language, int n, string said)
    {
        var text = new PluralText { Zero = "none", One = "one of {1}", Two = "two", Few = "{0} few of {1}", Other = "{0} of {1}" };
        Assert.Equal(said, text.Say(CultureInfo.GetCultureInfo(language), n, 9));
        Assert.Equal($"{n} of 9", new PluralText { Other = "{0} of {1}" }.Say(CultureInfo.GetCultureInfo(language), n, 9));
    }

    [Theory]
    [InlineData("few", 3, 10, 103, 110, 1003)]
    [InlineData("many", 11, 26, 99, 111, 199)]
    [InlineData("other", 100, 101, 102, 200, 1000, 1002)]
    public void LANG_6_in_arabic_the_last_two_digits_decide(string form, params int[] numbers) =>
        Assert.All(numbers, n => Assert.Equal(form, Plurals.Of("ar-EG", n)));
}
