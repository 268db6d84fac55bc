using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;

namespace WorkshopHub.Web.Tests.Doors;

/// <summary>A phone's or a screen's line to the hub. What comes is kept in order until somebody asks for it.</summary>
internal sealed class HubClient : IAsyncDisposable
{
    // A net under tests that would otherwise wait for ever; nothing is judged by it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HubConnection connection;
    private readonly Channel<JsonElement> changes = Channel.CreateUnbounded<JsonElement>();
    private readonly Channel<JsonElement> pulses = Channel.CreateUnbounded<JsonElement>();
    private readonly TaskCompletionSource closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HubClient(HubConnection connection)
    {
        this.connection = connection;
        connection.On<JsonElement>("changed", m => changes.Writer.TryWrite(m));
        connection.On<JsonElement>("pulse", m => pulses.Writer.TryWrite(m));
        connection.Closed += _ =>
        {
            changes.Writer.TryComplete();
            closed.TrySetResult();
            return Task.CompletedTask;
        };
    }

    /// <summary>Done when the server has cut the line.</summary>
    public Task Closed => closed.Task.WaitAsync(Patience);

    /// <param name="cookie">As a browser sends it; null: none.</param>
    public static async Task<HubClient> ConnectAsync(Uri server, string? cookie = null, string query = "", string? origin =
        null, HttpTransportType? transports = null)
    {
        var connection = new HubConnectionBuilder()
            .WithUrl(new Uri(server, $"hub/room{query}"), o =>
            {
                o.Transports = transports ?? HttpTransports.All;
                if (cookie is not null) o.Headers["Cookie"] = cookie;
                if (origin is not null) o.Headers["Origin"] = origin;
            })
            .Build();
        var client = new HubClient(connection);
        await connection.StartAsync();
        return client;
    }

    /// <summary>Connects and enters as a delegate; stands at the version that it was told.</summary>
    public static async Task<HubClient> EnteredAsync(Uri server, string code, string token, string query = "")
    {
        var client = await ConnectAsync(server, query: query);
        await client.EnterAsync(code, token);
        return client;
    }

    public Task<JsonElement> EnterAsync(string code, string token, long sinceVersion = 0) =>
        connection.InvokeAsync<JsonElement>("Enter", code, token, sinceVersion);

    public Task<JsonElement> SendAsync(object command) => connection.InvokeAsync<JsonElement>("Send", command);

    public Task ReportAsync(object report) => connection.InvokeAsync("Report", report);

    /// <summary>The next change, whatever it is of.</summary>
    public async Task<JsonElement> NextAsync() => await changes.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    /// <summary>Changes of the room's view, up to one that reaches this version.</summary>
    public async Task<IReadOnlyList<JsonElement>> UntilAsync(long version)
    {
        var came = new List<JsonElement>();
        while (came.Count == 0 || came[^1].GetProperty("version").GetInt64() < version)
        {
            var next = await NextAsync();
            if (next.TryGetProperty("pieces", out _)) came.Add(next);
        }

        return came;
    }

    /// <summary>The next word that something of this delegate's own has changed.</summary>
    public async Task<JsonElement> MineAsync()
    {
        while (true)
        {
            var next = await NextAsync();
            if (next.TryGetProperty("mine", out _)) return next;
        }
    }

    public async Task<JsonElement> PulseAsync(Func<JsonElement, bool> wanted)
    {
        while (true)
        {
            var pulse = await pulses.Reader.ReadAsync().AsTask().WaitAsync(Patience);
            if (wanted(pulse)) return pulse;
        }
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
