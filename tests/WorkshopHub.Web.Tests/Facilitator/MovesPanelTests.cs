using Bunit;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Facilitator.Cockpit;

namespace WorkshopHub.Web.Tests.Facilitator;

public sealed class MovesPanelTests : ConsoleContext
{
    [Fact]
    public void The_newest_move_is_taken_back_and_a_line_says_which()
    {
        var room = Room.At("challenges");
        var said = room.Says(room.Joins("Ben"), "challenge", "Maintenance weekends");
        room.Must(Room.Amara, new Hide(said, true));
        using var desk = room.Desk();
        var panel = Render<MovesPanel>(p => p.Add(x => x.Desk, desk));

        var undo = panel.Find("[data-key='u']");
        Assert.Equal("Undo: hiding “Maintenance weekends”", undo.GetAttribute("aria-label"));
        undo.Click();

        Assert.False(room.Contribution(said).Hidden);
        Assert.Equal("Taken back: hiding “Maintenance weekends”", panel.Find(Test("undone")).TextContent);
    }

    [Fact]
    public void A_move_that_was_overtaken_says_so_in_place_of_the_button()
    {
        var room = Room.At("challenges");
        var ben = room.Joins("Ben");
        var said = room.Says(ben, "challenge", "Maintenance weekends");
        room.Must(Room.Amara, new EditContribution(said, "Weekends"));
        var version = room.State.Version;
        room.Must(ben, new EditContribution(said, "My weekends"));
        using var desk = room.Desk();

        var line = Render<MovesPanel>(p => p.Add(x => x.Desk, desk)).Find(Test($"move-{version}"));

        Assert.Contains("A later move touched the same thing", line.TextContent, StringComparison.Ordinal);
        Assert.Empty(line.QuerySelectorAll("button"));
    }

    [Fact]
    public void Every_move_that_can_be_taken_back_has_its_sentence()
    {
        var undoable =
            EventNames.All
            .Where(n => !new[] { "session.created", "session.opened", "session.closed", "session.reopened", "move.undone",
            "activity.returned", "contributions.parted", "contribution.restored", "late.returned", "place.returned", "screen.returned",
            "delegate.joined", "delegate.changed", "delegates.listed", "delegate.waiting", "delegates.admitted", "delegates.returned",
            "done.set", "nod.set", "nods.counted", "answer.given", "answers.counted", "dots.placed", "votes.returned", "team.taken",
            "contribution.erased", "delegate.erased" }
            .Any(o => n.Key.StartsWith(o, StringComparison.Ordinal))).Select(n => n.Key);
        Assert.All(undoable
            .Concat(["contribution.hidden.v1-off", "contribution.parked.v1-off", "pick.set.v1-off", "joining.locked.v1-off",
            "approval.set.v1-off"]), n => Assert.False(Words[$"undo-{n}"].ResourceNotFound, n));
    }
}
