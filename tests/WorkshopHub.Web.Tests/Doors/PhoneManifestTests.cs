using System.Net;
using System.Text.Json;

namespace WorkshopHub.Web.Tests.Doors;

/// <summary>The phone's page on the home screen.</summary>
public sealed class PhoneManifestTests(HubServer server) : IClassFixture<HubServer>
{
    [Fact]
    public async Task A_session_can_be_put_on_the_home_screen_and_its_icons_are_there()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var browser = server.Browser();

        var answer = await browser.GetAsync($"j/{room.Code}/manifest.webmanifest");
        var manifest = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());

        Assert.Equal("application/manifest+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"/j/{room.Code}", manifest.GetProperty("start_url").GetString());
        Assert.Equal("standalone", manifest.GetProperty("display").GetString());
        foreach (var icon in manifest.GetProperty("icons").EnumerateArray())
        {
            var picture = await browser.GetAsync(icon.GetProperty("src").GetString());
            Assert.Equal((HttpStatusCode.OK, "image/png"), (picture.StatusCode, picture.Content.Headers.ContentType!.MediaType));
        }
    }

    [Fact]
    public async Task A_code_that_nobody_has_gives_no_manifest()
    {
        using var browser = server.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("j/000000/manifest.webmanifest")).StatusCode);
    }
}
