using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Accounts;

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
        services.AddSingleton(provider => new JournalWriter(
            provider.GetRequiredService<IDbContextFactory<HubDb>>(),
            provider.GetRequiredService<EventCodec>(),
            provider.GetRequiredService<JournalMetrics>(),
            provider.GetRequiredService<ILogger<JournalWriter>>()));
        return services.AddHostedService(provider => provider.GetRequiredService<JournalWriter>());
    }

    /// <summary>
    /// Takes the data folder for this process and brings the database to this version's form. Before anything else
    /// touches the database.
    /// </summary>
    /// <exception cref="DataFolderInUseException">Another process has the folder.</exception>
    public static async Task PrepareJournalAsync(this IServiceProvider services, CancellationToken cancel = default)
    {
        var folder = services.GetRequiredService<DataFolder>();
        folder.Take();

        await using var db = await services.GetRequiredService<IDbContextFactory<HubDb>>().CreateDbContextAsync(cancel);
        if (File.Exists(folder.Database)) await RemoveLeftoverLockAsync(db, cancel);

        // Asked first, because migrating takes EF's own lock even when there is nothing to do.
        var pending = (await db.Database.GetPendingMigrationsAsync(cancel)).Count();
        if (pending > 0) await db.Database.MigrateAsync(cancel);
        services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(JournalSetup)).Ready(pending);
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
