using System.Text.Json.Nodes;
using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Methods;

namespace WorkshopHub.Core.Tests.Methods;

public sealed class MethodReaderTests
{
    private const string Good = """
        {
          "id": "own", "version": 1, "title": { "en": "Own", "de": "Eigene" }, "purpose": { "en": "Tests" }, "tips": [], "source": "Here",
          "activities": [
            {
              "id": "chain", "title": { "en": "Chain" }, "layout": "chain",
              "lanes": [
                { "id": "first", "title": { "en": "First" }, "prompt": { "en": "What?" } },
                { "id": "second", "parent": "first", "title": { "en": "Second" }, "prompt": { "en": "Why?" }, "maxLength": 100 }
              ],
              "steps": [ { "id": "one", "kind": "collect", "title": { "en": "One" }, "collects": ["first"] } ]
            }
          ]
        }
        """;

    private static string Fault(string json)
    {
        Assert.Null(MethodReader.Read(json, LayoutCatalogue.Needs, out var refusal));
        Assert.Equal(RefusalKind.InvalidMethod, refusal!.Kind);
        return refusal.Message;
    }

    private static string FaultAfter(Action<JsonNode> change)
    {
        var method = JsonNode.Parse(Good)!;
        change(method);
        return Fault(method.ToJsonString());
    }

    private static JsonNode Activity(JsonNode m) => m["activities"]![0]!;

    private static JsonNode Lane(JsonNode m, int at) => Activity(m)["lanes"]![at]!;

    private static JsonNode Step(JsonNode m) => Activity(m)["steps"]![0]!;

    [Fact]
    public void METHOD_1_a_good_method_is_read_and_what_it_leaves_out_has_its_default()
    {
        var method = MethodReader.Read(Good, LayoutCatalogue.Needs, out var refusal)!;
        Assert.Null(refusal);
        var activity = method.Agenda("en").Single();
        Assert.Equal(new Lane("first", "First", "First", null, "What?", null, LaneKind.Text, 250), activity.Lanes[0]);
        Assert.Equal(new Lane("second", "Second", "Second", null, "Why?", "first", LaneKind.Text, 100), activity.Lanes[1]);
        Assert.Equal(new Step("one", StepKind.Collect, "One", null, ["first"], [], false, 0, 0, [], null, Visibility.All, false),
            activity.Steps[0]);
    }

    [Fact]
    public void METHOD_2_a_mistake_is_named_with_its_place()
    {
        Assert.Contains("activities[0].layout, line 1: there is no layout “wheel”. There are: briefing, ",
            FaultAfter(m => Activity(m)["layout"] = "wheel"), StringComparison.Ordinal);
        Assert.Contains("activities[0].steps[0].collects[0], line 1: there is no lane “third”. There are: first, second.",
            FaultAfter(m => Step(m)["collects"] = new JsonArray("third")), StringComparison.Ordinal);
        Assert.Contains("there is no lane “third”", FaultAfter(m => Step(m)["picks"] = new JsonArray("third")), StringComparison.Ordinal);
        Assert.Contains("activities[0].lanes[1].maxLength, line 1: 20 to 1000. 19 stands here.",
            FaultAfter(m => Lane(m, 1)["maxLength"] = 19), StringComparison.Ordinal);
        Assert.Contains("maxLength", FaultAfter(m => Lane(m, 1)["maxLength"] = 1001), StringComparison.Ordinal);
        Assert.Contains("activities[0].steps[0].minutes, line 1: 1 to 240. 0 stands here.", FaultAfter(m => Step(m)["minutes"] = 0),
            StringComparison.Ordinal);
        Assert.Contains("perParent is 1 or more", FaultAfter(m => Step(m)["pickBudget"] = new JsonObject { ["perParent"] = 0 }),
            StringComparison.Ordinal);
        Assert.Contains("activities[0].names, line 1: names is named, anonymous-to-room or anonymous",
            FaultAfter(m => Activity(m)["names"] = "Anonymous"), StringComparison.Ordinal);
        Assert.Contains("version, line 1: 1 or more", FaultAfter(m => m["version"] = 0), StringComparison.Ordinal);
        Assert.Contains("activities, line 1: at least one", FaultAfter(m => m["activities"] = new JsonArray()), StringComparison.Ordinal);
        Assert.Contains("activities[0].steps, line 1: at least one", FaultAfter(m => Activity(m)["steps"] = new JsonArray()),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Own")]
    [InlineData("own method")]
    [InlineData("../own")]
    [InlineData("a123456789012345678901234567890123456789012345678901234567890")]
    public void METHOD_2_ids_are_lower_case_letters_digits_and_hyphens(string id)
    {
        Assert.Contains("id, line 1: lower case letters", FaultAfter(m => m["id"] = id), StringComparison.Ordinal);
        Assert.Contains("id, line 1: lower case letters", FaultAfter(m => Activity(m)["id"] = id), StringComparison.Ordinal);
        Assert.Contains("id, line 1: lower case letters", FaultAfter(m => Lane(m, 1)["id"] = id), StringComparison.Ordinal);
        Assert.Contains("id, line 1: lower case letters", FaultAfter(m => Step(m)["id"] = id), StringComparison.Ordinal);
    }

    [Fact]
    public void METHOD_2_an_id_is_there_once()
    {
        Assert.Contains("“chain” is there twice", FaultAfter(m => m["activities"]!.AsArray().Add(Activity(m).DeepClone())),
            StringComparison.Ordinal);
        Assert.Contains("step “one” is there twice", FaultAfter(m => Activity(m)["steps"]!.AsArray().Add(Step(m).DeepClone())),
            StringComparison.Ordinal);
        Assert.Contains("lane “first” is there twice", FaultAfter(m => Activity(m)["lanes"]!.AsArray().Add(Lane(m, 0).DeepClone())),
            StringComparison.Ordinal);
    }

    [Fact]
    public void METHOD_2_what_is_no_method_at_all_is_refused_with_its_place()
    {
        Assert.Contains("The file, line 1: null stands here. It has to be an object", Fault("null"), StringComparison.Ordinal);
        Assert.Contains("The file, line 1: a list [ … ] stands here.", Fault("[]"), StringComparison.Ordinal);
        Assert.Contains("Line 1, column 2: the file ends too early.", Fault("{"), StringComparison.Ordinal);
        Assert.Contains("The file is empty.", Fault(""), StringComparison.Ordinal);
        Assert.Contains("id, line 1: this text holds half a character", Fault("{ \"id\": \"\\ud800\" }"), StringComparison.Ordinal);
        Assert.Contains("activities[0].lanes[1].colour, line 1: there is no such property here. There are: id, title, prompt, ",
            FaultAfter(m => Lane(m, 1)["colour"] = "red"), StringComparison.Ordinal);
        Assert.Contains("activities[0].steps[0].kind, line 1: “dance” stands here. It has to be one of \"brief\", \"collect\", ",
            FaultAfter(m => Step(m)["kind"] = "dance"), StringComparison.Ordinal);
        Assert.Contains("version, line 1: “1” stands here. It has to be a whole number.", FaultAfter(m => m["version"] = "1"),
            StringComparison.Ordinal);
        Assert.Contains("title, line 1: it is missing. It has to be a text by language", FaultAfter(m => m.AsObject().Remove("title")),
            StringComparison.Ordinal);
        Assert.Contains("source, line 1: null stands here.", FaultAfter(m => m["source"] = null), StringComparison.Ordinal);
        Assert.Contains("tips[0], line 1: null stands here.", FaultAfter(m => m["tips"] = new JsonArray((JsonNode?)null)),
            StringComparison.Ordinal);
        Assert.Contains("version, line 2: it is there twice",
            Fault(Good.Replace("\"version\": 1", "\"version\": 1, \"version\": 2", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void METHOD_2_nesting_without_end_is_refused()
    {
        var entry = new JsonObject { ["activity"] = "chain", ["lane"] = "first", ["text"] = new JsonObject { ["en"] = "x" } };
        for (var depth = 0; depth < 20; depth++) entry =
            new JsonObject
            {
                ["activity"] = "chain",
                ["lane"] = "first",
                ["text"] = new JsonObject { ["en"] = "x" },
                ["answers"] =
            new JsonArray(entry)
            };
        Assert.Contains("more than 16 levels stand inside each other", FaultAfter(m => m["example"] = new JsonArray(entry)),
            StringComparison.Ordinal);
        Assert.Contains("Line 1, column 17: more than 16 levels", Fault(new string('[', 10_000)), StringComparison.Ordinal);
    }

    [Fact]
    public void METHOD_3_a_lane_hangs_only_under_one_before_it_so_that_there_is_no_loop()
    {
        Assert.Contains("lanes[0].parent, line 1: parent “second” is not a lane before it",
            FaultAfter(m => Lane(m, 0)["parent"] = "second"), StringComparison.Ordinal);
        Assert.Contains("lanes[0].parent, line 1: parent “first” is not a lane before it", FaultAfter(m => Lane(m, 0)["parent"] = "first"),
            StringComparison.Ordinal);
        Assert.Contains("lanes[1].parent, line 1: parent “nowhere” is not a lane before it",
            FaultAfter(m => Lane(m, 1)["parent"] = "nowhere"), StringComparison.Ordinal);
    }

    [Fact]
    public void METHOD_4_every_text_has_english()
    {
        Assert.Contains("title, line 1: it has no English", FaultAfter(m => m["title"] = new JsonObject { ["de"] = "Eigene" }),
            StringComparison.Ordinal);
        Assert.Contains("activities[0].steps[0].title, line 1: it has no English", FaultAfter(m => Step(m)["title"] = new JsonObject()),
            StringComparison.Ordinal);
        Assert.Contains("title.en, line 1: null stands here.", FaultAfter(m => m["title"] = new JsonObject { ["en"] = null }),
            StringComparison.Ordinal);
        Assert.Contains("activities[0].lanes[1].title.en, line 1: 5 stands here. It has to be a text",
            FaultAfter(m => Lane(m, 1)["title"] = new JsonObject { ["en"] = 5 }), StringComparison.Ordinal);
        Assert.Contains("title.DE, line 1: this language is there twice",
            FaultAfter(m => m["title"] = new JsonObject { ["en"] = "Own", ["de"] = "Eigene", ["DE"] = "Andere" }),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Own")]
    [InlineData("de", "Eigene")]
    [InlineData("de-AT", "Eigene")]
    [InlineData("DE", "Eigene")]
    [InlineData("fr", "Own")]
    [InlineData("", "Own")]
    public void METHOD_4_a_text_comes_in_the_language_or_its_parent_or_in_english(string language, string text) =>
        Assert.Equal(text, MethodReader.Read(Good, LayoutCatalogue.Needs, out _)!.Title.In(language));

    [Fact]
    public void METHOD_5_scales_dots_picks_and_teams_that_cannot_work_are_refused_in_words()
    {
        Assert.Contains("lanes[1].values, line 1: 2 to 12", FaultAfter(m => Lane(m, 1)["kind"] = "scale"), StringComparison.Ordinal);
        Assert.Contains("values, line 1: only a scale or a choice", FaultAfter(m => Lane(m, 1)["values"] = Values("A", "B")),
            StringComparison.Ordinal);
        Assert.Contains("lanes[1].team, line 1: there is no team “it”. There are: none.", FaultAfter(m => Lane(m, 1)["team"] = "it"),
            StringComparison.Ordinal);
        Assert.Contains("parent “first” takes no text", FaultAfter(m => Scale(Lane(m, 0))), StringComparison.Ordinal);
        Assert.Contains("lane “first” takes texts, not answers", FaultAfter(m => Step(m)["answers"] = new JsonArray("first")),
            StringComparison.Ordinal);
        Assert.Contains("lane “second” takes answers, not texts",
            FaultAfter(m => { Scale(Lane(m, 1)); Step(m)["picks"] = new JsonArray("second"); }), StringComparison.Ordinal);
        Assert.Contains("dots, line 1: 0 to 20", FaultAfter(m => Step(m)["dots"] = 21), StringComparison.Ordinal);
        Assert.Contains("dots, line 1: 0 to 20", FaultAfter(m => Step(m)["dots"] = -1), StringComparison.Ordinal);
        Assert.Contains("maxPerTarget, line 1: 1 to the number of dots", FaultAfter(m => Step(m)["maxPerTarget"] = 3),
            StringComparison.Ordinal);
        Assert.Contains("pickBudget, line 1: either perParent or share", FaultAfter(m => Step(m)["pickBudget"] = new JsonObject()),
            StringComparison.Ordinal);
        Assert.Contains("share is 1 to 100 percent", FaultAfter(m => Step(m)["pickBudget"] = new JsonObject { ["share"] = 0 }),
            StringComparison.Ordinal);
        Assert.Contains("team “it” is there twice", FaultAfter(m => Activity(m)["teams"] = new JsonArray(Team(), Team())),
            StringComparison.Ordinal);

        static JsonArray Values(params string[] values) => new([.. values.Select(v => (JsonNode)new JsonObject { ["en"] = v })]);
        static JsonObject Team() => new() { ["id"] = "it", ["title"] = new JsonObject { ["en"] = "IT" } };
        static void Scale(JsonNode lane) => (lane["kind"], lane["values"]) = ("scale", Values("Low", "High"));
    }

    [Fact]
    public void COVER_12_a_method_that_covers_what_people_have_seen_is_refused()
    {
        var again = new JsonObject
        {
            ["id"] = "two",
            ["kind"] = "collect",
            ["title"] = new JsonObject { ["en"] = "Two" },
            ["collects"] =
            new JsonArray("first"),
            ["visibility"] = "own"
        };
        Assert.Contains("steps[1].visibility, line 1: more people saw lane “first” before",
            FaultAfter(m => Activity(m)["steps"]!.AsArray().Add(again.DeepClone())), StringComparison.Ordinal);
        var covered = JsonNode.Parse(Good)!;
        Step(covered)["visibility"] = "own";
        Activity(covered)["steps"]!.AsArray().Add(again.DeepClone());
        Assert.NotNull(MethodReader.Read(covered.ToJsonString(), LayoutCatalogue.Needs, out _));
        Assert.Contains("lane “first”",
            FaultAfter(m =>
            { Step(m)["visibility"] = "own"; again["reveals"] = true; Activity(m)["steps"]!.AsArray().Add(again.DeepClone()); }),
                StringComparison.Ordinal);
    }

    [Fact]
    public void METHOD_10_a_file_is_not_larger_than_a_megabyte()
    {
        Assert.Null(MethodReader.Read(Good + new string(' ', MethodLimits.FileMax), LayoutCatalogue.Needs, out var refusal));
        Assert.Equal(RefusalKind.TooLarge, refusal!.Kind);
        Assert.NotNull(MethodReader.Read(Good + new string(' ', 500_000), LayoutCatalogue.Needs, out _));
        // Characters of three bytes: few enough of them, and still too much.
        Assert.Null(MethodReader
            .Read(Good.Replace("Here", new string('…', 400_000), StringComparison.Ordinal), LayoutCatalogue.Needs, out refusal));
        Assert.Equal(RefusalKind.TooLarge, refusal!.Kind);
    }

    [Fact]
    public void METHOD_10_texts_have_limits()
    {
        Assert.Contains("title.en, line 1: 1 characters over; at most 120", FaultAfter(m => m["title"] = Long(121)),
            StringComparison.Ordinal);
        Assert.Contains("purpose.en, line 1: 1 characters over; at most 500", FaultAfter(m => m["purpose"] = Long(501)),
            StringComparison.Ordinal);
        Assert.Contains("source, line 1: 1 characters over; at most 500", FaultAfter(m => m["source"] = new string('x', 501)),
            StringComparison.Ordinal);
        Assert.Contains("tips[0].en, line 1: 1 characters over", FaultAfter(m => m["tips"] = new JsonArray(Long(501))),
            StringComparison.Ordinal);
        Assert.Contains("activities[0].title.en, line 1: it is empty", FaultAfter(m => Activity(m)["title"] = Long(0)),
            StringComparison.Ordinal);
        Assert.Contains("activities[0].prompt.en, line 1: 1 characters over; at most 250",
            FaultAfter(m => Activity(m)["prompt"] = Long(251)), StringComparison.Ordinal);
        Assert.Contains("lanes[0].title.en, line 1: it is empty",
            FaultAfter(m => Lane(m, 0)["title"] = new JsonObject { ["en"] = "\u200B" }), StringComparison.Ordinal);
        Assert.Contains("steps[0].title.en, line 1: 1 characters over", FaultAfter(m => Step(m)["title"] = Long(121)),
            StringComparison.Ordinal);
        Assert.Contains("a language is a tag", FaultAfter(m => m["title"] = new JsonObject { ["en"] = "Own", ["<b>"] = "x" }),
            StringComparison.Ordinal);
        Assert.Contains("at most 20 languages",
            FaultAfter(m =>
            m["title"] =
                new JsonObject(Enumerable.Range(0, 21)
                .Select(i => KeyValuePair.Create<string, JsonNode?>(i == 0 ? "en" : $"x{(char)('a' + i)}", "x")))),
                StringComparison.Ordinal);
    }

    [Fact]
    public void METHOD_10_lists_have_limits()
    {
        Assert.Contains("activities, line 1: at most 40", FaultAfter(m => Fill(m["activities"]!, 41)), StringComparison.Ordinal);
        Assert.Contains("tips, line 1: at most 20", FaultAfter(m => m["tips"] = Many(21)), StringComparison.Ordinal);
        Assert.Contains("points, line 1: at most 20", FaultAfter(m => Activity(m)["points"] = Many(21)), StringComparison.Ordinal);
        Assert.Contains("lanes, line 1: at most 12", FaultAfter(m => Fill(Activity(m)["lanes"]!, 13)), StringComparison.Ordinal);
        Assert.Contains("activities[0].steps, line 1: at most 20", FaultAfter(m => Fill(Activity(m)["steps"]!, 21)),
            StringComparison.Ordinal);
        Assert.Contains("teams, line 1: 2 to 6",
            FaultAfter(m => Activity(m)["teams"] = new JsonArray(new JsonObject { ["id"] = "it", ["title"] = Long(2) })),
            StringComparison.Ordinal);
        Assert.Contains("collects, line 1: “first” is there twice", FaultAfter(m => Step(m)["collects"] = new JsonArray("first", "first")),
            StringComparison.Ordinal);
        Assert.Contains("perParent is at most 100",
            FaultAfter(m =>
            { Step(m)["picks"] = new JsonArray("first"); Step(m)["pickBudget"] = new JsonObject { ["perParent"] = 101 }; }),
                StringComparison.Ordinal);
        Assert.Contains("version, line 1: 1 or more, at most", FaultAfter(m => m["version"] = int.MaxValue), StringComparison.Ordinal);
        Assert.Contains("example, line 1: at most 200 entries",
            FaultAfter(m => m["example"] = new JsonArray([.. Enumerable.Range(0, 201).Select(_ => Entry())])), StringComparison.Ordinal);
        Assert.Contains("example, line 1: at most 6 entries inside each other", FaultAfter(m => m["example"] = new JsonArray(Deep(6))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void METHOD_9_an_example_fits_the_lanes()
    {
        Assert.Contains("example[0].activity, line 1: there is no activity “wheel”. There are: chain.",
            FaultAfter(m => Example(m, e => e["activity"] = "wheel")), StringComparison.Ordinal);
        Assert.Contains("example[0].lane, line 1: there is no lane “third”. There are: first, second.",
            FaultAfter(m => Example(m, e => e["lane"] = "third")), StringComparison.Ordinal);
        Assert.Contains("lane “second” answers lane “first”", FaultAfter(m => Example(m, e => e["lane"] = "second")),
            StringComparison.Ordinal);
        Assert.Contains("lane “first” answers nothing", FaultAfter(m => Example(m, e => e["answers"] = new JsonArray(Entry()))),
            StringComparison.Ordinal);
        Assert.Contains("example[0].text.en, line 1: 1 characters over; at most 250",
            FaultAfter(m => Example(m, e => e["text"] = Long(251))), StringComparison.Ordinal);
        Assert.Contains("nods, dots and count: 0 to 1000", FaultAfter(m => Example(m, e => e["nods"] = -1)), StringComparison.Ordinal);
        Assert.Contains("takes texts: no count", FaultAfter(m => Example(m, e => e["count"] = 1)), StringComparison.Ordinal);
    }

    [Fact]
    public void METHOD_5_a_covered_step_is_for_somebody_and_a_reveal_reveals()
    {
        Assert.Contains("steps[0].visibility, line 1: there are no teams that could see it",
            FaultAfter(m => Step(m)["visibility"] = "team"), StringComparison.Ordinal);
        Assert.Contains("steps[0].reveals, line 1: no step before it covers anything", FaultAfter(m => Step(m)["reveals"] = true),
            StringComparison.Ordinal);
        Assert.Contains("steps[0].dotsOn, line 1: it has no dots", FaultAfter(m => Step(m)["dotsOn"] = "themes"), StringComparison.Ordinal);
        Assert.Contains("steps[0].pickBudget, line 1: it picks nothing",
            FaultAfter(m => Step(m)["pickBudget"] = new JsonObject { ["share"] = 20 }), StringComparison.Ordinal);
        Assert.Contains("lanes[0].pickedTitle, line 1: no step picks in it", FaultAfter(m => Lane(m, 0)["pickedTitle"] = Long(3)),
            StringComparison.Ordinal);
        Assert.Contains("values, line 1: “Yes” is there twice",
            FaultAfter(m => (Lane(m, 1)["kind"], Lane(m, 1)["values"]) = ("choice", new JsonArray(Named("Yes"), Named("Yes")))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void METHOD_5_the_other_team_does_not_answer_before_the_reveal()
    {
        var expectations = MethodReader.Write(BuiltInMethods.Find("mutual-expectations")!);
        var early = JsonNode.Parse(expectations)!;
        Activity(early)["steps"]!.AsArray()[0]!["answers"] = new JsonArray("it-answers");
        Assert.Contains("lane “it-answers” answers what is covered until step “reveal”", Fault(early.ToJsonString()),
            StringComparison.Ordinal);
    }

    [Fact]
    public void METHOD_11_a_layout_gets_what_it_needs()
    {
        Assert.Contains("activities[0].layout, line 1: it needs points", FaultAfter(m => Activity(m)["layout"] = "briefing"),
            StringComparison.Ordinal);
        Assert.Contains("layout, line 1: it shows points, no lanes",
            FaultAfter(m => (Activity(m)["layout"], Activity(m)["points"]) = ("briefing", Many(1))), StringComparison.Ordinal);
        Assert.Contains("layout, line 1: points are shown by “briefing” only", FaultAfter(m => Activity(m)["points"] = Many(1)),
            StringComparison.Ordinal);
        Assert.Contains("layout, line 1: its first lane",
            FaultAfter(m => { Activity(m).AsObject().Remove("lanes"); Step(m).AsObject().Remove("collects"); }), StringComparison.Ordinal);
        Assert.Contains("layout, line 1: it needs a lane",
            FaultAfter(m =>
            { Activity(m)["layout"] = "columns"; Activity(m).AsObject().Remove("lanes"); Step(m).AsObject().Remove("collects"); }),
                StringComparison.Ordinal);
        Assert.Contains("layout, line 1: it needs two scale lanes with the same values", FaultAfter(m => Activity(m)["layout"] = "ladder"),
            StringComparison.Ordinal);
        Assert.Contains("layout, line 1: it needs teams", FaultAfter(m => Activity(m)["layout"] = "sides"), StringComparison.Ordinal);
        Assert.Contains("layout, line 1: lane “first” needs a choice lane under it", FaultAfter(m => Activity(m)["layout"] = "sort"),
            StringComparison.Ordinal);
        Assert.Contains("layout, line 1: it needs lanes in two groups", FaultAfter(m => Activity(m)["layout"] = "u"),
            StringComparison.Ordinal);
    }

    private static JsonObject Named(string text) => new() { ["en"] = text };

    private static JsonObject Long(int length) => Named(new string('x', length));

    private static JsonArray Many(int count) => new([.. Enumerable.Range(0, count).Select(_ => Long(3))]);

    private static JsonObject Entry() => new() { ["activity"] = "chain", ["lane"] = "first", ["text"] = Long(3) };

    private static JsonObject Deep(int below) =>
        below == 0 ? Entry()
            : new() { ["activity"] = "chain", ["lane"] = "first", ["text"] = Long(3), ["answers"] = new JsonArray(Deep(below - 1)) };

    private static void Example(JsonNode method, Action<JsonNode> change)
    {
        var entry = Entry();
        change(entry);
        method["example"] = new JsonArray(entry);
    }

    private static void Fill(JsonNode list, int count)
    {
        while (list.AsArray().Count < count) list.AsArray().Add(list[0]!.DeepClone());
    }
}
