using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using WorkshopHub.Core;
using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Room.Phone;
using WorkshopHub.Room.Screen;

namespace WorkshopHub.Web.Tests.Room;

/// <summary>
/// What the tool says comes out between brackets here, and what people and methods say in Greek letters: a letter that is
/// neither was written into a page by hand, and nobody can translate it.
/// </summary>
public sealed partial class PseudoTests
{
    private static readonly ServiceProvider Pseudo = Drawn.ServicesWith(typeof(InBrackets<>));

    // Heard or read by people, unlike ids, classes and addresses.
    private static readonly string[] Spoken =
        ["aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "title", "alt", "placeholder"];

    // The product's name, the languages' own names.
    private static readonly HashSet<string> Names = ["WorkshopHub", .. Languages.All.Select(l => l.Name)];

    public static TheoryData<string> Methods => [.. BuiltInMethods.All.Select(m => m.Id)];

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Every_word_of_the_tool_on_phones_and_screens_can_be_translated(string id)
    {
        var states =
            new[] { "named", "anonymous" }.SelectMany(names => Walk.Through(Greek(BuiltInMethods.Find(id)!), names, Greek)).ToList();
        Assert.Contains(states, s => s.Stage == SessionStage.Closed);
        foreach (var state in states.Where((_, i) => i % 9 == 0)
            .Concat(states.Where(s => s.CurrentStep is not null).DistinctBy(s => (s.Now, s.Settings.Names))).Append(states[^1]))
        {
            if (state.Version == 0) continue;
            Check(await Drawn.HtmlAsync<PhonePage>(new() { ["Model"] = Drawn.PhoneOf(state) }, Pseudo));
            Check(await Drawn.HtmlAsync<ScreenPage>(new() { ["Model"] = Drawn.ScreenOf(state) }, Pseudo));
        }
    }

    [Fact]
    public async Task So_can_those_of_the_pages_around_them()
    {
        var question = new SectorQuestion(Greek("Where?"), [Greek("Public"), Greek("Private")]);
        foreach (var names in Enum.GetValues<NamesPolicy>())
        {
            var model = new JoinModel("482916", Greek("Title"), Greek("Topic"), question, names, false, "id", Greek("Problem"),
                Greek("Ann"), null, "123");
            Check(await Drawn.HtmlAsync<JoinPage>(new() { ["Model"] = model }, Pseudo));
            Check(await Drawn.HtmlAsync<JoinPage>(new() { ["Model"] = model with { NamesVary = true } }, Pseudo));
        }

        Check(await Drawn.HtmlAsync<FrontPage>(new() { ["Problem"] = Greek("Problem") }, Pseudo));
        Check(await Drawn
            .HtmlAsync<MessagePage>(new() { ["Model"] = new MessageModel(Greek("Title"), Greek("Text"), Greek("Link"), "/", 10) }, Pseudo));
    }

    [Fact]
    public async Task The_script_has_no_words_of_its_own()
    {
        var state = Walk.Through(Greek(BuiltInMethods.Find("kick-start")!), "named", Greek)[^1];
        foreach (var html in new[] { await Drawn.HtmlAsync<PhonePage>(new() { ["Model"] = Drawn.PhoneOf(state) }, Pseudo),
            await Drawn.HtmlAsync<ScreenPage>(new() { ["Model"] = Drawn.ScreenOf(state) }, Pseudo) })
        {
            var words = JsonNode.Parse(Drawn.Read(html).Body!.GetAttribute("data-words")!)!.AsObject();
            Assert.NotEmpty(words);
            Assert.All(words, w => Assert.StartsWith("⟦", (string)w.Value!, StringComparison.Ordinal));
        }
    }

    private static void Check(string html)
    {
        var page = Drawn.Read(html);
        Assert.Contains('⟦', page.Body!.TextContent);
        var texts = Texts(page).Concat(page.QuerySelectorAll("template").OfType<IHtmlTemplateElement>().SelectMany(t => Texts(t.Content)));
        Assert.Equal([], texts.Select(t => Bracketed().Replace(t.Trim(), ""))
            .Where(t => !Names.Contains(t.Trim()) && Foreign().IsMatch(t)));
    }

    private static IEnumerable<string> Texts(INode page) => page.GetDescendants().SelectMany<INode, string>(n => n switch
    {
        IText text when n.ParentElement is null or not (IHtmlScriptElement or IHtmlStyleElement) => [text.Data],
        // The code that brings somebody back is letters in every language.
        IElement e => e.Attributes.Where(a => Spoken.Contains(a.Name)).Select(a => a.Value),
        _ => [],
    }).Where(t => t != "FERN-27-OAK");

    private static Method Greek(Method method)
    {
        var json = JsonNode.Parse(MethodReader.Write(method))!;
        Said(json);
        return MethodReader.Read(json.ToJsonString(), LayoutCatalogue.Needs, out var refusal)
            ?? throw new InvalidOperationException(refusal!.Message);

        static void Said(JsonNode? node)
        {
            if (node is JsonArray list) foreach (var item in list) Said(item);
            if (node is not JsonObject some) return;
            if (some["en"] is JsonValue english)
            {
                var greek = Greek((string)english!);
                foreach (var tag in some.Select(p => p.Key).ToList()) some.Remove(tag);
                some["en"] = greek;
                return;
            }

            foreach (var (_, part) in some) Said(part);
        }
    }

    // Letter by letter, so that upper and lower case stay.
    private static string Greek(string text) =>
        string.Concat(text
            .Select(c =>
            char.IsAsciiLetterUpper(c) ? (char)('Α' + (c - 'A') % 17) : char.IsAsciiLetterLower(c) ? (char)('α' + (c - 'a') % 17) : c));

    // Brackets stand in brackets where a word of ours is in a sentence of ours.
    [GeneratedRegex("⟦(?>[^⟦⟧]+|(?<in>⟦)|(?<-in>⟧))*(?(in)(?!))⟧")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"[\p{L}-[\p{IsGreek}\p{IsHebrew}]]")]
    private static partial Regex Foreign();

    private sealed class InBrackets<T>(IStringLocalizerFactory factory) : IStringLocalizer<T>
    {
        private readonly IStringLocalizer words = factory.Create(typeof(T));

        public LocalizedString this[string name] => Around(words[name]);

        public LocalizedString this[string name, params object[] arguments] => Around(words[name, arguments]);

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => words.GetAllStrings(includeParentCultures);

        private static LocalizedString Around(LocalizedString text) => new(text.Name, $"⟦{text.Value}⟧", text.ResourceNotFound);
    }
}
