using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Methods;

public sealed class WaitingForThePickTests
{
    private static readonly Lane Card = new("card", "Card", "Cards", null, "What?", null, LaneKind.Text, 250);
    private static readonly Lane Mark =
        Card with { LaneId = "mark", Kind = LaneKind.Choice, ParentLaneId = "card", Values = ["Firm", "Flexible"] };
    private static readonly Step Collect =
        new("collect", StepKind.Collect, "Collect", null, ["card"], [], false, 0, 0, [], null, Visibility.All, false);
    private static readonly Step Sort = Collect with { Id = "sort", Collects = [], Answers = ["mark"] };
    private static readonly Step Check = Collect with { Id = "check", Collects = [], Picks = ["card"] };

    private static Scenario At(string step, params Step[] steps) => Scenario.Empty
        .Given(Amara, new CreateSession("Own", null, null, [new("own", "Own", "", "list", [], [Card, Mark], steps.ToValueList())]))
        .Given(Amara, new OpenSession()).Joins(Ben).Given(Amara, new StartActivity("own"))
        .Given(Ben, new Contribute("own", "card", "Our own call menu"), "menu")
        .Given(Amara, new MoveToStep("own", step));

    [Fact]
    public void METHOD_12_what_comes_before_the_pick_answers_everything() =>
        At("sort", Collect, Sort, Check).When(Ben, new GiveAnswer("own", "mark", "Firm", "menu"))
            .Then(new AnswerGiven("own", "mark", "menu", 0));

    [Fact]
    public void METHOD_12_what_comes_after_the_pick_answers_the_picked_one_only()
    {
        At("sort", Collect, Check, Sort).When(Ben, new GiveAnswer("own", "mark", "Firm", "menu")).ThenRefused(RefusalKind.ParentNotPicked);
        At("check", Collect, Check, Sort).Given(Amara, new Pick("menu", true)).Given(Amara, new MoveToStep("own", "sort"))
            .When(Ben, new GiveAnswer("own", "mark", "Firm", "menu")).Then(new AnswerGiven("own", "mark", "menu", 0));
    }
}
