using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using static WorkshopHub.Core.Tests.World.KickStart;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Sessions;

public sealed class TimingTests
{
    private static readonly DateTimeOffset Start = Scenario.Morning;

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    [InlineData(14_400, true)]
    [InlineData(14_401, false)]
    [InlineData(int.MinValue, false)]
    public void TIME_1_a_timer_runs_from_5_seconds_to_4_hours(int seconds, bool good)
    {
        var outcome = At("challenges").When(Amara, new StartTimer(seconds));
        if (good) outcome.Then(new TimerSet(Start.AddSeconds(seconds), seconds));
        else outcome.ThenRefused(RefusalKind.OutOfRange);
    }

    [Fact]
    public void TIME_2_time_is_added_to_the_end()
    {
        var running = At("challenges").Given(Amara, new StartTimer(60)).Later(30);
        running.When(Amara, new AddTime(120)).Then(new TimerSet(Start.AddSeconds(180), 180));
        running.When(Amara, new AddTime(0)).ThenRefused(RefusalKind.OutOfRange);
        running.When(Amara, new AddTime(3_601)).ThenRefused(RefusalKind.OutOfRange);
    }

    [Fact]
    public void TIME_2_a_timer_that_ran_out_goes_on_from_now() =>
        At("challenges").Given(Amara, new StartTimer(60)).Later(100).When(Amara, new AddTime(60))
            .Then<TimerSet>(e => Assert.Equal(Start.AddSeconds(160), e.EndsAt));

    [Fact]
    public void TIME_2_without_a_timer_there_is_nothing_to_add_to() =>
        At("challenges").When(Amara, new AddTime(60)).ThenRefused(RefusalKind.NoTimer);

    [Fact]
    public void TIME_3_a_timer_that_runs_out_closes_nothing() =>
        At("challenges").Given(Amara, new StartTimer(5)).Later(600).When(Ben, Challenge("Still typing"))
            .Then<ContributionAdded>(e => Assert.False(e.Late));

    [Fact]
    public void TIME_4_a_timer_is_stopped_once()
    {
        var stopped = At("challenges").Given(Amara, new StartTimer(60)).When(Amara, new StopTimer()).Then(new TimerStopped());
        Assert.Null(stopped.State.Timer);
        stopped.When(Amara, new StopTimer()).ThenNothing();
    }
}
