using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.Tests.Facilitator;

public sealed class DeskTests
{
    [Fact]
    public async Task Two_taps_in_one_burst_say_it_once()
    {
        var room = Room.At("challenges");
        using var desk = room.Desk();
        var disk = new TaskCompletionSource();
        room.Disk = disk.Task;

        var first = desk.SendAsync(new Contribute("chain", "challenge", "Said aloud"));
        var second = desk.SendAsync(new Contribute("chain", "challenge", "Said aloud"));
        disk.SetResult();

        Assert.Equal(await first, await second);
        Assert.Single(room.State.Contributions);
        Assert.Single(desk.State.Contributions);
    }

    [Fact]
    public async Task The_same_said_later_is_said_again_and_time_is_added_at_each_tap()
    {
        var room = Room.At("challenges");
        using var desk = room.Desk();
        await desk.SendAsync(new StartTimer(60));

        await desk.SendAsync(new Contribute("chain", "challenge", "Said aloud"));
        await desk.SendAsync(new Contribute("chain", "challenge", "Said aloud"));
        await Task.WhenAll(desk.SendAsync(new AddTime(60)), desk.SendAsync(new AddTime(60)));

        Assert.Equal(2, room.State.Contributions.Count);
        Assert.Equal(180, room.State.Timer!.Seconds);
    }
}
