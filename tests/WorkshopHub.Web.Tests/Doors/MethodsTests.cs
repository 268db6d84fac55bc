using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Methods;

namespace WorkshopHub.Web.Tests.Doors;

/// <summary>Own methods over the API: written, read, used, removed, and kept by the sessions that began with them.</summary>
public sealed class MethodsTests(HubServer server) : IClassFixture<HubServer>
{
    private static JsonObject Own(string id, int version = 1, string title = "Our way")
    {
        var method = JsonNode.Parse(MethodReader.Write(BuiltInMethods.Find("closing-round")!))!.AsObject();
        (method["id"], method["version"], method["title"]) = (id, version, new JsonObject { ["en"] = title });
        return method;
    }

    private static Task<Reply> PutAsync(Facilitator who, string id, JsonNode method) =>
        Reply.OfAsync(who.Http.PutAsJsonAsync($"api/methods/{id}", method));

    [Fact]
    public async Task A_method_is_written_read_listed_and_removed()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var made = (await PutAsync(amara, "our-way", Own("our-way"))).Is(HttpStatusCode.Created);
        Assert.Equal(("our-way", 1), (made.Id, made.Json.GetProperty("version").GetInt32()));
        var listed = (await amara.GetAsync("api/methods")).Ok().Json.At("id", "our-way");
        Assert.Equal(("Our way", 8), (listed.GetProperty("title").GetString(), listed.GetProperty("minutes").GetInt32()));
        var read = (await amara.GetAsync("api/methods/our-way")).Ok();
        Assert.NotNull(MethodReader.Read(Encoding.UTF8.GetString(read.Bytes), LayoutCatalogue.Needs, out _));
        (await amara.DeleteAsync("api/methods/our-way")).Is(HttpStatusCode.NoContent);
        (await amara.GetAsync("api/methods/our-way")).IsRefused(404, "no-such-method");
        (await amara.DeleteAsync("api/methods/our-way")).IsRefused(404, "no-such-method");
    }

    [Fact]
    public async Task The_version_goes_up_by_itself_and_nobody_writes_over_what_they_have_not_read()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        (await PutAsync(amara, "versions", Own("versions"))).Is(HttpStatusCode.Created);
        Assert.Equal(2, (await PutAsync(amara, "versions", Own("versions", 1, "Second"))).Ok().Json.GetProperty("version").GetInt32());
        (await PutAsync(amara, "versions", Own("versions", 1, "Third"))).IsRefused(409, "method-changed");
        Assert.Equal(2, (await PutAsync(amara, "versions", Own("versions", 2, "Second"))).Ok().Json.GetProperty("version").GetInt32());
        Assert.Equal(7, (await PutAsync(amara, "versions", Own("versions", 7, "From elsewhere"))).Ok().Json.GetProperty("version")
            .GetInt32());
        Assert.Equal(7, (await amara.GetAsync("api/methods/versions")).Ok().Json.GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Everybody_here_uses_a_method_and_only_its_owner_changes_it()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        using var other = await Facilitator.SomebodyElseAsync(server);
        (await PutAsync(amara, "amaras", Own("amaras"))).Is(HttpStatusCode.Created);
        Assert.Equal("Our way", (await other.GetAsync("api/methods")).Ok().Json.At("id", "amaras").GetProperty("title").GetString());
        (await other.PostAsync("api/sessions", new { title = "Theirs", method = "amaras" })).Is(HttpStatusCode.Created);
        (await PutAsync(other, "amaras", Own("amaras", 1, "Taken"))).IsRefused(403, "not-your-method");
        (await other.DeleteAsync("api/methods/amaras")).IsRefused(403, "not-your-method");
    }

    [Fact]
    public async Task Built_in_methods_stay_as_they_are()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        (await PutAsync(amara, "kick-start", Own("kick-start"))).IsRefused(403, "built-in-method");
        (await amara.DeleteAsync("api/methods/kick-start")).IsRefused(403, "built-in-method");
    }

    [Fact]
    public async Task A_session_keeps_the_version_that_it_began_with()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        (await PutAsync(amara, "kept", Own("kept"))).Is(HttpStatusCode.Created);
        var made = (await amara.PostAsync("api/sessions", new { title = "Today", method = "kept" })).Is(HttpStatusCode.Created);
        var changed = Own("kept");
        changed["activities"]![0]!["title"] = new JsonObject { ["en"] = "Another round" };
        (await PutAsync(amara, "kept", changed)).Ok();
        var session = (await amara.GetAsync($"api/sessions/{made.Id}")).Ok();
        Assert.Equal("Closing round", session.Json.GetProperty("agenda")[0].GetProperty("title").GetString());
        (await amara.DeleteAsync("api/methods/kept")).Is(HttpStatusCode.NoContent);
        Assert.Equal("Closing round", (await amara.GetAsync($"api/sessions/{made.Id}")).Ok().Json.GetProperty("agenda")[0]
            .GetProperty("title").GetString());
        var copied =
            (await amara.GetAsync($"api/sessions/{made.Id}/events")).Ok().Json[0].GetProperty("data").GetProperty("activities")[0]
            .GetProperty("method");
        Assert.Equal(("kept", 1), (copied.GetProperty("id").GetString(), copied.GetProperty("version").GetInt32()));
    }

    [Fact]
    public async Task A_broken_file_is_refused_with_its_place_and_changes_nothing()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var wheel = Own("broken");
        wheel["activities"]![0]!["layout"] = "wheel";
        wheel["version"] = "one";
        var refused = await PutAsync(amara, "broken", wheel);
        refused.IsRefused(422, "invalid-method");
        Assert.Contains("version, line 1: “one” stands here. It has to be a whole number.", refused.Text("detail"),
            StringComparison.Ordinal);
        wheel["version"] = 0;
        refused = await PutAsync(amara, "broken", wheel);
        Assert.Contains("version, line 1: 1 or more", refused.Text("detail"), StringComparison.Ordinal);
        Assert.Contains("\nactivities[0].layout, line 1: there is no layout “wheel”. There are: ", refused.Text("detail"),
            StringComparison.Ordinal);
        (await PutAsync(amara, "broken", Own("another"))).IsRefused(422, "invalid-method");
        (await PutRawAsync(amara, "broken", Encoding.UTF8.GetBytes("{"))).IsRefused(422, "invalid-method");
        (await PutRawAsync(amara, "broken", Encoding.UTF8.GetBytes("{\"title\":{\"en\":\"\\ud800\"}}"))).IsRefused(422, "invalid-method");
        (await PutRawAsync(amara, "broken", [0x22, 0xC3, 0x28, 0x22])).IsRefused(400, "malformed");
        (await PutRawAsync(amara, "broken", new byte[MethodLimits.FileMax + 1])).IsRefused(413, "too-large");
        (await PutRawAsync(amara, "broken", Encoding.UTF8.GetBytes(new string('[', 100_000)))).IsRefused(422, "invalid-method");
        (await PutRawAsync(amara, "broken", "x"u8.ToArray(), "text/plain")).IsRefused(415, "not-json");
        (await amara.GetAsync("api/methods/broken")).IsRefused(404, "no-such-method");
        (await amara.PostAsync("api/sessions", new { title = "Today", method = "broken" })).IsRefused(404, "no-such-method");
    }

    [Fact]
    public async Task A_method_is_a_file_to_give_away()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        using var answer = await amara.Http.GetAsync("api/methods/mutual-expectations/file");
        Assert.Equal("mutual-expectations.json", answer.Content.Headers.ContentDisposition?.FileName);
        var file = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Don’t just say no", file, StringComparison.Ordinal);
        Assert.Equal(BuiltInMethods.Find("mutual-expectations"), MethodReader.Read(file, LayoutCatalogue.Needs, out _));
    }

    [Fact]
    public async Task Every_method_begins_a_session()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var listed =
            (await amara.GetAsync("api/methods")).Ok().Json.EnumerateArray().Select(m => m.GetProperty("id").GetString()!).ToList();
        Assert.Empty(BuiltInMethods.All.Select(m => m.Id).Except(listed));
        foreach (var id in listed)
        {
            var made = (await amara.PostAsync("api/sessions", new { title = id, method = id })).Is(HttpStatusCode.Created);
            Assert.NotEmpty(made.Json.GetProperty("agenda").EnumerateArray());
        }
    }

    [Fact]
    public async Task Only_facilitators_read_and_write_methods()
    {
        using var anybody = server.Browser();
        (await Reply.OfAsync(anybody.GetAsync("api/methods"))).IsRefused(401, "not-signed-in");
        (await Reply.OfAsync(anybody.PutAsJsonAsync("api/methods/x", Own("x")))).IsRefused(401, "not-signed-in");
        (await Reply.OfAsync(anybody.GetAsync("api/methods/kick-start/file"))).IsRefused(401, "not-signed-in");
    }

    private static async Task<Reply> PutRawAsync(Facilitator who, string id, byte[] body, string type = "application/json")
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new(type);
        return await Reply.OfAsync(who.Http.PutAsync($"api/methods/{id}", content));
    }
}
