using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Start;

namespace WorkshopHub.Web.Journal;

public static class JournalSetup
{
    /// <summary>
    /// The journal, and the database around it: <see cref="JournalWriter"/>, <see cref="JournalReader"/>,
    /// <c>IDbContextFactory&lt;HubDb&gt;</c>, and a scoped <see cref="HubDb"/> for Identity's stores.
    /// </summary>
    public static IServiceCollection AddJournal(this IServiceCollection services, string dataDirectory)
    {
        services.AddMetrics();
        services.Configure<IdentityOptions>(HubIdentity.Stores);
        services.AddSingleton(_ => new DataFolder(Path.GetFullPath(dataDirectory)));
        services.AddPooledDbContextFactory<HubDb>((provider, options) =>
            options.UseHubSqlite(provider.GetRequiredService<DataFolder>().Connection));
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<HubDb>>().CreateDbContext());
        services.AddSingleton(_ => new EventCodec(EventNames.All));
        services.AddSingleton<JournalMetrics>();
        services.AddSingleton<JournalReader>();
        services.AddSingleton<JournalDeletion>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new StorageHealth(
            provider.GetRequiredService<DataFolder>(),
            provider.GetRequiredService<IDbContextFactory<HubDb>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<StorageHealth>>()));
        services.AddHostedService(provider => provider.GetRequiredService<StorageHealth>());
        services.AddSingleton(provider => new JournalWriter(
            provider.GetRequiredService<IDbContextFactory<HubDb>>(),
            provider.GetRequiredService<EventCodec>(),
            provider.GetRequiredService<JournalMetrics>(),
            provider.GetRequiredService<StorageHealth>(),
            provider.GetRequiredService<ILogger<JournalWriter>>()));
        return services.AddHostedService(provider => provider.GetRequiredService<JournalWriter>());
    }

    /// <summary>
    /// Takes the data folder for this process and brings the database to this version's form. Before anything else
    /// touches the database; one that this version cannot use is left as it is.
    /// </summary>
    /// <exception cref="CannotStartException">Another process has the folder, or the database cannot be used.</exception>
    public static async Task PrepareJournalAsync(this IServiceProvider services, CancellationToken cancel = default)
    {
        var folder = services.GetRequiredService<DataFolder>();
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(JournalSetup));
        await folder.TakeAsync(most => log.Waiting((int)most.TotalSeconds), cancel);
        try
        {
            var isNew = !File.Exists(folder.Database) && !Directory.Exists(folder.Database);
            if (isNew) DatabaseCheck.LookForOthers(folder.Database, Path.Combine(folder.Path, "keys"));
            log.Ready(isNew ? await MakeAsync(services, folder, cancel) : await BringUpAsync(services, folder, cancel));
        }
        catch (Exception e) when (e is not CannotStartException && StorageFailures.CauseOf(e) is { } cause)
        {
            throw new CannotStartException(StorageSentences.Say(cause, folder.Database), e);
        }
    }

    private static async Task<int> BringUpAsync(IServiceProvider services, DataFolder folder, CancellationToken cancel)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<HubDb>>().CreateDbContextAsync(cancel);
        DatabaseCheck.Look(folder.Database, db.Database.GetMigrations());
        await RemoveLeftoverLockAsync(db, cancel);

        // Asked first, because migrating takes EF's own lock even when there is nothing to do.
        var pending = (await db.Database.GetPendingMigrationsAsync(cancel)).Count();
        if (pending > 0) await db.Database.MigrateAsync(cancel);
        return pending;
    }

    /// <summary>Under another name first: whoever is killed on the way, or finds the disk full, leaves no empty database.</summary>
    private static async Task<int> MakeAsync(IServiceProvider services, DataFolder folder, CancellationToken cancel)
    {
        foreach (var old in new[] { "", "-wal", "-shm", "-journal" }) File.Delete(folder.Unfinished + old);
        var connection = DataFolder.ConnectionTo(folder.Unfinished);
        connection.Pooling = false;
        var options = new DbContextOptionsBuilder<HubDb>();
        options.UseApplicationServiceProvider(services).UseHubSqlite(connection.ToString());
        int made;
        await using (var db = new HubDb(options.Options))
        {
            await db.Database.MigrateAsync(cancel);
            made = db.Database.GetMigrations().Count();
        }

        File.Move(folder.Unfinished, folder.Database);
        return made;
    }

    /// <summary>
    /// A process killed while it migrated leaves EF's lock as a row, and every later start would wait for it without a
    /// word and without end. The folder is ours alone by now, so nobody can be at it.
    /// </summary>
    private static async Task RemoveLeftoverLockAsync(HubDb db, CancellationToken cancel)
    {
        var tables = await db.Database
            .SqlQuery<int>($"""SELECT COUNT(*) AS "Value" FROM sqlite_master WHERE name = '__EFMigrationsLock'""")
            .SingleAsync(cancel);
        if (tables > 0) await db.Database.ExecuteSqlAsync($"""DELETE FROM "__EFMigrationsLock" """, cancel);
    }
}
