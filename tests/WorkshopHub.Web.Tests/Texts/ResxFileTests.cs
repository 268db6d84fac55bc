using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using WorkshopHub.Core;
using WorkshopHub.Room;
using WorkshopHub.Room.Texts;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Doors;
using WorkshopHub.Web.Exports;
using WorkshopHub.Web.Facilitator;
using WorkshopHub.Web.Facilitator.MethodPages;

namespace WorkshopHub.Web.Tests.Texts;

/// <summary>The tool's words lie in order, each in the folder that says it, and none lies there that nobody says.</summary>
public sealed class ResxFileTests
{
    private static readonly Type[] Names =
        [typeof(RoomText), typeof(ConsoleWords), typeof(MethodWords), typeof(AccountWords), typeof(ExportText), typeof(RefusalWords)];

    public static TheoryData<string> Files => [.. ResxFile.All.Select(f => f.Path)];

    // What refusals say is found by their codes, and compared with these elsewhere.
    public static TheoryData<string> Asked => [.. Names.Select(n => n.Name).Where(n => n != nameof(RefusalWords))];

    public static TheoryData<string> Said => [.. Names.Select(n => n.Name)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Keys_stand_in_order_and_once(string path)
    {
        var keys = ResxFile.All.Single(f => f.Path == path).Texts.Select(t => t.Key).ToList();
        Assert.NotEmpty(keys);
        Assert.Equal(keys.Distinct().Order(StringComparer.Ordinal), keys);
    }

    [Fact]
    public void No_key_stands_in_two_folders() => Assert.Equal([], ResxFile.All.GroupBy(f => (f.Name, f.Language))
        .SelectMany(files =>
            files.SelectMany(f => f.Texts).GroupBy(t => t.Key).Where(k => k.Count() > 1).Select(k => $"{files.Key}: {k.Key}")));

    [Fact]
    public void Every_file_is_of_a_name_that_is_asked_for() =>
        Assert.Equal(Names.Select(n => n.Name).Order(), ResxFile.All.Select(f => f.Name).Distinct().Order());

    // The keys themselves are compared for all folders together; here that each language has them in the same one.
    [Fact]
    public void A_folder_has_the_same_keys_in_every_language()
    {
        foreach (var file in ResxFile.All.Where(f => f.Language.Length > 0 && f.Name != nameof(RefusalWords)))
        {
            var english = ResxFile.All.Single(f => (f.Project, f.Folder, f.Name, f.Language) == (file.Project, file.Folder, file.Name, ""));
            var keys = english.Texts.Select(t => t.Key).ToHashSet();
            Assert.Equal([], keys.Except(file.Texts.Select(t => t.Key)).Select(k => $"{file.Path} lacks {k}"));
            Assert.Equal([], file.Texts.Select(t => t.Key).Where(k => !keys.Contains(k) && !keys.Contains(OtherForm(k)))
                .Select(k => $"{file.Path} alone has {k}"));
        }
    }

    [Fact]
    public void A_folder_with_words_for_phones_and_screens_has_them_in_every_language() => Assert.Equal([], ResxFile.All
        .Where(f => f.Language.Length == 0 && f.Name is nameof(RoomText) or nameof(ExportText))
        .SelectMany(f => Languages.All.Select(l => l.Tag).Where(t => t != Languages.First)
            .Where(t => !ResxFile.All.Any(o => (o.Project, o.Folder, o.Name, o.Language) == (f.Project, f.Folder, f.Name, t)))
            .Select(t => $"{f.Path} has no {t}")));

    [Theory]
    [MemberData(nameof(Asked))]
    public void A_key_lies_in_the_folder_that_says_it_or_among_what_several_share(string name)
    {
        // A refusal's words are found by its code, which is Core's.
        var codes = RefusalKind.All.Select(k => k.Code).ToHashSet();
        foreach (var project in ResxFile.All.Where(f => f.Name == name && f.Language.Length == 0).GroupBy(f => f.Project))
        {
            var uses = new KeyUses(project.Key, name);
            var strays = from file in project
                         from text in file.Texts
                         where !codes.Contains(text.Key)
                         let naming = uses.Naming(text.Key).ToList()
                         let asking = uses.Asking(text.Key).Where(f => f != file.Folder).ToList()
                         let fault = naming.Count == 0 ? "nobody asks for"
                             : file.Folder.EndsWith("Shared", StringComparison.Ordinal)
                                 ? (naming.Contains(file.Folder) || naming.Count > 1 ? null : $"only {naming[0]} asks for")
                             : !naming.Contains(file.Folder) ? $"{naming[0]} asks for"
                             : asking.Count > 0 ? $"{asking[0]} asks, too, for" : null
                         where fault is not null
                         select $"{fault} {text.Key}, which lies in {file.Path}";
            Assert.Equal([], strays);
        }
    }

    [Theory]
    [MemberData(nameof(Said))]
    public void All_folders_are_read_as_one(string name)
    {
        var source = Names.Single(n => n.Name == name);
        using var services = new ServiceCollection().AddLogging().AddTexts().BuildServiceProvider();
        var words = services.GetRequiredService<IStringLocalizerFactory>().Create(source);
        var before = CultureInfo.CurrentUICulture;
        try
        {
            foreach (var language in ResxFile.All.Where(f => f.Name == name).Select(f => f.Language).Distinct())
            {
                CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
                var own = words.GetAllStrings(includeParentCultures: false).ToDictionary(t => t.Name, t => t.Value);
                Assert.Equal(ResxFile.Merged(name, language), own);
                Assert.All(own, t => Assert.Equal((t.Value, false), (words[t.Key].Value, words[t.Key].ResourceNotFound)));
            }

            // What a language of a country does not say is said in the language, and what that does not in English.
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("de-AT");
            var expected = ResxFile.Merged(name, "de").Concat(ResxFile.Merged(name, "")).DistinctBy(t => t.Key);
            Assert.All(expected, t => Assert.Equal(t.Value, words[t.Key].Value));
            Assert.True(words["no such key"].ResourceNotFound);
            Assert.Equal("no such key", words["no such key", 1].Value);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static string OtherForm(string key) => $"{key[..(key.LastIndexOf('.') is var at and > 0 ? at : key.Length)]}.other";
}
