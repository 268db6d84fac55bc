using System.Collections.Concurrent;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.Live;

/// <summary>The relays of the sessions that somebody looks at.</summary>
internal sealed class Relays(
    ISessionHost host, IViewDrawing drawing, IPresence presence, TimeProvider clock, ILogger<SessionRelay> log)
    : BackgroundService, ITellRestart
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(2);
    private readonly ConcurrentDictionary<SessionId, Lazy<Task<SessionRelay?>>> relays = new();

    /// <summary>The relay of a session, or null where there is no such session.</summary>
    internal async Task<SessionRelay?> OfAsync(SessionId id)
    {
        var starting = relays.GetOrAdd(id, key => new(() => StartAsync(key)));
        SessionRelay? relay = null;
        try
        {
            relay = await starting.Value;
        }
        finally
        {
            // Neither a session that is not there nor a journal that could not be read just now is remembered.
            if (relay is null) relays.TryRemove(KeyValuePair.Create(id, starting));
        }

        // Whoever asks is about to enter or to fetch: it must not be swept away under their hands.
        relay?.MarkUsed();
        return relay;
    }

    /// <summary>The relay if it runs; does not start one.</summary>
    internal SessionRelay? Running(SessionId id) =>
        relays.TryGetValue(id, out var r) && r is { IsValueCreated: true, Value.IsCompletedSuccessfully: true } ? r.Value.Result : null;

    /// <summary>Who is connected to a session. Asking starts no relay: where none runs here, nobody is connected here.</summary>
    internal Phones PhonesOf(SessionId id) => Running(id)?.Phones ?? presence.Of(id);

    /// <summary>Every screen shows how to join; that has changed.</summary>
    internal void RedrawScreens()
    {
        foreach (var (id, _) in relays) Running(id)?.RedrawScreens();
    }

    public int TellRestart() => relays.Keys.Sum(id => Running(id)?.TellRestart() ?? 0);

    /// <summary>Ends a deleted session's relay and its lines.</summary>
    internal async Task EndAsync(SessionId id)
    {
        if (!relays.TryRemove(id, out var ending)) return;
        // One that could not start has nothing to end.
        await ((Task)ending.Value).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (ending.Value is { IsCompletedSuccessfully: true, Result: { } relay }) await relay.DisposeAsync();
    }

    /// <summary>With its relays: what still commits now has nobody to be drawn for.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        var ending = Task.WhenAll(relays.Keys.Select(EndAsync));
        await ending.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var (id, _) in relays)
            {
                if (Running(id)?.IsIdle(Idle) == true) await EndAsync(id);
            }
        }
    }

    private async Task<SessionRelay?> StartAsync(SessionId id) =>
        await host.FindAsync(id) is { } session ? new SessionRelay(session, drawing, presence, clock, log) : null;
}
