using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http.Connections;

namespace WorkshopHub.Web.Tests.Doors;

/// <summary>The server is told to stop, as every update and every reboot does it, while people are at it.</summary>
public sealed class StoppingTests : IDisposable
{
    private const int Enough = 60;
    private readonly string folder = Directory.CreateTempSubdirectory("workshophub-").FullName;

    public void Dispose() => TemporaryFolder.Delete(folder);

    [Fact]
    public async Task RUN_7_it_ends_well_whoever_holds_a_line_and_everybody_who_is_there_is_told()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        using var nasty = new NastyClients();
        using var server = await ServerProcess.StartAsync(folder);
        using var amara = await server.SignInAsync();
        var room = await amara.RoomAsync();
        using var bo = await room.JoinAsync();
        var screen = (await room.ScreenAsync()).Text("token");
        await nasty.AttachAsync(server.Address);
        // Who asks again and again may just be between two questions.
        var (lines, silent) = (new List<HubClient>(), new List<HubClient>());
        foreach (var transport in (HttpTransportType[])[HttpTransportType.WebSockets, HttpTransportType.ServerSentEvents,
            HttpTransportType.LongPolling])
        {
            foreach (var token in (string[])[bo.Token, screen])
            {
                var line = await HubClient.ConnectAsync(server.Address, transports: transport);
                await line.EnterAsync(room.Code, token);
                if (transport == HttpTransportType.LongPolling) silent.Add(line);
                else lines.Add(line);
            }
        }

        var told = Task.WhenAll(lines.Select(l => l.PulseAsync(p => p.TryGetProperty("restarting", out var r) && r.GetBoolean())));
        var code = await server.TerminateAsync();

        Assert.Equal(0, code);
        await told;
        foreach (var line in lines.Concat(silent)) await line.DisposeAsync();
    }

    [Fact]
    public async Task RUN_8_what_was_acknowledged_while_it_stopped_is_there_and_the_rest_can_be_sent_again()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        var acknowledged = new ConcurrentDictionary<Guid, Reply>();
        var sent = new ConcurrentQueue<(int Delegate, Guid Id, string Text)>();
        string token, id, code;
        Reply[] joined;
        using (var first = await ServerProcess.StartAsync(folder))
        {
            using var amara = await first.SignInAsync();
            token = amara.Http.DefaultRequestHeaders.Authorization!.Parameter!;
            var room = await amara.RoomAsync();
            (id, code) = (room.Id, room.Code);
            joined = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => room.JoinOnceAsync(new { name = $"Delegate {i}" })));
            var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var crowd = joined.Select((j, i) => SayOnAsync(DelegateClient.Of(first.Address, code, j), i, enough)).ToList();
            await enough.Task;

            Assert.Equal(0, await first.TerminateAsync());
            await Task.WhenAll(crowd);
        }

        using var second = await ServerProcess.StartAsync(folder);
        using var http = new HttpClient { BaseAddress = second.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        var again = new Room(new(http), id, code);
        var there = (await again.StateAsync()).GetProperty("contributions").EnumerateArray()
            .ToDictionary(c => c.GetProperty("contributionId").GetString()!, c => c.GetProperty("text").GetString());
        foreach (var (_, commandId, text) in sent.Where(c => acknowledged.ContainsKey(c.Id)))
        {
            Assert.Equal(text, there[acknowledged[commandId].Id]);
        }

        var back = joined.Select(j => DelegateClient.Of(second.Address, code, j)).ToList();
        foreach (var (who, commandId, text) in sent) (await SayAsync(back[who], commandId, text)).Ok();
        Assert.Equal(sent.Select(c => c.Text).Order(StringComparer.Ordinal), (await again.StateAsync()).GetProperty("contributions")
            .EnumerateArray().Select(c => c.GetProperty("text").GetString()).Order(StringComparer.Ordinal));

        async Task SayOnAsync(DelegateClient who, int number, TaskCompletionSource enough)
        {
            try
            {
                for (var i = 0; i < 35; i++)
                {
                    var (command, text) = (Guid.NewGuid(), $"Delegate {number} says {i}");
                    sent.Enqueue((number, command, text));
                    var reply = await SayAsync(who, command, text);
                    if (reply.Status == System.Net.HttpStatusCode.ServiceUnavailable) reply.IsRefused(503, "not-saved");
                    else acknowledged[command] = reply.Ok();
                    if (acknowledged.Count >= Enough) enough.TrySetResult();
                }
            }
            catch (HttpRequestException)
            {
                // The line was cut: nobody knows whether this one was saved, least of all its sender.
            }

            enough.TrySetResult();
        }
    }

    private static Task<Reply> SayAsync(DelegateClient who, Guid id, string text) =>
        who.SendAsync("contribute", new { activityId = "chain", laneId = "challenge", text }, id);
}
