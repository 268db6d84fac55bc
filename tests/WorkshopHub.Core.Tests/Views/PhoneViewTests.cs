using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Layouts.Briefing;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using WorkshopHub.Core.Views;
using static WorkshopHub.Core.Tests.World.KickStart;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Views;

public sealed class PhoneViewTests
{
    private static Node Phone(Scenario scenario) => PhoneView.Build(scenario.State);

    private static IEnumerable<string> OpenFields(Scenario scenario) => Phone(scenario).Models<ComposerModel>().Where(c => c.Open)
        .Select(c => c.ParentId is null ? c.LaneId : $"{c.LaneId} under {c.ParentId}");

    [Fact]
    public void SEE_5_before_the_first_activity_a_phone_shows_the_agenda()
    {
        foreach (var waiting in new[] { Draft(), Open() })
        {
            Assert.Equal(new RootModel("waiting", null), Phone(waiting).Model);
            Assert.Equal(
                new WaitingModel("Beyond Service Partner",
                    [new("Where we start", 5), new("Challenges to solutions", 42), new("Next steps", 13)]),
                Phone(waiting).Model<WaitingModel>("waiting"));
        }
    }

    [Fact]
    public void SEE_5_the_briefing_shows_only_the_points_that_were_shown()
    {
        var briefing = Open().Given(Amara, new StartActivity("briefing"));
        Assert.Equal(new HeadModel("Where we start", "Where we start", "Briefing", StepKind.Brief, false, false), Phone(briefing)
            .Model<HeadModel>("head"));
        Assert.Empty(Phone(briefing).Models<PointModel>());
        var two = Phone(briefing.Given(Amara, new ShowPoint("briefing", 2))).Models<PointModel>().ToList();
        Assert.Equal([(1, false), (2, true)], two.Select(p => (p.Number, p.Newest)));
    }

    [Fact]
    public void SEE_5_each_step_of_the_kick_start_opens_its_fields_and_no_other()
    {
        Assert.Equal(["challenge"], OpenFields(At("challenges")));
        Assert.Equal(["root-cause under weekends"], OpenFields(AtThePick().MovesTo("root-causes")));
        Assert.Empty(OpenFields(AtThePick()));
        Assert.Equal(["solution under culture"], OpenFields(AtTheSolutions()));
        Assert.Equal(["next-step"], OpenFields(AtTheSolutions().Given(Amara, new StartActivity("next-steps"))));
        Assert.Empty(
            OpenFields(AtTheSolutions().Given(Amara, new StartActivity("next-steps")).Given(Amara, new MoveToStep("next-steps", "agree"))));
    }

    [Fact]
    public void SEE_5_the_phone_shows_the_chain_as_a_tree_with_numbers_nods_and_the_pick()
    {
        var phone = Phone(AtTheSolutions().Given(Dora, new Nod("plan", true)));
        Assert.Equal("chain", Assert.IsType<RootModel>(phone.Model).Layout);
        Assert.Equal(new EntryModel("weekends", 0, true), phone.Model<EntryModel>("weekends"));
        Assert.Equal(new EntryModel("culture", 1, true), phone.Model<EntryModel>("culture"));
        Assert.Equal(new EntryModel("plan", 2, false), phone.Model<EntryModel>("plan"));
        Assert.Equal(new EntryTextModel("weekends", 1, "Poor scheduling", null, 0, null, true, false, 1, "Solution", 2),
            phone.Model<EntryTextModel>("text-weekends"));
        Assert.Equal(new EntryTextModel("culture", 1, "Cultural attitude", null, 0, null, true, true, 2, "Solution", 1),
            phone.Model<EntryTextModel>("text-culture"));
        Assert.Equal(new EntryTextModel("tools", 2, "Old tools", null, 0, null, true, false, 2, null, 0),
            phone.Model<EntryTextModel>("text-tools"));
        Assert.Equal(new EntryTextModel("plan", 1, "Create yearly plan", null, 1, null, true, false, 3, null, 0),
            phone.Model<EntryTextModel>("text-plan"));
    }

    [Fact]
    public void SEE_5_the_next_steps_show_the_actions_that_are_agreed()
    {
        var agreed =
            Open().Given(Amara, new StartActivity("next-steps"))
            .Given(Amara, new RecordAction("Draw up the plan", "Ben", new(2026, 6, 26), 4), "a1");
        Assert.Equal(new ActionModel(1, "a1", "Draw up the plan", "Ben", new(2026, 6, 26), 4), Phone(agreed)
            .Model<ActionModel>("action-a1"));
    }

    [Fact]
    public void SEE_5_a_closed_session_says_what_came_of_it()
    {
        var closed = Samples.Full.Given(Amara, new CloseSession());
        Assert.Equal(new ClosedModel("Beyond Service Partner", closed.Now, 1, 1), Phone(closed).Model<ClosedModel>("over"));
        Assert.Empty(Phone(closed).Models<EntryTextModel>());
    }

    [Fact]
    public void SEE_39_after_the_close_a_phone_shows_the_decisions_and_actions_with_what_they_came_from()
    {
        var open = AtTheSolutions()
            .Given(Ben, new Contribute("chain", "solution", "Hidden from the room", "culture"), "hidden")
            .Given(Amara, new Hide("hidden", true))
            .Given(Amara, new RecordDecision("We plan the weekends together", ["plan", "hidden"]), "d1")
            .Given(Amara, new RecordAction("Draw up the plan", "Ben", new(2026, 6, 26), 4), "a1");
        Assert.Empty(Phone(open).Models<DecisionModel>());
        var phone = Phone(open.Given(Amara, new CloseSession()));
        Assert.Equal(new DecisionModel("We plan the weekends together", ["Create yearly plan"]), phone.Model<DecisionModel>("decision-d1"));
        Assert.Equal(new ActionModel(1, "a1", "Draw up the plan", "Ben", new(2026, 6, 26), 4), phone.Model<ActionModel>("action-a1"));
        Assert.Null(Phone(Open().Given(Amara, new CloseSession())).Find("decisions"));
    }

    [Fact]
    public void SEE_6_a_field_stays_in_its_place_when_it_opens_and_closes()
    {
        var changes = ViewDiff.Between(Phone(AtThePick().MovesTo("root-causes")), Phone(AtThePick()));
        Assert.DoesNotContain(changes, c => c.Op == ViewOp.Remove);
        Assert.All(changes, c => Assert.Empty(c.Node!.Children));
    }

    [Fact]
    public void SEE_6_a_nod_changes_one_text_and_nothing_around_it()
    {
        var change = Assert.Single(ViewDiff.Between(Phone(AtTheSolutions()), Phone(AtTheSolutions().Given(Ben, new Nod("culture", true)))));
        Assert.Equal((ViewOp.Replace, "text-culture"), (change.Op, change.Target));
    }
}
