using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace WorkshopHub.Fuzz;

/// <summary>A line to the hub that talks nonsense, more or less.</summary>
internal sealed partial class HubInputs(Uri server, Room room, Findings findings)
{
    private const char End = '\u001e';
    private const int Most = 20;

    private static readonly string[] Targets = ["Enter", "Send", "Report", "enter", "Leave", "", "Send\u0000", "OnDisconnectedAsync"];

    /// <returns>How many messages it sent.</returns>
    internal async Task<int> TalkAsync(Random chance, int most)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var socket = new ClientWebSocket();
        var count = Math.Clamp(chance.Next(1, Most + 1), 1, most);
        var sent = 0;
        try
        {
            await socket.ConnectAsync(new UriBuilder(new Uri(server, "/hub/room")) { Scheme = "ws" }.Uri, limit.Token);
            await SendAsync(chance.Next(10) == 0 ? "{\"protocol\":\"smoke\",\"version\":9}" : "{\"protocol\":\"json\",\"version\":1}");
            if (chance.Next(3) > 0)
            {
                await SendAsync(
                    $$"""{"type":1,"invocationId":"e","target":"Enter","arguments":["{{room.Code}}","{{room.Delegates[chance.Next(room.Delegates.Count)]}}",0]}""");
            }

            var listening = ListenAsync(socket, limit.Token);
            for (; sent < count && socket.State == WebSocketState.Open; sent++)
            {
                await SendAsync(Next(chance, sent));
                findings.Count("hub");
            }

            // What is answered is answered in order; the last one says when all was.
            await SendAsync("{\"type\":6}");
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, limit.Token);
            await listening;
        }
        catch (Exception e) when (e is WebSocketException or IOException or InvalidOperationException)
        {
            findings.Count("hub: cut off");
        }
        catch (OperationCanceledException)
        {
            findings.Fault("no answer: hub");
        }

        return Math.Max(sent, 1);

        Task SendAsync(string message) =>
            socket.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, true, limit.Token);
    }

    private async Task ListenAsync(ClientWebSocket socket, CancellationToken cancel)
    {
        var buffer = new byte[16 * 1024];
        while (socket.State is WebSocketState.Open or WebSocketState.CloseSent)
        {
            var part = await socket.ReceiveAsync(buffer, cancel);
            if (part.MessageType == WebSocketMessageType.Close) return;
            var text = Encoding.UTF8.GetString(buffer, 0, part.Count);
            // SignalR's words for an exception; a refusal stands behind them as a HubException, anything else nobody foresaw.
            if (Unforeseen().IsMatch(text)) findings.Fault($"hub: {text}");
        }
    }

    private string Next(Random chance, int number) => chance.Next(8) switch
    {
        0 => Clean(OddText.Next(chance)),
        1 => "{\"type\":" + chance.Next(-2, 12) + ",\"item\":1}",
        2 => Invocation(Targets[chance.Next(Targets.Length)], chance, number,
            new JsonArray([.. Enumerable.Range(0, chance.Next(5)).Select(_ => OddJson.Value(chance))])),
        3 => Invocation("Enter", chance, number,
            new JsonArray(JsonValue.Create(Clean(OddText.Next(chance))), chance.Next(2) == 0
            ? null : JsonValue.Create(Clean(OddText.Next(chance))), JsonValue.Create(chance.NextInt64()))),
        4 => Invocation("Report", chance, number,
            new JsonArray(
            new JsonObject { ["typing"] = OddJson.Value(chance), ["density"] = OddJson.Value(chance), ["pages"] = chance.Next(-5, 500) })),
        5 => $$"""{"type":1,"invocationId":"{{number}}","target":"Send","arguments":[{{Encoding.UTF8.GetString(OddJson.Next(chance, Commands.Next(chance, room, @delegate: true)))}}]}""",
        _ => Invocation("Send", chance, number, new JsonArray(Commands.Next(chance, room, @delegate: true))),
    };

    private static string Invocation(string target, Random chance, int number, JsonArray arguments)
    {
        try
        {
            return new JsonObject
            {
                ["type"] = 1,
                ["invocationId"] = chance.Next(5) == 0
                ? null : $"{number}",
                ["target"] = target,
                ["arguments"] = arguments
            }.ToJsonString();
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return "{\"type\":1,\"target\":\"Send\",\"arguments\":[\"\\ud800\"]}";
        }
    }

    [GeneratedRegex("An unexpected error occurred invoking '[^']*' on the server\\.(?! HubException)")]
    private static partial Regex Unforeseen();

    private static string Clean(string text) => string.Concat(text.Where(c => !char.IsSurrogate(c)));
}
