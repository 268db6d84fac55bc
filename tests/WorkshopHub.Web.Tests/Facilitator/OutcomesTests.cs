using Bunit;
using WorkshopHub.Core;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Views;
using WorkshopHub.Web.Facilitator.Cockpit;

namespace WorkshopHub.Web.Tests.Facilitator;

public sealed class OutcomesTests : ConsoleContext
{
    private const string Proposed = "For “Maintenance weekends” we tackle “A focus on technology”.";

    [Fact]
    public void A_pick_proposes_a_decision_and_records_none()
    {
        var (room, challenge, cause) = Picked();
        var proposal = Assert.Single(Proposal.Of(room.State));
        Assert.Equal(Proposed, Words.TextOf(proposal));
        Assert.Equal([challenge, cause], proposal.FromIds);
        Assert.Empty(room.State.Decisions);
    }

    [Fact]
    public void Words_that_are_too_long_for_one_sentence_leave_the_picked_one_alone()
    {
        var room = Room.At("challenges");
        var ben = room.Joins("Ben");
        var challenge = room.Says(ben, "challenge", new string('a', 200));
        room.Must(Room.Amara, new MoveToStep("chain", "root-causes"));
        var cause = room.Says(ben, "root-cause", new string('b', 200), challenge);
        room.Must(Room.Amara, new MoveToStep("chain", "pick"));
        room.Must(Room.Amara, new Pick(cause, true));
        Assert.Equal(new string('b', 200), Words.TextOf(Assert.Single(Proposal.Of(room.State))));
    }

    [Fact]
    public void The_proposal_stands_in_the_field_and_is_recorded_with_what_it_came_from()
    {
        var (room, challenge, cause) = Picked();
        using var desk = room.Desk();
        var panel = Render<DecisionsPanel>(p => p.Add(x => x.Desk, desk));
        Assert.Equal(Proposed, panel.Find(Test("decision-text")).GetAttribute("value"));
        panel.Find("form").Submit();
        var decision = Assert.Single(room.State.Decisions);
        Assert.Equal((Proposed, 2), (decision.Text, decision.FromIds.Count));
        Assert.Equal([challenge, cause], decision.FromIds);
        Assert.Empty(Proposal.Of(room.State));
    }

    [Fact]
    public void A_refused_decision_keeps_its_words()
    {
        var room = Room.At("challenges");
        using var desk = room.Desk();
        var panel = Render<DecisionsPanel>(p => p.Add(x => x.Desk, desk));
        panel.Find(Test("decision-text")).Input("We plan the year together.");
        room.NextRefusal = RefusalKind.NotSaved;
        panel.Find("form").Submit();
        Assert.Equal("We plan the year together.", panel.Find(Test("decision-text")).GetAttribute("value"));
        Assert.Empty(room.State.Decisions);
    }

    [Fact]
    public void An_action_says_what_who_by_when_and_how_sure()
    {
        var room = Room.At("solutions");
        using var desk = room.Desk();
        var panel = Render<ActionsPanel>(p => p.Add(x => x.Desk, desk));
        panel.Find(Test("action-what")).Input("Draft the yearly plan");
        panel.Find(Test("action-owner")).Input("Amara");
        panel.Find(Test("action-due")).Change("2027-01-15");
        panel.Find(Test("action-confidence")).Change("4");
        panel.Find("form").Submit();
        var action = Assert.Single(room.State.Actions);
        Assert.Equal(("Draft the yearly plan", "Amara", new DateOnly(2027, 1, 15), 4),
            (action.What, action.Owner, action.Due, action.Confidence));
        Assert.Equal("", panel.Find(Test("action-what")).GetAttribute("value") ?? "");
    }

    private static (Room Room, string Challenge, string Cause) Picked()
    {
        var room = Room.At("challenges");
        var (challenge, cause) = BoardTests.Chain(room, room.Joins("Ben"));
        room.Must(Room.Amara, new MoveToStep("chain", "pick"));
        room.Must(Room.Amara, new Pick(cause, true));
        return (room, challenge, cause);
    }
}
