using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Journal;
using WorkshopHub.Web.OwnSettings;

namespace WorkshopHub.Web.Start;

/// <summary>What has to be in order before anybody is served: the data folder, the database, the keys.</summary>
internal static partial class Preparing
{
    /// <exception cref="CannotStartException">Something is not; the message says what to do.</exception>
    public static async Task PrepareDataAsync(this WebApplication app, string[] args)
    {
        var data = app.Services.GetRequiredService<DataDirectory>();
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Preparing));
        if (data.Warning is { } open) log.Open(open);
        await app.Services.PrepareDatabaseAsync();

        await using var db = await app.Services.GetRequiredService<IDbContextFactory<HubDb>>().CreateDbContextAsync();
        KeyCheck.RoomKey(data.RoomKey, isUsed: await db.Sessions.AnyAsync(), renew: args.Contains(KeyCheck.NewRoomKey));
        var newKeys = !Directory.EnumerateFiles(data.Keys, "*.xml").Any();
        if (newKeys && await db.Installations.AnyAsync()) log.SignedOut();
        KeyCheck.SignIns(data.Keys, app.Services.GetRequiredService<IDataProtectionProvider>());
    }

    [LoggerMessage(2181, LogLevel.Warning, "{What}")]
    private static partial void Open(this ILogger log, string what);

    [LoggerMessage(2182, LogLevel.Warning,
        "The keys for signing in are missing from the data folder and were made anew; everybody signs in again")]
    private static partial void SignedOut(this ILogger log);
}
