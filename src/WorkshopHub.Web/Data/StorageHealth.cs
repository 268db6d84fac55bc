using Microsoft.EntityFrameworkCore;

namespace WorkshopHub.Web.Data;

/// <summary>Nothing can be saved.</summary>
/// <param name="Since">When that was first noticed.</param>
/// <param name="Until">When it was over; null: it is not.</param>
public sealed record StorageTrouble(StorageCause Cause, DateTimeOffset Since, DateTimeOffset? Until = null);

/// <summary>
/// Whether what people say can be saved, and why not: whoever runs the room has to hear that it is the disk. The first
/// write that succeeds ends it; while nobody writes, it is tried every few seconds.
/// </summary>
public sealed partial class StorageHealth : BackgroundService
{
    private const long SomeRoom = 64 * 1024;
    private static readonly TimeSpan TriesEvery = TimeSpan.FromSeconds(3);

    private readonly Lock gate = new();
    private readonly SemaphoreSlim begun = new(0, 1);
    private readonly DataFolder folder;
    private readonly IDatabase database;
    private readonly IDbContextFactory<HubDb> contexts;
    private readonly TimeProvider clock;
    private readonly ILogger<StorageHealth> log;
    private volatile StorageTrouble? last;

    internal StorageHealth(
        DataFolder folder, IDatabase database, IDbContextFactory<HubDb> contexts, TimeProvider clock, ILogger<StorageHealth> log) =>
        (this.folder, this.database, this.contexts, this.clock, this.log) = (folder, database, contexts, clock, log);

    /// <summary>The trouble that there is, or the last one that is over; null: there was none since the start.</summary>
    public StorageTrouble? Last => last;

    /// <summary>It began or ended. Raised on whatever thread noticed it.</summary>
    public event Action? Changed;

    /// <summary>Something was not saved.</summary>
    /// <returns>Why, where it was the disk or the database; else null, and nothing is noted.</returns>
    public StorageCause? Failed(Exception? e)
    {
        if (StorageFailures.CauseOf(e) is not { } cause) return null;
        // A device that cannot write because it is full may say no more than that it cannot write.
        if (cause == StorageCause.Failing && FreeBytes() is < SomeRoom) cause = StorageCause.DiskFull;
        lock (gate)
        {
            if (last is { Until: null } now && now.Cause == cause) return cause;
            last = last is { Until: null } ? last with { Cause = cause } : new(cause, clock.GetUtcNow());
            if (begun.CurrentCount == 0) begun.Release();
        }

        LogBegun(cause, FreeBytes() / 1024);
        Changed?.Invoke();
        return cause;
    }

    /// <summary>Something was saved.</summary>
    public void Worked()
    {
        if (last is not { Until: null }) return;
        lock (gate)
        {
            if (last is not { Until: null } now) return;
            last = now with { Until = clock.GetUtcNow() };
        }

        LogOver();
        Changed?.Invoke();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await begun.WaitAsync(stoppingToken);
            while (last is { Until: null })
            {
                await Task.Delay(TriesEvery, clock, stoppingToken);
                if (last is { Until: null }) Try();
            }
        }
    }

    /// <summary>Writes what is there already.</summary>
    internal void Try()
    {
        try
        {
            using var db = contexts.CreateDbContext();
            database.TryToWrite(db);
            if (last?.Cause != StorageCause.DiskFull || FreeBytes() is null or >= SomeRoom) Worked();
        }
#pragma warning disable CA1031 // Whatever it is, the next try is near.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Failed(e);
        }
    }

    private long? FreeBytes()
    {
        try
        {
            return new DriveInfo(folder.Path).AvailableFreeSpace;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    [LoggerMessage(2186, LogLevel.Error, "Nothing can be saved: {Cause}; {Kilobytes} kilobytes are free on the disk of the data folder")]
    private partial void LogBegun(StorageCause cause, long? kilobytes);

    [LoggerMessage(2187, LogLevel.Warning, "Saving works again")]
    private partial void LogOver();
}
