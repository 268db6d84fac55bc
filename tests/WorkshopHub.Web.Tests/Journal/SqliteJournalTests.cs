using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Journal;
using static WorkshopHub.Web.Tests.Journal.World;

namespace WorkshopHub.Web.Tests.Journal;

/// <summary>The journal's contract on SQLite, and what is true of a folder with a SQLite database only.</summary>
public sealed class SqliteJournalTests : JournalContract, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("journal-");

    private string Data => Path.Combine(folder.FullName, "data");

    public void Dispose() => folder.Delete(recursive: true);

    protected override void AddDatabase(IServiceCollection services) => services.AddData(Data).AddJournal();

    [Fact]
    public async Task The_folder_is_for_its_owner_alone()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("Rights of this kind exist on Unix.");
        else
        {
            await using var journal = await OpenAsync();
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
                File.GetUnixFileMode(Data));
        }
    }

    [Fact]
    public async Task A_second_process_is_refused_in_words()
    {
        await using var journal = await OpenAsync();

        var refusal = await Assert.ThrowsAsync<DataFolderInUseException>(() => RunningJournal.OpenAsync(services =>
        {
            services.AddData(Data).AddJournal();
            services.AddSingleton(_ => new DataFolder(Data, TimeProvider.System, patience: TimeSpan.Zero));
        }));

        Assert.Contains(Data, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("in use by another WorkshopHub process", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("busy_timeout", "5000")]
    [InlineData("foreign_keys", "1")]
    [InlineData("secure_delete", "1")]
    public async Task Connections_are_durable_patient_and_thorough(string pragma, string value)
    {
        await using var journal = await OpenAsync();
        await using var db = journal.Db();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {pragma}";

        Assert.Equal(value, $"{await command.ExecuteScalarAsync()}");
    }

    [Fact]
    public async Task A_copy_of_the_files_of_a_running_journal_holds_all_that_was_committed()
    {
        // What SIGKILL leaves behind: the database and a log that nobody closed.
        await using var journal = await StartAsync();
        await journal.WriteAsync(First(Night, "482913"), Entry(Night, At(2, Says("c1", "Tea"))));
        var killed = Directory.CreateDirectory(Path.Combine(folder.FullName, "killed")).FullName;
        foreach (var file in Directory.GetFiles(Data, "*.db*")) File.Copy(file, Path.Combine(killed, Path.GetFileName(file)));

        await using var copy = await RunningJournal.StartAsync(services => services.AddData(killed).AddJournal());

        Assert.Equal((await journal.LoadAsync(Night)).Events, (await copy.LoadAsync(Night)).Events);
    }

    [Fact]
    public async Task A_restored_backup_starts()
    {
        var restored = Directory.CreateDirectory(Path.Combine(folder.FullName, "restored")).FullName;
        await using (var journal = await StartAsync())
        {
            await journal.WriteAsync(First(Night, "482913"), Entry(Night, At(2, Says("c1", "Tea"))));
            await using var db = journal.Db();
            await db.Database.ExecuteSqlAsync($"VACUUM INTO {Path.Combine(restored, "workshophub.db")}");
        }

        await using var copy = await RunningJournal.StartAsync(services => services.AddData(restored).AddJournal());

        Assert.Equal(2, (await copy.LoadAsync(Night)).Events.Count);
        await copy.WriteAsync(Entry(Night, At(3, Says("c2", "Coffee"))));
    }

    [Fact]
    public async Task A_lock_row_that_a_killed_migration_left_does_not_hang_the_start()
    {
        await using (await OpenAsync())
        {
        }

        // An unfinished migration too: only then does EF ask for its lock.
        await using (var connection = new SqliteConnection($"Data Source={Path.Combine(Data, "workshophub.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText =
                """
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-23');
                DELETE FROM "__EFMigrationsHistory";
                """;
            await command.ExecuteNonQueryAsync();
            command.CommandText =
                """
                SELECT group_concat('DROP TABLE "' || name || '";', '') FROM sqlite_master
                WHERE type = 'table' AND substr(name, 1, 4) <> '__EF' AND name NOT LIKE 'sqlite%'
                """;
            var drops = (string)(await command.ExecuteScalarAsync())!;
            command.CommandText = "PRAGMA foreign_keys=OFF; " + drops;
            await command.ExecuteNonQueryAsync();
        }

        await using var journal = await StartAsync();
        await journal.WriteAsync(First(Night, "482913"));
    }

    [Fact]
    public async Task An_erased_text_is_in_no_file_once_the_process_has_ended()
    {
        const string text = "Dr Example said it in the corridor";
        await using (var journal = await StartAsync())
        {
            await journal.WriteAsync(First(Night, "482913"), Entry(Night, At(2, Says("c1", text))));
            Assert.True(IsInAFile(text));
            await journal.WriteAsync(Entry(Night, At(3, new Erased(new("c1", null)))));
        }

        Assert.True(IsInAFile("erased.v1"));
        Assert.False(IsInAFile(text));
    }

    [Fact]
    public async Task An_erased_text_is_in_no_file_by_the_time_the_entry_counts_as_committed()
    {
        const string text = "Dr Example said it in the corridor";
        await using var journal = await StartAsync();
        await journal.WriteAsync(First(Night, "482913"), Entry(Night, At(2, Says("c1", text))));
        Assert.True(IsInAFile(text));

        await journal.WriteAsync(Entry(Night, At(3, new Erased(new("c1", null)))).Leaving(r => r with { Erases = true }));

        Assert.True(IsInAFile("erased.v1"));
        Assert.False(IsInAFile(text));
    }

    private bool IsInAFile(string text)
    {
        foreach (var path in Directory.GetFiles(Data, "*.db*"))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var content = new byte[file.Length];
            file.ReadExactly(content);
            if (content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0) return true;
        }

        return false;
    }
}
