namespace WorkshopHub.Web.Tests.Doors;

/// <summary>Two programs that change the same thing.</summary>
public sealed class ChangedMeanwhileTests(HubServer server) : IClassFixture<HubServer>
{
    [Fact]
    public async Task OUT_8_over_the_api_whoever_has_not_seen_what_stands_there_gets_it()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        var actionId = (await room.MustAsync("recordAction", new { what = "Draw it up", owner = "Ben" })).Id;
        await room.MustAsync("changeAction", new { actionId, owner = "Chen" });

        var refused = await room.SendAsync("changeAction", new { actionId, owner = "Dora", was = new { owner = "Ben" } });

        refused.IsRefused(409, "changed-meanwhile");
        Assert.Equal("Chen", refused.Text("now"));
        await room.MustAsync("changeAction", new { actionId, owner = "Dora", was = new { owner = "Chen" } });
        await room.MustAsync("changeAction", new { actionId, owner = (string?)null, was = new { what = "not asked for" } });
        (await room.SendAsync("changeAction", new { actionId, what = "Draw", was = new { text = "?" } }))
            .IsRefused(400, "unknown-property");
        (await room.SendAsync("changeSession", new { topic = "Trust", was = new { topic = "Not this" } }))
            .IsRefused(409, "changed-meanwhile");
    }

    [Fact]
    public async Task OUT_6_over_the_api_each_has_a_note_and_nobody_takes_another_ones_by_accident()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var sam = await room.WithRoleAsync(server, "scribe");
        (await sam.PostAsync($"{room.Path}/commands", Json.Command("writeNote", new { activityId = "chain", text = "As it was said" })))
            .Ok();
        await room.MustAsync("writeNote", new { activityId = "chain", text = "In my words" });
        await room.MustAsync("writeNote", new { activityId = "chain", text = "" });
        await room.MustAsync("writeNote", new { activityId = "chain", text = "In other words" });

        var notes = (await room.StateAsync()).GetProperty("notes").EnumerateArray().ToList();

        Assert.Equal(["As it was said", "In other words"], notes.Select(n => n.GetProperty("text").GetString()));
        Assert.Equal(sam.AccountId, notes[0].GetProperty("by").GetString());
        Assert.Contains("As it was said", (await room.EventsAsync()).GetRawText(), StringComparison.Ordinal);
        await room.MustAsync("writeNote", new { activityId = "chain", text = "", of = sam.AccountId });
        Assert.Equal("In other words", (await room.StateAsync()).GetProperty("notes").EnumerateArray().Single().GetProperty("text")
            .GetString());
    }
}
