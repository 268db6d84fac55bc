using System.Runtime.Versioning;
using Microsoft.Extensions.Hosting.Internal;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.OwnSettings;

namespace WorkshopHub.Web.Tests.Start;

[UnsupportedOSPlatform("windows")]
public sealed class OwnFilesTests : IDisposable
{
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnFolder = Own | UnixFileMode.UserExecute;
    private const UnixFileMode Everybody = (UnixFileMode)0b110_100_100;
    private const UnixFileMode EverybodyFolder = (UnixFileMode)0b111_101_101;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("workshophub-");

    public OwnFilesTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Rights of this kind exist on Unix.");

    private string Data => Path.Combine(folder.FullName, "data");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void RUN_20_what_lay_open_in_the_data_folder_is_for_its_account_alone_after_a_start()
    {
        string[] folders = ["", "keys", "backups", "backups/old"];
        string[] files = ["workshophub.db", "workshophub.db-wal", "workshophub.log", "keys/key-1.xml", "backups/old/copy.db"];
        foreach (var f in folders) File.SetUnixFileMode(Directory.CreateDirectory(Path.Combine(Data, f)).FullName, EverybodyFolder);
        foreach (var f in files) Leave(Path.Combine(Data, f), Everybody);

        Assert.Null(Open(Data).Warning);

        Assert.All(folders, f => Assert.Equal(OwnFolder, File.GetUnixFileMode(Path.Combine(Data, f))));
        Assert.All(files, f => Assert.Equal(Own, File.GetUnixFileMode(Path.Combine(Data, f))));
    }

    [Fact]
    public void RUN_20_a_folder_that_is_a_link_is_closed_where_it_leads_and_links_in_it_are_not_followed()
    {
        var real = Directory.CreateDirectory(Path.Combine(folder.FullName, "real"), EverybodyFolder).FullName;
        var elsewhere = Directory.CreateDirectory(Path.Combine(folder.FullName, "elsewhere")).FullName;
        File.SetUnixFileMode(elsewhere, EverybodyFolder);
        Leave(Path.Combine(elsewhere, "of-others.txt"), Everybody);
        Directory.CreateSymbolicLink(Data, real);
        Directory.CreateSymbolicLink(Path.Combine(real, "linked"), elsewhere);
        File.CreateSymbolicLink(Path.Combine(real, "linked.txt"), Path.Combine(elsewhere, "of-others.txt"));

        Open(Data);

        Assert.Equal(OwnFolder, File.GetUnixFileMode(real));
        Assert.Equal(EverybodyFolder, File.GetUnixFileMode(elsewhere));
        Assert.Equal(Everybody, File.GetUnixFileMode(Path.Combine(elsewhere, "of-others.txt")));
    }

    [Fact]
    public void RUN_20_what_is_made_later_is_closed_from_the_start()
    {
        Open(Data);

        File.WriteAllText(Path.Combine(Data, "made-later"), "words");

        Assert.Equal(Own, File.GetUnixFileMode(Path.Combine(Data, "made-later")));
    }

    [Fact]
    public void RUN_20_a_file_that_was_read_only_stays_so() // It may be so on purpose; whoever has to write it says what to do.
    {
        Leave(Path.Combine(Directory.CreateDirectory(Data).FullName, "seal"), UnixFileMode.UserRead | UnixFileMode.GroupRead);

        Open(Data);

        Assert.Equal(UnixFileMode.UserRead, File.GetUnixFileMode(Path.Combine(Data, "seal")));
    }

    [Theory]
    [InlineData("/tmp")]
    [InlineData("/var/lib")]
    [InlineData("/")]
    public void RUN_20_a_folder_that_others_use_too_is_refused_and_keeps_its_rights(string path)
    {
        Assert.SkipUnless(Directory.Exists(path), "It is not there.");
        var before = File.GetUnixFileMode(path);

        var refused = Assert.Throws<CannotStartException>(() => Open(path));

        Assert.Contains("WorkshopHub__DataDirectory", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.GetUnixFileMode(path));
    }

    private static void Leave(string file, UnixFileMode mode)
    {
        File.WriteAllText(file, "words");
        File.SetUnixFileMode(file, mode);
    }

    private static DataDirectory Open(string path) => DataDirectory.Open(
        new HubSettings { DataDirectory = path },
        new HostingEnvironment { ContentRootPath = AppContext.BaseDirectory });
}
