using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using static WorkshopHub.Core.Tests.World.KickStart;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Sessions;

public sealed class OutcomesTests
{
    private static readonly DateOnly Friday = new(2026, 6, 26);

    private static readonly Scenario Agreed = AtTheSolutions()
        .Given(Amara, new RecordDecision("We plan the year", ["culture"]), "decision")
        .Given(Amara, new RecordAction("Draw up the plan", "Ben", Friday, 4, ["decision"]), "action");

    [Fact]
    public void OUT_2_a_decision_is_one_sentence_with_what_it_came_from()
    {
        var outcome = AtTheSolutions().When(Amara, new RecordDecision(" We plan the year ", ["culture", "plan", "culture"]), "decision");
        Assert.Equal("decision", outcome.Turn.ResultId);
        outcome.Then(new DecisionRecorded("decision", new("decision", "We plan the year"), ["culture", "plan"]));
        AtTheSolutions().When(Amara, new RecordDecision("From nothing")).Then<DecisionRecorded>(e => Assert.Empty(e.FromIds));
    }

    [Fact]
    public void OUT_2_a_decision_has_words_and_sources_that_are_there()
    {
        AtTheSolutions().When(Amara, new RecordDecision(" ")).ThenRefused(RefusalKind.TextEmpty);
        AtTheSolutions().When(Amara, new RecordDecision(new string('d', 251))).ThenRefused(RefusalKind.TextTooLong);
        AtTheSolutions().When(Amara, new RecordDecision("From nothing", ["nothing"])).ThenRefused(RefusalKind.NoSuchContribution);
        AtTheSolutions().When(Amara, new RecordDecision("From many", Enumerable.Range(1, 51).Select(i => $"c{i}").ToValueList()))
            .ThenRefused(RefusalKind.OutOfRange);
    }

    [Fact]
    public void OUT_2_a_decision_is_reworded()
    {
        var changed =
            Agreed.When(Amara, new ChangeDecision("decision", "We plan two years"))
            .Then(new DecisionChanged("decision", new("new", "We plan two years")));
        Assert.Equal(new Decision("decision", "We plan two years", ["culture"]) { TextId = "new" }, Assert.Single(changed.State.Decisions));
        Agreed.When(Amara, new ChangeDecision("decision", " We plan the year ")).ThenNothing();
        Agreed.When(Amara, new ChangeDecision("decision", " ")).ThenRefused(RefusalKind.TextEmpty);
    }

    [Fact]
    public void OUT_3_an_action_says_what_and_if_known_who_by_when_and_how_sure()
    {
        var outcome = Agreed.When(Amara, new RecordAction(" Book the room ", " Chen ", Friday, 5, ["plan", "decision"]), "room");
        Assert.Equal("room", outcome.Turn.ResultId);
        outcome.Then(new ActionRecorded("room", new("room", "Book the room"), new("room-owner", "Chen"), Friday, 5, ["plan", "decision"]));
        Agreed.When(Amara, new RecordAction("Just do it", " "), "it")
            .Then(new ActionRecorded("it", new("it", "Just do it"), null, null, null, []));
    }

    [Fact]
    public void OUT_3_an_action_out_of_bounds_is_refused()
    {
        Agreed.When(Amara, new RecordAction("")).ThenRefused(RefusalKind.TextEmpty);
        Agreed.When(Amara, new RecordAction(new string('w', 251))).ThenRefused(RefusalKind.TextTooLong);
        Agreed.When(Amara, new RecordAction("What", new string('o', 61))).ThenRefused(RefusalKind.TextTooLong);
        Agreed.When(Amara, new RecordAction("What", Confidence: 0)).ThenRefused(RefusalKind.OutOfRange);
        Agreed.When(Amara, new RecordAction("What", Confidence: 6)).ThenRefused(RefusalKind.OutOfRange);
        Agreed.When(Amara, new RecordAction("What", FromIds: ["nothing"])).ThenRefused(RefusalKind.NoSuchContribution);
        Agreed.When(Amara, new ChangeAction("action", What: " ")).ThenRefused(RefusalKind.TextEmpty);
        Agreed.When(Amara, new ChangeAction("action", Owner: new string('o', 61))).ThenRefused(RefusalKind.TextTooLong);
        Agreed.When(Amara, new ChangeAction("action", Confidence: 6)).ThenRefused(RefusalKind.OutOfRange);
    }

    [Fact]
    public void OUT_4_of_an_action_what_is_left_out_stays()
    {
        var changed =
            Agreed.When(Amara, new ChangeAction("action", Owner: "Dora"))
            .Then(new ActionChanged("action", new("new", "Draw up the plan"), new("new-owner", "Dora"), Friday, 4));
        Assert.Equal(
            new ActionItem("action", "Draw up the plan", "Dora", Friday, 4, ["decision"]) { WhatId = "new", OwnerId = "new-owner" },
            Assert.Single(changed.State.Actions));
        Agreed.When(Amara, new ChangeAction("action")).ThenNothing();
        Agreed.When(Amara, new ChangeAction("action", "Draw up the plan", "Ben", Friday, 4)).ThenNothing();
    }

    [Fact]
    public void OUT_4_of_an_action_null_clears()
    {
        var cleared =
            Agreed.When(Amara, new ChangeAction("action", Owner: new(true, null), Due: new(true, null), Confidence: new(true, null)))
            .Then(new ActionChanged("action", new("new", "Draw up the plan"), null, null, null));
        Assert.Equal(new ActionItem("action", "Draw up the plan", null, null, null, ["decision"]) { WhatId = "new" },
            Assert.Single(cleared.State.Actions));
    }

    [Fact]
    public void OUT_5_what_is_removed_is_gone()
    {
        var noDecision = Agreed.When(Amara, new RemoveDecision("decision")).Then(new DecisionRemoved("decision"));
        Assert.Empty(noDecision.State.Decisions);
        noDecision.When(Amara, new RemoveDecision("decision")).ThenRefused(RefusalKind.NoSuchDecision);
        noDecision.When(Amara, new ChangeDecision("decision", "Again")).ThenRefused(RefusalKind.NoSuchDecision);

        var noAction = Agreed.When(Amara, new RemoveAction("action")).Then(new ActionRemoved("action"));
        Assert.Empty(noAction.State.Actions);
        noAction.When(Amara, new RemoveAction("action")).ThenRefused(RefusalKind.NoSuchAction);
        noAction.When(Amara, new ChangeAction("action", "Again")).ThenRefused(RefusalKind.NoSuchAction);
    }
}
