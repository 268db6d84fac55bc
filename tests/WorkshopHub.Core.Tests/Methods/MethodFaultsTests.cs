using System.Text.RegularExpressions;
using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Methods;

namespace WorkshopHub.Core.Tests.Methods;

/// <summary>Whoever writes a method's file by hand reads what is wrong with it: all of it, where, what stands there, what may.</summary>
public sealed partial class MethodFaultsTests
{
    // Line 1 is the first one after the quotation marks.
    private const string Good = """
        {
          "id": "own",
          "version": 1,
          "title": { "en": "Own" },
          "purpose": { "en": "Tests" },
          "tips": [],
          "source": "Here",
          "activities": [
            {
              "id": "open",
              "title": { "en": "Open" },
              "layout": "columns",
              "lanes": [
                { "id": "first", "title": { "en": "First" }, "prompt": { "en": "What?" } }
              ],
              "steps": [
                {
                  "id": "write",
                  "kind": "collect",
                  "title": { "en": "Write" },
                  "minutes": 5,
                  "collects": ["first"]
                }
              ]
            }
          ]
        }
        """;

    [Theory]
    [InlineData("\"kind\": \"collect\"", "\"kind\": \"dance\"",
        "activities[0].steps[0].kind, line 19: “dance” stands here. It has to be one of \"brief\", \"collect\", \"read\", \"group\", " +
        "\"vote\", \"decide\", \"answer\", \"discuss\", \"reveal\".")]
    [InlineData("\"kind\": \"collect\"", "\"kind\": 3",
        "activities[0].steps[0].kind, line 19: 3 stands here. It has to be one of \"brief\", \"collect\", \"read\", \"group\", \"vote\", " +
        "\"decide\", \"answer\", \"discuss\", \"reveal\".")]
    [InlineData("\"kind\": \"collect\",", "",
        "activities[0].steps[0].kind, line 17: it is missing. It has to be one of \"brief\", \"collect\", \"read\", \"group\", \"vote\", " +
        "\"decide\", \"answer\", \"discuss\", \"reveal\".")]
    [InlineData("\"version\": 1,", "", "version, line 1: it is missing. It has to be a whole number.")]
    [InlineData("\"source\": \"Here\",", "", "source, line 1: it is missing. It has to be a text in quotation marks.")]
    [InlineData("\"tips\": [],", "", "tips, line 1: it is missing. It has to be a list [ … ].")]
    [InlineData("\"version\": 1", "\"version\": 1.5", "version, line 3: 1.5 stands here. It has to be a whole number.")]
    [InlineData("\"version\": 1", "\"version\": 99999999999", "version, line 3: 99999999999 stands here. It has to be a whole number.")]
    [InlineData("\"version\": 1", "\"version\": \"1\"", "version, line 3: “1” stands here. It has to be a whole number.")]
    [InlineData("\"version\": 1", "\"version\": 0", "version, line 3: 1 or more, at most 1000000. 0 stands here.")]
    [InlineData("\"title\": { \"en\": \"Own\" }", "\"title\": \"Own\"",
        "title, line 4: “Own” stands here. It has to be a text by language, such as { \"en\": \"…\" }.")]
    [InlineData("\"title\": { \"en\": \"Own\" }", "\"title\": { \"de\": \"Eigene\" }",
        "title, line 4: it has no English (\"en\"); every text has that.")]
    [InlineData("\"title\": { \"en\": \"Own\" }", "\"title\": { \"en\": 5 }",
        "title.en, line 4: 5 stands here. It has to be a text in quotation marks.")]
    [InlineData("\"title\": { \"en\": \"Own\" }", "\"title\": { \"en\": \"Own\", \"EN\": \"Mine\" }",
        "title.EN, line 4: this language is there twice; once is enough. “Mine” stands here.")]
    [InlineData("\"title\": { \"en\": \"Own\" }", "\"title\": { \"en\": \"\" }", "title.en, line 4: it is empty. “” stands here.")]
    [InlineData("\"title\": { \"en\": \"Own\" }", "\"title\": null",
        "title, line 4: null stands here. It has to be a text by language, such as { \"en\": \"…\" }.")]
    [InlineData("\"tips\": []", "\"tips\": {}", "tips, line 6: an object { … } stands here. It has to be a list [ … ].")]
    [InlineData("\"tips\": []", "\"tips\": [\n{ \"en\": \"One\" },\n7]",
        "tips[1], line 8: 7 stands here. It has to be a text by language, such as { \"en\": \"…\" }.")]
    [InlineData("\"source\": \"Here\"", "\"source\": true", "source, line 7: true stands here. It has to be a text in quotation marks.")]
    [InlineData("\"source\": \"Here\"", "\"source\": \"Here\", \"colour\": \"red\"",
        "colour, line 7: there is no such property here. There are: id, version, title, purpose, tips, source, activities, example, " +
        "$schema. “red” stands here.")]
    [InlineData("\"source\": \"Here\"", "\"source\": \"Here\", \"Source\": \"There\"",
        "Source, line 7: it is there twice; once is enough. “There” stands here.")]
    [InlineData("\"minutes\": 5", "\"minutes\": 500", "activities[0].steps[0].minutes, line 21: 1 to 240. 500 stands here.")]
    [InlineData("\"minutes\": 5", "\"minutes\": \"five\"",
        "activities[0].steps[0].minutes, line 21: “five” stands here. It has to be a whole number.")]
    [InlineData("\"minutes\": 5", "\"nods\": \"yes\"",
        "activities[0].steps[0].nods, line 21: “yes” stands here. It has to be true or false.")]
    [InlineData("\"minutes\": 5", "\"pickBudget\": 3",
        "activities[0].steps[0].pickBudget, line 21: 3 stands here. It has to be an object { … }.")]
    [InlineData("[\"first\"]", "[\"first\", \"second\"]",
        "activities[0].steps[0].collects[1], line 22: there is no lane “second”. There are: first.")]
    [InlineData("[\"first\"]", "\"first\"", "activities[0].steps[0].collects, line 22: “first” stands here. It has to be a list [ … ].")]
    [InlineData("\"columns\"", "\"wheel\"", "activities[0].layout, line 12: there is no layout “wheel”. There are: *")]
    [InlineData("\"id\": \"open\"", "\"id\": \"Open floor\"",
        "activities[0].id, line 10: lower case letters, digits and hyphens, at most 60. “Open floor” stands here.")]
    public void METHOD_2_a_fault_says_where_it_is_what_stands_there_and_what_may(string there, string instead, string fault)
    {
        var told = Assert.Single(Faults(Good.Replace(there, instead, StringComparison.Ordinal)));
        if (fault.EndsWith('*')) Assert.StartsWith(fault[..^1], told, StringComparison.Ordinal);
        else Assert.Equal(fault, told);
    }

    [Fact]
    public void METHOD_2_all_faults_are_told_at_once()
    {
        var file = Good
            .Replace("\"id\": \"own\"", "\"id\": \"Own!\"", StringComparison.Ordinal)
            .Replace("\"source\": \"Here\"", "\"source\": \"\", \"author\": \"Me\"", StringComparison.Ordinal)
            .Replace("\"columns\"", "\"wheel\"", StringComparison.Ordinal)
            .Replace("\"minutes\": 5", "\"minutes\": 0", StringComparison.Ordinal)
            .Replace("[\"first\"]", "[\"third\"]", StringComparison.Ordinal);
        Assert.Equal(
            ["author", "id", "source", "activities[0].layout", "activities[0].steps[0].minutes", "activities[0].steps[0].collects[0]"],
            Faults(file).Select(f => f.Split(',')[0]));
        Assert.Equal(
            ["version", "title", "activities[0].steps[0].kind", "activities[0].steps[0].dots"],
            Faults(Good
                .Replace("\"version\": 1", "\"version\": \"1\"", StringComparison.Ordinal)
                .Replace("{ \"en\": \"Own\" }", "\"Own\"", StringComparison.Ordinal)
                .Replace("\"collect\"", "\"gather\"", StringComparison.Ordinal)
                .Replace("\"minutes\": 5", "\"dots\": \"many\"", StringComparison.Ordinal)).Select(f => f.Split(',')[0]));
    }

    [Fact]
    public void METHOD_2_of_very_many_faults_the_first_are_told_and_that_there_are_more()
    {
        var many = string.Join(", ", Enumerable.Range(0, 10_000).Select(i => $"\"p{i}\": 0"));
        var faults = Faults(Good.Replace("\"tips\": []", $"\"tips\": [], {many}", StringComparison.Ordinal));
        Assert.Equal(MethodReader.MostFaults + 1, faults.Count);
        Assert.Equal("There is more; mend these first.", faults[^1]);
    }

    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData(" \n ", "The file is empty.")]
    [InlineData("\uFEFF", "The file is empty.")]
    [InlineData("null", "The file, line 1: null stands here. It has to be an object { … }.")]
    [InlineData("\"own\"", "The file, line 1: “own” stands here. It has to be an object { … }.")]
    [InlineData("{\n  \"id\": \"own\",\n}", "Line 3, column 1: a comma stands before “}”. Take it out.")]
    [InlineData("{ \"tips\": [1, ] }", "Line 1, column 15: a comma stands before “]”. Take it out.")]
    [InlineData("{\n  // mine\n  \"id\": \"own\" }", "Line 2, column 3: a comment stands here. JSON has none; take it out.")]
    [InlineData("{ \"id\": /* mine */ \"own\" }", "Line 1, column 9: a comment stands here. JSON has none; take it out.")]
    [InlineData("{ 'id': 'own' }", "Line 1, column 3: ' stands here. JSON takes \" around a text, and nothing else.")]
    [InlineData("{ “id”: “own” }", "Line 1, column 3: “ stands here. JSON takes \" around a text, and nothing else.")]
    [InlineData("{ \"id\": „own“ }", "Line 1, column 9: „ stands here. JSON takes \" around a text, and nothing else.")]
    [InlineData("{ id: \"own\" }", "Line 1, column 3: “id” stands here without quotation marks.")]
    [InlineData("{ \"id\": own-one }", "Line 1, column 9: “own-one” stands here without quotation marks.")]
    [InlineData("{ \"id\": \"own\"\n  \"version\": 1 }", "Line 2, column 3: a comma is missing before this.")]
    [InlineData("{ \"id\": \"own\n\" }",
        "Line 1, column 13: a text goes over the end of its line. Close it with \", or write \\n for a line break.")]
    [InlineData("{ \"id\": \"own\"",
        "Line 1, column 14: the file ends too early. Something that was opened is not closed: a text, an object { or a list [.")]
    [InlineData("{ \"tips\": [",
        "Line 1, column 12: the file ends too early. Something that was opened is not closed: a text, an object { or a list [.")]
    [InlineData("{ \"id\" \"own\" }", "Line 1, column 8: a colon is missing before this.")]
    [InlineData("{ \"é…😀\": ; }", "Line 1, column 11: “;” does not belong here.")]
    [InlineData("id: own", "Line 1, column 1: “id” stands here without quotation marks.")]
    [InlineData("<html>", "Line 1, column 1: “<” does not belong here.")]
    public void METHOD_2_what_is_no_json_is_told_with_line_and_column(string file, string fault) => Assert.Equal([fault], Faults(file));

    [Fact]
    public void What_editors_put_before_the_text_is_no_part_of_it() =>
        Assert.NotNull(MethodReader.Read($"\uFEFF{Good}", LayoutCatalogue.Needs, out _));

    [Fact]
    public void METHOD_2_a_fault_is_one_short_line_whatever_names_the_file_has()
    {
        var name = "a\\n" + new string('b', 50_000);
        var faults = Faults(Good.Replace("[\"first\"]", $"[\"{name}\"], \"{name}\": 1", StringComparison.Ordinal));
        Assert.Equal(2, faults.Count);
        Assert.All(faults, f => Assert.True(f.Length < 1_000));
    }

    [Fact]
    public void METHOD_2_no_fault_speaks_of_the_program()
    {
        string[] instead =
            ["null", "true", "7", "-1", "1e400", "\"\"", "\"x\"", "[]", "{}", "[null]", "[[]]", "{ \"en\": null }", "\"\\ud800\"",
            "{ \"\\ud800\": 1 }"];
        foreach (Match value in Values().Matches(Good))
        {
            foreach (var other in instead)
            {
                var file = Good[..value.Groups[1].Index] + other + Good[(value.Groups[1].Index + value.Groups[1].Length)..];
                MethodReader.Read(file, LayoutCatalogue.Needs, out var refusal);
                if (refusal is not null) Assert.DoesNotMatch(Program(), refusal.Message);
            }
        }
    }

    private static IReadOnlyList<string> Faults(string file)
    {
        Assert.Null(MethodReader.Read(file, LayoutCatalogue.Needs, out var refusal));
        Assert.Equal(RefusalKind.InvalidMethod, refusal!.Kind);
        return MethodReader.Faults(refusal);
    }

    [GeneratedRegex("\"\\w+\": (\"[^\"]*\"|\\d+|\\[[^\\]]*\\]|\\{[^}]*\\})")]
    private static partial Regex Values();

    [GeneratedRegex("System\\.|WorkshopHub\\.|Dictionary|Nullable|Int32|Boolean|JSON value|Exception|converted")]
    private static partial Regex Program();
}
