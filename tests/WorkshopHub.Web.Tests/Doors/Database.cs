using System.Text;
using Microsoft.Data.Sqlite;

namespace WorkshopHub.Web.Tests.Doors;

/// <summary>The server's database, looked at from outside of it.</summary>
internal static class Database
{
    /// <summary>From now on no event can be written, until what is returned is disposed of.</summary>
    public static IDisposable Refuse(HubServer server)
    {
        Run(server, """CREATE TRIGGER "full" BEFORE INSERT ON "Events" BEGIN SELECT RAISE(ABORT, 'The disk is full.'); END""");
        return new Ending(() => Run(server, """DROP TRIGGER "full" """));
    }

    /// <summary>An event behind all others of a session, as another version would write it.</summary>
    public static void AddEvent(HubServer server, string sessionId, string name, string data) => Run(
        server,
        $"""
        INSERT INTO "Events" ("SessionId", "Version", "At", "Type", "By", "Data")
        SELECT "SessionId", MAX("Version") + 1, MAX("At"), '{name}', 'new', '{data}' FROM "Events" WHERE "SessionId" = '{sessionId}'
        """);

    /// <summary>From now on nothing of this table can be read or written, until what is returned is disposed of.</summary>
    public static IDisposable Hide(HubServer server, string table)
    {
        Run(server, $"""ALTER TABLE "{table}" RENAME TO "hidden" """);
        return new Ending(() => Run(server, $"""ALTER TABLE "hidden" RENAME TO "{table}" """));
    }

    /// <summary>The tables in which anything of this session stands.</summary>
    public static IReadOnlyList<string> TablesWith(HubServer server, string sessionId)
    {
        using var connection = Open(server);
        var tables = Read(connection, "SELECT name FROM sqlite_master WHERE type = 'table'");
        return [.. tables.Where(t => Columns(connection, t).Any(c => Read(connection, $"""SELECT 1 FROM "{t}" WHERE instr(CAST("{c}" AS TEXT), '{sessionId}') LIMIT 1""").Count > 0))];
    }

    /// <summary>Every row of every table, as a text of its values; bytes as hexadecimal digits.</summary>
    public static IReadOnlyList<(string Table, string Row)> Rows(HubServer server)
    {
        using var connection = Open(server);
        var tables = Read(connection, "SELECT name FROM sqlite_master WHERE type = 'table'");
        return [.. tables.SelectMany(t => Read(connection, Told(t, Columns(connection, t))).Select(row => (t, row)))];
    }

    /// <summary>All that lies in the data folder, byte by byte: the database, its log, the keys.</summary>
    public static IReadOnlyList<byte[]> Files(HubServer server) =>
    [
        .. Directory.EnumerateFiles(server.DataDirectory, "*", SearchOption.AllDirectories)
            .Where(f => !f.EndsWith(".lock", StringComparison.Ordinal))
            .Select(Bytes),
    ];

    /// <summary>Whether any file holds these words.</summary>
    public static bool Holds(HubServer server, string words) =>
        Files(server).Any(f => f.AsSpan().IndexOf(Encoding.UTF8.GetBytes(words)) >= 0);

    // The server has it open, too.
    private static byte[] Bytes(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var all = new MemoryStream();
        file.CopyTo(all);
        return all.ToArray();
    }

    private static string Told(string table, List<string> columns) =>
        $"""SELECT {string.Join(" || ' ' || ", columns.Select(c => $"""COALESCE(CASE typeof("{c}") WHEN 'blob' THEN hex("{c}") ELSE CAST("{c}" AS TEXT) END, '')"""))} FROM "{table}" """;

    private static List<string> Columns(SqliteConnection connection, string table) =>
        Read(connection, $"SELECT name FROM pragma_table_info('{table}')");

    private static List<string> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of tables and columns, by the tests themselves.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(reader.GetString(0));
        return rows;
    }

    private static void Run(HubServer server, string sql)
    {
        using var connection = Open(server);
        Read(connection, sql);
    }

    private static SqliteConnection Open(HubServer server)
    {
        var path = Path.Combine(server.DataDirectory, "workshophub.db");
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private sealed class Ending(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
