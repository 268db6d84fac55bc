using System.Text.RegularExpressions;
using WorkshopHub.Core;
using WorkshopHub.Web.Tests.Texts;

namespace WorkshopHub.Web.Tests.Room;

/// <summary>Every language has every word, with the same places to fill, and none that nobody asks for.</summary>
public sealed partial class TranslationTests
{
    // Words that are the same in both languages.
    private static readonly HashSet<string> Alike = ["de join.name", "de net.live", "de net.offline", "de front.code"];

    public static TheoryData<string> Others => [.. Languages.All.Select(l => l.Tag).Where(t => t != Languages.First)];

    // A refusal's sentence in English is Core's.
    private static Dictionary<string, string> EnglishRefusals => ResxFile.Merged("RefusalWords", "")
        .Concat(RefusalKind.All.Select(k => KeyValuePair.Create(k.Code, k.Sentence))).ToDictionary();

    [Theory]
    [MemberData(nameof(Others))]
    public void Phones_and_screens_have_all_their_words_in_every_language(string language) =>
        Compare(language, ResxFile.Merged("RoomText", ""), ResxFile.Merged("RoomText", language));

    [Theory]
    [MemberData(nameof(Others))]
    public void So_have_exports(string language) =>
        Compare(language, ResxFile.Merged("ExportText", ""), ResxFile.Merged("ExportText", language));

    [Theory]
    [MemberData(nameof(Others))]
    public void So_have_refusals(string language) => Compare(language, EnglishRefusals, ResxFile.Merged("RefusalWords", language));

    // None may be said in a sentence of its own; two, few and many English does not tell apart.
    [Theory]
    [InlineData("RoomText")]
    [InlineData("ConsoleWords")]
    [InlineData("MethodWords")]
    [InlineData("AccountWords")]
    [InlineData("ExportText")]
    public void What_counts_has_one_and_other_and_in_english_no_further_forms(string name)
    {
        var keys = ResxFile.Merged(name, "").Keys.ToHashSet();
        Assert.DoesNotContain(keys, k => IsForm(k, "two", "few", "many"));
        Assert.Equal([], keys.Where(k => IsForm(k, "zero", "one") && !keys.Contains($"{Stem(k)}.other")));
        Assert.Equal(keys.Where(k => IsForm(k, "one")).Select(Stem).Order(),
            keys.Where(k => k.EndsWith(".other", StringComparison.Ordinal) && keys.Contains($"{Stem(k)}.one")).Select(Stem).Order());
    }

    private static void Compare(string language, Dictionary<string, string> english, Dictionary<string, string> other)
    {
        // A form of a number that the language has and English has not.
        var further =
            other.Keys.Where(k =>
            Plurals.In(language).Except(["one", "other"]).Contains(k.Split('.')[^1]) && english.ContainsKey($"{Stem(k)}.other"))
                .ToHashSet();
        Assert.Equal([], english.Keys.Except(other.Keys).Order());
        Assert.Equal([], other.Keys.Except(english.Keys).Except(further).Order());
        Assert.Equal([], other.Where(t => t.Value.Trim().Length == 0).Select(t => t.Key));
        Assert.Equal([], other.Where(t => !Fits(t.Key, t.Value)).Select(t => $"{t.Key}: {t.Value}"));
        Assert.Equal([],
            other.Where(t =>
            english.TryGetValue(t.Key, out var e) && e == t.Value && Letter().IsMatch(Places().Replace(e, ""))
                && !Alike.Contains($"{language} {t.Key}") && !IsDate(t.Key)).Select(t => $"{t.Key}: {t.Value}"));

        // "One nod" may do without its number, but no form has a place that nothing fills.
        bool Fits(string key, string text)
        {
            var places = PlacesIn(english[english.ContainsKey(key) ? key : $"{Stem(key)}.other"]);
            return IsForm(key, "zero", "one", "two")
                ? PlacesIn(text).All(places.Contains) && places.Except(PlacesIn(text)).All(p => p == "{0}")
                : PlacesIn(text).SequenceEqual(places);
        }
    }

    private static bool IsDate(string key) => key == "DateFormat" || key.StartsWith("date.", StringComparison.Ordinal);

    private static bool IsForm(string key, params string[] forms) =>
        key.Contains('.', StringComparison.Ordinal) && forms.Contains(key.Split('.')[^1]);

    private static string Stem(string key) => key.LastIndexOf('.') is var at and > 0 ? key[..at] : key;

    private static IEnumerable<string> PlacesIn(string text) =>
        Places().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Places();

    [GeneratedRegex(@"\p{L}")]
    private static partial Regex Letter();
}
