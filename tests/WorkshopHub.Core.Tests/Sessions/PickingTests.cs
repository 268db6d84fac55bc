using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using static WorkshopHub.Core.Tests.World.KickStart;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Sessions;

public sealed class PickingTests
{
    private static readonly Scenario Picked = AtThePick().Given(Amara, new Pick("culture", true));

    [Fact]
    public void PICK_1_the_room_picks_in_the_steps_that_pick_and_the_same_again_changes_nothing()
    {
        var picked = AtThePick().When(Amara, new Pick("culture", true)).Then(new PickSet("culture", true, null));
        Assert.True(picked.State.Contributions["culture"].Picked);
        picked.When(Amara, new Pick("culture", true)).ThenNothing();
        var back = picked.When(Amara, new Pick("culture", false)).Then(new PickSet("culture", false, null));
        Assert.False(back.State.Contributions["culture"].Picked);
        back.When(Amara, new Pick("culture", false)).ThenNothing();
    }

    [Fact]
    public void PICK_1_outside_of_these_steps_and_lanes_nothing_is_picked()
    {
        AtThePick().MovesTo("root-causes").When(Amara, new Pick("culture", true)).ThenRefused(RefusalKind.PicksClosed);
        AtThePick().Given(Amara, new StartActivity("next-steps")).When(Amara, new Pick("culture", true))
            .ThenRefused(RefusalKind.PicksClosed);
        AtThePick().When(Amara, new Pick("weekends", true)).ThenRefused(RefusalKind.NotPickable);
        AtThePick().When(Amara, new Pick("nothing", true)).ThenRefused(RefusalKind.NoSuchContribution);
    }

    [Fact]
    public void PICK_2_a_second_pick_under_the_same_parent_says_what_it_replaces()
    {
        Picked.When(Amara, new Pick("tools", true)).ThenRefused(RefusalKind.AlreadyPicked);
        var replaced = Picked.When(Amara, new Pick("tools", true, "culture")).Then(new PickSet("tools", true, "culture")).State;
        Assert.Equal((false, true), (replaced.Contributions["culture"].Picked, replaced.Contributions["tools"].Picked));
    }

    [Fact]
    public void PICK_2_each_parent_has_its_own_pick()
    {
        var two = Picked.Given(Amara, Challenge("Arrives with a solution"), "arrives")
            .Given(Amara, RootCause("Not involved", "arrives"), "involved");
        var both = two.When(Amara, new Pick("involved", true)).Then(new PickSet("involved", true, null));
        Assert.True(both.State.Contributions["culture"].Picked);
        both.When(Amara, new Pick("tools", true, "involved")).ThenRefused(RefusalKind.AlreadyPicked);
    }

    [Fact]
    public void PICK_3_of_two_facilitators_who_replace_the_same_pick_the_second_is_told_so()
    {
        var third = Picked.WithHelpers().Given(Amara, RootCause("No time", "weekends"), "time");
        var first = third.Given(Amara, new Pick("tools", true, "culture"));
        first.When(Cleo, new Pick("time", true, "culture")).ThenRefused(RefusalKind.AlreadyPicked);
        third.Given(Amara, new Pick("culture", false)).When(Cleo, new Pick("tools", true, "culture")).ThenRefused(RefusalKind.NotPicked);
        Picked.When(Amara, new Pick("culture", false, "tools")).ThenRefused(RefusalKind.NotPicked);
    }

    [Fact]
    public void PICK_4_what_was_withdrawn_hidden_or_came_late_cannot_be_picked()
    {
        AtThePick().Given(Chen, new WithdrawContribution("culture")).When(Amara, new Pick("culture", true))
            .ThenRefused(RefusalKind.Withdrawn);
        AtThePick().Given(Amara, new Hide("culture", true)).When(Amara, new Pick("culture", true)).ThenRefused(RefusalKind.Hidden);
        var late = AtThePick().Later(61).Given(Ben, RootCause("Late", "weekends") with { Late = true }, "late");
        late.When(Amara, new Pick("late", true)).ThenRefused(RefusalKind.NoSuchContribution);
    }

    [Fact]
    public void PICK_5_what_is_withdrawn_is_picked_no_more_and_makes_room_for_another()
    {
        var withdrawn = Picked.Given(Amara, new WithdrawContribution("culture"));
        Assert.False(withdrawn.State.Contributions["culture"].Picked);
        withdrawn.When(Amara, new Pick("tools", true)).Then(new PickSet("tools", true, null));
    }

    [Fact]
    public void PICK_5_what_is_hidden_is_picked_no_more_and_shown_again_it_is_one_of_many()
    {
        var hidden =
            Picked.Given(Amara, new Hide("culture", true)).When(Amara, new Pick("tools", true)).Then(new PickSet("tools", true, null));
        var shown = hidden.Given(Amara, new Hide("culture", false)).State;
        Assert.Equal((false, true), (shown.Contributions["culture"].Picked, shown.Contributions["tools"].Picked));
    }

    [Fact]
    public void PICK_5_what_is_hidden_with_its_author_is_picked_no_more() =>
        Assert.False(Picked.Given(Amara, new RemoveDelegate("chen", true)).State.Contributions["culture"].Picked);

    [Fact]
    public void PICK_6_a_share_is_that_many_percent_of_what_stands_and_one_at_least()
    {
        var sorting = Exercises.Listed().GoesTo(Exercises.Vote, "sort").Given(Amara, new Pick("r1", true));
        sorting.When(Amara, new Pick("r2", true)).ThenRefused(RefusalKind.AlreadyPicked);
        sorting.When(Amara, new Pick("r2", true, "r1")).Then(new PickSet("r2", true, "r1"));
        var ten = Enumerable.Range(6, 5).Aggregate(sorting, (s, i) => s.Given(Amara, Exercises.Requirement($"Requirement {i}"), $"r{i}"))
            .Given(Amara, new Pick("r2", true));
        ten.When(Amara, new Pick("r3", true)).ThenRefused(RefusalKind.PicksSpent);
        Assert.Equal("All 2 places are taken. Release one first, or say which one this replaces.",
            ten.When(Amara, new Pick("r3", true)).Turn.Refusal!.Message);
        ten.When(Amara, new Pick("r3", true, "r2")).Then<PickSet>();
        ten.Given(Amara, new Pick("r2", false)).When(Amara, new Pick("r3", true)).Then<PickSet>();
        // Nine stand: one place is left out, and nobody's pick is taken away for that.
        var nine = ten.Given(Amara, new Hide("r9", true));
        Assert.True(nine.State.Contributions["r2"].Picked);
        nine.Given(Amara, new Pick("r2", false)).When(Amara, new Pick("r2", true)).ThenRefused(RefusalKind.AlreadyPicked);
    }

    [Fact]
    public void PICK_6_a_number_holds_for_each_lane_and_parent()
    {
        var boiling =
            Exercises.Writing().Given(Ben, Exercises.FromIt("Two"), "two").Given(Ben, Exercises.FromIt("Three"), "three")
            .GoesTo(Exercises.Mutual, "boil")
            .Given(Amara, new Pick("ben-1", true)).Given(Amara, new Pick("two", true));
        boiling.When(Amara, new Pick("three", true)).ThenRefused(RefusalKind.PicksSpent);
        boiling.When(Amara, new Pick("chen-1", true)).Then<PickSet>();
        boiling.When(Amara, new Pick("three", true, "two")).Then<PickSet>();
    }
}
