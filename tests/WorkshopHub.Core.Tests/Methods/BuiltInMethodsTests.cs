using System.Text.Json;
using NJsonSchema;
using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Methods;

public sealed class BuiltInMethodsTests
{
    public static TheoryData<string> Ids => [.. BuiltInMethods.All.Select(m => m.Id)];

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
        var method = BuiltInMethods.Find(id)!;
        Assert.Equal(method, MethodReader.Read(JsonSerializer.Serialize(method, MethodReader.Json), out _));
    }

    [Fact]
    public async Task METHOD_1_the_schema_names_every_layout_there_is()
    {
        var schema = await Schema();
        var layouts = schema.Definitions["activity"].Properties["layout"].Enumeration;
        Assert.Empty(LayoutCatalogue.All.Select(l => l.Name).Except(layouts.Select(l => l!.ToString()!)));
        Assert.All(layouts, l => Assert.True(LayoutNeeds.IsKnown(l!.ToString()!)));
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

    // NJsonSchema knows definitions by their name in older drafts only.
    private static Task<JsonSchema> Schema() => JsonSchema.FromJsonAsync(BuiltInMethods.Schema().Replace("$defs", "definitions", StringComparison.Ordinal));

    private static string File(string id)
    {
        using var stream = typeof(BuiltInMethods).Assembly.GetManifestResourceStream($"WorkshopHub.Core.Methods.BuiltIn.{id}.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
