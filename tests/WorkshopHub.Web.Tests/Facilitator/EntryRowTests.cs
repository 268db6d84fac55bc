using Bunit;
using WorkshopHub.Core;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Facilitator.Cockpit;

namespace WorkshopHub.Web.Tests.Facilitator;

public sealed class EntryRowTests : ConsoleContext
{
    [Fact]
    public void A_refused_edit_says_why_and_keeps_what_was_typed()
    {
        var room = Room.At("challenges");
        var said = room.Says(room.Joins("Ben"), "challenge", "Maintenance weekends");
        using var desk = room.Desk();
        var row = Draw(desk, said);
        row.Find(Test($"edit-{said}")).Click();
        row.Find(Test($"edit-text-{said}")).Input("Maintenance at weekends");
        room.NextRefusal = RefusalKind.NotSaved;

        row.Find("form").Submit();

        Assert.Equal("Maintenance at weekends", row.Find(Test($"edit-text-{said}")).GetAttribute("value"));
        Assert.Contains("could not be saved", row.Find(".wh-problem").TextContent, StringComparison.Ordinal);
        row.Find("form").Submit();
        Assert.Equal("Maintenance at weekends", room.Contribution(said).Text);
        Assert.Empty(row.FindAll("form"));
    }

    [Fact]
    public void A_change_that_arrives_leaves_what_is_being_typed_alone()
    {
        var room = Room.At("challenges");
        var ben = room.Joins("Ben");
        var said = room.Says(ben, "challenge", "Maintenance weekends");
        using var desk = room.Desk();
        var row = Draw(desk, said);
        row.Find(Test($"edit-{said}")).Click();
        row.Find(Test($"edit-text-{said}")).Input("Half a th");

        room.Must(room.Joins("Chi"), new Nod(said, true));
        using var fresh = room.Desk();
        row.Render(p => p.Add(x => x.Entry, BoardTests.Entry(fresh, said)));

        Assert.Equal("Half a th", row.Find(Test($"edit-text-{said}")).GetAttribute("value"));
        Assert.Contains("1 nod", row.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_being_typed_is_there_again_after_looking_elsewhere()
    {
        var room = Room.At("challenges");
        var said = room.Says(room.Joins("Ben"), "challenge", "Maintenance weekends");
        using var desk = room.Desk();
        var row = Draw(desk, said);
        row.Find(Test($"note-{said}")).Click();
        row.Find(Test($"note-text-{said}")).Input("In all three tables");

        Assert.Equal("In all three tables", Draw(desk, said).Find(Test($"note-text-{said}")).GetAttribute("value"));
    }

    [Fact]
    public void Picking_instead_sends_the_one_that_gives_way()
    {
        var room = Room.At("challenges");
        var ben = room.Joins("Ben");
        var (challenge, first) = BoardTests.Chain(room, ben);
        var second = room.Says(ben, "root-cause", "Nobody owns the calendar", challenge);
        room.Must(Room.Amara, new MoveToStep("chain", "pick"));
        room.Must(Room.Amara, new Pick(first, true));
        using var desk = room.Desk();

        Draw(desk, second).Find(Test($"pick-{second}")).Click();

        Assert.Equal(new Pick(second, true, first), Assert.Single(room.Sent));
        Assert.Equal((false, true), (room.Contribution(first).Picked, room.Contribution(second).Picked));
    }

    [Fact]
    public void Hiding_takes_a_reason_along()
    {
        var room = Room.At("challenges");
        var said = room.Says(room.Joins("Ben"), "challenge", "Ask Brendan");
        using var desk = room.Desk();
        var row = Draw(desk, said);
        row.Find(Test($"hide-{said}")).Click();
        row.Find(Test($"hide-reason-{said}")).Input("Names a person");
        row.Find("form").Submit();
        Assert.Equal("Names a person", room.Contribution(said).HiddenBecause);
    }

    [Fact]
    public void An_entry_is_shown_large_and_then_goes_back_to_all()
    {
        var room = Room.At("challenges");
        var said = room.Says(room.Joins("Ben"), "challenge", "Maintenance weekends");
        using var desk = room.Desk();
        var row = Draw(desk, said);
        row.Find(Test($"alone-{said}")).Click();
        Assert.Equal(said, room.State.Screen.Spotlight);

        using var fresh = room.Desk();
        row = Draw(fresh, said);
        Assert.Contains("alone on the screen", row.Markup, StringComparison.Ordinal);
        row.Find(Test($"alone-{said}")).Click();
        Assert.Null(room.State.Screen.Spotlight);
    }

    [Fact]
    public void What_is_hidden_or_not_theirs_to_show_has_no_such_button()
    {
        var room = Room.At("challenges");
        var said = room.Says(room.Joins("Ben"), "challenge", "Maintenance weekends");
        room.Must(Room.Amara, new ChangeRoles("sam", "scribe"));
        using var scribe = room.Desk("sam");
        Assert.Empty(Draw(scribe, said).FindAll(Test($"alone-{said}")));
        room.Must(Room.Amara, new Hide(said, true));
        using var desk = room.Desk();
        Assert.Empty(Draw(desk, said).FindAll(Test($"alone-{said}")));
    }

    private IRenderedComponent<EntryRow> Draw(Desk desk, string id) =>
        Render<EntryRow>(p => p.Add(x => x.Desk, desk).Add(x => x.Entry, BoardTests.Entry(desk, id)));
}
