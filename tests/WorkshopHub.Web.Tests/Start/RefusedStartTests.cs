using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Journal;
using WorkshopHub.Web.OwnSettings;
using WorkshopHub.Web.Start;
using WorkshopHub.Web.Tests.Journal;

namespace WorkshopHub.Web.Tests.Start;

/// <summary>What cannot start says so in a sentence with what to do, and changes nothing.</summary>
public sealed class RefusedStartTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("workshophub-");

    private string Database => Path.Combine(folder.FullName, "workshophub.db");

    private string Key => Path.Combine(folder.CreateSubdirectory("keys").FullName, "room.key");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("PK\u0003\u0004 a zip that somebody has put here by mistake", "is no database")]
    [InlineData("SQLite format 3\0 and then nothing that a database would have, for some more signs than its header is long",
        "is no database")]
    public async Task RUN_21_a_file_that_is_no_database_is_refused_and_left_as_it_is(string content, string words)
    {
        await File.WriteAllTextAsync(Database, content);

        await RefusedAsync(words);

        Assert.Equal(content, await File.ReadAllTextAsync(Database));
    }

    [Fact]
    public async Task RUN_21_what_a_newer_program_made_of_the_database_is_refused_and_left_as_it_is()
    {
        await MakeAsync();
        Run("""INSERT INTO "__EFMigrationsHistory" VALUES ('20991231000000_Later', '99.0')""");
        var before = await File.ReadAllBytesAsync(Database);
        var files = Files();

        await RefusedAsync("20991231000000_Later", "newer WorkshopHub");

        Assert.Equal(before, await File.ReadAllBytesAsync(Database));
        Assert.Equal(files, Files());
    }

    [Fact]
    public async Task RUN_25_an_event_that_a_newer_program_wrote_keeps_nobody_from_starting()
    {
        await MakeAsync();
        Run("""
            INSERT INTO "Events" ("SessionId", "Version", "At", "Type", "By", "Data") VALUES ('s', 1, 1, 'room.flooded.v3', 'x', '{}')
            """);

        await MakeAsync();
    }

    [Fact]
    public async Task RUN_21_a_database_of_another_program_is_refused()
    {
        Run("CREATE TABLE songs (title TEXT)");

        await RefusedAsync("not one of WorkshopHub's");
    }

    [Fact]
    public async Task RUN_21_where_a_database_was_none_is_begun_anew()
    {
        await File.WriteAllBytesAsync(Key, new byte[KeyCheck.RoomKeyBytes]);

        await RefusedAsync("is not there", "room.key");

        Assert.False(File.Exists(Database));
    }

    [Fact]
    public async Task A_first_start_that_was_cut_off_is_made_good_by_the_next()
    {
        await File.WriteAllTextAsync(Database + ".new", "half of a database");

        await MakeAsync();

        Assert.Equal(["workshophub.db", "workshophub.lock"], Files().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void RUN_21_a_lost_room_key_is_not_made_anew_where_there_are_sessions()
    {
        var refused = Assert.Throws<CannotStartException>(() => KeyCheck.RoomKey(Key, isUsed: true, renew: false));

        Assert.Contains("missing", refused.Message, StringComparison.Ordinal);
        Assert.Contains(KeyCheck.NewRoomKey, refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Key));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(64)]
    public void RUN_21_a_room_key_of_another_size_is_refused_until_a_new_one_is_asked_for(int bytes)
    {
        File.WriteAllBytes(Key, new byte[bytes]);

        var refused = Assert.Throws<CannotStartException>(() => KeyCheck.RoomKey(Key, isUsed: false, renew: false));
        Assert.Contains("damaged", refused.Message, StringComparison.Ordinal);
        Assert.Equal(bytes, new FileInfo(Key).Length);

        KeyCheck.RoomKey(Key, isUsed: true, renew: true);
        Assert.Equal(KeyCheck.RoomKeyBytes, new FileInfo(Key).Length);
    }

    [Fact]
    public void A_good_room_key_stays_whatever_is_asked_for_and_a_new_installation_gets_one()
    {
        KeyCheck.RoomKey(Key, isUsed: false, renew: false);
        var made = File.ReadAllBytes(Key);

        KeyCheck.RoomKey(Key, isUsed: true, renew: true);

        Assert.Equal(made, File.ReadAllBytes(Key));
    }

    [Theory]
    [InlineData("<key id=")]
    [InlineData("")]
    [InlineData("no xml at all")]
    public void RUN_21_a_key_for_signing_in_that_cannot_be_read_is_named(string content)
    {
        var keys = Path.GetDirectoryName(Key)!;
        File.WriteAllText(Path.Combine(keys, "key-one.xml"), content);

        var refused =
            Assert.Throws<CannotStartException>(() => KeyCheck.SignIns(keys, DataProtectionProvider.Create(new DirectoryInfo(keys))));

        Assert.Contains("key-one.xml", refused.Message, StringComparison.Ordinal);
        Assert.Contains("backup", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("http://127.0.0.1:http")]
    [InlineData("http://0.0.0.0:5080;gopher://0.0.0.0")]
    [InlineData("http://127.0.0.1:70000")]
    [InlineData("http://127.0.0.1:5080/hub")]
    public void RUN_21_an_address_at_which_nothing_can_listen_is_named(string urls)
    {
        var refused = Assert.Throws<CannotStartException>(() => SettingsCheck.Addresses(Settings("urls", urls)));

        Assert.Contains("ASPNETCORE_URLS", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080;http://[::1]:5081")]
    [InlineData("http://*:80;https://+:443")]
    [InlineData("http://localhost")]
    [InlineData("http://unix:/run/workshophub.sock")]
    [InlineData("http://127.0.0.1:0")]
    public void Addresses_that_the_framework_takes_are_taken(string urls) => SettingsCheck.Addresses(Settings("urls", urls));

    [Theory]
    [InlineData("http_ports", "80;https")]
    [InlineData("https_ports", "-1")]
    [InlineData("http_ports", "65536")]
    public void RUN_21_a_port_that_is_none_is_named(string setting, string value)
    {
        var refused = Assert.Throws<CannotStartException>(() => SettingsCheck.Addresses(Settings(setting, value)));

        Assert.Contains("ASPNETCORE_" + setting.ToUpperInvariant(), refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RUN_21_a_log_level_that_is_none_is_named()
    {
        var refused =
            Assert.Throws<CannotStartException>(() =>
            SettingsCheck.LogLevels(Settings("Logging:Console:LogLevel:Microsoft.AspNetCore", "Quiet")));

        Assert.Contains("Logging__Console__LogLevel__Microsoft.AspNetCore", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Quiet", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://hub.example/#")]
    [InlineData("https://hub.example/#today")]
    [InlineData("https://hub.example#today")]
    [InlineData("https://amara@hub.example")]
    [InlineData("https://amara:secret@hub.example/")]
    public void RUN_21_a_public_address_holds_no_more_than_an_address(string url) => Assert.Null(PublicUrl.Parse(url));

    [Theory]
    [InlineData("http://192.0.2.7:0", "No network card")]
    [InlineData("https://127.0.0.1:0", "certificate")]
    public async Task RUN_21_where_it_cannot_listen_is_said_in_words(string url, string words)
    {
        Assert.Contains(words, ListeningSentences.Say(await Assert.ThrowsAnyAsync<Exception>(() => ListenAsync(url))),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task RUN_21_a_certificate_that_is_not_there_is_said_in_words()
    {
        var failed =
            await Assert.ThrowsAnyAsync<Exception>(() =>
            ListenAsync("https://127.0.0.1:0", new() { ["Kestrel:Certificates:Default:Path"] = "/no/such/hub.pfx" }));

        Assert.Contains("certificate", ListeningSentences.Say(failed), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(13, "no room left")]
    [InlineData(8, "can only be read")]
    [InlineData(5, "Another program holds")]
    [InlineData(14, "cannot be opened")]
    [InlineData(11, "damaged")]
    [InlineData(10, "reports an error")]
    public void RUN_21_what_the_disk_says_is_said_in_words(int code, string words)
    {
        var failed = new InvalidOperationException("Outer", new SqliteException("inner", code));

        Assert.Contains(words, StorageSentences.Say(failed, Database), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", StartFailures.Say(failed), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_of_a_table_is_not_the_disk() =>
        Assert.Null(StorageFailures.CauseOf(new SqliteException("UNIQUE constraint failed", 19)));

    [Fact]
    public void What_nobody_has_thought_of_is_one_line_without_a_stack()
    {
        Exception thrown;
        try
        {
            throw new CryptographicException("Two\nlines");
        }
        catch (CryptographicException e)
        {
            thrown = e;
        }

        Assert.DoesNotContain('\n', StartFailures.Say(thrown));
        Assert.Contains("Two lines", StartFailures.Say(thrown), StringComparison.Ordinal);
    }

    private static IConfiguration Settings(string name, string value) =>
        new ConfigurationBuilder().AddInMemoryCollection([new(name, value)]).Build();

    private static async Task ListenAsync(string url, Dictionary<string, string?>? settings = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        builder.WebHost.UseUrls(url);
        await using var app = builder.Build();
        await app.StartAsync();
    }

    private async Task MakeAsync()
    {
        await using var journal = await RunningJournal.OpenAsync(services => services.AddData(folder.FullName).AddJournal());
    }

    private async Task RefusedAsync(params string[] words)
    {
        var refused = await Assert.ThrowsAsync<CannotStartException>(MakeAsync);
        foreach (var word in words) Assert.Contains(word, refused.Message, StringComparison.Ordinal);
        Assert.Contains(Database, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    private List<string> Files() => [.. folder.EnumerateFiles().Select(f => f.Name).Order(StringComparer.Ordinal)];

    private void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own statements.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
