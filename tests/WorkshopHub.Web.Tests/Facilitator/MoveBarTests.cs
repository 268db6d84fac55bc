using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Views;
using WorkshopHub.Web.Facilitator.Cockpit;

namespace WorkshopHub.Web.Tests.Facilitator;

public sealed class MoveBarTests : ConsoleContext
{
    [Fact]
    public void It_says_where_it_leads_and_who_gets_time_to_send()
    {
        var room = Room.At("challenges");
        room.Phones = new([], Typing: 3, Waiting: 0);
        using var desk = room.Desk();
        var bar = Draw(room, desk);
        Assert.Equal("Next: Root causes", bar.Find(Test("next-move")).TextContent);
        Assert.Contains("3 people are typing; they get 60 seconds to send.", bar.Find("#what-happens").TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_double_click_makes_one_move()
    {
        var room = Room.At("challenges");
        using var desk = room.Desk();
        var bar = Draw(room, desk);
        bar.Find(Test("next-move")).Click();
        bar.Render(p => p.Add(x => x.Desk, desk));
        bar.Find(Test("next-move")).Click();
        Assert.Equal("root-causes", room.State.Now?.Step);

        room.Clock.Advance(TimeSpan.FromSeconds(1));
        bar.WaitForAssertion(() => Assert.False(bar.Find(Test("next-move")).HasAttribute("aria-disabled")));
        bar.Find(Test("next-move")).Click();
        Assert.Equal("pick", room.State.Now?.Step);
    }

    [Fact]
    public void Closing_asks_first()
    {
        var room = Room.At("solutions");
        room.Must(Room.Amara, new StartActivity("next-steps"));
        room.Must(Room.Amara, new MoveToStep("next-steps", "agree"));
        using var desk = room.Desk();
        var bar = Draw(room, desk);
        var dialogs = Render<MudDialogProvider>();
        bar.Find(Test("next-move")).Click();
        dialogs.Find(Test("close-no")).Click();
        Assert.Empty(room.Sent);

        bar.Find(Test("next-move")).Click();
        dialogs.Find(Test("close-yes")).Click();
        bar.WaitForAssertion(() => Assert.Equal(SessionStage.Closed, room.State.Stage));
    }

    [Fact]
    public void A_vote_says_what_everybody_has_and_that_nobody_sees_where_it_lies() =>
        Assert.Equal(
            "everybody has 3 dots for contributions and themes, at most 2 on one. The room sees how many have voted, and nobody sees " +
                "where the dots lie until it is revealed.",
            Said(Room.In(Exercises.Floor, "group")));

    [Fact]
    public void The_move_after_a_vote_says_that_it_reveals_it() =>
        Assert.StartsWith("phones and screen show where the dots lie: Vote.", Said(Room.In(Exercises.Floor, "vote")),
            StringComparison.Ordinal);

    [Fact]
    public void A_reveal_says_which_lanes_it_uncovers() =>
        Assert.Equal("phones and screen show what was covered: Expectations.", Said(Room.In(Exercises.Sides, "list")));

    [Theory]
    [InlineData("risk", "you mark what the room picks: Risk.")]
    [InlineData("barrier", "you can still change the pick: Barrier.")]
    public void A_pick_can_still_be_changed_only_where_it_could_be_made_before(string picks, string said)
    {
        var first = Exercises.Floor.Steps[0] with { Picks = ["barrier"] };
        var next = first with { Id = "next", Collects = ["risk"], Picks = [picks] };
        Assert.Contains(said, Said(Room.In(Exercises.Floor with { Steps = [first, next] }, "collect")), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Every_kind_of_step_says_what_happens()
    {
        foreach (var kind in Enum.GetValues<StepKind>())
        {
            var step = Exercises.Floor.Steps[0] with { Id = "next", Kind = kind, Collects = ["risk"], Dots = 1, MaxPerTarget = 1 };
            var said = Said(Room.In(Exercises.Floor with { Steps = [Exercises.Floor.Steps[0], step] }, "collect"));
            Assert.DoesNotContain("what-", said, StringComparison.Ordinal);
            Assert.NotEmpty(said);
        }
    }

    private string Said(Room room) => Words.WhatHappens(NextMove.Of(room.State)!, room.State, typing: 0);

    private IRenderedComponent<MoveBar> Draw(Room room, Desk desk) => Render<MoveBar>(Bar(room, p => p.Add(x => x.Desk, desk)));

    private Action<ComponentParameterCollectionBuilder<MoveBar>> Bar(Room room,
        Action<ComponentParameterCollectionBuilder<MoveBar>> parameters)
    {
        Services.AddSingleton<TimeProvider>(room.Clock);
        return parameters;
    }
}
