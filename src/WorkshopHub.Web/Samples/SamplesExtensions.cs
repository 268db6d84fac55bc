using Microsoft.EntityFrameworkCore;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Journal;

namespace WorkshopHub.Web.Samples;

internal static class SamplesExtensions
{
    private const string Option = "--demo";

    /// <summary>With <c>--demo</c>: the sample sessions, owned by the first facilitator.</summary>
    public static void AddSamples(this IServiceCollection services, string[] args)
    {
        services.AddSingleton<SampleRunner>();
        if (args.Contains(Option)) services.AddHostedService<SampleService>();
    }
}

/// <summary>
/// Makes the samples: before the first request where there is a facilitator already, else as soon as there is one.
/// </summary>
internal sealed partial class SampleService(SampleRunner runner, SetUp setUp, IDbContextFactory<HubDb> contexts,
    ILogger<SampleService> log) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private Task? later;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (setUp.Done.IsCompleted) await MakeAsync(cancellationToken);
        else later = LaterAsync();
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stopping.CancelAsync();
        if (later is not null) await later.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => stopping.Dispose();

    private async Task LaterAsync()
    {
        await setUp.Done.WaitAsync(stopping.Token);
        await MakeAsync(stopping.Token);
    }

    private async Task MakeAsync(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var owner = await db.Users.OrderBy(a => a.CreatedAt).Select(a => a.Id).FirstAsync(cancel);
        foreach (var script in SampleScript.All())
        {
            try
            {
                await runner.RunAsync(script, new AccountId(owner), cancel);
            }
            catch (Exception e) when (e is InvalidDataException or UnreadableSessionException)
            {
                // A sample that stumbles must not keep the product from starting.
                LogFailed(script.Id, e.Message);
            }
        }
    }

    [LoggerMessage(2240, LogLevel.Error, "The sample {Sample} could not be made to its end: {Reason}")]
    private partial void LogFailed(string sample, string reason);
}
