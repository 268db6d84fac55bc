using CsCheck;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using static WorkshopHub.Core.Tests.World.KickStart;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Sessions;

public sealed class SessionTimeTests
{
    /// <summary>Seconds that pass, seconds by which the clock is set, and what happens then.</summary>
    private static readonly Gen<(double Passes, double Set, int What)[]> Turns =
        Gen.Select(Gen.Double[0, 90], Gen.OneOf(Gen.Const(0.0), Gen.Double[-100, 100], Gen.Double[-2e6, 2e6]), Gen.Int[0, 9]).Array[5, 60];

    [Fact]
    public void TIME_5_while_something_is_measured_moments_are_as_far_apart_as_it_took_and_TIME_6_never_go_back() => Turns.Sample(
        turns =>
        {
            var (wall, steady) = (Scenario.Morning, TimeSpan.FromDays(3));
            var scenario = At("challenges");
            var time = SessionTime.Begin(scenario.State, wall, steady);
            foreach (var (passes, set, what) in turns)
            {
                var passed = TimeSpan.FromSeconds(passes);
                steady += passed;
                wall += passed + TimeSpan.FromSeconds(set);
                var next = time.Next(scenario.State, wall, steady);
                Assert.True(next.At - time.At >= passed);
                if (Measures(scenario.State, time.At + passed)) Assert.Equal(passed, next.At - time.At);
                else Assert.Equal(wall > time.At + passed ? wall : time.At + passed, next.At);
                time = next;
                if (what < 5) scenario = Happens(scenario with { Now = time.At }, what);
            }
        },
        iter: 300);

    [Fact]
    public void TIME_7_the_time_of_a_session_that_is_read_again_begins_at_its_newest_event_or_later()
    {
        var state = At("challenges").Later(50).Given(Amara, new StartTimer(60)).State;
        Assert.Equal(state.At, SessionTime.Begin(state, state.At.AddDays(-20), default).At);
        Assert.Equal(state.At.AddSeconds(7), SessionTime.Begin(state, state.At.AddSeconds(7), default).At);
    }

    private static bool Measures(SessionState state, DateTimeOffset at) =>
        (state.Timer is { } t && t.EndsAt > at) || state.JustLeft.Any(p => p.At.AddSeconds(60) >= at);

    private static Scenario Happens(Scenario scenario, int what) => what switch
    {
        0 => scenario.Given(Amara, new StartTimer(60)),
        1 => scenario.Given(Amara, new StopTimer()),
        2 => scenario.State.Timer is null ? scenario : scenario.Given(Amara, new AddTime(30)),
        3 => scenario.Given(Amara, new MoveToStep(Chain, scenario.State.Now!.Value.Step == "pick" ? "challenges" : "pick")),
        _ => scenario.Given(Amara, Challenge($"Text {scenario.Journal.Count}")),
    };
}
