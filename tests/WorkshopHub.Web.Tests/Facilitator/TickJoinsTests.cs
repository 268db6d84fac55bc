using Bunit;
using WorkshopHub.Core;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Facilitator.Cockpit;

namespace WorkshopHub.Web.Tests.Facilitator;

public sealed class TickJoinsTests : ConsoleContext
{
    [Fact]
    public void Ticked_contributions_are_joined_and_stand_under_the_first()
    {
        var (room, one, two) = TwoSaid();
        using var desk = room.Desk();
        var done = false;
        Bar(desk, [one, two], () => done = true).Find(Test("join-ticked")).Click();

        Assert.Equal(one, room.Contribution(two).JoinedInto);
        Assert.True(done);
        Assert.Equal(["Bad planning"], BoardTests.Entry(desk, one).Variants);
    }

    [Fact]
    public void Ticked_contributions_are_carried_over_to_the_chosen_activity()
    {
        var (room, one, two) = TwoSaid();
        using var desk = room.Desk();
        var done = false;
        var bar = Bar(desk, [one, two], () => done = true);
        bar.Find(Test("carry-to")).Change("next-steps/next-step");
        bar.Find(Test("carry")).Click();

        Assert.Equal(["Poor scheduling", "Bad planning"], room.State.In("next-steps", "next-step").Select(c => c.Text));
        Assert.True(done);
    }

    [Fact]
    public void What_was_parked_is_listed_and_brought_back()
    {
        var (room, one, _) = TwoSaid();
        room.Must(Room.Amara, new Park(one, true));
        using var desk = room.Desk();
        Assert.Single(Assert.Single(desk.View.Board(room.State.Activity("chain")!).Tables).Rows);

        Render<ParkedList>(p => p.Add(x => x.Desk, desk)).Find(Test($"unpark-{one}")).Click();

        Assert.False(room.Contribution(one).Parked);
    }

    private static (Room Room, string One, string Two) TwoSaid()
    {
        var room = Room.At("challenges");
        var ben = room.Joins("Ben");
        return (room, room.Says(ben, "challenge", "Poor scheduling"), room.Says(ben, "challenge", "Bad planning"));
    }

    private IRenderedComponent<TickJoins> Bar(Desk desk, IEnumerable<string> ticked, Action done) => Render<TickJoins>(p => p
        .Add(x => x.Desk, desk)
        .Add(x => x.From, desk.State.Activity("chain")!)
        .Add(x => x.Ticked, ticked.Select(id => desk.State.Contributions[id]).ToValueList())
        .Add(x => x.Done, done));
}
