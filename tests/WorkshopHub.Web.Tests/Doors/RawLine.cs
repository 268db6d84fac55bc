using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace WorkshopHub.Web.Tests.Doors;

/// <summary>The hub's protocol by hand, for what no client would send.</summary>
internal sealed class RawLine(ClientWebSocket socket) : IAsyncDisposable
{
    private const char End = '\u001e';
    private readonly StringBuilder received = new();
    private int calls;

    public static async Task<RawLine> EnteredAsync(Uri server, string code, string token)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new UriBuilder(new Uri(server, "hub/room")) { Scheme = "ws" }.Uri, CancellationToken.None);
        var line = new RawLine(socket);
        await line.SendAsync("""{"protocol":"json","version":1}""");
        await line.ReceiveAsync();
        await line.InvokeAsync("Enter", JsonSerializer.Serialize(new object[] { code, token, 0 }));
        return line;
    }

    /// <param name="arguments">A list in JSON, sent as it stands.</param>
    public async Task<JsonElement> InvokeAsync(string target, string arguments)
    {
        var id = $"{++calls}";
        await SendAsync($$"""{"type":1,"invocationId":"{{id}}","target":"{{target}}","arguments":{{arguments}}}""");
        while (true)
        {
            var message = JsonDocument.Parse(await ReceiveAsync()).RootElement;
            if (!message.TryGetProperty("invocationId", out var of) || of.GetString() != id) continue;
            Assert.False(message.TryGetProperty("error", out var error), error.ToString());
            return message.GetProperty("result");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        socket.Dispose();
    }

    private Task SendAsync(string message) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, true, CancellationToken.None);

    private async Task<string> ReceiveAsync()
    {
        var buffer = new byte[16 * 1024];
        int end;
        while ((end = received.ToString().IndexOf(End, StringComparison.Ordinal)) < 0)
        {
            var part = await socket.ReceiveAsync(buffer, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(60));
            Assert.NotEqual(WebSocketMessageType.Close, part.MessageType);
            received.Append(Encoding.UTF8.GetString(buffer, 0, part.Count));
        }

        var message = received.ToString(0, end);
        received.Remove(0, end + 1);
        return message;
    }
}
