using System.Net;
using System.Text;

namespace WorkshopHub.Web.Tests.Doors;

public sealed class DeletionTests(HubServer server) : IClassFixture<HubServer>
{
    [Fact]
    public async Task A_deleted_session_leaves_nothing_in_any_table_nor_its_words_in_any_file()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var bo = await room.JoinAsync("Bo Lindqvist-Quagga");
        var screen = await room.ScreenAsync();
        await bo.SayAsync("challenge", "Zanzibar is far away");
        Assert.True(Database.TablesWith(server, room.Id).Count >= 7);
        Assert.NotEmpty(FilesWith("Zanzibar"));

        (await amara.DeleteAsync(room.Path)).Is(HttpStatusCode.NoContent);

        Assert.Empty(Database.TablesWith(server, room.Id));
        Assert.Empty(FilesWith("Zanzibar"));
        Assert.Empty(FilesWith("Lindqvist-Quagga"));
        (await amara.GetAsync(room.Path)).IsRefused(404, "no-such-session");
        (await amara.DeleteAsync(room.Path)).IsRefused(404, "no-such-session");
        (await bo.GetAsync()).IsRefused(404, "no-such-code");
        (await room.JoinOnceAsync(new { })).IsRefused(404, "no-such-code");
        using var anybody = server.Browser();
        (await Reply.OfAsync(anybody.GetAsync($"screen/{screen.Text("token")}/view"))).IsRefused(404, "no-such-screen");
    }

    [Fact]
    public async Task A_session_that_is_deleted_while_everybody_writes_leaves_nothing_either()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        var crowd = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => room.JoinAsync()));

        var writing =
            crowd.SelectMany(d =>
            Enumerable.Range(0, 20)
                .Select(i => d.SendAsync("contribute", new { activityId = "chain", laneId = "challenge", text = $"Word {i}" }))).ToList();
        var deleted = amara.DeleteAsync(room.Path);
        await Task.WhenAll([deleted, .. writing]);

        (await deleted).Is(HttpStatusCode.NoContent);
        foreach (var reply in writing.Select(w => w.Result).Where(r => r.Status != HttpStatusCode.OK)) reply.Is(HttpStatusCode.NotFound);
        Assert.Empty(Database.TablesWith(server, room.Id));
        foreach (var one in crowd) one.Dispose();
    }

    private List<string> FilesWith(string word)
    {
        var bytes = Encoding.UTF8.GetBytes(word);
        return [.. Directory.EnumerateFiles(server.DataDirectory, "*.db*").Where(f =>
        {
            using var file = new FileStream(f, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var all = new MemoryStream();
            file.CopyTo(all);
            return all.ToArray().AsSpan().IndexOf(bytes) >= 0;
        })];
    }
}
