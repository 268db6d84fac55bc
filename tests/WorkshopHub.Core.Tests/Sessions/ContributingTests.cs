using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using static WorkshopHub.Core.Tests.World.KickStart;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Sessions;

public sealed class ContributingTests
{
    [Fact]
    public void SAY_1_a_contribution_goes_into_a_lane_that_the_current_step_collects()
    {
        var outcome = At("challenges").When(Ben, Challenge(" Poor scheduling\r\n"), "weekends");
        Assert.Equal("weekends", outcome.Turn.ResultId);
        var state = outcome
            .Then(new ContributionAdded("weekends", Chain, "challenge", null, new("weekends", "Poor scheduling"), false)).State;
        Assert.Equal(["weekends"], state.In(Chain, "challenge").Select(c => c.Id));
        Assert.Equal(Ben, state.Contributions["weekends"].Author);
        Assert.False(state.Contributions["weekends"].NotedByFacilitator);
    }

    [Fact]
    public void SAY_1_any_other_step_takes_nothing()
    {
        AtThePick().Later(61).When(Ben, Challenge("Too many meetings")).ThenRefused(RefusalKind.StepTakesNothing);
        AtThePick().Later(61).When(Ben, RootCause("No time", "weekends")).ThenRefused(RefusalKind.StepTakesNothing);
        Open().When(Ben, Challenge("Too early")).ThenRefused(RefusalKind.StepTakesNothing);
        At("challenges").When(Ben, new Contribute("next-steps", "next-step", "Elsewhere")).ThenRefused(RefusalKind.StepTakesNothing);
    }

    [Fact]
    public void SAY_1_an_activity_or_lane_that_is_not_there_is_named()
    {
        At("challenges").When(Ben, new Contribute("nowhere", "challenge", "Text")).ThenRefused(RefusalKind.NoSuchActivity);
        At("challenges").When(Ben, new Contribute(Chain, "nowhere", "Text")).ThenRefused(RefusalKind.NoSuchLane);
        At("challenges").When(Ben, new Contribute(Chain, "next-step", "A lane of another activity")).ThenRefused(RefusalKind.NoSuchLane);
    }

    [Fact]
    public void SAY_2_facilitators_and_scribes_write_down_what_was_said_aloud_at_any_time()
    {
        foreach (var helper in new[] { Amara, Cleo, Sam })
        {
            var state = AtThePick().Later(600).WithHelpers().When(helper, Challenge("Said aloud"), "aloud")
                .Then<ContributionAdded>(e => Assert.False(e.Late)).State;
            Assert.True(state.Contributions["aloud"].NotedByFacilitator);
            Open().WithHelpers().When(helper, Challenge("Before it began")).Then<ContributionAdded>();
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(59.9)]
    [InlineData(60)]
    public void SAY_3_a_step_that_was_left_still_takes_what_was_being_typed_for_60_seconds(double seconds) =>
        At("challenges").MovesTo("root-causes").Later(seconds).When(Ben, Challenge("Was being typed"))
            .Then<ContributionAdded>(e => Assert.False(e.Late));

    [Fact]
    public void SAY_3_after_60_seconds_it_takes_no_more() =>
        At("challenges").MovesTo("root-causes").Later(60.1).When(Ben, Challenge("Too late")).ThenRefused(RefusalKind.StepTakesNothing);

    [Fact]
    public void SAY_3_the_grace_holds_over_several_moves_and_into_another_activity()
    {
        var moved = At("challenges").Later(10).MovesTo("root-causes").Later(30).MovesTo("pick")
            .Given(Amara, new StartActivity("next-steps"));
        moved.Later(30).When(Ben, Challenge("Still typing")).Then<ContributionAdded>();
        moved.Later(31).When(Ben, Challenge("Too late")).ThenRefused(RefusalKind.StepTakesNothing);
        Assert.Equal(["pick", "root-causes", "suggest"], moved.Later(31)
            .Given(Amara, new MoveToStep("next-steps", "agree")).State.JustLeft.Select(p => p.Step).Order());
    }

    [Fact]
    public void SAY_4_what_comes_later_still_can_be_handed_to_the_facilitator_who_takes_it_in()
    {
        var late = AtThePick().Later(61).When(Ben, Challenge("Came too late") with { Late = true }, "late")
            .Then<ContributionAdded>(e => Assert.True(e.Late));
        Assert.False(late.State.Contributions["late"].Stands);
        var taken = late.When(Amara, new TakeLate("late")).Then(new LateTaken("late"));
        Assert.True(taken.State.Contributions["late"].Stands);
        taken.When(Amara, new TakeLate("late")).ThenRefused(RefusalKind.NotLate);
    }

    [Fact]
    public void SAY_4_what_is_in_time_after_all_is_not_late() =>
        At("challenges").When(Ben, Challenge("In time") with { Late = true }).Then<ContributionAdded>(e => Assert.False(e.Late));

    [Fact]
    public void SAY_4_an_activity_that_never_began_takes_nothing_late() =>
        At("challenges").When(Ben, new Contribute("next-steps", "next-step", "Early", Late: true))
            .ThenRefused(RefusalKind.StepTakesNothing);

    [Fact]
    public void SAY_4_only_what_is_there_and_was_not_withdrawn_can_be_taken_in()
    {
        Samples.Full.When(Amara, new TakeLate("plan")).ThenRefused(RefusalKind.NotLate);
        Samples.Full.When(Amara, new TakeLate("nothing")).ThenRefused(RefusalKind.NoSuchContribution);
        Samples.Full.Given(Chen, new WithdrawContribution("late")).When(Amara, new TakeLate("late")).ThenRefused(RefusalKind.Withdrawn);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t ")]
    [InlineData("\u200B\u200D\u2060")]
    public void SAY_6_nothing_to_read_is_refused(string text)
    {
        At("challenges").When(Ben, Challenge(text)).ThenRefused(RefusalKind.TextEmpty);
        AtThePick().When(Chen, new EditContribution("culture", text)).ThenRefused(RefusalKind.TextEmpty);
    }

    [Fact]
    public void SAY_7_250_code_points_are_taken_and_one_more_is_not()
    {
        At("challenges").When(Ben, Challenge(string.Concat(Enumerable.Repeat("👍", 250)))).Then<ContributionAdded>();
        At("challenges").When(Ben, Challenge(string.Concat(Enumerable.Repeat("e\u0301", 250)))).Then<ContributionAdded>();
        At("challenges").When(Ben, Challenge(new string('x', 251))).ThenRefused(RefusalKind.TextTooLong);
        At("challenges").Given(Ben, Challenge("Short"), "short").When(Ben, new EditContribution("short", new string('x', 251)))
            .ThenRefused(RefusalKind.TextTooLong);
    }

    [Fact]
    public void SAY_7_the_refusal_says_how_many_are_over()
    {
        var refusal = At("challenges").When(Ben, Challenge(new string('x', 10_000))).Turn.Refusal!;
        Assert.Equal("9750 characters over; at most 250. Your text is kept.", refusal.Message);
    }

    [Fact]
    public void SAY_7_a_lane_can_say_another_length()
    {
        var longer = At("challenges").Given(Amara, new ChangeActivity(Chain, Lanes: [new("challenge", MaxLength: 1000)]));
        longer.When(Ben, Challenge(new string('x', 1000))).Then<ContributionAdded>();
        longer.When(Ben, Challenge(new string('x', 1001))).ThenRefused(RefusalKind.TextTooLong);
    }

    [Fact]
    public void SAY_8_an_answer_says_what_it_answers()
    {
        var asked = At("challenges").Given(Ben, Challenge("Poor scheduling"), "weekends").MovesTo("root-causes");
        asked.When(Chen, new Contribute(Chain, "root-cause", "No parent")).ThenRefused(RefusalKind.ParentMissing);
        asked.When(Chen, RootCause("Nothing", "nothing")).ThenRefused(RefusalKind.NoSuchContribution);
        var answered = asked.When(Chen, RootCause("Cultural attitude", "weekends"), "culture").Then<ContributionAdded>();
        Assert.Equal(["culture"], answered.State.In(Chain, "root-cause", "weekends").Select(c => c.Id));
    }

    [Fact]
    public void SAY_8_a_first_lane_answers_nothing() =>
        AtTheSolutions().When(Amara, new Contribute(Chain, "challenge", "Text", "weekends")).ThenRefused(RefusalKind.ParentUnwanted);

    [Fact]
    public void SAY_8_the_parent_is_in_the_lane_above()
    {
        AtTheSolutions().When(Ben, Solution("Skips a lane", "weekends")).ThenRefused(RefusalKind.ParentInWrongLane);
        AtTheSolutions().When(Ben, Solution("Under its like", "plan")).ThenRefused(RefusalKind.ParentInWrongLane);
        var elsewhere = AtTheSolutions().Given(Amara, new Contribute("next-steps", "next-step", "Elsewhere"), "step");
        elsewhere.When(Ben, Solution("Of another activity", "step")).ThenRefused(RefusalKind.ParentInWrongLane);
    }

    [Fact]
    public void SAY_9_nothing_new_answers_what_was_withdrawn_or_hidden_or_came_late()
    {
        var asked = At("challenges").Given(Ben, Challenge("Poor scheduling"), "weekends").MovesTo("root-causes");
        asked.Given(Ben, new WithdrawContribution("weekends")).When(Chen, RootCause("Why", "weekends")).ThenRefused(RefusalKind.Withdrawn);
        asked.Given(Amara, new Hide("weekends", true)).When(Chen, RootCause("Why", "weekends")).ThenRefused(RefusalKind.Hidden);
        var late = asked.Later(61).Given(Dora, Challenge("Late") with { Late = true }, "late");
        late.When(Chen, RootCause("Why", "late")).ThenRefused(RefusalKind.NoSuchContribution);
    }

    [Fact]
    public void SAY_10_where_the_room_picks_only_the_picked_one_is_answered()
    {
        AtTheSolutions().When(Ben, Solution("Buy new ones", "tools")).ThenRefused(RefusalKind.ParentNotPicked);
        AtTheSolutions().When(Amara, Solution("Buy new ones", "tools")).ThenRefused(RefusalKind.ParentNotPicked);
        AtTheSolutions().When(Ben, Solution("Ask the business", "culture")).Then<ContributionAdded>();
    }

    [Fact]
    public void SAY_11_delegates_and_scribes_change_their_own_and_facilitators_any()
    {
        var world = AtTheSolutions().WithHelpers().Given(Sam, Solution("Noted by Sam", "culture"), "noted");
        world.When(Ben, new EditContribution("plan", "Create a yearly plan"))
            .Then(new ContributionEdited("plan", new("new", "Create a yearly plan")));
        world.When(Chen, new EditContribution("plan", "Mine now")).ThenRefused(RefusalKind.NotYours);
        world.When(Chen, new WithdrawContribution("plan")).ThenRefused(RefusalKind.NotYours);
        world.When(Sam, new EditContribution("plan", "Mine now")).ThenRefused(RefusalKind.NotYours);
        world.When(Sam, new EditContribution("noted", "Noted better")).Then<ContributionEdited>();
        foreach (var facilitator in new[] { Amara, Cleo })
        {
            world.When(facilitator, new EditContribution("plan", "Clearer")).Then<ContributionEdited>();
            world.When(facilitator, new WithdrawContribution("plan")).Then(new ContributionWithdrawn("plan"));
        }
    }

    [Fact]
    public void SAY_11_what_somebody_else_has_edited_is_marked_for_good()
    {
        var own = AtTheSolutions().Given(Ben, new EditContribution("plan", "By myself"));
        Assert.False(own.State.Contributions["plan"].EditedByFacilitator);
        var marked = own.Given(Amara, new EditContribution("plan", "By Amara")).Given(Ben, new EditContribution("plan", "By myself again"));
        Assert.True(marked.State.Contributions["plan"].EditedByFacilitator);
        Assert.Equal("By myself again", marked.State.Contributions["plan"].Text);
    }

    [Fact]
    public void SAY_11_an_edit_to_the_same_words_is_no_event_and_nothing_cannot_be_edited()
    {
        AtTheSolutions().When(Amara, new EditContribution("plan", " Create yearly plan ")).ThenNothing();
        AtTheSolutions().When(Amara, new EditContribution("nothing", "Text")).ThenRefused(RefusalKind.NoSuchContribution);
        AtTheSolutions().When(Amara, new WithdrawContribution("nothing")).ThenRefused(RefusalKind.NoSuchContribution);
    }

    [Fact]
    public void SAY_12_what_is_hidden_its_author_cannot_edit_but_withdraw()
    {
        var hidden = AtTheSolutions().Given(Amara, new Hide("plan", true));
        hidden.When(Ben, new EditContribution("plan", "Kinder")).ThenRefused(RefusalKind.Hidden);
        hidden.When(Amara, new EditContribution("plan", "Kinder")).Then<ContributionEdited>();
        hidden.When(Ben, new WithdrawContribution("plan")).Then(new ContributionWithdrawn("plan"));
    }

    [Fact]
    public void SAY_13_what_the_room_has_picked_only_a_facilitator_changes()
    {
        AtTheSolutions().When(Chen, new EditContribution("culture", "Something else")).ThenRefused(RefusalKind.PickedByRoom);
        AtTheSolutions().When(Chen, new WithdrawContribution("culture")).ThenRefused(RefusalKind.PickedByRoom);
        AtTheSolutions().When(Amara, new EditContribution("culture", "Attitude of the department")).Then<ContributionEdited>();
        AtTheSolutions().When(Amara, new WithdrawContribution("culture")).Then<ContributionWithdrawn>();
    }

    [Fact]
    public void SAY_14_what_was_withdrawn_stays_withdrawn_and_what_answered_it_stays()
    {
        var withdrawn = AtThePick().When(Ben, new WithdrawContribution("weekends")).Then(new ContributionWithdrawn("weekends"));
        withdrawn.When(Ben, new WithdrawContribution("weekends")).ThenNothing();
        withdrawn.When(Amara, new WithdrawContribution("weekends")).ThenRefused(RefusalKind.Withdrawn);
        withdrawn.When(Ben, new EditContribution("weekends", "Again")).ThenRefused(RefusalKind.Withdrawn);
        withdrawn.When(Amara, new EditContribution("weekends", "Again")).ThenRefused(RefusalKind.Withdrawn);
        withdrawn.When(Amara, new Hide("weekends", true)).ThenRefused(RefusalKind.Withdrawn);
        Assert.True(withdrawn.State.Contributions["culture"].Stands);
    }

    [Fact]
    public void SAY_16_a_contribution_can_be_a_quotation_spoken_for_somebody_else()
    {
        var quoted =
            At("challenges").When(Ben, Challenge("We cannot") with { Quotation = true, SpokenFor = " the risk-averse\napprover " }, "no")
            .Then<ContributionAdded>(e =>
            Assert.Equal((true, new Words("no-for", "the risk-averse approver")), (e.Quotation, e.SpokenFor)));
        Assert.Equal((true, "the risk-averse approver"),
            (quoted.State.Contributions["no"].Quotation, quoted.State.Contributions["no"].SpokenFor));
        At("challenges").When(Amara, Challenge("We can") with { SpokenFor = "the board" })
            .Then<ContributionAdded>(e => Assert.False(e.Quotation));
    }

    [Fact]
    public void SAY_16_in_whose_place_it_is_said_has_at_most_60_characters_and_empty_is_nobody()
    {
        At("challenges").When(Ben, Challenge("We cannot") with { SpokenFor = new string('b', 60) }).Then<ContributionAdded>();
        At("challenges").When(Ben, Challenge("We cannot") with { SpokenFor = new string('b', 61) }).ThenRefused(RefusalKind.TextTooLong);
        At("challenges").When(Ben, Challenge("We cannot") with { SpokenFor = " \u200B" })
            .Then<ContributionAdded>(e => Assert.Null(e.SpokenFor));
    }

    [Fact]
    public void SAY_17_a_lane_of_answers_takes_no_text()
    {
        var agenda =
            Agenda.Select(a => a with { Lanes = a.Lanes.Select(l => l with { Kind = LaneKind.Scale }).ToValueList() }).ToValueList();
        Scenario.Empty.Given(Amara, new CreateSession("Scales", null, null, agenda)).Given(Amara, new OpenSession())
            .When(Amara, Challenge("Five")).ThenRefused(RefusalKind.LaneTakesNoText);
    }
}
