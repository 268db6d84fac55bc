using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;
using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.Methods.Sample;
using WorkshopHub.Core.Tests.World;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Methods;

public sealed class BuiltInMethodsTests
{
    public static TheoryData<string> Ids => [.. BuiltInMethods.All.Select(m => m.Id), SampleMethod.Id];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_keeps_the_rules(string id) => Assert.Empty(MethodRules.Faults(SampleMethod.Find(id), LayoutCatalogue.Needs));

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task METHOD_1_a_built_in_method_follows_the_published_schema(string id)
    {
        var schema = await Schema();
        Assert.Empty(schema.Validate(File(id)));
        // The schema would be worth nothing if it let everything pass.
        Assert.NotEmpty(schema.Validate(File(id).Replace("\"layout\"", "\"lay-out\"", StringComparison.Ordinal)));
        Assert.NotEmpty(schema.Validate(File(id).Replace("\"kind\"", "\"dance\"", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void METHOD_1_a_method_written_out_is_read_back_as_the_same(string id)
    {
        var method = SampleMethod.Find(id);
        Assert.Equal(method, MethodReader.Read(JsonSerializer.Serialize(method, MethodReader.Json), LayoutCatalogue.Needs, out _));
    }

    [Fact]
    public async Task METHOD_1_the_schema_names_every_layout_there_is()
    {
        var schema = await Schema();
        var layouts = schema.Definitions["activity"].Properties["layout"].Enumeration;
        Assert.Equal(LayoutCatalogue.All.Select(l => l.Name).Order(), layouts.Select(l => l!.ToString()!).Order());
    }

    [Fact]
    public void METHOD_10_the_schema_names_the_same_limits()
    {
        var schema = JsonNode.Parse(BuiltInMethods.Schema(LayoutCatalogue.Needs))!;
        Is(MethodLimits.VersionMax, "properties/version/maximum");
        Is(MethodLimits.TipsMax, "properties/tips/maxItems");
        Is(MethodLimits.TextMax, "properties/source/maxLength");
        Is(MethodLimits.ActivitiesMax, "properties/activities/maxItems");
        Is(MethodLimits.ExampleMax, "properties/example/maxItems");
        Is(MethodLimits.TitleMax, "$defs/title/additionalProperties/maxLength");
        Is(MethodLimits.TextMax, "$defs/words/additionalProperties/maxLength");
        Is(MethodLimits.PromptMax, "$defs/prompt/additionalProperties/maxLength");
        Is(MethodLimits.PromptMax, "$defs/point/additionalProperties/maxLength");
        Is(MethodLimits.ValueMax, "$defs/value/additionalProperties/maxLength");
        Is(MethodLimits.LengthMax, "$defs/said/additionalProperties/maxLength");
        Is(MethodLimits.LanguagesMax, "$defs/title/maxProperties");
        Is(MethodLimits.PointsMax, "$defs/activity/properties/points/maxItems");
        Is(MethodLimits.TeamsMax, "$defs/activity/properties/teams/maxItems");
        Is(MethodLimits.LanesMax, "$defs/activity/properties/lanes/maxItems");
        Is(MethodLimits.StepsMax, "$defs/activity/properties/steps/maxItems");
        Is(MethodLimits.ValuesMin, "$defs/lane/properties/values/minItems");
        Is(MethodLimits.ValuesMax, "$defs/lane/properties/values/maxItems");
        Is(MethodLimits.LengthMin, "$defs/lane/properties/maxLength/minimum");
        Is(MethodLimits.LengthMax, "$defs/lane/properties/maxLength/maximum");
        Is(MethodLimits.MinutesMin, "$defs/step/properties/minutes/minimum");
        Is(MethodLimits.MinutesMax, "$defs/step/properties/minutes/maximum");
        Is(MethodLimits.DotsMax, "$defs/step/properties/dots/maximum");
        Is(MethodLimits.PicksMax, "$defs/step/properties/pickBudget/properties/perParent/maximum");
        Is(MethodLimits.ExampleCountMax, "$defs/entry/properties/count/maximum");
        Assert.Contains($"{{1,{MethodLimits.NameMax}}}", schema["$defs"]!["name"]!["pattern"]!.GetValue<string>(),
            StringComparison.Ordinal);

        void Is(int limit, string place) =>
            Assert.Equal(limit, place.Split('/').Aggregate(schema, (node, name) => node![name]!).GetValue<int>());
    }

    [Fact]
    public void METHOD_1_the_schema_knows_every_property_there_is()
    {
        var defs = JsonNode.Parse(BuiltInMethods.Schema(LayoutCatalogue.Needs))!;
        Knows<Method>(defs["properties"]!);
        Knows<MethodActivity>(defs["$defs"]!["activity"]!["properties"]!);
        Knows<MethodTeam>(defs["$defs"]!["team"]!["properties"]!);
        Knows<MethodLane>(defs["$defs"]!["lane"]!["properties"]!);
        Knows<MethodStep>(defs["$defs"]!["step"]!["properties"]!);
        Knows<ExampleEntry>(defs["$defs"]!["entry"]!["properties"]!);

        static void Knows<T>(JsonNode properties) => Assert.Equal(
            MethodReader.Json.GetTypeInfo(typeof(T)).Properties.Select(p => p.Name)
                .Where(n => n != "minutes" || typeof(T) != typeof(Method)).Order(StringComparer.Ordinal),
            properties.AsObject().Select(p => p.Key).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void METHOD_14_every_text_is_there_in_every_language(string id)
    {
        var texts = Texts(JsonNode.Parse(File(id))!).ToList();
        Assert.NotEmpty(texts);
        Assert.All(texts, t => Assert.Equal(["ar", "de", "en"], t.Select(l => l.Key).Order(StringComparer.Ordinal)));
        // What is said twice in one language is said twice in all: a session looks texts up by the words of its own.
        foreach (var from in (string[])["en", "de", "ar"])
        {
            Assert.All(texts.GroupBy(t => t[from]!.GetValue<string>()), same =>
                Assert.Single(same.Select(t => t.ToJsonString()).Distinct()));
        }
    }

    [Fact]
    public void METHOD_1_the_kick_start_is_there_with_its_minutes()
    {
        var kickStart = BuiltInMethods.Find("kick-start")!;
        Assert.Equal(60, kickStart.Minutes);
        Assert.Equal([5, 42, 13], kickStart.Agenda("en").Select(a => a.Minutes));
        Assert.Null(BuiltInMethods.Find("nothing"));
    }

    [Fact]
    public void METHOD_6_a_session_owns_its_copy_of_the_method()
    {
        var before = Picture.Of(BuiltInMethods.Find("kick-start"));
        var session = KickStart.Draft().Given(Amara, new ChangeActivity(KickStart.Chain, "Another title"));
        Assert.Equal("Another title", session.State.Activity(KickStart.Chain)!.Title);
        Assert.Equal(before, Picture.Of(BuiltInMethods.Find("kick-start")));
        Assert.Equal("Challenges to solutions", KickStart.Draft().State.Activity(KickStart.Chain)!.Title);
    }

    private static IEnumerable<JsonObject> Texts(JsonNode node) => node switch
    {
        JsonObject text when text.ContainsKey("en") => [text],
        JsonObject o => o.Select(p => p.Value).OfType<JsonNode>().SelectMany(Texts),
        JsonArray a => a.OfType<JsonNode>().SelectMany(Texts),
        _ => [],
    };

    // NJsonSchema knows definitions by their name in older drafts only.
    private static Task<JsonSchema> Schema() =>
        JsonSchema.FromJsonAsync(BuiltInMethods.Schema(LayoutCatalogue.Needs).Replace("$defs", "definitions", StringComparison.Ordinal));

    private static string File(string id)
    {
        if (id == SampleMethod.Id) return SampleMethod.File;
        using var stream = typeof(BuiltInMethods).Assembly.GetManifestResourceStream($"WorkshopHub.Core.Methods.BuiltIn.{id}.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
