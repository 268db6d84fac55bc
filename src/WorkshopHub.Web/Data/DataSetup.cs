using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WorkshopHub.Web.Data.Sqlite;
using WorkshopHub.Web.OwnSettings;

namespace WorkshopHub.Web.Data;

internal static class DataSetup
{
    /// <summary>
    /// The data folder with its database: <c>IDbContextFactory&lt;HubDb&gt;</c>, and a scoped <see cref="HubDb"/> for
    /// Identity's stores.
    /// </summary>
    public static IServiceCollection AddData(this IServiceCollection services, string dataDirectory)
    {
        services.AddSingleton(_ => new DataFolder(Path.GetFullPath(dataDirectory)));
        services.AddSingleton<IDatabase, SqliteDatabase>();
        services.AddPooledDbContextFactory<HubDb>((provider, options) =>
            provider.GetRequiredService<IDatabase>().Use(options.WithQuietLog()));
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<HubDb>>().CreateDbContext());
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new StorageHealth(
            provider.GetRequiredService<DataFolder>(),
            provider.GetRequiredService<IDatabase>(),
            provider.GetRequiredService<IDbContextFactory<HubDb>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<StorageHealth>>()));
        return services.AddHostedService(provider => provider.GetRequiredService<StorageHealth>());
    }

    /// <summary>
    /// Takes the data folder for this process and brings the database to this version's form. Before anything else
    /// touches the database; one that this version cannot use is left as it is.
    /// </summary>
    /// <exception cref="CannotStartException">Another process has the folder, or the database cannot be used.</exception>
    public static async Task PrepareDatabaseAsync(this IServiceProvider services, CancellationToken cancel = default)
    {
        var folder = services.GetRequiredService<DataFolder>();
        var database = services.GetRequiredService<IDatabase>();
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(DataSetup));
        await folder.TakeAsync(most => log.Waiting((int)most.TotalSeconds), cancel);
        try
        {
            log.Ready(await database.PrepareAsync(cancel));
        }
        catch (Exception e) when (e is not CannotStartException && StorageFailures.CauseOf(e) is { } cause)
        {
            throw new CannotStartException(StorageSentences.Say(cause, database.Place), e);
        }
    }
}
