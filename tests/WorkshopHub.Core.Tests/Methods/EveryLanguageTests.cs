using System.Collections;
using System.Reflection;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Tests.Methods;

public sealed class EveryLanguageTests
{
    private const int ListedAtMost = 40;

    public static TheoryData<string, string> Translated
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var method in BuiltInMethods.All)
            {
                foreach (var language in Languages.All) all.Add(method.Id, language.Tag);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Translated))]
    public void LANG_5_a_built_in_method_has_every_text_in_every_language(string id, string language)
    {
        var missing =
            Texts(BuiltInMethods.Find(id)!, id).Where(t => string.IsNullOrWhiteSpace(t.Text.Find(language)) && t.Text.In("en").Length > 0)
            .ToList();
        Assert.True(missing.Count == 0,
            $"{missing.Count} texts of {id} are not there in " +
            $"{language}:\n{string.Join("\n", missing.Take(ListedAtMost).Select(m => $"{m.Place}: {m.Text.In("en")}"))}");
    }

    [Theory]
    [MemberData(nameof(Translated))]
    public void LANG_3_a_built_in_method_reads_in_any_language_as_if_the_session_had_begun_in_it(string id, string language)
    {
        var method = BuiltInMethods.Find(id)!;
        foreach (var sessions in Languages.All.Where(l => Texts(method, id).All(t => t.Text.Find(l.Tag) is not null)))
        {
            Assert.Equal(method.Agenda(language), method.Agenda(sessions.Tag).Select(a => a.In(language)).ToValueList());
        }
    }

    // Everything that is a text in languages, wherever it stands in a method.
    private static IEnumerable<(string Place, InLanguages Text)> Texts(object? part, string place) => part switch
    {
        null or string => [],
        InLanguages text => [(place, text)],
        IEnumerable items => items.Cast<object?>().SelectMany((item, i) => Texts(item, $"{place}[{i + 1}]")),
        _ when part.GetType().Namespace == typeof(Method).Namespace && !part.GetType().IsEnum => part.GetType()
            .GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0)
            .SelectMany(p => Texts(p.GetValue(part), $"{place}.{p.Name}")),
        _ => [],
    };
}
