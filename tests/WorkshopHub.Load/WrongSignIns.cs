using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;

namespace WorkshopHub.Load;

/// <summary>
/// People who try passwords beside the room, in parallel and without a pause, each time with another made-up email. Only
/// against this machine, not longer than phones contribute, and not more often than <see cref="Most"/> times.
/// </summary>
internal sealed class WrongSignIns : IAsyncDisposable
{
    private const int Most = 20_000;

    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentBag<(int Status, double Milliseconds)> answers = [];
    private readonly List<HttpClient> clients;
    private readonly Task running;
    private int tries;

    private WrongSignIns(Uri server, int parallel, int addresses)
    {
        clients = [.. Enumerable.Range(0, Math.Min(parallel, addresses)).Select(i => From(server, Address(i, addresses)))];
        running = Task.WhenAll(Enumerable.Range(0, parallel).Select(i => TryAsync(clients[i % clients.Count])));
    }

    public static WrongSignIns Start(Uri server, int parallel, int addresses) => new(server, parallel, addresses);

    public async Task StopAsync()
    {
        await stop.CancelAsync();
        await running;
    }

    public string Report(TimeSpan took)
    {
        var statuses = answers.GroupBy(a => a.Status).OrderBy(g => g.Key).Select(g => $"{g.Count()} × {g.Key}");
        var times = answers.Select(a => a.Milliseconds).Order().ToList();
        var middle = times.Count == 0 ? 0 : times[times.Count / 2];
        return $"wrong       {answers.Count} sign-ins ({answers.Count / took.TotalSeconds:0} a second): {string.Join(", ", statuses)}; " +
            $"p50 {middle:0} ms";
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        foreach (var client in clients) client.Dispose();
        stop.Dispose();
    }

    private async Task TryAsync(HttpClient client)
    {
        while (!stop.IsCancellationRequested && Interlocked.Increment(ref tries) <= Most)
        {
            var at = Stopwatch.GetTimestamp();
            try
            {
                var wrong = new { email = $"{Guid.NewGuid():n}@hub.example", password = "not the one", name = "Load" };
                using var answer = await client.PostAsJsonAsync("/api/tokens", wrong, stop.Token);
                answers.Add(((int)answer.StatusCode, Stopwatch.GetElapsedTime(at).TotalMilliseconds));
            }
            catch (Exception e) when (e is OperationCanceledException or HttpRequestException)
            {
                if (e is HttpRequestException) answers.Add((0, Stopwatch.GetElapsedTime(at).TotalMilliseconds));
            }
        }
    }

    // All of 127.0.0.0/8 is this machine.
    private static IPAddress Address(int number, int of) => of == 1 ? IPAddress.Loopback : new IPAddress([127, 0, 1, (byte)(number + 1)]);

    private static HttpClient From(Uri server, IPAddress address) => new(new SocketsHttpHandler
    {
        UseCookies = false,
        MaxConnectionsPerServer = 100,
        ConnectCallback = async (context, cancel) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Bind(new IPEndPoint(address, 0));
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, context.DnsEndPoint.Port), cancel);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    { BaseAddress = server };
}
