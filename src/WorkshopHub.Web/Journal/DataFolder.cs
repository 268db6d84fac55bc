using Microsoft.Data.Sqlite;

namespace WorkshopHub.Web.Journal;

/// <summary>
/// The folder with the database. One process holds it as long as it lives: two would each keep their own state of the
/// same session in memory. The system lets go of the lock when a process dies, however that happens.
/// </summary>
internal sealed class DataFolder(string folder) : IDisposable
{
    private FileStream? held;

    public string Database { get; } = Path.Combine(folder, "workshophub.db");

    public string Connection => new SqliteConnectionStringBuilder
    {
        DataSource = Database,
        // How long to go on asking for a busy database, in seconds; the driver's 30 would hold up every session.
        DefaultTimeout = 5,
    }.ToString();

    /// <exception cref="DataFolderInUseException">Another process has it.</exception>
    public void Take()
    {
        if (held is not null) return;

        // What delegates wrote is for this account's eyes. A folder that exists keeps the rights it was given.
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        try
        {
            held = new(
                Path.Combine(folder, "workshophub.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new DataFolderInUseException(folder, e);
        }
    }

    public void Dispose()
    {
        if (held is null) return;

        // Closing the last connection empties the write-ahead log; only then may another process come.
        using (var connection = new SqliteConnection(Connection)) SqliteConnection.ClearPool(connection);
        held.Dispose();
        held = null;
    }
}
