using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Tests.Methods.Sample;

namespace WorkshopHub.Core.Tests;

/// <summary>The pages about new methods and layouts name what there is, and nothing else.</summary>
public sealed partial class DocsTests
{
    private static readonly JsonNode Schema = JsonNode.Parse(BuiltInMethods.Schema(LayoutCatalogue.Needs))!;
    private static readonly string NewMethod = File.ReadAllText(Path.Combine(Root(), "docs", "new-method.md"));
    private static readonly string NewLayout = File.ReadAllText(Path.Combine(Root(), "docs", "new-layout.md"));

    [Theory]
    [InlineData("**The method**", "**An activity**", "")]
    [InlineData("**An activity**", "**A team**", "activity")]
    [InlineData("**A team**", "**A lane**", "team")]
    [InlineData("**A lane**", "**A step**", "lane")]
    [InlineData("**A step**", "**An entry of the example**", "step")]
    [InlineData("**An entry of the example**", "## ", "entry")]
    public void Every_field_of_a_method_is_named_and_those_that_have_to_be_there_are_bold(string from, string to, string definition)
    {
        var text = NewMethod[NewMethod.IndexOf(from, StringComparison.Ordinal)..];
        text = text[..text.IndexOf(to, StringComparison.Ordinal)];
        var about = definition.Length == 0 ? Schema : Schema["$defs"]![definition]!;
        Assert.Equal(
            Sorted(about["required"]!.AsArray().Select(r => r!.GetValue<string>())),
            Sorted(Bold().Matches(text).Select(m => m.Groups[1].Value)));
        var named = Code().Matches(text).Select(m => m.Groups[1].Value).ToHashSet();
        Assert.Equal([], about["properties"]!.AsObject().Select(p => p.Key).Where(p => p != "$schema" && !named.Contains(p)));
        var words = about["properties"]!.AsObject().SelectMany(p => p.Value!["enum"]?.AsArray() ?? []).Select(w => w!.GetValue<string>());
        Assert.Equal([], words.Where(w => !named.Contains(w) && LayoutCatalogue.Find(w) is null));
    }

    [Fact]
    public void Every_kind_of_step_and_every_layout_has_its_row()
    {
        var rows = Row().Matches(NewMethod).Select(m => m.Groups[1].Value).ToList();
        var kinds = Schema["$defs"]!["step"]!["properties"]!["kind"]!["enum"]!.AsArray().Select(k => k!.GetValue<string>());
        Assert.Equal(Sorted(kinds.Concat(LayoutCatalogue.All.Select(l => l.Name))), Sorted(rows));
    }

    [Fact]
    public void The_sample_method_has_in_it_all_that_there_is()
    {
        var file = SampleMethod.File;
        var fields = new[] { Schema }.Concat(Schema["$defs"]!.AsObject().Select(d => d.Value!))
            .SelectMany(d => d["properties"]?.AsObject().Select(p => p.Key) ?? []);
        Assert.Equal([], fields.Distinct().Where(f => !file.Contains($"\"{f}\":", StringComparison.Ordinal)));
        var kinds = Schema["$defs"]!["step"]!["properties"]!["kind"]!["enum"]!.AsArray().Select(k => k!.GetValue<string>());
        Assert.Equal([], kinds.Where(k => !file.Contains($"\"kind\": \"{k}\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Whatever_a_layout_can_say_of_itself_is_named()
    {
        var members = typeof(Layout).GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(m => m is PropertyInfo || m is MethodInfo { IsSpecialName: false, IsVirtual: true }).Select(m => m.Name);
        Assert.Equal([], members.Where(m => !Regex.IsMatch(NewLayout, $"^- (`\\w+` and )?`{m}`( and `\\w+`)?:", RegexOptions.Multiline)));
    }

    [Fact]
    public void Every_attribute_by_which_the_screen_fits_is_named()
    {
        var room = Path.Combine(Root(), "src", "WorkshopHub.Room");
        var heard = string
            .Concat(new[] { "screen-fit.js", "screen.js", "phone.css" }.Select(f => File.ReadAllText(Path.Combine(room, "wwwroot", f))));
        var written = Directory.GetFiles(Path.Combine(room, "Layouts"), "*.razor", SearchOption.AllDirectories)
            .SelectMany(f => Attribute().Matches(File.ReadAllText(f))).Select(m => m.Value);
        var named = Row().Matches(NewLayout).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal([], written.Distinct().Except(named));
        Assert.Equal([], named.Where(n => !heard.Contains($"[{n}", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_file_and_folder_that_the_pages_name_is_there()
    {
        var paths = Code().Matches(NewMethod + NewLayout).Select(m => m.Groups[1].Value).Where(p => PathLike().IsMatch(p)).Distinct()
            .ToList();
        Assert.True(paths.Count > 10);
        Assert.Equal(
            [],
            paths.Select(p => p.Replace("/<Layout>/", "/", StringComparison.Ordinal)).Where(p => !Path.Exists(Path.Combine(Root(), p))));
    }

    private static List<string> Sorted(IEnumerable<string> names) => [.. names.Distinct().Order(StringComparer.Ordinal)];

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../.."));

    [GeneratedRegex(@"\*\*`(\w+)`\*\*")]
    private static partial Regex Bold();

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"^\| `([\w-]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("data-[a-z]+")]
    private static partial Regex Attribute();

    [GeneratedRegex("^(src|tests|docs)/")]
    private static partial Regex PathLike();
}
