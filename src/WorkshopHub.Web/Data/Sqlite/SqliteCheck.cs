using Microsoft.Data.Sqlite;
using WorkshopHub.Web.OwnSettings;

namespace WorkshopHub.Web.Data.Sqlite;

/// <summary>
/// Looks at a database that is there before anything writes to it: one that is not ours, empty, damaged or of a newer
/// program is left exactly as it is.
/// </summary>
internal static class SqliteCheck
{
    private const int MostNamed = 3;

    /// <remarks>An event that this program does not know keeps only its own session shut.</remarks>
    /// <param name="migrations">All that this program knows.</param>
    /// <exception cref="CannotStartException">It cannot be used; the message says why and what to do.</exception>
    public static void Look(string file, IEnumerable<string> migrations)
    {
        // To look into a database with a write-ahead log, SQLite puts two files beside it.
        string[] left = [.. new[] { file + "-wal", file + "-shm" }.Where(f => !File.Exists(f))];
        try
        {
            var info = new FileInfo(file);
            if (info.Length == 0) throw Refuse($"The database {file} is empty (0 bytes), which WorkshopHub never leaves behind.");
            var connection = SqliteOptions.ConnectionTo(file);
            (connection.Mode, connection.Pooling) = (SqliteOpenMode.ReadOnly, false);
            using var open = new SqliteConnection(connection.ToString());
            open.Open();
            var tables = Read(open, "SELECT name FROM sqlite_master WHERE type = 'table'");
            if (!tables.Contains("__EFMigrationsHistory")) throw Refuse($"{file} is a database, but not one of WorkshopHub's.");
            var later = Read(open, """SELECT "MigrationId" FROM "__EFMigrationsHistory" ORDER BY "MigrationId" """).Except(migrations)
                .ToList();
            if (later.Count > 0) throw TooNew(file, later);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException(StorageSentences.Say(e, file), e);
        }
        finally
        {
            foreach (var mine in left) Remove(mine);
        }
    }

    /// <summary>A folder without a database is a new one, unless something of an old one lies in it.</summary>
    /// <param name="keys">Where the keys are.</param>
    /// <exception cref="CannotStartException">The database was there and is not any more.</exception>
    public static void LookForOthers(string file, string keys)
    {
        string[] beside = [file + "-wal", .. Directory.Exists(keys) ? Directory.EnumerateFiles(keys) : []];
        if (beside.FirstOrDefault(File.Exists) is not { } left) return;
        throw Refuse($"The database {file} is not there, but {left} of an earlier start is.");
    }

    private static void Remove(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // They hold nothing, and SQLite uses them again.
        }
    }

    private static CannotStartException Refuse(string what) => new(
        $"{what} Nothing was changed. Put the database of your last backup in its place; to begin anew, move the whole data folder away " +
            "first.");

    private static CannotStartException TooNew(string file, List<string> unknown)
    {
        var named = string.Join(", ", unknown.Take(MostNamed)) + (unknown.Count > MostNamed ? ", …" : "");
        return new(
            $"The database {file} was written by a newer WorkshopHub; this one does not know {named}. Nothing was changed. "
            + "Start the newer version, or put the backup from before the update in its place.");
    }

    private static HashSet<string> Read(SqliteConnection open, string sql)
    {
        using var command = open.CreateCommand();
#pragma warning disable CA2100 // The two statements above.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var found = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read()) found.Add(reader.GetString(0));
        return found;
    }
}
