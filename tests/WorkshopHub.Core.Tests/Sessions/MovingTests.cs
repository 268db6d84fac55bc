using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using static WorkshopHub.Core.Tests.World.KickStart;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Sessions;

public sealed class MovingTests
{
    [Fact]
    public void MOVE_1_an_activity_starts_with_its_first_step()
    {
        var started = Open().When(Amara, new StartActivity(Chain)).Then(new ActivityStarted(Chain, "challenges"));
        Assert.Equal(new Place(Chain, "challenges"), started.State.Now);
        started.When(Amara, new StartActivity(Chain)).ThenNothing();
        Open().When(Amara, new StartActivity("nowhere")).ThenRefused(RefusalKind.NoSuchActivity);
    }

    [Fact]
    public void MOVE_1_an_activity_goes_on_where_it_was_left() =>
        AtThePick().Given(Amara, new StartActivity("briefing")).When(Amara, new StartActivity(Chain))
            .Then(new ActivityStarted(Chain, "pick"));

    [Fact]
    public void MOVE_2_a_facilitator_moves_to_any_step_of_a_started_activity()
    {
        At("challenges").When(Amara, new MoveToStep(Chain, "solutions")).Then(new StepEntered(Chain, "solutions"));
        At("pick").When(Amara, new MoveToStep(Chain, "challenges")).Then(new StepEntered(Chain, "challenges"));
        At("pick").When(Amara, new MoveToStep(Chain, "pick")).ThenNothing();
        At("pick").Given(Amara, new StartActivity("briefing")).When(Amara, new MoveToStep(Chain, "pick"))
            .Then(new StepEntered(Chain, "pick"));
    }

    [Fact]
    public void MOVE_2_it_has_to_be_there_and_started()
    {
        At("pick").When(Amara, new MoveToStep("nowhere", "pick")).ThenRefused(RefusalKind.NoSuchActivity);
        At("pick").When(Amara, new MoveToStep(Chain, "nowhere")).ThenRefused(RefusalKind.NoSuchStep);
        Open().When(Amara, new MoveToStep(Chain, "pick")).ThenRefused(RefusalKind.NotStarted);
    }

    [Fact]
    public void MOVE_3_a_move_takes_the_timer_and_who_was_done_with_it()
    {
        var before = At("challenges").Given(Amara, new StartTimer(60)).Given(Ben, new SetDone(Chain, "challenges", true));
        Assert.Equal([Ben.Id], before.State.Done);
        var after = before.Given(Amara, new MoveToStep(Chain, "root-causes")).State;
        Assert.Null(after.Timer);
        Assert.Empty(after.Done);
    }

    [Fact]
    public void MOVE_4_points_are_shown_up_to_one_and_covered_again()
    {
        var briefing = Open().Given(Amara, new StartActivity("briefing"));
        var two = briefing.When(Amara, new ShowPoint("briefing", 2)).Then(new PointShown("briefing", 2));
        two.When(Amara, new ShowPoint("briefing", 2)).ThenNothing();
        two.When(Amara, new ShowPoint("briefing", 0)).Then(new PointShown("briefing", 0));
        briefing.When(Amara, new ShowPoint("briefing", 3)).Then(new PointShown("briefing", 3));
        briefing.When(Amara, new ShowPoint("briefing", 4)).ThenRefused(RefusalKind.NoSuchPoint);
        briefing.When(Amara, new ShowPoint("briefing", -1)).ThenRefused(RefusalKind.NoSuchPoint);
        briefing.When(Amara, new ShowPoint("nowhere", 1)).ThenRefused(RefusalKind.NoSuchActivity);
        Open().When(Amara, new ShowPoint("briefing", 1)).ThenRefused(RefusalKind.NotStarted);
    }

    [Fact]
    public void MOVE_5_done_is_said_of_the_step_that_the_room_is_in()
    {
        var done = At("challenges").When(Ben, new SetDone(Chain, "challenges", true)).Then(new DoneSet(true));
        done.When(Ben, new SetDone(Chain, "challenges", true)).ThenNothing();
        done.When(Ben, new SetDone(Chain, "challenges", false)).Then(new DoneSet(false));
        done.MovesTo("root-causes").When(Ben, new SetDone(Chain, "challenges", true)).ThenRefused(RefusalKind.MovedOn);
        Open().When(Ben, new SetDone(Chain, "challenges", true)).ThenRefused(RefusalKind.MovedOn);
    }
}
