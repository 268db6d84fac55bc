using System.Text.RegularExpressions;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Summaries;
using WorkshopHub.Core.Views;
using static WorkshopHub.Core.Tests.World.KickStart;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Summaries;

public sealed partial class SummaryWordsTests
{
    // Figures and a name before them, which are written the same everywhere.
    private static readonly string[] Same = [nameof(SummaryWords.AnswerFormat), nameof(SummaryWords.MiddleOfSector)];

    public static TheoryData<string> Languages => ["de", "ar"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void SUM_34_every_word_is_there_in_every_language(string language)
    {
        foreach (var property in typeof(SummaryWords).GetProperties()
            .Where(p => p.PropertyType == typeof(string) && p.Name != nameof(SummaryWords.DateFormat)))
        {
            var english = (string)property.GetValue(SummaryWords.English)!;
            var words = (string)property.GetValue(SummaryWords.In(language))!;
            Assert.True((english == words) == Same.Contains(property.Name), $"{language}: {property.Name} is “{words}”.");
            Assert.Equal(Places(english), Places(words));
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void SUM_34_so_is_every_text_that_counts(string language)
    {
        var texts = typeof(SummaryWords).GetProperties().Where(p => p.PropertyType == typeof(PluralText)).ToList();
        Assert.NotEmpty(texts);
        foreach (var property in texts)
        {
            var english = (PluralText)property.GetValue(SummaryWords.English)!;
            var words = (PluralText)property.GetValue(SummaryWords.In(language))!;
            Assert.NotEqual(english.Other, words.Other);
            Assert.NotEqual(english.One, words.One);
            Assert.Equal(Places(english.Other), Places(words.Other));
            Assert.Equal(Places(english.One!), Places(words.One!));
        }
    }

    [Fact]
    public void SUM_34_a_language_that_is_not_there_falls_back()
    {
        Assert.Same(SummaryWords.German, SummaryWords.In("de-AT"));
        Assert.Same(SummaryWords.Arabic, SummaryWords.In("AR"));
        Assert.Same(SummaryWords.English, SummaryWords.In("en-GB"));
        Assert.Same(SummaryWords.English, SummaryWords.In("fr"));
    }

    [Theory]
    [InlineData("en", "Decisions", "26 June 2026", "4 of 5")]
    [InlineData("de", "Entscheidungen", "26. Juni 2026", "4 von 5")]
    [InlineData("ar", "القرارات", "26 يونيو 2026", "4 من 5")]
    public void SUM_34_a_summary_speaks_the_session_s_language(string language, string heading, string date, string confidence)
    {
        var state = AtTheSolutions().Given(Amara, new RecordAction("Draw up the plan", "Ben", new(2026, 6, 26), 4)).State;
        var blocks = SummaryBuilder.Build(state with { Settings = state.Settings with { Language = language } }).Blocks;
        Assert.Equal(new Block.Heading(1, heading), blocks[0]);
        var row = Assert.Single(blocks.OfType<Block.Table>().First().Rows);
        Assert.Equal([date, confidence], row.Skip(2).Select(c => c.Entries[0].Text));
    }

    private static IEnumerable<string> Places(string words) => Place().Matches(words).Select(m => m.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
