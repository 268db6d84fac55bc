namespace WorkshopHub.Web.Tests.Architecture;

/// <summary>Which database it is, one folder knows: a second one shall be its neighbour.</summary>
public sealed class DatabaseTests
{
    private const string Place = "Data/Sqlite/";

    /// <summary>Says which database there is, and that its codes are known before anybody could be asked for it.</summary>
    private static readonly string[] MayNameThePlace = ["Data/DataSetup.cs", "Data/StorageFailures.cs"];

    [Fact]
    public void Nothing_outside_of_its_folder_names_the_database()
    {
        var naming = SourceFile.All()
            .Where(f => !f.Path.StartsWith(Place, StringComparison.Ordinal)
                && f.Text.Contains("sqlite", StringComparison.OrdinalIgnoreCase))
            .Select(f => f.Path);

        Assert.Equal(MayNameThePlace, naming.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Nothing_but_the_database_itself_says_how_its_files_are_kept()
    {
        var naming = SourceFile.All()
            .Where(f => !f.Path.StartsWith(Place, StringComparison.Ordinal))
            .Where(f => f.Text.Contains("PRAGMA ", StringComparison.Ordinal) || f.Text.Contains("wal_checkpoint", StringComparison.Ordinal))
            .Select(f => f.Path);

        Assert.Empty(naming);
    }
}
