using System.Text;
using System.Text.Json;

namespace WorkshopHub.Fuzz;

/// <summary>
/// Throws inputs at a server and looks at three things: no answer says that the server has failed (5xx but
/// <c>not-saved</c>), nothing changes for whoever has no right to change it, and an honest person still gets through.
/// </summary>
internal sealed class Fuzzer(Uri server, string email, string password, int seed)
{
    private const int Workers = 4;
    private const int People = 40;

    internal Findings Findings { get; } = new();

    /// <param name="inputs">How many, roughly: a line to the hub is ended where it began.</param>
    /// <param name="progress">Told how many there were, now and then.</param>
    internal async Task RunAsync(int inputs, Action<int>? progress = null)
    {
        using var http =
            new HttpClient(
            new SocketsHttpHandler
            {
                UseCookies = false,
                AllowAutoRedirect = false,
                MaxConnectionsPerServer = Workers * 2,
                RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8
            })
            {
                BaseAddress = server,
                Timeout = TimeSpan.FromSeconds(60),
            };
        var lead = (await Room.PostAsync(http, "/api/tokens", null, new { email, password, name = "Fuzz" })).GetProperty("token")
            .GetString()!;
        var room = await Room.OpenAsync(http, lead, "Fuzzed", People);
        var watched = await Room.OpenAsync(http, lead, "Watched", 6);
        try
        {
            var before = await watched.StateAsync();
            var left = inputs;
            await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(async () =>
            {
                var chance = new Random((seed * Workers) + worker);
                var over = new HttpInputs(http, room, watched, Findings);
                var raw = new RawInputs(server, room, Findings);
                var hub = new HubInputs(server, room, Findings);
                for (var i = 0; Volatile.Read(ref left) > 0; i++)
                {
                    var sent = 1;
                    switch (chance.Next(40))
                    {
                        case 0: sent = await hub.TalkAsync(chance, Volatile.Read(ref left)); break;
                        case < 4: await raw.SendAsync(chance); break;
                        default: await over.SendAsync(chance); break;
                    }

                    Interlocked.Add(ref left, -sent);
                    if (worker == 0 && i % 200 == 0) await room.ReopenAsync();
                    if (worker == 0 && i % 2_000 == 0) progress?.Invoke(Findings.Inputs);
                }
            })));
            if (await watched.StateAsync() != before)
            {
                Findings.Fault("The watched session is not as it was: something was changed without right.");
            }

            await HonestAsync(http, watched);
        }
        finally
        {
            await room.DeleteAsync();
            await watched.DeleteAsync();
        }
    }

    // Somebody comes in afterwards and is heard; the journal has no gap.
    private async Task HonestAsync(HttpClient http, Room room)
    {
        var said = await Room
            .PostAsync(http, $"/api/join/{room.Code}/commands", room.Delegates[0],
            new { type = "contribute", commandId = Guid.NewGuid(), activityId = "chain", laneId = "challenge", text = "An honest word" });
        var state = JsonDocument.Parse(await room.StateAsync()).RootElement;
        if (!state.GetProperty("contributions").EnumerateArray()
            .Any(c => c.GetProperty("contributionId").GetString() == said.GetProperty("id").GetString()))
        {
            Findings.Fault("An honest word was acknowledged and is not there.");
        }

        if (state.GetProperty("version").GetInt64() < said.GetProperty("version").GetInt64())
        {
            Findings.Fault("The session stands behind what it has acknowledged.");
        }
    }
}
