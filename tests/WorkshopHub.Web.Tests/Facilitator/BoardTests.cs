using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Views;
using WorkshopHub.Web.Facilitator.Cockpit;

namespace WorkshopHub.Web.Tests.Facilitator;

public sealed class BoardTests
{
    [Fact]
    public void A_row_holds_a_challenge_its_root_causes_and_their_solutions()
    {
        var room = Room.At("challenges");
        var ben = room.Joins("Ben");
        var (challenge, cause) = Chain(room, ben);
        room.Must(Room.Amara, new MoveToStep("chain", "pick"));
        room.Must(Room.Amara, new Pick(cause, true));
        room.Must(Room.Amara, new MoveToStep("chain", "solutions"));
        var solution = room.Says(ben, "solution", "Create a yearly plan", cause);

        var row = Assert.Single(Assert.Single(Of(room).Tables).Rows);

        Assert.Equal([[challenge], [cause], [solution]],
            row.Cells.Select(c => c.Groups.SelectMany(g => g.Entries).Select(e => e.Id).ToArray()));
    }

    [Fact]
    public void Where_nothing_is_picked_yet_a_candidate_can_be_picked()
    {
        var room = Room.At("challenges");
        var (challenge, cause) = Chain(room, room.Joins("Ben"));
        room.Must(Room.Amara, new MoveToStep("chain", "pick"));

        Assert.Equal(new Pick(cause, true), Entry(room, cause).Pick);
        Assert.Null(Entry(room, challenge).Pick);
    }

    [Fact]
    public void Changing_the_pick_names_the_one_that_gives_way()
    {
        var room = Room.At("challenges");
        var ben = room.Joins("Ben");
        var (challenge, first) = Chain(room, ben);
        var second = room.Says(ben, "root-cause", "Nobody owns the calendar", challenge);
        room.Must(Room.Amara, new MoveToStep("chain", "pick"));
        room.Must(Room.Amara, new Pick(first, true));

        Assert.Equal(new Pick(second, true, first), Entry(room, second).Pick);
        Assert.Equal(new Pick(first, false), Entry(room, first).Pick);
    }

    [Fact]
    public void In_a_step_that_picks_nothing_there_is_nothing_to_pick()
    {
        var room = Room.At("challenges");
        var (_, cause) = Chain(room, room.Joins("Ben"));
        Assert.Null(Entry(room, cause).Pick);
    }

    [Fact]
    public void What_the_room_does_not_see_is_on_the_board_with_the_ways_to_bring_it_back()
    {
        var room = Room.At("challenges");
        var ben = room.Joins("Ben");
        var hidden = room.Says(ben, "challenge", "Ask Brendan");
        room.Must(Room.Amara, new Hide(hidden, true, "Names a person"));
        room.Must(Room.Amara, new MoveToStep("chain", "pick"));
        room.Clock.Advance(TimeSpan.FromMinutes(2));
        var late = room.Must(ben, new Contribute("chain", "challenge", "Too late", Late: true));

        Assert.Equal((true, "Names a person", true),
            (Entry(room, hidden).Hidden, Entry(room, hidden).HiddenBecause, Entry(room, hidden).CanHide));
        Assert.Equal((true, true), (Entry(room, late).Late, Entry(room, late).CanTakeIn));
    }

    [Fact]
    public void Who_wrote_it_stands_there_for_the_lead_only_while_the_session_is_anonymous_to_the_room()
    {
        var room = Room.At("challenges");
        var said = room.Says(room.Joins("Ben"), "challenge", "Maintenance weekends");
        Assert.Equal("Ben", Entry(room, said).Author);

        using var stranger = room.Desk("somebody-else");
        Assert.Null(Entry(stranger, said).Author);
    }

    [Fact]
    public void A_closed_session_can_be_read_and_not_changed()
    {
        var room = Room.At("challenges");
        var said = room.Says(room.Joins("Ben"), "challenge", "Maintenance weekends");
        room.Must(Room.Amara, new CloseSession());
        var entry = Entry(room, said);
        Assert.False(entry.CanEdit || entry.CanHide || entry.CanNote || entry.CanBecomeAction || entry.CanTakeIn);
    }

    internal static (string Challenge, string Cause) Chain(Room room, Sender who)
    {
        var challenge = room.Says(who, "challenge", "Maintenance weekends");
        room.Must(Room.Amara, new MoveToStep("chain", "root-causes"));
        return (challenge, room.Says(who, "root-cause", "A focus on technology", challenge));
    }

    internal static BoardEntry Entry(Desk desk, string id) =>
        desk.View.Board(desk.State.Activity("chain")!).Tables.SelectMany(t => t.Rows).SelectMany(r => r.Cells).SelectMany(c => c.Groups)
            .SelectMany(g => g.Entries).Single(e => e.Id == id);

    private static Board Of(Room room)
    {
        using var desk = room.Desk();
        return desk.View.Board(room.State.Activity("chain")!);
    }

    private static BoardEntry Entry(Room room, string id)
    {
        using var desk = room.Desk();
        return Entry(desk, id);
    }
}
