using System.Text.RegularExpressions;
using WorkshopHub.Web.Tests.Texts;

namespace WorkshopHub.Web.Tests.Room;

/// <summary>What only one layout draws is styled in its own folder: the css that all share names no layout.</summary>
public sealed partial class LayoutCssTests
{
    private static readonly string Room = Path.Combine(ResxFile.Source(), "WorkshopHub.Room");

    [Fact]
    public void Shared_css_names_nothing_that_only_one_layout_draws()
    {
        var folders = Directory.GetDirectories(Path.Combine(Room, "Layouts")).ToDictionary(f => f, ClassesIn);
        var shared = ClassesIn(Path.Combine(Room, "Screen")).Concat(ClassesIn(Path.Combine(Room, "Shared"))).ToHashSet();
        var css = string.Concat(new[] { "screen.css", "screen-full.css" }.Select(f => File.ReadAllText(Path.Combine(Room, "wwwroot", f))));
        foreach (var (folder, classes) in folders)
        {
            var own = classes.Where(c => !shared.Contains(c) && folders.Values.Count(f => f.Contains(c)) == 1).ToList();
            var named = own.Where(c => Regex.IsMatch(css, $@"\.{Regex.Escape(c)}(?![\w-])"));
            Assert.Empty(named.Select(c => $"{Path.GetFileName(folder)}: .{c}"));
        }
    }

    [Fact]
    public void The_screen_gets_the_css_of_every_layout()
    {
        var all = Lines(Path.Combine(Room, "wwwroot", "lib", "layouts.css"));
        var files = Directory.GetFiles(Path.Combine(Room, "Layouts"), "screen.css", SearchOption.AllDirectories);
        Assert.True(files.Length > 5);
        Assert.All(files, f => Assert.Subset(all, Lines(f)));
    }

    private static HashSet<string> Lines(string file) => [.. File.ReadLines(file).Select(l => l.Trim()).Where(l => l.Length > 0)];

    private static HashSet<string> ClassesIn(string folder) => Directory.GetFiles(folder, "*.razor")
        .Where(f => !Path.GetFileName(f).StartsWith("Phone", StringComparison.Ordinal))
        .SelectMany(f => Attribute().Matches(File.ReadAllText(f))).SelectMany(m => Name().Matches(m.Groups[1].Value)).Select(m => m.Value)
            .ToHashSet();

    // A class attribute, with the words that stand in quotes within it.
    [GeneratedRegex("""class="((?:@\((?:[^()]|\([^()]*\))*\)|[^"])*)["]""")]
    private static partial Regex Attribute();

    [GeneratedRegex("""(?<![\w.@(-])[a-z][a-z0-9-]*[a-z0-9](?![\w.(-])""")]
    private static partial Regex Name();
}
