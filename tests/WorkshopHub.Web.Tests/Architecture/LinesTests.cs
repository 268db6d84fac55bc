namespace WorkshopHub.Web.Tests.Architecture;

/// <summary>Code is read side by side: a line has 140 columns at most.</summary>
public sealed class LinesTests
{
    private const int Most = 140;
    private const string Raw = "\"\"\"";

    [Fact]
    public void No_line_of_code_is_longer_than_two_halves_of_a_screen_hold()
    {
        var files = SourceFile.Everywhere().Where(f => !f.Path.Contains("/Migrations/", StringComparison.Ordinal)).ToList();
        Assert.Contains(files, f => f.Path.StartsWith("src/WorkshopHub.Core/", StringComparison.Ordinal));
        Assert.Empty(files.SelectMany(TooLong));
    }

    // What stands between raw quotes is another language's, or a document: it is told by its own lines.
    private static IEnumerable<string> TooLong(SourceFile file)
    {
        var inside = false;
        foreach (var (i, line) in file.Text.Split('\n').Index())
        {
            var quotes = line.Split(Raw).Length - 1;
            if (!inside && quotes == 0 && line.Length > Most) yield return $"{file.Path}:{i + 1} has {line.Length}";
            inside ^= quotes % 2 == 1;
        }
    }
}
