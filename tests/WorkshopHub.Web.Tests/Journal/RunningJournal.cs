using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Journal;

namespace WorkshopHub.Web.Tests.Journal;

/// <summary>A journal as one process has it: prepared, and with a writer that starts when the test says so.</summary>
internal sealed class RunningJournal : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly MeterListener listener = new();
    private long transactions;

    private RunningJournal(ServiceProvider services)
    {
        this.services = services;
        var meters = services.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (instrument, l) =>
        {
            // Tests run side by side: only this one's meter.
            if (instrument.Meter.Scope == meters && instrument.Name == JournalMetrics.Transactions) l.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, value, _, _) => Interlocked.Add(ref transactions, value));
        listener.Start();
    }

    public JournalWriter Writer => services.GetRequiredService<JournalWriter>();

    public JournalDeletion Deletion => services.GetRequiredService<JournalDeletion>();

    public JournalReader Reader => services.GetRequiredService<JournalReader>();

    public long Transactions => Interlocked.Read(ref transactions);

    public static async Task<RunningJournal> OpenAsync(Action<IServiceCollection> database)
    {
        var collection = new ServiceCollection().AddLogging();
        database(collection);
        collection.AddSingleton(_ => new EventCodec(World.Names));
        var services = collection.BuildServiceProvider(validateScopes: true);
        try
        {
            await services.PrepareDatabaseAsync();
            return new(services);
        }
        catch
        {
            await services.DisposeAsync();
            throw;
        }
    }

    public static async Task<RunningJournal> StartAsync(Action<IServiceCollection> database)
    {
        var journal = await OpenAsync(database);
        await journal.StartAsync();
        return journal;
    }

    public Task StartAsync() => Writer.StartAsync(CancellationToken.None);

    public HubDb Db() => services.GetRequiredService<IDbContextFactory<HubDb>>().CreateDbContext();

    /// <summary>Enqueues an entry that stays current; the task tells what became of it: null when it was committed.</summary>
    public Task<Exception?> Enqueue(JournalEntry entry) => Enqueue(entry, () => true);

    public Task<Exception?> Enqueue(JournalEntry entry, Func<bool> stillCurrent)
    {
        var outcome = new TaskCompletionSource<Exception?>(TaskCreationOptions.RunContinuationsAsynchronously);
        Writer.Enqueue(entry, stillCurrent, () => outcome.SetResult(null), outcome.SetResult);
        return outcome.Task;
    }

    public async Task WriteAsync(params JournalEntry[] entries)
    {
        foreach (var outcome in await Task.WhenAll(entries.Select(Enqueue))) Assert.Null(outcome);
    }

    public async Task<StoredSession> LoadAsync(SessionId id) =>
        await Reader.LoadAsync(id) ?? throw new InvalidOperationException($"{id} is not there.");

    public async ValueTask DisposeAsync()
    {
        await Writer.StopAsync(CancellationToken.None);
        listener.Dispose();
        await services.DisposeAsync();
    }
}
