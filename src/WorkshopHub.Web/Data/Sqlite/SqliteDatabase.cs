using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace WorkshopHub.Web.Data.Sqlite;

/// <summary>One SQLite file in the data folder.</summary>
internal sealed class SqliteDatabase(DataFolder folder, IServiceProvider services) : IDatabase, IDisposable
{
    private readonly string file = Path.Combine(folder.Path, "workshophub.db");

    public string Place => file;

    private string Connection => SqliteOptions.ConnectionTo(file).ToString();

    public void Use(DbContextOptionsBuilder options) => options.UseHubSqlite(Connection);

    public Task<int> PrepareAsync(CancellationToken cancel = default)
    {
        if (File.Exists(file) || Directory.Exists(file)) return BringUpAsync(cancel);
        SqliteCheck.LookForOthers(file, Path.Combine(folder.Path, "keys"));
        return MakeAsync(cancel);
    }

    public void TryToWrite(HubDb db)
    {
        var version = db.Database.SqlQuery<long>($"""SELECT user_version AS "Value" FROM pragma_user_version""").Single();
        using var transaction = db.Database.BeginTransaction();
#pragma warning disable EF1002 // A number of the database's own; a pragma takes no parameter.
        db.Database.ExecuteSqlRaw($"PRAGMA user_version = {version}");
#pragma warning restore EF1002
        transaction.Commit();
    }

    /// <remarks>
    /// secure_delete overwrites what was erased in the database; the write-ahead log beside it still holds the pages as they
    /// were, until it is emptied.
    /// </remarks>
    public bool Scrub(HubDb db)
    {
        db.Database.OpenConnection();
        using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        return command.ExecuteScalar() is 0L;
    }

    public void Dispose()
    {
        if (!folder.IsTaken) return;

        // Closing the last connection empties the write-ahead log; only then may another process come.
        using var connection = new SqliteConnection(Connection);
        SqliteConnection.ClearPool(connection);
    }

    private async Task<int> BringUpAsync(CancellationToken cancel)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<HubDb>>().CreateDbContextAsync(cancel);
        SqliteCheck.Look(file, db.Database.GetMigrations());
        await RemoveLeftoverLockAsync(db, cancel);

        // Asked first, because migrating takes EF's own lock even when there is nothing to do.
        var pending = (await db.Database.GetPendingMigrationsAsync(cancel)).Count();
        if (pending > 0) await db.Database.MigrateAsync(cancel);
        return pending;
    }

    /// <summary>Under another name first: whoever is killed on the way, or finds the disk full, leaves no empty database.</summary>
    private async Task<int> MakeAsync(CancellationToken cancel)
    {
        var unfinished = file + ".new";
        foreach (var old in new[] { "", "-wal", "-shm", "-journal" }) File.Delete(unfinished + old);
        var connection = SqliteOptions.ConnectionTo(unfinished);
        connection.Pooling = false;
        var options = new DbContextOptionsBuilder<HubDb>();
        options.UseApplicationServiceProvider(services).WithQuietLog().UseHubSqlite(connection.ToString());
        int made;
        await using (var db = new HubDb(options.Options))
        {
            await db.Database.MigrateAsync(cancel);
            made = db.Database.GetMigrations().Count();
        }

        File.Move(unfinished, file);
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
