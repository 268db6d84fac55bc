using System.Collections.Concurrent;

namespace WorkshopHub.Web.Tests.Doors;

/// <summary>The server as a process of its own, killed in the middle of everything.</summary>
public sealed class KilledServerTests
{
    private const int Delegates = 20;
    private const int Each = 15;

    [Fact]
    public async Task KEEP_5_what_was_acknowledged_before_a_kill_is_there_once_and_sending_all_again_changes_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("workshophub-").FullName;
        try
        {
            var acknowledged = new ConcurrentDictionary<Guid, Reply>();
            var commands = new List<(int Delegate, Guid Id, string Text)>();
            for (var d = 0; d < Delegates; d++)
            {
                for (var i = 0; i < Each; i++) commands.Add((d, Guid.NewGuid(), $"Delegate {d} says {i}"));
            }

            string token, id, code;
            Reply[] joined;
            using (var first = await ServerProcess.StartAsync(folder))
            {
                using var amara = await first.SignInAsync();
                token = amara.Http.DefaultRequestHeaders.Authorization!.Parameter!;
                var room = await amara.RoomAsync();
                (id, code) = (room.Id, room.Code);
                joined = await Task.WhenAll(Enumerable.Range(0, Delegates).Select(i => room.JoinOnceAsync(new { name = $"Delegate {i}" })));
                var crowd = joined.Select(j => DelegateClient.Of(first.Address, code, j)).ToList();

                await Task.WhenAll(commands.Select(async c =>
                {
                    try
                    {
                        var reply = (await SayAsync(crowd[c.Delegate], c.Id, c.Text)).Ok();
                        acknowledged[c.Id] = reply;
                        if (acknowledged.Count >= 60) first.Kill();
                    }
                    catch (HttpRequestException)
                    {
                        // Cut off: nobody knows whether this one was saved, least of all its sender.
                    }
                }));
            }

            Assert.InRange(acknowledged.Count, 60, commands.Count);
            using var second = await ServerProcess.StartAsync(folder);
            using var http = new HttpClient { BaseAddress = second.Address };
            http.DefaultRequestHeaders.Authorization = new("Bearer", token);
            var again = new Room(new(http), id, code);
            var there = (await again.StateAsync()).GetProperty("contributions").EnumerateArray()
                .ToDictionary(c => c.GetProperty("contributionId").GetString()!, c => c.GetProperty("text").GetString());
            foreach (var (_, commandId, text) in commands.Where(c => acknowledged.ContainsKey(c.Id)))
            {
                Assert.Equal(text, there[acknowledged[commandId].Id]);
            }

            Assert.Equal(there.Count, there.Values.Distinct().Count());

            var back = joined.Select(j => DelegateClient.Of(second.Address, code, j)).ToList();
            var replies =
                await Task.WhenAll(commands.Select(async c => (c.Id, Reply: (await SayAsync(back[c.Delegate], c.Id, c.Text)).Ok())));
            foreach (var (commandId, reply) in replies.Where(r => acknowledged.ContainsKey(r.Id)))
            {
                Assert.Equal(acknowledged[commandId].Bytes, reply.Bytes);
            }

            var version = await again.VersionAsync();
            await Task.WhenAll(commands.Select(c => SayAsync(back[c.Delegate], c.Id, c.Text)));

            Assert.Equal(version, await again.VersionAsync());
            Assert.Equal(version, (await again.EventsAsync()).GetArrayLength());
            Assert.Equal(commands.Select(c => c.Text).Order(StringComparer.Ordinal), (await again.StateAsync()).GetProperty("contributions")
                .EnumerateArray().Select(c => c.GetProperty("text").GetString()).Order(StringComparer.Ordinal));
        }
        finally
        {
            TemporaryFolder.Delete(folder);
        }
    }

    private static Task<Reply> SayAsync(DelegateClient who, Guid id, string text) =>
        who.SendAsync("contribute", new { activityId = "chain", laneId = "challenge", text }, id);
}
