using System.Globalization;
using System.Text;
using System.Text.Json;
using WorkshopHub.Core;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.Tests.Doors;

/// <summary>The lists in docs/api.md say what the program does. With WORKSHOPHUB_WRITE_DOCS=1 they are written anew.</summary>
public sealed class ApiPageTests
{
    private static readonly string Page = Path.Combine(Root(AppContext.BaseDirectory), "docs", "api.md");

    [Fact]
    public void The_page_lists_every_refusal() => Holds("refusals", Refusals());

    [Fact]
    public void The_page_lists_every_command_that_is_built() => Holds("commands", Commands());

    private static string Refusals()
    {
        var table = new StringBuilder("| status | code | what it says |\n| --- | --- | --- |\n");
        foreach (var kind in RefusalKind.All)
        {
            var said = Enumerable.Range(0, 3).Aggregate(kind.Sentence, (s, i) => s.Replace($"{{{i}}}", "…", StringComparison.Ordinal));
            table.Append(CultureInfo.InvariantCulture, $"| {kind.Status} | `{kind.Code}` | {said} |\n");
        }

        return table.ToString();
    }

    private static string Commands()
    {
        var table = new StringBuilder("| type | who | with |\n| --- | --- | --- |\n");
        foreach (var kind in CommandCatalogue.All.Where(k => k.Shape is not null))
        {
            table.Append(CultureInfo.InvariantCulture, $"| `{kind.Type}` | {Who(kind.Who)} | {With(kind.Shape!)} |\n");
        }

        return table.ToString();
    }

    private static string Who(Role who) =>
        string.Join(' ', ((Role, string)[])[(Role.Lead, "L"), (Role.CoFacilitator, "C"), (Role.Scribe, "S"), (Role.Delegate, "D")]
        is var all ? all.Where(r => who.HasFlag(r.Item1)).Select(r => r.Item2) : []);

    private static string With(Type shape)
    {
        var properties = shape.GetConstructors().Single().GetParameters()
            .Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name!) + (p.HasDefaultValue ? "?" : ""))
            .ToList();
        return properties.Count == 0 ? "" : $"`{string.Join(", ", properties)}`";
    }

    private static void Holds(string list, string right)
    {
        var page = File.ReadAllText(Page);
        var (begin, end) = ($"<!-- {list}: written by ApiPageTests -->\n", $"<!-- end of {list} -->");
        var from = page.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var to = page.IndexOf(end, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("WORKSHOPHUB_WRITE_DOCS") == "1") File.WriteAllText(Page, page[..from] + right + page[to..]);
        else Assert.True(page[from..to] == right,
            $"docs/api.md lists other {list} than the program has. Run these tests once with WORKSHOPHUB_WRITE_DOCS=1.");
    }

    private static string Root(string folder) =>
        File.Exists(Path.Combine(folder, "WorkshopHub.sln")) ? folder : Root(Path.GetDirectoryName(folder)!);
}
