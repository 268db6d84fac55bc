using Bunit;
using MudBlazor;
using WorkshopHub.Core;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Facilitator.Cockpit;

namespace WorkshopHub.Web.Tests.Facilitator;

public sealed class ThemesTests : ConsoleContext
{
    private readonly Room room = Room.In(Exercises.Floor, "collect");
    private readonly Sender ben;
    private readonly string first;
    private readonly string second;
    private readonly string third;

    public ThemesTests()
    {
        ben = room.Joins("Ben");
        (first, second, third) = (Says("What if it goes wrong?"), Says("Nobody wants to be first"), Says("Upgrades take years"));
        room.Must(Room.Amara, new MoveToStep("floor", "group"));
    }

    [Fact]
    public void What_is_ticked_becomes_a_theme_under_the_name_that_is_typed()
    {
        using var desk = room.Desk();
        var board = Draw(desk);
        Assert.Empty(board.FindAll(Test("tick-bar")));
        Tick(board, first, second);
        Assert.Contains("2 ticked", board.Find(Test("tick-bar")).TextContent, StringComparison.Ordinal);

        board.Find(Test("theme-name")).Input("Risk aversion");
        board.Find(".wh-tick-bar form").Submit();

        var theme = Assert.Single(room.State.Themes.Values);
        Assert.Equal("Risk aversion", theme.Title);
        Assert.Equal([first, second], room.State.MembersOf(theme.Id).Select(c => c.Id));
        board.Render();
        Assert.Empty(board.FindAll(Test("tick-bar")));
        Assert.Contains("2 contributions", board.Find(Test($"theme-{theme.Id}")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_name_nothing_is_grouped_and_the_name_is_asked_for()
    {
        using var desk = room.Desk();
        var board = Draw(desk);
        Tick(board, first);
        board.Find(".wh-tick-bar form").Submit();
        Assert.Empty(room.Sent);
        Assert.Contains(JSInterop.Invocations, i => i.Identifier == "workshopHub.focus");
    }

    [Fact]
    public void A_second_click_makes_no_second_theme()
    {
        using var desk = room.Desk();
        var board = Draw(desk);
        Tick(board, first, second);
        board.Find(Test("theme-name")).Input("Risk aversion");
        var disk = new TaskCompletionSource();
        room.Disk = disk.Task;
        board.Find(".wh-tick-bar form").Submit();
        board.Find(".wh-tick-bar form").Submit();
        disk.SetResult();
        board.WaitForAssertion(() => Assert.Single(room.State.Themes));
        Assert.Single(room.Sent);
    }

    [Fact]
    public void A_refused_theme_keeps_its_name_and_what_is_ticked()
    {
        using var desk = room.Desk();
        var board = Draw(desk);
        Tick(board, first);
        board.Find(Test("theme-name")).Input("Risk aversion");
        room.NextRefusal = RefusalKind.NotSaved;
        board.Find(".wh-tick-bar form").Submit();
        Assert.Equal("Risk aversion", board.Find(Test("theme-name")).GetAttribute("value"));
        Assert.Contains("1 ticked", board.Markup, StringComparison.Ordinal);
        Assert.NotNull(board.Find(".wh-tick-bar .wh-problem"));
    }

    [Fact]
    public void What_is_ticked_goes_into_a_theme_that_is_there_and_out_of_it_again()
    {
        var theme = room.Must(Room.Amara, new CreateTheme("floor", "Risk aversion", [first]));
        using var desk = room.Desk();
        var board = Draw(desk);
        Tick(board, second, third);
        board.Find(Test("theme-into")).Click();
        Assert.Equal(3, room.State.MembersOf(theme).Count());

        board.Render();
        Clock.Advance(TimeSpan.FromSeconds(1));
        board.Find(Test($"take-out-{second}")).Click();
        Assert.Equal([first, third], room.State.MembersOf(theme).Select(c => c.Id));
    }

    [Fact]
    public void While_the_room_groups_only_what_is_loose_stands_on_the_board()
    {
        room.Must(Room.Amara, new CreateTheme("floor", "Risk aversion", [first]));
        using var desk = room.Desk();
        var board = Draw(desk);
        Assert.Empty(board.FindAll(Test($"entry-{first}")));
        board.Find(Test("only-loose")).Change(false);
        Assert.Contains("in Risk aversion",
            string.Join(' ', board.Find(Test($"entry-{first}")).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_theme_is_renamed_noted_on_and_removed_after_asking()
    {
        var theme = room.Must(Room.Amara, new CreateTheme("floor", "Risk", [first]));
        using var desk = room.Desk();
        var card = Render<ThemeCard>(p =>
            p.Add(x => x.Desk, desk).Add(x => x.Activity, Exercises.Floor).Add(x => x.Theme, room.State.Themes[theme]));
        var dialogs = Render<MudDialogProvider>();
        card.Find(Test($"theme-rename-{theme}")).Click();
        card.Find(Test($"theme-title-{theme}")).Input("Risk aversion");
        card.Find("form").Submit();
        Assert.Equal("Risk aversion", room.State.Themes[theme].Title);

        Clock.Advance(TimeSpan.FromSeconds(1));
        card.Find(Test($"theme-note-{theme}")).Click();
        card.Find(Test($"theme-note-text-{theme}")).Input("All three tables had it");
        card.Find("form").Submit();
        Assert.Equal("All three tables had it", Assert.Single(room.State.Notes.Values).Text);

        Clock.Advance(TimeSpan.FromSeconds(1));
        card.Find(Test($"theme-remove-{theme}")).Click();
        dialogs.Find(Test("theme-remove-yes")).Click();
        card.WaitForAssertion(() => Assert.Empty(room.State.Themes));
    }

    [Fact]
    public void A_note_on_a_theme_is_not_the_activitys()
    {
        var theme = room.Must(Room.Amara, new CreateTheme("floor", "Risk", [first]));
        room.Must(Room.Amara, new WriteNote("All three tables had it", ThemeId: theme));
        using var desk = room.Desk();
        var notes = Render<NotesPanel>(p => p.Add(x => x.Desk, desk));
        Assert.Equal("", notes.Find(Test("note-activity-floor")).GetAttribute("value") ?? "");
        Assert.Contains("All three tables had it", notes.Find(".wh-note").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_may_not_group_ticks_nothing()
    {
        using var desk = room.Desk("somebody-else");
        Assert.Empty(Draw(desk).FindAll("[data-test^='tick-']"));
    }

    private string Says(string text) => room.Must(ben, new Contribute("floor", "barrier", text));

    private static void Tick(IRenderedComponent<BoardPanel> board, params string[] ids)
    {
        foreach (var id in ids) board.Find(Test($"tick-{id}")).Change(true);
    }

    private IRenderedComponent<BoardPanel> Draw(Desk desk) => Render<BoardPanel>(p => p.Add(x => x.Desk, desk));
}
