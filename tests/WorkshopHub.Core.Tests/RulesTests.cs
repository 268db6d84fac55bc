using System.Reflection;
using System.Text.RegularExpressions;

namespace WorkshopHub.Core.Tests;

public sealed partial class RulesTests
{
    private static readonly HashSet<string> ElsewhereToo = ["ONCE", "KEEP", "DOOR"];

    private static IEnumerable<string> Promised =>
        RuleLine().Matches(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "rules.md"))).Select(m => m.Groups[1].Value);

    private static IEnumerable<string> Tested => typeof(RulesTests).Assembly.GetTypes()
        .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Where(m => m.IsDefined(typeof(FactAttribute), inherit: true))
        .Select(m => RuleInName().Match(m.Name)).Where(m => m.Success)
        .Select(m => $"{m.Groups[1].Value}-{m.Groups[2].Value}").Distinct();

    [Fact]
    public void Every_promise_has_a_number_of_its_own() => Assert.Equal(Promised.Distinct(), Promised);

    [Fact]
    public void Every_promise_has_a_test_that_names_it() =>
        Assert.Empty(Promised.Where(id => !ElsewhereToo.Contains(id.Split('-')[0])).Except(Tested));

    [Fact]
    public void Every_number_in_a_tests_name_is_a_promise() => Assert.Empty(Tested.Except(Promised));

    [GeneratedRegex(@"^- \*\*([A-Z]+-\d+)\*\* ", RegexOptions.Multiline)]
    private static partial Regex RuleLine();

    [GeneratedRegex(@"^([A-Z]+)_(\d+)_")]
    private static partial Regex RuleInName();
}
