using System.Net.Sockets;
using System.Text;

namespace WorkshopHub.Fuzz;

/// <summary>Lines that no client library would send.</summary>
internal sealed class RawInputs(Uri server, Room room, Findings findings)
{
    private static readonly string[] Hosts =
        ["a..b", ".", "xn--", "1.2.3.4:99999", "", "[::1", "[::1]:x", "a b", "ä.example", "localhost:0", "%00", "*", "a,b", "http://x",
        "-", "999.1.1.1"];

    internal async Task SendAsync(Random chance)
    {
        var lines = Next(chance);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(server.Host, server.Port, limit.Token);
            var stream = client.GetStream();
            await stream.WriteAsync(Encoding.Latin1.GetBytes(lines), limit.Token);
            var buffer = new byte[64];
            var read = await stream.ReadAtLeastAsync(buffer, 12, throwOnEndOfStream: false, limit.Token);
            var status = read >= 12 ? Encoding.ASCII.GetString(buffer, 9, 3) : "cut off";
            findings.Count(status);
            // What it cannot be because of the protocol itself (a version, a coding) it may say.
            if (status[0] == '5' && status is not ("501" or "505")) findings.Fault($"{status}: raw {lines}");
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            findings.Count("cut off");
        }
        catch (OperationCanceledException)
        {
            findings.Count("no answer");
            findings.Fault($"no answer: raw {lines}");
        }
    }

    private string Next(Random chance)
    {
        string[] paths =
            ["/", $"/j/{room.Code}", $"/j/{room.Code}/join", "/sign-in", "/api/sessions", "/favicon.svg", "/console", "//", "*",
            "http://x/", "/%", "/\\", "/?\u00ff"];
        var path = paths[chance.Next(paths.Length)];
        var method = new[] { "GET", "POST", "HEAD", "get", "G T", "OPTIONS" }[chance.Next(6)];
        var version = new[] { "HTTP/1.1", "HTTP/1.0", "HTTP/1.1", "HTTP/9.9", "" }[chance.Next(5)];
        var host = chance.Next(2) == 0 ? $"{server.Host}:{server.Port}" : Hosts[chance.Next(Hosts.Length)];
        var hosts = chance.Next(6) switch { 0 => "", 1 => $"Host: {host}\r\nHost: other\r\n", _ => $"Host: {host}\r\n" };
        var more = chance.Next(6) switch
        {
            0 => "Content-Length: -1\r\n",
            1 => "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n",
            2 => "Transfer-Encoding: x\r\n",
            3 => $"Cookie: workshophub={new string('a', chance.Next(9_000))}\r\n",
            4 => "X:\u0001\r\n",
            _ => "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 3\r\n",
        };
        return $"{method} {path} {version}\r\n{hosts}{more}Connection: close\r\n\r\nabc";
    }
}
