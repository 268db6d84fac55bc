using Microsoft.AspNetCore.Server.Kestrel.Core;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Start;

/// <summary>
/// How the program ends: whoever is connected is told, lines that do not end by themselves are cut, and the journal writes
/// what it has taken. Everything that waits here waits within <see cref="Within"/>: a service manager kills after ten seconds.
/// </summary>
internal sealed partial class Stopping(OpenConnections connections, IEnumerable<ITellRestart> everybody, ILogger<Stopping> log)
{
    /// <summary>After this the framework gives up waiting for whatever still runs.</summary>
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(5);

    /// <summary>Honest requests are answered in milliseconds; what takes longer is cut and sent again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    /// <summary>What was told must be on its way before the framework cuts the line.</summary>
    private static readonly TimeSpan ToBeHeard = TimeSpan.FromMilliseconds(400);

    public static void Add(IServiceCollection services)
    {
        services.Configure<HostOptions>(o => o.ShutdownTimeout = Within);
        services.AddSingleton<OpenConnections>();
        services.AddSingleton<Stopping>();
        services.AddOptions<KestrelServerOptions>().Configure<OpenConnections>((kestrel, open) =>
            kestrel.ConfigureEndpointDefaults(listening => listening.Use(next => connection => open.KeepAsync(connection, next))));
    }

    /// <summary>
    /// After everything else has been set up: the framework calls the newest first, and hubs cut their lines when it is their
    /// turn.
    /// </summary>
    public void Watch(IHostApplicationLifetime lifetime) => lifetime.ApplicationStopping.Register(Begin);

    private void Begin()
    {
        var told = everybody.Sum(x => x.TellRestart());
        // The framework waits for nobody here, so the wait has to be ours.
        if (told > 0) Task.Delay(ToBeHeard).Wait();
        LogTold(told);
        _ = CutAsync();
    }

    private async Task CutAsync()
    {
        await Task.Delay(Patience);
        if (connections.Cut() is > 0 and var cut) LogCut(cut);
    }

    [LoggerMessage(2160, LogLevel.Information, "Stopping. {Told} phones, screens and consoles were told.")]
    private partial void LogTold(int told);

    [LoggerMessage(2161, LogLevel.Information, "{Cut} connections that did not end by themselves were cut.")]
    private partial void LogCut(int cut);
}
