using System.Net;
using System.Net.Sockets;
using System.Text;

namespace WorkshopHub.Web.Tests.Doors;

/// <summary>Those who hold a line and give nothing: each would keep a server that waits for it.</summary>
internal sealed class NastyClients : IDisposable
{
    private const int MuchToRead = 3000;
    private readonly List<Socket> sockets = [];

    public async Task AttachAsync(Uri server)
    {
        await SendAsync(server, "");
        await SendAsync(server, "GET /j/");
        await SendAsync(server, "GET / HTTP/1.1\r\nHost: hub\r\nX-Half: ");
        await SendAsync(server,
            "POST /api/tokens HTTP/1.1\r\nHost: hub\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"email\":");
        await SendAsync(server,
            "POST / HTTP/1.1\r\nHost: hub\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: " +
            "chunked\r\n\r\n5\r\ncode=\r\n");
        // Answers that are asked for and never read, until the server has no more room for them.
        await SendAsync(server, string.Concat(Enumerable.Repeat("GET /sign-in HTTP/1.1\r\nHost: hub\r\n\r\n", MuchToRead)), buffer: 1024);
        // Sockets that say neither hello nor good-bye.
        foreach (var hub in (string[])["/hub/room", "/_blazor"])
        {
            var socket =
                await SendAsync(server,
                $"GET {hub} HTTP/1.1\r\nHost: hub\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: " +
                "13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
            var answer = new byte[12];
            await socket.ReceiveAsync(answer);
            Assert.Equal("HTTP/1.1 101", Encoding.ASCII.GetString(answer));
        }
    }

    public void Dispose()
    {
        foreach (var socket in sockets) socket.Dispose();
    }

    private async Task<Socket> SendAsync(Uri server, string text, int buffer = 0)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (buffer > 0) socket.ReceiveBufferSize = buffer;
        sockets.Add(socket);
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, server.Port));
        // What does not go in is what the server does not take any more.
        var bytes = Encoding.ASCII.GetBytes(text);
        if (buffer == 0) await socket.SendAsync(bytes);
        else _ = socket.SendAsync(bytes).ContinueWith(_ => { }, TaskScheduler.Default);
        return socket;
    }
}
