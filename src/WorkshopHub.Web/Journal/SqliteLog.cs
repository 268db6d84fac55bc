using Microsoft.EntityFrameworkCore;

namespace WorkshopHub.Web.Journal;

/// <summary>
/// SQLite's write-ahead log. secure_delete overwrites what was erased in the database; the log beside it still holds
/// the pages as they were, until it is emptied.
/// </summary>
internal static class SqliteLog
{
    /// <summary>Empties it; false when somebody reads and does not let go in time. Nothing to do on other databases.</summary>
    public static bool Empty(HubDb db)
    {
        if (!db.Database.IsSqlite()) return true;
        db.Database.OpenConnection();
        using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        return command.ExecuteScalar() is 0L;
    }
}
