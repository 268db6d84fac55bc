using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace WorkshopHub.Web.Tests.Doors;

public sealed class HubTests(HubServer server) : IClassFixture<HubServer>
{
    [Fact]
    public async Task A_delegate_enters_by_token_or_by_the_sessions_cookie()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var bo = await room.JoinAsync();
        var version = await room.VersionAsync();
        await using var byToken = await HubClient.ConnectAsync(server.Address);
        await using var byCookie = await HubClient.ConnectAsync(server.Address, $"wh-{room.Id}={bo.Token}");

        var first = await byToken.EnterAsync(room.Code, bo.Token, version);
        var second = await byCookie.EnterAsync(room.Code, "", version - 1);

        Assert.Equal(["version", "behind"], first.Names());
        Assert.Equal((version, false), (first.GetProperty("version").GetInt64(), first.GetProperty("behind").GetBoolean()));
        Assert.Equal((version, true), (second.GetProperty("version").GetInt64(), second.GetProperty("behind").GetBoolean()));
    }

    [Fact]
    public async Task Another_site_does_not_enter_on_a_delegates_cookie()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var bo = await room.JoinAsync();
        var cookie = $"wh-{room.Id}={bo.Token}";
        await using var own =
            await HubClient.ConnectAsync(server.Address, cookie, origin: server.Address.GetLeftPart(UriPartial.Authority));
        await using var other = await HubClient.ConnectAsync(server.Address, cookie, origin: "http://127.0.0.1:1");

        await own.EnterAsync(room.Code, "");
        var refused = await Assert.ThrowsAsync<HubException>(() => other.EnterAsync(room.Code, ""));
        await other.EnterAsync(room.Code, bo.Token);

        Assert.Contains("foreign-origin", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusals_fill_no_log()
    {
        var log = new CapturedLog();
        using var talkative = HubServer.Start(CapturedLog.Everything);
        talkative.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        using var amara = await Facilitator.AmaraAsync(talkative);
        var room = await amara.RoomAsync();
        await using var line = await HubClient.ConnectAsync(talkative.Address);

        await Assert.ThrowsAsync<HubException>(() => line.EnterAsync(room.Code, "garbage"));

        Assert.NotEmpty(log.Lines);
        Assert.Empty(log.Quoting(["not-signed-in", "HubException"]));
    }

    [Theory]
    [InlineData(5_000, "text-too-long")]
    [InlineData(10_000, "too-large")]
    public async Task Much_too_much_is_refused_in_words_and_the_line_stays(int emoji, string code)
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var bo = await room.JoinAsync();
        await using var line = await HubClient.EnteredAsync(server.Address, room.Code, bo.Token);

        // On the wire an escape of twelve bytes each.
        var much = string.Concat(Enumerable.Repeat("\U0001F642", emoji));
        var refused = await line.SendAsync(Json.Command("contribute", new { activityId = "chain", laneId = "challenge", text = much }));
        var said = await line.SendAsync(Json.Command("contribute", new { activityId = "chain", laneId = "challenge", text = "Short" }));

        Assert.Equal(code, refused.GetProperty("code").GetString());
        Assert.True(said.TryGetProperty("id", out _));
    }

    [Fact]
    public async Task Whoever_has_no_right_token_does_not_enter()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        var other = await amara.RoomAsync();
        using var bo = await room.JoinAsync();
        using var chen = await room.JoinAsync();
        await room.MustAsync("removeDelegate", new { delegateId = chen.Id, withContributions = false });
        await using var line = await HubClient.ConnectAsync(server.Address);

        foreach (var (code, token, refusal) in ((string, string, string)[])[
            (room.Code, "", "not-signed-in"),
            (room.Code, "garbage", "not-signed-in"),
            (other.Code, bo.Token, "not-signed-in"),
            (room.Code, chen.Token, "removed"),
            ("000000", bo.Token, "no-such-code"),
            ("", "", "no-such-code")])
        {
            var refused = await Assert.ThrowsAsync<HubException>(() => line.EnterAsync(code, token));
            Assert.Contains(refusal, refused.Message, StringComparison.Ordinal);
        }

        var answer = await line.SendAsync(Json.Command("contribute", new { activityId = "chain", laneId = "challenge", text = "x" }));
        Assert.Equal("not-signed-in", answer.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Commands_are_answered_as_by_http()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var bo = await room.JoinAsync();
        await using var line = await HubClient.EnteredAsync(server.Address, room.Code, bo.Token);
        var id = Guid.NewGuid();
        var command = Json.Command("contribute", new { activityId = "chain", laneId = "challenge", text = "No clear roles" }, id);

        var said = await line.SendAsync(command);
        var again = await line.SendAsync(command);
        var byHttp = await bo.SendAsync(command);

        Assert.Equal(["version", "id"], said.Names());
        Assert.Equal(said.GetRawText(), again.GetRawText());
        Assert.Equal(said.GetRawText(), byHttp.Json.GetRawText());
        Assert.Equal(await room.VersionAsync(), said.GetProperty("version").GetInt64());
        Assert.Equal("No clear roles", (await room.ContributionAsync(said.GetProperty("id").GetString()!)).GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("\"openSession\"", "malformed")]
    [InlineData("null", "malformed")]
    [InlineData("[]", "malformed")]
    [InlineData("{}", "malformed")]
    [InlineData("""{"type":"contribute","commandId":"4b6f5c9e-3f0a-4a52-9d8e-0b1f0a6c7d11","activityId":"chain","laneId":"challenge","text":"\ud800"}""", "malformed")]
    [InlineData("""{"type":"contribute","commandId":"4b6f5c9e-3f0a-4a52-9d8e-0b1f0a6c7d11","activityId":"chain","laneId":"challenge","text":"a","text":"b"}""", "malformed")]
    [InlineData("""{"type":"contribute","commandId":"4b6f5c9e-3f0a-4a52-9d8e-0b1f0a6c7d11","activityId":"chain","laneId":"challenge","text":" "}""", "text-empty")]
    [InlineData("""{"type":"contribute","commandId":"4b6f5c9e-3f0a-4a52-9d8e-0b1f0a6c7d11","activityId":"chain","laneId":"challenge","text":"x","nods":9}""", "unknown-property")]
    [InlineData("""{"type":"closeSession","commandId":"4b6f5c9e-3f0a-4a52-9d8e-0b1f0a6c7d11"}""", "not-allowed")]
    [InlineData("""{"type":"react","commandId":"4b6f5c9e-3f0a-4a52-9d8e-0b1f0a6c7d11","symbol":"x"}""", "malformed")]
    public async Task What_does_not_fit_is_answered_with_a_code_and_a_sentence(string command, string code)
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var bo = await room.JoinAsync();
        await using var line = await RawLine.EnteredAsync(server.Address, room.Code, bo.Token);
        var before = await room.VersionAsync();

        var answer = await line.InvokeAsync("Send", $"[{command}]");

        Assert.Equal(["code", "message"], answer.Names());
        Assert.Equal(code, answer.GetProperty("code").GetString());
        Assert.Equal(before, await room.VersionAsync());
    }

    [Fact]
    public async Task A_screen_enters_by_its_link_and_is_cut_off_when_that_is_revoked()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        var link = await room.ScreenAsync();
        await using var wall = await HubClient.EnteredAsync(server.Address, room.Code, link.Text("token"));
        await using var preview = await HubClient.EnteredAsync(server.Address, "", link.Text("token"), "?preview");
        await using var other = await HubClient.EnteredAsync(server.Address, room.Code, (await room.ScreenAsync()).Text("token"));

        (await amara.DeleteAsync($"{room.Path}/screens/{link.Text("screenId")}")).Is(System.Net.HttpStatusCode.NoContent);

        await wall.Closed;
        await preview.Closed;
        await using var late = await HubClient.ConnectAsync(server.Address);
        await Assert.ThrowsAsync<HubException>(() => late.EnterAsync(room.Code, link.Text("token")));
        using var anybody = server.Browser();
        (await Reply.OfAsync(anybody.GetAsync($"screen/{link.Text("token")}/view"))).IsRefused(404, "no-such-screen");
        (await amara.DeleteAsync($"{room.Path}/screens/{link.Text("screenId")}")).IsRefused(404, "no-such-screen");
        var opened = await room.MoveAsync("pick");
        await other.UntilAsync(opened.Version);
    }

    [Fact]
    public async Task A_screen_sends_no_commands()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        await using var wall = await HubClient.EnteredAsync(server.Address, room.Code, (await room.ScreenAsync()).Text("token"));

        var answer = await wall.SendAsync(Json.Command("contribute", new { activityId = "chain", laneId = "challenge", text = "x" }));

        Assert.Equal("not-signed-in", answer.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Who_has_something_hidden_or_is_removed_hears_that_it_concerns_their_own()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var bo = await room.JoinAsync();
        using var chen = await room.JoinAsync();
        var said = await bo.SayAsync("challenge", "No clear roles");
        await using var bos = await HubClient.EnteredAsync(server.Address, room.Code, bo.Token);
        await using var chens = await HubClient.EnteredAsync(server.Address, room.Code, chen.Token);

        var hidden = await room.MustAsync("hide", new { contributionId = said, hidden = true });
        var mine = await bos.MineAsync();
        var removed = await room.MustAsync("removeDelegate", new { delegateId = bo.Id, withContributions = false });
        var removal = await bos.MineAsync();

        Assert.Equal(["version", "mine"], mine.Names());
        Assert.True(mine.GetProperty("version").GetInt64() >= hidden.Version);
        Assert.True(removal.GetProperty("version").GetInt64() >= removed.Version);
        // Chen's line had every change, and nothing of it was Chen's own.
        var later = await room.MoveAsync("pick");
        var came = new List<JsonElement>();
        while (came.Count == 0 || came[^1].GetProperty("version").GetInt64() < removed.Version) came.Add(await chens.NextAsync());
        Assert.DoesNotContain(came, c => c.TryGetProperty("mine", out _));
        await chens.UntilAsync(later.Version);
    }

    [Fact]
    public async Task Who_was_removed_gets_nothing_more_of_the_room()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var bo = await room.JoinAsync();
        using var chen = await room.JoinAsync();
        await using var bos = await HubClient.EnteredAsync(server.Address, room.Code, bo.Token);
        await using var chens = await HubClient.EnteredAsync(server.Address, room.Code, chen.Token);
        await room.MustAsync("removeDelegate", new { delegateId = bo.Id, withContributions = false });
        await bos.MineAsync();

        var said = await chen.MustAsync("contribute", new { activityId = "chain", laneId = "challenge", text = "Between us" });
        await chens.UntilAsync(said.Version);
        await room.MustAsync("readmitDelegate", new { delegateId = bo.Id });

        // The first that the phone hears of the room again goes on from where it does not stand: it fetches.
        JsonElement next;
        while (!(next = await bos.NextAsync()).TryGetProperty("pieces", out _))
        {
            Assert.DoesNotContain("Between us", next.GetRawText(), StringComparison.Ordinal);
        }

        Assert.True(next.GetProperty("from").GetInt64() >= said.Version);
        Assert.DoesNotContain("Between us", next.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pulse_counts_who_is_connected_who_joined_and_who_is_done()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var bo = await room.JoinAsync();
        using var chen = await room.JoinAsync();
        using var dora = await room.JoinAsync();
        await using var wall = await HubClient.EnteredAsync(server.Address, room.Code, (await room.ScreenAsync()).Text("token"));
        await using var bos = await HubClient.EnteredAsync(server.Address, room.Code, bo.Token);
        await using var tablet = await HubClient.EnteredAsync(server.Address, room.Code, bo.Token);
        await using var chens = await HubClient.EnteredAsync(server.Address, room.Code, chen.Token);
        await bo.MustAsync("setDone", new { activityId = "chain", step = "challenges", on = true });
        await room.MustAsync("startTimer", new { seconds = 600 });

        var pulse = await wall.PulseAsync(p => Counts(p) == (2, 3, 1) && p.TryGetProperty("timer", out _));
        await room.MustAsync("removeDelegate", new { delegateId = bo.Id, withContributions = false });
        await wall.PulseAsync(p => Counts(p) == (1, 2, 0));

        Assert.Equal(["now", "present", "joined", "done", "timer"], pulse.Names());
        Assert.Equal(["endsAt"], pulse.GetProperty("timer").Names());
    }

    [Fact]
    public async Task A_held_screen_gets_nothing_new_but_what_must_vanish()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var bo = await room.JoinAsync();
        var shown = await bo.SayAsync("challenge", "Seen by all");
        await using var wall = await HubClient.EnteredAsync(server.Address, room.Code, (await room.ScreenAsync()).Text("token"));
        await using var phone = await HubClient.EnteredAsync(server.Address, room.Code, bo.Token);
        await wall.UntilAsync((await room.MustAsync("setScreen", new { mode = "held" })).Version);

        var said = await bo.MustAsync("contribute", new { activityId = "chain", laneId = "challenge", text = "Said behind the curtain" });
        var onPhone = await phone.UntilAsync(said.Version);
        var onWall = await wall.UntilAsync(said.Version);
        var hidden = await room.MustAsync("hide", new { contributionId = shown, hidden = true });
        var vanished = await wall.UntilAsync(hidden.Version);
        var live = await wall.UntilAsync((await room.MustAsync("setScreen", new { mode = "live" })).Version);

        Assert.Contains(onPhone, m => m.GetRawText().Contains("Said behind the curtain", StringComparison.Ordinal));
        Assert.All(onWall, m => Assert.DoesNotContain("Said behind the curtain", m.GetRawText(), StringComparison.Ordinal));
        Assert.All(vanished, m => Assert.DoesNotContain("Said behind the curtain", m.GetRawText(), StringComparison.Ordinal));
        Assert.Contains(vanished, m => m.GetProperty("pieces").GetArrayLength() > 0);
        Assert.Contains(live, m => m.GetRawText().Contains("Said behind the curtain", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_report_is_taken_and_says_nothing_to_anybody()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var bo = await room.JoinAsync();
        await using var line = await HubClient.EnteredAsync(server.Address, room.Code, bo.Token);

        await line.ReportAsync(new { typing = true, waiting = 3 });

        Assert.Equal(4, await room.VersionAsync());
    }

    [Fact]
    public async Task A_deleted_session_cuts_its_lines()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var bo = await room.JoinAsync();
        await using var line = await HubClient.EnteredAsync(server.Address, room.Code, bo.Token);

        (await amara.DeleteAsync(room.Path)).Is(System.Net.HttpStatusCode.NoContent);

        await line.Closed;
    }

    private static (int, int, int) Counts(JsonElement pulse) =>
        (pulse.GetProperty("present").GetInt32(), pulse.GetProperty("joined").GetInt32(), pulse.GetProperty("done").GetInt32());
}
