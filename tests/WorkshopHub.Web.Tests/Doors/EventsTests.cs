using System.Text.Json;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.Tests.Doors;

public sealed class EventsTests(HubServer server) : IClassFixture<HubServer>
{
    [Fact]
    public async Task Events_come_in_order_with_their_texts_and_after_a_version_only_the_later_ones()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var bo = await room.JoinAsync("Bo");
        var said = await bo.MustAsync("contribute", new { activityId = "chain", laneId = "challenge", text = "No clear roles" });
        await room.MustAsync("recordAction", new { what = "Write them down", owner = "Chen" });

        var events = (await room.EventsAsync()).EnumerateArray().ToList();
        var after = (await room.EventsAsync(said.Version)).EnumerateArray().ToList();

        Assert.Equal(Enumerable.Range(1, 6), events.Select(e => e.GetProperty("version").GetInt32()));
        Assert.All(events, e => Assert.Equal(["version", "at", "type", "by", "data"], e.Names()));
        Assert.All(events, e => Assert.Equal(TimeSpan.Zero, e.GetProperty("at").GetDateTimeOffset().Offset));
        Assert.All(events, e => Assert.Contains(e.GetProperty("type").GetString()!, EventNames.All.Keys));
        Assert.Equal(
            ["session.created.v1", "session.opened.v1", "activity.started.v1", "delegate.joined.v1", "contribution.added.v1",
            "action.recorded.v1"], events.Select(e => e.GetProperty("type").GetString()));
        Assert.Equal("No clear roles", Data(events[4]).GetProperty("text").GetString());
        Assert.Equal($"d:{bo.Id}", events[4].GetProperty("by").GetString());
        Assert.Equal("Bo", Data(events[3]).GetProperty("profile").GetProperty("name").GetString());
        Assert.Equal(("Write them down", "Chen"),
            (Data(events[5]).GetProperty("what").GetString(), Data(events[5]).GetProperty("owner").GetString()));
        Assert.Equal(events[5].GetRawText(), Assert.Single(after).GetRawText());
        Assert.Empty((await room.EventsAsync(6)).EnumerateArray());
        Assert.Empty((await room.EventsAsync(long.MaxValue)).EnumerateArray());
    }

    [Fact]
    public async Task Texts_appear_as_they_may_be_seen_now()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var bo = await room.JoinAsync();
        var withdrawn =
            (await bo.MustAsync("contribute",
            new
            {
                activityId = "chain",
                laneId = "challenge",
                text = "I take this back",
                quotation = true,
                spokenFor = "a tired approver"
            })).Id!;
        var edited = await bo.SayAsync("challenge", "My boss is to blame");
        await bo.MustAsync("withdrawContribution", new { contributionId = withdrawn });
        await bo.MustAsync("editContribution", new { contributionId = edited, text = "No clear roles" });

        var events = await room.EventsAsync();

        Assert.DoesNotContain("I take this back", events.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("a tired approver", events.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("My boss is to blame", events.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("No clear roles", events.GetRawText(), StringComparison.Ordinal);
    }

    private static JsonElement Data(JsonElement e) => e.GetProperty("data");
}
