using System.Net;

namespace WorkshopHub.Web.Tests.Doors;

public sealed class ErasingTests(HubServer server) : IClassFixture<HubServer>
{
    [Fact]
    public async Task The_bytes_of_an_erased_text_are_in_no_file_and_in_no_answer()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var bo = await room.JoinAsync("Bo");
        var said = await bo.SayAsync("challenge", "Zanzibar is far away");
        await bo.MustAsync("editContribution", new { contributionId = said, text = "Timbuktu is far away" });
        var answer = await bo.SayAsync("challenge", "Quito stays");
        Assert.True(Database.Holds(server, "Zanzibar") && Database.Holds(server, "Timbuktu"));

        await room.MustAsync("erase", new { contributionId = said });

        Assert.False(Database.Holds(server, "Zanzibar"));
        Assert.False(Database.Holds(server, "Timbuktu"));
        Assert.True(Database.Holds(server, "Quito"));
        foreach (var path in (string[])[room.Path, $"{room.Path}/events",
            .. new[] { "md", "csv", "json" }.Select(f => $"{room.Path}/summary?format={f}")])
        {
            var text = await amara.Http.GetStringAsync(path);
            Assert.DoesNotContain("Timbuktu", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Zanzibar", text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Timbuktu", (await bo.ViewAsync()).GetRawText(), StringComparison.Ordinal);
        Assert.Equal("withdrawn", (await room.ContributionAsync(said)).GetProperty("state").GetString());
        Assert.Equal("shown", (await room.ContributionAsync(answer)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_person_is_erased_from_a_closed_session_and_with_them_what_is_in_their_name()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara
            .RoomAsync(settings: new
            {
                names = "named",
                sectorQuestion = new { text = "Where?", options = new[] { "Quayside", "Inland" } }
            });
        using var bo = await room.JoinAsync("Bo Lindqvist-Okapi", "Quayside");
        await bo.SayAsync("challenge", "Reykjavik is far away");
        await room.MustAsync("closeSession");
        Assert.True(Database.Holds(server, "Lindqvist-Okapi"));

        await room.MustAsync("erase", new { delegateId = bo.Id, withContributions = true });

        Assert.False(Database.Holds(server, "Lindqvist-Okapi"));
        Assert.False(Database.Holds(server, "Reykjavik"));
        var person = (await room.StateAsync()).GetProperty("delegates").At("delegateId", bo.Id);
        Assert.Equal(["delegateId", "removed", "done"], person.Names());
        Assert.True(person.GetProperty("removed").GetBoolean());
        Assert.DoesNotContain("Okapi", (await room.EventsAsync()).GetRawText(), StringComparison.Ordinal);
        (await bo.GetAsync()).Is(HttpStatusCode.Forbidden);
    }
}
