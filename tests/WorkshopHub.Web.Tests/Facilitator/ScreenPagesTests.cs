using Bunit;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Facilitator.Cockpit;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Tests.Facilitator;

public sealed class ScreenPagesTests : ConsoleContext
{
    [Fact]
    public void Without_pages_there_is_nothing_to_turn()
    {
        var room = Room.At("challenges");
        room.Phones = Phones.None with { Screens = [new(2, 1, 1)] };
        using var desk = room.Desk();
        Assert.Empty(Draw(desk).FindAll("button"));
    }

    [Fact]
    public void The_page_that_screens_report_is_turned_and_let_go()
    {
        var room = Room.At("challenges");
        room.Phones = Phones.None with { Screens = [new(4, 2, 3)] };
        using var desk = room.Desk();
        var pages = Draw(desk);
        Assert.Equal("Page 2 of 3", pages.Find(Test("screen-page")).TextContent);
        Assert.Empty(pages.FindAll(Test("screen-page-turn")));

        pages.Find(Test("screen-page-next")).Click();
        Assert.Equal(3, room.State.Screen.Page);
        pages.Render();
        Assert.Equal("Page 3 of 3", pages.Find(Test("screen-page")).TextContent);
        pages.Find(Test("screen-page-next")).Click();
        Assert.Equal(1, room.State.Screen.Page);
        pages.Render();
        pages.Find(Test("screen-page-before")).Click();
        Assert.Equal(3, room.State.Screen.Page);
        pages.Render();
        pages.Find(Test("screen-page-turn")).Click();
        Assert.Null(room.State.Screen.Page);
    }

    [Fact]
    public void What_stands_alone_goes_back_to_all_and_the_mode_stays()
    {
        var room = Room.At("challenges");
        var said = room.Says(room.Joins("Ben"), "challenge", "Maintenance weekends");
        room.Must(Room.Amara, new SetScreen("held", Spotlight: said));
        using var desk = room.Desk();
        var pages = Draw(desk);
        Assert.Contains("Maintenance weekends", pages.Find(Test("screen-alone")).TextContent, StringComparison.Ordinal);
        pages.Find(Test("screen-all")).Click();
        Assert.Equal((ScreenMode.Held, null), (room.State.Screen.Mode, room.State.Screen.Spotlight));
    }

    private IRenderedComponent<ScreenPages> Draw(Desk desk) => Render<ScreenPages>(p => p.Add(x => x.Desk, desk));
}
