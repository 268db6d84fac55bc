using WorkshopHub.Core;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Views;
using WorkshopHub.Room.Phone;

namespace WorkshopHub.Web.Tests.Room;

/// <summary>What people write is text and stays text, and no page needs anything that a strict policy forbids.</summary>
public sealed class SafetyTests
{
    [Fact]
    public async Task Hostile_words_are_shown_as_they_were_written()
    {
        var state = Walk.Midst(s => s.CurrentStep!.Collects.Count > 0 && s.Actions.Count > 0 && s.CurrentActivity!.Layout == "list");
        var shown = Writing.Clean(Walk.Hostile);

        var phone = Drawn.Read(await Drawn.PhoneAsync(state));
        var screen = Drawn.Read(await Drawn.ScreenAsync(state));

        Assert.Contains(phone.QuerySelectorAll(".said p"), p => p.TextContent == shown);
        Assert.Contains(phone.QuerySelectorAll(".own textarea"), t => t.TextContent == shown);
        Assert.Contains(screen.QuerySelectorAll(".act p"), p => p.TextContent == shown);
        Assert.Empty(phone.QuerySelectorAll("body script"));
        Assert.Empty(screen.QuerySelectorAll("body script"));
    }

    [Fact]
    public async Task No_page_has_a_script_or_a_style_in_its_text()
    {
        foreach (var html in await PagesAsync())
        {
            var page = Drawn.Read(html);
            Assert.Empty(page.QuerySelectorAll("script:not([src]), style, base"));
            Assert.Empty(page.All.SelectMany(e => e.Attributes)
                .Where(a => a.Name == "style" || a.Name.StartsWith("on", StringComparison.Ordinal)).Select(a => a.OwnerElement!.OuterHtml));
            Assert.Empty(page.QuerySelectorAll("[href^='javascript']"));
        }
    }

    [Fact]
    public async Task Contributions_bring_their_own_direction_and_leave_the_page_its_own()
    {
        var state = Walk.Midst(s => s.CurrentStep!.Collects.Count > 0);
        var shown = Writing.Clean(Walk.Hostile);
        foreach (var html in new[] { await Drawn.PhoneAsync(state), await Drawn.ScreenAsync(state) })
        {
            var texts = Drawn.Read(html).QuerySelectorAll("main *").Where(e => e.ChildElementCount == 0 && e.TextContent == shown).ToList();
            Assert.NotEmpty(texts);
            Assert.All(texts, e => Assert.True(e.LocalName == "bdi" || e.GetAttribute("dir") == "auto", e.OuterHtml));
        }
    }

    private static async Task<List<string>> PagesAsync()
    {
        var pages = new List<string>
        {
            await Drawn.HtmlAsync<FrontPage>(new() { ["Problem"] = Walk.Hostile, ["Code"] = Walk.Hostile }),
            await Drawn.HtmlAsync<MessagePage>(new() { ["Model"] = new MessageModel(Walk.Hostile, Walk.Hostile, "Back", "/", 10) }),
            await Drawn.HtmlAsync<JoinPage>(new()
            {
                ["Model"] = new JoinModel("482916", Walk.Hostile, Walk.Hostile, new(Walk.Hostile, ["A", Walk.Hostile]), NamesPolicy.Named,
                    false, "id", Walk.Hostile, Walk.Hostile, "A"),
            }),
        };
        foreach (var state in Walk.Everything().DistinctBy(s => (PhoneView.Build(s), ScreenView.Build(s))))
        {
            pages.Add(await Drawn.PhoneAsync(state));
            pages.Add(await Drawn.ScreenAsync(state));
            pages.Add(await Drawn.MineAsync(state));
        }

        return pages;
    }
}
