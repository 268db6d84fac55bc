using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace WorkshopHub.Core.Tests;

/// <summary>
/// Each promise of <c>docs/rules.md</c> has a test whose name begins with its number: here, or where a server or a
/// browser is needed to see it. The other projects' tests are read as text, because nothing here may depend on them.
/// </summary>
public sealed partial class RulesTests
{
    private static IEnumerable<string> Promised =>
        RuleLine().Matches(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "rules.md"))).Select(m => m.Groups[1].Value);

    private static IEnumerable<string> Tested => Sources()
        .SelectMany(f => RuleInName().Matches(File.ReadAllText(f)))
        .Select(m => $"{m.Groups[1].Value}-{m.Groups[2].Value}").Distinct();

    [Fact]
    public void Every_promise_has_a_number_of_its_own() => Assert.Equal(Promised.Distinct(), Promised);

    [Fact]
    public void Every_promise_has_a_test_that_names_it() => Assert.Empty(Promised.Except(Tested));

    [Fact]
    public void Every_number_in_a_tests_name_is_a_promise() => Assert.Empty(Tested.Except(Promised));

    private static IEnumerable<string> Sources([CallerFilePath] string here = "") =>
        Directory.EnumerateFiles(Path.GetDirectoryName(Path.GetDirectoryName(here))!, "*Tests*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [GeneratedRegex(@"^- \*\*([A-Z]+-\d+)\*\* ", RegexOptions.Multiline)]
    private static partial Regex RuleLine();

    [GeneratedRegex(@"^    public (?:async Task|Task|void) ([A-Z]+)_(\d+)_", RegexOptions.Multiline)]
    private static partial Regex RuleInName();
}
