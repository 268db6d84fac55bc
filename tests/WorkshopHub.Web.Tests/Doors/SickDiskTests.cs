using System.Net;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Tests.Journal;

namespace WorkshopHub.Web.Tests.Doors;

/// <summary>The disk fills up, or can only be read, in the middle of a session.</summary>
public sealed class SickDiskTests : IDisposable
{
    // Long words need pages soon.
    private static readonly string Long = new('w', 250);

    private readonly SickDisk disk = new();
    private readonly HubServer server;

    public SickDiskTests() => server = HubServer.Start(database: disk);

    private StorageHealth Health => server.Services.GetRequiredService<StorageHealth>();

    public void Dispose() => server.Dispose();

    [Theory]
    [InlineData(StorageCause.DiskFull)]
    [InlineData(StorageCause.ReadOnly)]
    public async Task RUN_24_what_is_said_is_refused_with_the_reason_known_and_comes_in_once_the_disk_is_well(StorageCause cause)
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var bo = await room.JoinAsync("Bo");
        var taken = new List<string>();
        disk.Cause = cause;

        var refused = await UntilRefusedAsync(bo, taken);

        Assert.Equal(cause, Assert.IsType<StorageTrouble>(Health.Last).Cause);
        var view = await bo.ViewAsync();
        var state = await room.StateAsync();
        Assert.Equal(taken.Count, state.GetProperty("contributions").GetArrayLength());
        Assert.Equal(state.GetProperty("version").GetInt64(), view.GetProperty("version").GetInt64());

        disk.Cause = null;
        (await bo.SendAsync(refused)).Ok();
        var version = (await bo.SendAsync(refused)).Ok().Version;

        Assert.NotNull(Health.Last!.Until);
        state = await room.StateAsync();
        Assert.Equal(taken.Count + 1, state.GetProperty("contributions").GetArrayLength());
        Assert.Equal(version, state.GetProperty("version").GetInt64());
        Assert.Equal(version, (await room.EventsAsync()).GetArrayLength());
    }

    [Fact]
    public async Task RUN_24_who_is_in_reads_on_and_every_door_that_would_write_says_why_it_cannot()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var bo = await room.JoinAsync("Bo");
        using var browser = await server.SignedInAsync();
        using var stranger = server.Browser();
        disk.Cause = StorageCause.ReadOnly;

        (await amara.PostAsync("api/sessions", new { title = "x", method = "kick-start" })).IsRefused(503, "not-saved");
        (await room.JoinOnceAsync(new { name = "Dora" })).IsRefused(503, "not-saved");
        (await amara.PostAsync($"{room.Path}/screens", new { })).IsRefused(503, "not-saved");
        (await amara.PostAsync("api/tokens", new { email = HubServer.Email, password = HubServer.Password, name = "Test" }))
            .IsRefused(503, "sign-in-unavailable");
        (await amara.DeleteAsync(room.Path)).IsRefused(503, "not-saved");
        var signIn = await Reply.OfAsync(
            HubServer.PostFormAsync(stranger, "sign-in", "sign-in",
                new() { ["Email"] = HubServer.Email, ["Password"] = HubServer.Password }));
        signIn.Is(HttpStatusCode.ServiceUnavailable);
        Assert.True(signIn.RetryAfter > TimeSpan.Zero);

        (await bo.GetAsync()).Ok();
        (await Reply.OfAsync(browser.GetAsync($"console/sessions/{room.Id}"))).Ok();
        (await Reply.OfAsync(stranger.GetAsync($"j/{room.Code}"))).Ok();
        Assert.Equal(StorageCause.ReadOnly, Health.Last!.Cause);

        disk.Cause = null;
        (await amara.DeleteAsync(room.Path)).Is(HttpStatusCode.NoContent);
    }

    private static async Task<object> UntilRefusedAsync(DelegateClient delegate_, List<string> taken)
    {
        for (var i = 0; i < 200; i++)
        {
            var command = Json.Command("contribute", new { activityId = "chain", laneId = "challenge", text = Long });
            var reply = await delegate_.SendAsync(command);
            if (reply.Status == HttpStatusCode.OK)
            {
                taken.Add(reply.Id);
                continue;
            }

            reply.IsRefused(503, "not-saved");
            Assert.True(reply.RetryAfter > TimeSpan.Zero);
            return command;
        }

        throw new Xunit.Sdk.XunitException("The disk took everything.");
    }
}
