using Microsoft.Extensions.Logging.Abstractions;
using WorkshopHub.Core;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Doors;
using WorkshopHub.Web.Facilitator.Shared;
using WorkshopHub.Web.Live;
using static WorkshopHub.Web.Tests.Live.LiveWorld;

namespace WorkshopHub.Web.Tests.Live;

/// <summary>The computer's clock is set while something lasts.</summary>
public sealed class TimeTests
{
    private readonly SettableClock clock = new();

    /// <summary>In minutes: an hour back, twenty days on, and what a network or a hand does.</summary>
    public static TheoryData<double> Jumps => [-60, 20 * 24 * 60, -3 * 24 * 60, 0.75, -0.25, 7];

    [Theory]
    [MemberData(nameof(Jumps))]
    public async Task TIME_5_a_timer_runs_as_long_as_it_says(double minutes)
    {
        await using var world = await StartAsync(clock);
        var session = await world.RoomAsync();
        await LeadAsync(session, new StartTimer(90));
        clock.Pass(20);
        clock.Set(TimeSpan.FromMinutes(minutes));
        Assert.Equal(70, Left(session));
        clock.Pass(10);
        await LeadAsync(session, new AddTime(60));
        clock.Set(TimeSpan.FromMinutes(-2 * minutes));
        Assert.Equal(120, Left(session));
        clock.Pass(119);
        Assert.Equal(1, Left(session));
        clock.Pass(2);
        Assert.True(Left(session) < 0);
    }

    [Theory]
    [MemberData(nameof(Jumps))]
    public async Task TIME_5_a_step_that_was_left_takes_words_for_a_minute_and_no_longer(double minutes)
    {
        await using var world = await StartAsync(clock);
        var session = await world.RoomAsync();
        var bo = await JoinAsync(session);
        await LeadAsync(session, new MoveToStep("chain", "root-causes"));
        clock.Pass(5);
        clock.Set(TimeSpan.FromMinutes(minutes));
        clock.Pass(50);
        Assert.Null((await session.SendAsync(bo, Guid.NewGuid(), Says("Still typing"))).Refusal);
        clock.Set(TimeSpan.FromMinutes(-minutes));
        clock.Pass(6);
        Assert.Equal(RefusalKind.StepTakesNothing, (await session.SendAsync(bo, Guid.NewGuid(), Says("Too late"))).Refusal?.Kind);
    }

    [Fact]
    public async Task TIME_5_a_pulse_says_what_is_left_and_is_heard_on_coming_in()
    {
        await using var world = await StartAsync(clock);
        var session = await world.RoomAsync();
        await using var relay =
            new SessionRelay(session, new RelayTests.PlainDrawing(), new InMemoryPresence(), clock, NullLogger.Instance);
        await LeadAsync(session, new StartTimer(300));
        clock.Pass(30);
        clock.Set(TimeSpan.FromHours(-7));
        Assert.Equal(TimeSpan.FromSeconds(270), relay.Pulse.Timer!.EndsAt - relay.Pulse.Now);
        var phone = new RelayTests.Connection();
        var line = new RoomLine(phone, WorkshopHub.Core.Layouts.Surface.Phone, null, null);
        relay.Greet(line);
        Assert.Equal(TimeSpan.FromSeconds(270), phone.LastPulse!.Timer!.EndsAt - phone.LastPulse.Now);
    }

    [Fact]
    public async Task TIME_6_moments_follow_the_clock_and_after_a_wrong_jump_they_go_on_in_order()
    {
        await using var world = await StartAsync(clock);
        var session = await world.RoomAsync();
        var bo = await JoinAsync(session);
        clock.Pass(3600);
        clock.Set(TimeSpan.FromDays(20));
        var ahead = await SaidAtAsync(session, bo);
        Assert.Equal(clock.GetUtcNow(), ahead);
        clock.Set(TimeSpan.FromDays(-20));
        clock.Pass(30);
        var next = await SaidAtAsync(session, bo);
        clock.Pass(45);
        var last = await SaidAtAsync(session, bo);
        Assert.Equal((30, 45), ((next - ahead).TotalSeconds, (last - next).TotalSeconds));
        // Another session never heard of it.
        Assert.Equal(clock.GetUtcNow(), (await world.RoomAsync()).State.At);
    }

    [Theory]
    [InlineData(20, 0, 40)]
    [InlineData(20, -60, 60)]
    [InlineData(5, -60 * 24 * 20, 60)]
    [InlineData(100, 0, -40)]
    public async Task TIME_7_after_a_restart_a_timer_goes_on_and_never_lasts_longer_than_its_length(double downFor, double setBy,
        double left)
    {
        await using var world = await StartAsync(clock);
        var session = await world.RoomAsync();
        await LeadAsync(session, new StartTimer(60));
        clock.Pass(downFor);
        clock.Set(TimeSpan.FromMinutes(setBy));
        using var host = world.HostWith(clock);
        var again = (await host.FindAsync(session.Id))!;
        Assert.Equal(left, Left(again));
        clock.Set(TimeSpan.FromMinutes(-setBy));
        if (left > 0) Assert.Equal(left, Left(again));
    }

    [Fact]
    public async Task TIME_7_a_grace_that_was_open_at_a_restart_ends()
    {
        await using var world = await StartAsync(clock);
        var session = await world.RoomAsync();
        var bo = await JoinAsync(session);
        await LeadAsync(session, new MoveToStep("chain", "root-causes"));
        clock.Set(TimeSpan.FromDays(-2));
        using var host = world.HostWith(clock);
        var again = (await host.FindAsync(session.Id))!;
        clock.Pass(61);
        Assert.Equal(RefusalKind.StepTakesNothing, (await again.SendAsync(bo, Guid.NewGuid(), Says("Too late"))).Refusal?.Kind);
    }

    [Fact]
    public async Task TIME_8_a_session_that_nobody_uses_leaves_memory_after_a_clock_set_back()
    {
        await using var world = await StartAsync(clock);
        await world.RoomAsync();
        clock.Set(TimeSpan.FromHours(-5));
        clock.Pass(TimeSpan.FromMinutes(11));
        world.Host.Sweep();
        Assert.Equal(0, world.Host.Count);
    }

    [Fact]
    public void TIME_8_wrong_codes_and_passwords_cost_the_time_that_they_cost_and_no_more()
    {
        using var guard = new CodeGuard(clock);
        using var limits = new SignInLimits(clock);
        var amara = new SignInAttempt("192.0.2.1", limits.KeyOf("AMARA@HUB.EXAMPLE"), null);
        for (var i = 0; i < CodeGuard.FailuresPerAddress; i++) guard.Failed(null);
        for (var i = 0; i < SignInLimits.FreeForOne; i++) limits.Missed(amara);
        clock.Set(TimeSpan.FromDays(20));
        Assert.NotNull(guard.Refuse(null, "123456"));
        Assert.NotNull(limits.Refuse(amara));
        clock.Set(TimeSpan.FromDays(-21));
        clock.Pass(61);
        Assert.Null(guard.Refuse(null, "123456"));
        clock.Pass(60);
        Assert.Null(limits.Refuse(amara));
    }

    [Fact]
    public async Task TIME_8_a_button_rests_for_a_moment_and_not_until_the_clock_has_caught_up()
    {
        var once = new Once(clock);
        await once.DoAsync(() => Task.FromResult<Refusal?>(null));
        Assert.True(once.Rests);
        clock.Set(TimeSpan.FromHours(-1));
        clock.Pass(1);
        Assert.False(once.Rests);
    }

    private static double Left(ILiveSession session) => (session.State.Timer!.EndsAt - session.Now).TotalSeconds;

    private static async Task<DateTimeOffset> SaidAtAsync(ILiveSession session, Sender bo)
    {
        Assert.Null((await session.SendAsync(bo, Guid.NewGuid(), Says(Guid.NewGuid().ToString()))).Refusal);
        return session.State.At;
    }
}
