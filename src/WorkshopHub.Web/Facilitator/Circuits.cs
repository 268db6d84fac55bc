using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.JSInterop;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Facilitator;

/// <summary>The consoles that are open and connected.</summary>
internal sealed class Circuits : ITellRestart
{
    private readonly ConcurrentDictionary<Line, bool> lines = new();

    public int TellRestart()
    {
        var told = lines.Keys.ToList();
        foreach (var line in told) _ = line.TellAsync();
        return told.Count;
    }

    /// <summary>One console's, as long as its browser is there.</summary>
    internal sealed class Line(Circuits all, IJSRuntime js) : CircuitHandler
    {
        public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
        {
            all.lines[this] = true;
            return Task.CompletedTask;
        }

        public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
        {
            all.lines.TryRemove(this, out _);
            return Task.CompletedTask;
        }

        internal async Task TellAsync()
        {
            // A browser that is gone in this very moment finds out by itself.
            var telling = js.InvokeVoidAsync("workshopHub.restarting").AsTask();
            await telling.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
