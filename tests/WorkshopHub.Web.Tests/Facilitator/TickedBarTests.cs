using Bunit;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Facilitator.Cockpit;

namespace WorkshopHub.Web.Tests.Facilitator;

public sealed class TickedBarTests : ConsoleContext
{
    [Fact]
    public void Ticked_contributions_are_joined_and_stand_under_the_first()
    {
        var (room, one, two) = TwoSaid();
        using var desk = room.Desk();
        desk.Chosen.UnionWith([two, one]);
        Bar(desk).Find(Test("join-ticked")).Click();

        Assert.Equal(one, room.Contribution(two).JoinedInto);
        Assert.Empty(desk.Chosen);
        Assert.Equal(["Bad planning"], BoardTests.Entry(desk, one).Variants);
    }

    [Fact]
    public void Ticked_contributions_are_carried_over_to_the_chosen_activity()
    {
        var (room, one, two) = TwoSaid();
        using var desk = room.Desk();
        desk.Chosen.UnionWith([two, one]);
        var bar = Bar(desk);
        bar.Find(Test("carry-to")).Change("next-steps/next-step");
        bar.Find(Test("carry")).Click();

        Assert.Equal(["Poor scheduling", "Bad planning"], room.State.In("next-steps", "next-step").Select(c => c.Text));
        Assert.Empty(desk.Chosen);
    }

    [Fact]
    public void What_was_parked_is_listed_and_brought_back()
    {
        var (room, one, _) = TwoSaid();
        room.Must(Room.Amara, new Park(one, true));
        using var desk = room.Desk();
        Assert.Single(Assert.Single(Board.Of(desk, room.State.Activity("chain")!).Tables).Rows);

        Render<ParkedList>(p => p.Add(x => x.Desk, desk)).Find(Test($"unpark-{one}")).Click();

        Assert.False(room.Contribution(one).Parked);
    }

    private static (Room Room, string One, string Two) TwoSaid()
    {
        var room = Room.At("challenges");
        var ben = room.Joins("Ben");
        return (room, room.Says(ben, "challenge", "Poor scheduling"), room.Says(ben, "challenge", "Bad planning"));
    }

    private IRenderedComponent<TickedBar> Bar(Desk desk) =>
        Render<TickedBar>(p => p.Add(x => x.Desk, desk).Add(x => x.From, desk.State.Activity("chain")!));
}
