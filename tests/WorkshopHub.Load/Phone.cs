using System.Buffers.Text;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace WorkshopHub.Load;

/// <summary>
/// A phone's line to the hub, by hand: the tool shares the machine with the server and must cost as little as it can.
/// It notes when each version was there and reads nothing else.
/// </summary>
internal sealed class Phone(string token) : IDisposable
{
    private const byte End = 0x1e;
    private readonly ClientWebSocket socket = new();
    private readonly TaskCompletionSource entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private byte[] buffer = new byte[16 * 1024];

    public string Token => token;

    /// <summary>Versions in the order in which they came, each with the moment.</summary>
    public List<(long Version, long At)> Seen { get; } = new(4096);

    /// <summary>Times that the server dropped this phone's backlog and told it to fetch.</summary>
    public int Fetches { get; private set; }

    public async Task EnterAsync(Uri server, string code, CancellationToken cancel)
    {
        await socket.ConnectAsync(new UriBuilder(new Uri(server, "/hub/room")) { Scheme = "ws" }.Uri, cancel);
        await SendAsync("""{"protocol":"json","version":1}""", cancel);
        await SendAsync(
            $$"""{"type":1,"invocationId":"1","target":"Enter","arguments":[{{JsonSerializer.Serialize(code)}},{{JsonSerializer.Serialize(token)}},0]}""", cancel);
        _ = ReceiveAsync(cancel);
        await entered.Task.WaitAsync(cancel);
    }

    public void Dispose() => socket.Dispose();

    private Task SendAsync(string message, CancellationToken cancel) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message + (char)End), WebSocketMessageType.Text, true, cancel);

    private async Task ReceiveAsync(CancellationToken cancel)
    {
        var held = 0;
        try
        {
            while (!cancel.IsCancellationRequested)
            {
                if (held == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
                var part = await socket.ReceiveAsync(buffer.AsMemory(held), cancel);
                if (part.MessageType == WebSocketMessageType.Close) break;
                held += part.Count;
                held = Take(held, Stopwatch.GetTimestamp());
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            entered.TrySetException(e);
        }
    }

    private int Take(int held, long now)
    {
        var from = 0;
        while (buffer.AsSpan(from, held - from).IndexOf(End) is >= 0 and var length)
        {
            Read(buffer.AsSpan(from, length), now);
            from += length + 1;
        }

        buffer.AsSpan(from, held - from).CopyTo(buffer);
        return held - from;
    }

    private void Read(ReadOnlySpan<byte> message, long now)
    {
        if (message.StartsWith("{\"type\":3"u8))
        {
            if (message.IndexOf("\"error\""u8) >= 0)
            {
                entered.TrySetException(new InvalidOperationException(Encoding.UTF8.GetString(message)));
            }
            else entered.TrySetResult();
            return;
        }

        // Its arguments begin with from and version; what is drawn comes behind them.
        if (message.IndexOf("\"target\":\"changed\""u8) < 0 || message.IndexOf("\"from\":"u8) is not (>= 0 and var at)) return;
        if (message[at + 7] == (byte)'-') Fetches++;
        if (message.IndexOf("\"version\":"u8) is not (>= 0 and var version)
            || !Utf8Parser.TryParse(message[(version + 10)..], out long number, out _))
        {
            return;
        }

        Seen.Add((number, now));
    }
}
