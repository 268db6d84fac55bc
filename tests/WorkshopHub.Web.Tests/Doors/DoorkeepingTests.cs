using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;

namespace WorkshopHub.Web.Tests.Doors;

/// <summary>Who comes in, over every door: locking, letting in, refusing, taking out many.</summary>
public sealed class DoorkeepingTests(HubServer server) : IClassFixture<HubServer>
{
    private static readonly object Approved = new { joinApproval = true };

    [Fact]
    public async Task JOIN_7_while_joining_is_locked_only_a_recovery_code_brings_somebody_in()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var bo = await room.JoinAsync("Bo");
        await room.MustAsync("lockJoining", new { on = true });

        (await room.JoinOnceAsync(new { name = "Chen" })).IsRefused(409, "joining-locked");
        Assert.Equal(bo.Id, (await room.JoinOnceAsync(new { recoveryCode = bo.RecoveryCode })).Ok().Text("delegateId"));
        await bo.SayAsync("challenge", "Still here");
        Assert.True((await room.StateAsync()).GetProperty("joiningLocked").GetBoolean());

        await room.MustAsync("lockJoining", new { on = false });
        (await room.JoinOnceAsync(new { name = "Chen" })).Is(HttpStatusCode.Created);
        Assert.False((await room.StateAsync()).GetProperty("joiningLocked").GetBoolean());
    }

    [Theory]
    [InlineData("en", "Nobody new can join now")]
    [InlineData("de", "kann niemand Neues teilnehmen")]
    [InlineData("ar", "لا يمكن لأحد جديد الانضمام الآن")]
    public async Task JOIN_7_the_join_page_says_that_it_is_locked_and_still_takes_a_recovery_code(string language, string words)
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var bo = await room.JoinAsync("Bo");
        await room.MustAsync("lockJoining", new { on = true });
        using var phone = server.Browser();

        var (status, page) = await PageAsync(phone, $"j/{room.Code}?lang={language}");
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.DoesNotContain($"/j/{room.Code}/join", page, StringComparison.Ordinal);
        Assert.Contains("WorkshopHub.Room/again.", page, StringComparison.Ordinal);

        // Whoever had the form open still reads why, and can come back by a code.
        (status, page) = await PostAsync(phone, $"j/{room.Code}/join", ("name", "Chen"), ("language", language));
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains(words, page, StringComparison.Ordinal);
        (status, _) = await PostAsync(phone, $"j/{room.Code}/recover", ("recoveryCode", bo.RecoveryCode));
        Assert.Equal(HttpStatusCode.Redirect, status);
        Assert.Equal(HttpStatusCode.OK, (await PageAsync(phone, $"j/{room.Code}")).Status);
    }

    [Fact]
    public async Task JOIN_8_whoever_waits_has_a_token_and_is_shown_nothing_by_any_door()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync(settings: Approved);
        await room.MustAsync("contribute", new { activityId = "chain", laneId = "challenge", text = "Only for the room" });
        var joined = (await room.JoinOnceAsync(new { name = "Bo", language = "de" })).Is(HttpStatusCode.Created);
        Assert.True(joined.Json.GetProperty("waiting").GetBoolean());
        using var bo = DelegateClient.Of(server.Address, room.Code, joined);
        using var phone = server.Browser();
        phone.DefaultRequestHeaders.Add("Cookie", $"wh-{room.Id}={bo.Token}");

        (await bo.GetAsync()).IsRefused(409, "waiting");
        (await bo.SendAsync("contribute", new { activityId = "chain", laneId = "challenge", text = "Let me in" }))
            .IsRefused(409, "waiting");
        (await bo.SendAsync("react", new { symbol = "smile" })).IsRefused(409, "waiting");
        foreach (var path in new[] { "view", "mine" })
        {
            (await Reply.OfAsync(phone.GetAsync($"j/{room.Code}/{path}"))).IsRefused(409, "waiting");
        }

        (await Reply.OfAsync(phone.PostAsync($"j/{room.Code}/commands", null))).IsRefused(409, "waiting");
        await using var line = await HubClient.ConnectAsync(server.Address);
        Assert.Contains("waiting", (await Assert.ThrowsAsync<HubException>(() => line.EnterAsync(room.Code, bo.Token))).Message,
            StringComparison.Ordinal);
        foreach (var (status, page) in new[] { await PageAsync(phone, $"j/{room.Code}"),
            await PostAsync(phone, $"j/{room.Code}/send", ("type", "setDone")) })
        {
            Assert.Equal(HttpStatusCode.Conflict, status);
            Assert.Contains("Die Moderation lässt die Teilnehmenden ein", page, StringComparison.Ordinal);
            Assert.DoesNotContain("Only for the room", page, StringComparison.Ordinal);
        }

        var state = await room.StateAsync();
        Assert.Equal(0, state.GetProperty("delegates").GetArrayLength());
        Assert.True(state.GetProperty("settings").GetProperty("joinApproval").GetBoolean());
        var waits = state.GetProperty("waiting").EnumerateArray().Single();
        Assert.Equal((bo.Id, "Bo", false),
            (waits.GetProperty("delegateId").GetString(), waits.GetProperty("name").GetString(), waits.GetProperty("refused")
            .GetBoolean()));
        Assert.Equal(0, (await ListedAsync(amara)).At("id", room.Id).GetProperty("delegates").GetInt32());
        Assert.Equal("Bo", (await room.EventsAsync()).At("type", "delegate.waiting.v1").GetProperty("data").GetProperty("profile")
            .GetProperty("name").GetString());
    }

    [Fact]
    public async Task JOIN_9_whoever_is_let_in_goes_on_with_the_same_token_cookie_and_recovery_code()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync(settings: Approved);
        using var bo = DelegateClient.Of(server.Address, room.Code, await room.JoinOnceAsync(new { name = "Bo" }));
        using var chen = DelegateClient.Of(server.Address, room.Code, await room.JoinOnceAsync(new { name = "Chen" }));
        using var phone = server.Browser();
        phone.DefaultRequestHeaders.Add("Cookie", $"wh-{room.Id}={bo.Token}");

        await room.MustAsync("admitDelegates", new { delegateIds = new[] { bo.Id } });

        await bo.SayAsync("challenge", "I am in");
        Assert.Equal(HttpStatusCode.OK, (await PageAsync(phone, $"j/{room.Code}")).Status);
        Assert.False((await room.JoinOnceAsync(new { recoveryCode = bo.RecoveryCode })).Ok().Json.TryGetProperty("waiting", out _));
        (await chen.GetAsync()).IsRefused(409, "waiting");
        Assert.True((await room.JoinOnceAsync(new { recoveryCode = chen.RecoveryCode })).Ok().Json.GetProperty("waiting").GetBoolean());
        (await room.SendAsync("admitDelegates", new { delegateIds = new[] { chen.Id, "nobody" } })).IsRefused(404, "no-such-delegate");
    }

    [Fact]
    public async Task JOIN_10_whoever_is_not_let_in_is_told_so_everywhere()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync(settings: Approved);
        using var bo = DelegateClient.Of(server.Address, room.Code, await room.JoinOnceAsync(new { name = "Bo" }));
        using var phone = server.Browser();
        phone.DefaultRequestHeaders.Add("Cookie", $"wh-{room.Id}={bo.Token}");
        await room.MustAsync("removeDelegates", new { delegateIds = new[] { bo.Id }, withContributions = false });

        (await bo.GetAsync()).IsRefused(403, "not-let-in");
        (await bo.SendAsync("changeProfile", new { name = "Boris" })).IsRefused(403, "not-let-in");
        (await room.JoinOnceAsync(new { recoveryCode = bo.RecoveryCode })).IsRefused(403, "not-let-in");
        var (status, page) = await PageAsync(phone, $"j/{room.Code}");
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Contains("has not let this phone into the session", page, StringComparison.Ordinal);
        Assert.True((await room.StateAsync()).GetProperty("waiting")[0].GetProperty("refused").GetBoolean());

        await room.MustAsync("readmitDelegate", new { delegateId = bo.Id });
        await bo.SayAsync("challenge", "In after all");
    }

    [Fact]
    public async Task JOIN_10_who_waited_when_the_session_closed_reads_that_it_is_closed()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync(settings: Approved);
        using var bo = DelegateClient.Of(server.Address, room.Code, await room.JoinOnceAsync(new { name = "Bo" }));
        await room.MustAsync("closeSession");
        (await bo.GetAsync()).IsRefused(409, "session-closed");
    }

    [Fact]
    public async Task JOIN_15_the_same_join_again_is_the_same_person_whatever_happened_since()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync(settings: Approved);
        var commandId = Guid.NewGuid();
        var first = (await room.JoinOnceAsync(new { commandId, name = "Bo" })).Is(HttpStatusCode.Created);
        Assert.Equal(first.Text("token"), (await room.JoinOnceAsync(new { commandId, name = "Bo" })).Text("token"));
        await room.MustAsync("admitDelegates", new { delegateIds = new[] { first.Text("delegateId") } });
        await room.MustAsync("lockJoining", new { on = true });
        var again = (await room.JoinOnceAsync(new { commandId, name = "Bo" })).Is(HttpStatusCode.Created);
        Assert.Equal(first.Text("token"), again.Text("token"));
        Assert.False(again.Json.TryGetProperty("waiting", out _));
        Assert.Equal(1, (await room.StateAsync()).GetProperty("delegates").GetArrayLength());
    }

    [Fact]
    public async Task JOIN_11_many_are_taken_out_by_one_command_with_what_they_wrote_and_taken_back_by_one_undo()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        var bots = new List<DelegateClient>();
        for (var i = 0; i < 12; i++) bots.Add(await room.JoinAsync());
        var said = new List<string>();
        foreach (var bot in bots) said.Add(await bot.SayAsync("challenge", "Buy now"));
        using var bo = await room.JoinAsync("Bo");
        var kept = await bo.SayAsync("challenge", "Honest");
        await using var line = await HubClient.EnteredAsync(server.Address, room.Code, bots[0].Token);

        var version =
            (await room.MustAsync("removeDelegates", new { delegateIds = bots.Select(b => b.Id), withContributions = true })).Version;
        var view = await bo.ViewAsync();
        Assert.Equal([kept], view.GetProperty("contributions").EnumerateArray().Select(c => c.GetProperty("contributionId").GetString()));
        (await bots[3].GetAsync()).IsRefused(403, "removed");
        await line.MineAsync();

        await room.MustAsync("undo", new { version });
        Assert.Equal([.. said, kept], (await bo.ViewAsync()).GetProperty("contributions").EnumerateArray()
            .Select(c => c.GetProperty("contributionId").GetString()!));
        await bots[3].SayAsync("challenge", "In again");
        foreach (var bot in bots) bot.Dispose();
    }

    [Fact]
    public async Task JOIN_8_who_waits_still_waits_after_a_restart()
    {
        var data = Directory.CreateTempSubdirectory("workshophub-").FullName;
        try
        {
            string code, token, id;
            using (var first = HubServer.Start(dataDirectory: data))
            {
                using var amara = await Facilitator.AmaraAsync(first);
                var room = await amara.RoomAsync(settings: Approved);
                var joined = await room.JoinOnceAsync(new { name = "Bo" });
                (code, id, token) = (room.Code, room.Id, joined.Text("token"));
                await room.MustAsync("lockJoining", new { on = true });
            }

            using var second = HubServer.Start(dataDirectory: data);
            using var again = await Facilitator.AmaraAsync(second);
            var state = (await again.GetAsync($"api/sessions/{id}")).Ok().Json;
            Assert.Equal("Bo", state.GetProperty("waiting")[0].GetProperty("name").GetString());
            Assert.True(state.GetProperty("joiningLocked").GetBoolean());
            using var http = second.Browser();
            http.DefaultRequestHeaders.Authorization = new("Bearer", token);
            (await Reply.OfAsync(http.GetAsync($"api/join/{code}"))).IsRefused(409, "waiting");
        }
        finally
        {
            TemporaryFolder.Delete(data);
        }
    }

    private static async Task<JsonElement> ListedAsync(Facilitator who) => (await who.GetAsync("api/sessions")).Ok().Json;

    private static async Task<(HttpStatusCode Status, string Html)> PageAsync(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(path);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    private static async Task<(HttpStatusCode Status, string Html)> PostAsync(HttpClient http, string path,
        params (string Name, string Value)[] fields)
    {
        using var form =
            new FormUrlEncodedContent(fields.Append(("commandId", Guid.NewGuid().ToString()))
            .Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        using var answer = await http.PostAsync(path, form);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }
}
