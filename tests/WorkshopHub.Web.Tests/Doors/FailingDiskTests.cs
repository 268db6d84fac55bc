
namespace WorkshopHub.Web.Tests.Doors;

public sealed class FailingDiskTests(HubServer server) : IClassFixture<HubServer>
{
    [Fact]
    public async Task What_cannot_be_saved_is_refused_to_all_who_wait_and_the_next_command_works()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var bo = await room.JoinAsync();
        using var chen = await room.JoinAsync();
        await using var line = await HubClient.EnteredAsync(server.Address, room.Code, chen.Token);
        var before = await room.VersionAsync();
        var commands =
            Enumerable.Range(0, 20)
            .Select(i => Json.Command("contribute", new { activityId = "chain", laneId = "challenge", text = $"Word {i}" })).ToList();
        using (Database.Refuse(server))
        {
            foreach (var refused in await Task.WhenAll(commands.Select(bo.SendAsync))) refused.IsRefused(503, "not-saved");
            Assert.Equal("not-saved",
                (await line.SendAsync(Json.Command("setDone", new { activityId = "chain", step = "challenges", on = true })))
                .GetProperty("code").GetString());
            (await room.SendAsync("startTimer", new { seconds = 60 })).IsRefused(503, "not-saved");
            (await room.JoinOnceAsync(new { name = "Dora" })).IsRefused(503, "not-saved");
            (await amara.PostAsync("api/sessions", new { title = "x", method = "kick-start" })).IsRefused(503, "not-saved");
            Assert.Equal(before, await room.VersionAsync());
        }

        var said = await bo.SendAsync(commands[7]);

        Assert.Equal(before + 1, said.Ok().Version);
        Assert.Equal(before + 1, (await room.EventsAsync()).GetArrayLength());
        await line.UntilAsync(said.Version);
        var state = await room.StateAsync();
        Assert.Equal("Word 7", Assert.Single(state.GetProperty("contributions").EnumerateArray()).GetProperty("text").GetString());
        Assert.Equal(2, state.GetProperty("delegates").GetArrayLength());
    }

    [Fact]
    public async Task Everything_that_was_refused_comes_in_once_when_the_disk_is_back()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        var crowd = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => room.JoinAsync()));
        var commands =
            crowd.SelectMany(d =>
            Enumerable.Range(0, 6)
                .Select(i =>
                (Delegate: d,
                    Command: Json.Command("contribute", new { activityId = "chain", laneId = "challenge", text = $"{d.Id} {i}" }))))
                    .ToList();
        var before = await room.VersionAsync();
        using (Database.Refuse(server)) await Task.WhenAll(commands.Select(c => c.Delegate.SendAsync(c.Command)));

        for (var i = 0; i < 2; i++)
        {
            foreach (var reply in await Task.WhenAll(commands.Select(c => c.Delegate.SendAsync(c.Command)))) reply.Ok();
        }

        Assert.Equal(before + 30, await room.VersionAsync());
        Assert.Equal(before + 30, (await room.EventsAsync()).GetArrayLength());
        foreach (var one in crowd) one.Dispose();
    }
}
