using Bunit;
using MudBlazor;
using WorkshopHub.Core;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Views;
using WorkshopHub.Web.Facilitator.Cockpit;

namespace WorkshopHub.Web.Tests.Facilitator;

public sealed class VotesTests : ConsoleContext
{
    private readonly Room room = Room.In(Exercises.Floor, "collect");
    private readonly Sender ben;
    private readonly Sender chi;
    private readonly List<string> risks;

    public VotesTests()
    {
        (ben, chi) = (room.Joins("Ben"), room.Joins("Chi"));
        risks = [.. Enumerable.Range(1, 5).Select(i => room.Must(ben, new Contribute("floor", "risk", $"Risk {i}")))];
        room.Must(Room.Amara, new MoveToStep("floor", "vote"));
    }

    [Fact]
    public void While_a_vote_is_open_it_is_said_how_many_have_voted_and_not_for_what()
    {
        room.Must(ben, new PlaceDots(risks[0], 2));
        room.Must(ben, new PlaceDots(risks[1], 1));
        room.Must(chi, new PlaceDots(risks[0], 1));
        using var desk = room.Desk();
        var board = Draw(desk);
        Assert.Equal("2 of 2 have voted, 1 have placed all.", board.Find(Test("voted")).TextContent);
        Assert.Empty(board.FindAll("[data-test^='dots-']"));
        Assert.Empty(board.FindAll(".wh-tallies"));

        room.Must(Room.Amara, new MoveToStep("floor", "pick"));
        using var later = room.Desk();
        var revealed = Draw(later);
        Assert.Equal("3 dots", revealed.Find(Test($"dots-{risks[0]}")).TextContent);
        Assert.Equal("3", revealed.Find(".wh-tallies b").TextContent);
    }

    [Fact]
    public void Taking_all_dots_back_asks_first()
    {
        room.Must(ben, new PlaceDots(risks[0], 2));
        using var desk = room.Desk();
        var board = Draw(desk);
        var dialogs = Render<MudDialogProvider>();
        board.Find(Test("votes-reset")).Click();
        Assert.NotEmpty(room.State.Votes);
        dialogs.Find(Test("votes-reset-yes")).Click();
        board.WaitForAssertion(() => Assert.Empty(room.State.Votes));
    }

    [Fact]
    public void With_a_budget_it_is_said_how_many_places_are_taken_and_one_has_to_give_way_for_the_next()
    {
        room.Must(Room.Amara, new MoveToStep("floor", "pick"));
        room.Must(Room.Amara, new Pick(risks[0], true));
        using var desk = room.Desk();
        Assert.Equal("1 of 2 places taken", Draw(desk).Find(Test("places-risk")).TextContent);
        room.Must(Room.Amara, new Pick(risks[1], true));
        using var full = room.Desk();
        var board = Draw(full);
        Assert.Equal("Pick instead of …", board.Find(Test($"pick-{risks[2]}")).TextContent);

        board.Find(Test($"pick-{risks[2]}")).Click();
        board.Find(Test($"instead-{risks[0]}")).Click();

        Assert.Equal(new Pick(risks[2], true, risks[0]), Assert.Single(room.Sent));
        Assert.Equal([risks[1], risks[2]], risks.Where(r => room.Contribution(r).Picked));
    }

    [Fact]
    public void A_pick_that_is_refused_says_why()
    {
        room.Must(Room.Amara, new MoveToStep("floor", "pick"));
        using var desk = room.Desk();
        var board = Draw(desk);
        room.NextRefusal = RefusalKind.PicksSpent.With(2);
        board.Find(Test($"pick-{risks[2]}")).Click();
        Assert.Contains("All 2 places are taken", board.Find(".wh-problem").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_theme_with_most_dots_proposes_a_decision_that_comes_from_its_members()
    {
        room.Must(Room.Amara, new CreateTheme("floor", "Money", [risks[0]]));
        room.Must(Room.Amara, new CreateTheme("floor", "Fear", [risks[1], risks[2]]));
        room.Must(ben, new PlaceDots(risks[1], 2));
        room.Must(chi, new PlaceDots(risks[0], 1));
        Assert.Empty(Proposal.Of(room.State));

        room.Must(Room.Amara, new MoveToStep("floor", "pick"));

        var proposal = Assert.Single(Proposal.Of(room.State));
        Assert.Equal("We take on “Fear”.", Words.TextOf(proposal));
        Assert.Equal([risks[1], risks[2]], proposal.FromIds);
        room.Must(Room.Amara, new RecordDecision(Words.TextOf(proposal), proposal.FromIds));
        Assert.Empty(Proposal.Of(room.State));
    }

    [Fact]
    public void A_second_click_records_no_second_proposal()
    {
        room.Must(Room.Amara, new MoveToStep("floor", "pick"));
        room.Must(Room.Amara, new Pick(risks[0], true));
        room.Must(Room.Amara, new Pick(risks[1], true));
        using var desk = room.Desk();
        var panel = Render<DecisionsPanel>(p => p.Add(x => x.Desk, desk));
        panel.Find("form").Submit();
        panel.Find("form").Submit();
        Assert.Equal("Risk 1", Assert.Single(room.State.Decisions).Text);

        Clock.Advance(TimeSpan.FromSeconds(1));
        panel.Find("form").Submit();
        Assert.Equal(2, room.State.Decisions.Count);
    }

    [Fact]
    public void A_second_click_on_a_pick_does_not_take_it_back()
    {
        room.Must(Room.Amara, new MoveToStep("floor", "pick"));
        using var desk = room.Desk();
        var board = Draw(desk);
        board.Find(Test($"pick-{risks[0]}")).Click();
        board.Render();
        board.Find(Test($"pick-{risks[0]}")).Click();
        Assert.True(room.Contribution(risks[0]).Picked);
    }

    [Fact]
    public void A_decision_and_an_action_made_of_a_theme_come_from_its_members()
    {
        var theme = room.Must(Room.Amara, new CreateTheme("floor", "Fear", [risks[1], risks[2]]));
        using var desk = room.Desk();
        DecisionsPanel.Take(desk, theme);
        Render<DecisionsPanel>(p => p.Add(x => x.Desk, desk)).Find("form").Submit();
        Assert.Equal([risks[1], risks[2]], Assert.Single(room.State.Decisions).FromIds);

        desk.Drafts[new ActionFields(desk, ActionsPanel.NewForm).From] = theme;
        var actions = Render<ActionsPanel>(p => p.Add(x => x.Desk, desk));
        actions.Find(Test("action-what")).Input("Ask the auditors");
        actions.Find("form").Submit();
        Assert.Equal([risks[1], risks[2]], Assert.Single(room.State.Actions).FromIds);
        actions.Render();
        Assert.Contains("Risk 2 · Risk 3",
            string.Join(' ', actions.Find(".wh-list").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal);
    }

    private IRenderedComponent<BoardPanel> Draw(Desk desk) => Render<BoardPanel>(p => p.Add(x => x.Desk, desk));
}
