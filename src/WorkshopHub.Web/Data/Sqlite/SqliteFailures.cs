using Microsoft.Data.Sqlite;

namespace WorkshopHub.Web.Data.Sqlite;

/// <summary>What SQLite means by its codes, as far as a person can do something about it.</summary>
internal static class SqliteFailures
{
    /// <summary>Null: it was not SQLite, or it was something else, such as a rule of a table.</summary>
    public static StorageCause? CauseOf(Exception e) => e is SqliteException sqlite ? Of(sqlite.SqliteErrorCode) : null;

    // https://sqlite.org/rescode.html, the primary codes.
    private static StorageCause? Of(int code) => code switch
    {
        13 => StorageCause.DiskFull,
        8 => StorageCause.ReadOnly,
        5 or 6 or 15 => StorageCause.Locked,
        3 or 14 or 23 => StorageCause.NotReachable,
        11 or 26 => StorageCause.Damaged,
        10 or 22 => StorageCause.Failing,
        _ => null,
    };
}
