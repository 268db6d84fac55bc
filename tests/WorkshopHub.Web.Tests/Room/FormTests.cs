using AngleSharp.Dom;
using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Views;
using WorkshopHub.Room.Phone;

namespace WorkshopHub.Web.Tests.Room;

/// <summary>Every move of a delegate is a form with the command's own names, so that it needs no script.</summary>
public sealed class FormTests
{
    private static readonly string[] FormsOwn = ["type", "commandId", "return"];

    [Fact]
    public async Task Every_form_names_a_command_and_only_its_properties()
    {
        var seen = new HashSet<string>();
        foreach (var form in await FormsAsync())
        {
            var kind = CommandCatalogue.Named(form.GetAttribute("data-command")!);
            Assert.NotNull(kind?.Shape);
            Assert.True(kind.Who.HasFlag(Role.Delegate), kind.Type);
            var known = kind.Shape.GetProperties().Select(p => char.ToLowerInvariant(p.Name[0]) + p.Name[1..]).ToHashSet();
            Assert.Empty(Fields(form).Except(FormsOwn).Except(known));
            seen.Add(kind.Type);
        }

        Assert.Equal(
            ["answer", "changeProfile", "contribute", "editContribution", "nod", "placeDots", "react", "setDone", "takeTeam",
            "withdrawContribution"], seen.Order());
    }

    [Fact]
    public async Task Every_form_of_a_page_sends_with_an_id_of_its_own_and_comes_back_to_its_place()
    {
        var state = Walk.Midst(s => s.CurrentStep!.Collects.Count > 0);
        var page = Drawn.Read(await Drawn.PhoneAsync(state));
        var forms = page.QuerySelectorAll("form[data-command]").ToList();

        Assert.True(forms.Count > 4);
        Assert.All(forms, f => Assert.Equal(("post", "/j/482916/send"), (f.GetAttribute("method"), f.GetAttribute("action"))));
        Assert.All(forms, f => Assert.NotNull(page.GetElementById(Field(f, "return")!)));
        Assert.Equal(forms.Count, forms.Select(f => Field(f, "commandId")).Distinct().Count());
    }

    [Fact]
    public async Task A_piece_that_all_share_carries_nothing_of_one_person()
    {
        var state = Walk
            .Midst(s => s.CurrentStep!.Nods
            && s.Contributions.Values.Any(c => c.Nods.Contains(Drawn.Ann) && c.ActivityId == s.Now!.Value.ActivityId));

        var shared = Drawn.Read(await Drawn.PieceAsync(PhoneView.Build(state), Surface.Phone));
        var own = Drawn.Read(await Drawn.PhoneAsync(state));

        Assert.NotEmpty(own.QuerySelectorAll("[data-nod][aria-pressed=true]"));
        Assert.NotEmpty(shared.QuerySelectorAll("[data-nod]"));
        Assert.Empty(shared.QuerySelectorAll("[aria-pressed=true], [name=commandId]"));
    }

    [Fact]
    public async Task A_refused_text_stands_in_its_field_again()
    {
        var state = Walk.Everything().First(s => s.CurrentStep?.Collects.Contains("challenge") == true);

        var page = Drawn.Read(await Drawn.PhoneAsync(state, "Far too long", "challenge"));

        Assert.Equal("Far too long", page.QuerySelector("#write-challenge textarea")!.TextContent);
        Assert.Null(page.QuerySelector("#kept"));
    }

    [Theory]
    [InlineData("challenge")]
    [InlineData(null)]
    public async Task A_refused_text_whose_field_is_gone_or_was_an_edit_is_still_on_the_page(string? lane)
    {
        var state = Walk.Everything().First(s => s.CurrentStep?.Collects.Contains("root-cause") == true);

        var page = Drawn.Read(await Drawn.PhoneAsync(state, "Typed with care", lane));

        Assert.Equal("Typed with care", page.QuerySelector("#kept")!.TextContent);
    }

    [Fact]
    public async Task Somebody_can_always_prefer_not_to_say()
    {
        var model = new JoinModel("482916", "Title", null, new("Where?", ["A", "B"]), NamesPolicy.AnonymousToRoom, false, "id");

        var page = Drawn.Read(await Drawn.HtmlAsync<JoinPage>(new() { ["Model"] = model }));

        Assert.Equal(["A", "B", ""], page.QuerySelectorAll("[name=sector]").Select(r => r.GetAttribute("value")));
        Assert.Empty(page.QuerySelectorAll("[required]:not([name=recoveryCode])"));
    }

    private static async Task<List<IElement>> FormsAsync()
    {
        var forms = new List<IElement>();
        foreach (var state in Walk.Everything().GroupBy(s => (s.Stage, s.Now, Drawn.TeamOf(s))).Select(g => g.Last()))
        {
            forms.AddRange(Drawn.Forms(await Drawn.PhoneAsync(state)));
        }

        return forms;
    }

    private static IEnumerable<string> Fields(IElement form) => form.QuerySelectorAll("[name]").Select(e => e.GetAttribute("name")!);

    private static string? Field(IElement form, string name) => form.QuerySelector($"[name={name}]")?.GetAttribute("value");
}
