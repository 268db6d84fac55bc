using System.Net;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Configuration;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.OwnSettings;

namespace WorkshopHub.Web.Tests.Doors;

/// <summary>How much one session takes, by the installation's settings.</summary>
public sealed class LimitsTests
{
    [Fact]
    public async Task LIMIT_1_to_4_hold_over_the_api_and_facilitators_still_get_in()
    {
        using var server = Start(("People", "3"), ("Contributions", "4"), ("ContributionsOfOne", "3"), ("ChangesOfOne", "5"));
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var bo = await room.JoinAsync("Bo");
        using var chen = await room.JoinAsync("Chen");
        using var dora = await room.JoinAsync("Dora");
        (await room.JoinOnceAsync(new { name = "Emeka" })).IsRefused(409, "session-full");
        using var phone = server.Browser();
        using var page = await phone.GetAsync($"j/{room.Code}");
        Assert.Equal(HttpStatusCode.Conflict, page.StatusCode);
        Assert.Contains("This session is full", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        for (var i = 0; i < 3; i++) await bo.SayAsync("challenge", $"Challenge {i}");
        (await SayAsync(bo)).IsRefused(409, "own-contributions-spent");
        var last = await chen.SayAsync("challenge", "The fourth");
        (await SayAsync(dora)).IsRefused(409, "contributions-spent");
        var limits = (await room.StateAsync()).GetProperty("limits");
        Assert.Equal("""{"people":3,"mostPeople":3,"contributions":4,"mostContributions":4}""", limits.GetRawText());
        await room.MustAsync("contribute", new { activityId = "chain", laneId = "challenge", text = "Said aloud" });
        using var sam = await room.WithRoleAsync(server, "scribe");
        (await sam.PostAsync($"{room.Path}/commands",
            Json.Command("contribute", new { activityId = "chain", laneId = "challenge", text = "Said aloud, too" }))).Ok();

        for (var i = 0; i < 5; i++) await dora.MustAsync("nod", new { contributionId = last, on = i % 2 == 0 });
        (await dora.SendAsync("nod", new { contributionId = last, on = false })).IsRefused(409, "changes-spent");

        // Taking out who should not be there makes room for those who should.
        await room.MustAsync("removeDelegates", new { delegateIds = new[] { bo.Id, dora.Id }, withContributions = true });
        using var emeka = await room.JoinAsync("Emeka");
        await emeka.SayAsync("challenge", "Room again");
    }

    [Fact]
    public async Task LIMIT_5_a_session_has_so_many_screens_also_when_all_are_made_at_once()
    {
        using var server = Start(("Screens", "2"));
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => amara.PostAsync($"{room.Path}/screens", new { })));
        var links = made.Where(m => m.Status == HttpStatusCode.Created).ToList();
        Assert.Equal(2, links.Count);
        foreach (var refused in made.Where(m => m.Status != HttpStatusCode.Created)) refused.IsRefused(409, "screens-spent");
        (await amara.DeleteAsync($"{room.Path}/screens/{links[0].Text("screenId")}")).Is(HttpStatusCode.NoContent);
        await room.ScreenAsync();
        // Another session has its own.
        await (await amara.RoomAsync()).ScreenAsync();
    }

    [Fact]
    public async Task LIMIT_6_one_delegate_and_one_screen_have_so_many_lines_and_those_that_are_there_stay()
    {
        using var server = Start(("ConnectionsOfOne", "2"));
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var bo = DelegateClient.Of(server.Address, room.Code, await room.JoinOnceAsync(new { name = "Bo", language = "de" }));
        using var chen = await room.JoinAsync("Chen");
        var screen = (await room.ScreenAsync()).Text("token");
        foreach (var token in new[] { bo.Token, screen })
        {
            await using var first = await HubClient.EnteredAsync(server.Address, room.Code, token);
            await using var second = await HubClient.EnteredAsync(server.Address, room.Code, token);
            await using var third = await HubClient.ConnectAsync(server.Address);
            var refused = await Assert.ThrowsAsync<HubException>(() => third.EnterAsync(room.Code, token));
            Assert.Contains(token == screen
                ? "too-many-connections: This is open 2 times"
                : "too-many-connections: Dies ist schon 2-mal", refused.Message, StringComparison.Ordinal);
            // On a line that is in already it is no other one.
            await second.EnterAsync(room.Code, token);
            await using var other = await HubClient.EnteredAsync(server.Address, room.Code, chen.Token);
            var version = (await room.MustAsync("contribute", new { activityId = "chain", laneId = "challenge", text = "Hello" })).Version;
            await first.UntilAsync(version);
            await other.UntilAsync(version);
        }
    }

    [Fact]
    public async Task LIMIT_6_whoever_enters_again_and_again_is_slowed_and_nobody_else()
    {
        using var server = Start();
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var bo = await room.JoinAsync("Bo");
        using var chen = await room.JoinAsync("Chen");
        await using var line = await HubClient.ConnectAsync(server.Address);
        HubException? slowed = null;
        for (var i = 0; i < 1_000 && slowed is null; i++)
        {
            try
            {
                await line.EnterAsync(room.Code, i % 2 == 0 ? bo.Token : "garbage");
            }
            catch (HubException e)
            {
                if (!e.Message.Contains("not-signed-in", StringComparison.Ordinal)) slowed = e;
            }
        }

        Assert.Contains("too-fast", slowed?.Message, StringComparison.Ordinal);
        await using var other = await HubClient.EnteredAsync(server.Address, room.Code, chen.Token);
        for (var i = 0; i < 500; i++) await other.ReportAsync(new { typing = i % 2 == 0 });
        await other.EnterAsync(room.Code, chen.Token);
    }

    [Fact]
    public async Task JOIN_14_who_joins_when_too_many_do_is_told_how_long_to_wait_and_the_page_tries_again()
    {
        using var server = Start(("JoinsAtOnce", "3"), ("JoinsPerSecond", "1"));
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara
            .RoomAsync(settings: new { sectorQuestion = new { text = "Where?", options = new[] { "Public", "Private" } } });
        var joined = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => room.JoinOnceAsync(new { })));
        Assert.InRange(joined.Count(j => j.Status == HttpStatusCode.Created), 3, 59);
        foreach (var busy in joined.Where(j => j.Status != HttpStatusCode.Created)) busy.IsRefused(429, "joining-busy");

        // A phone that is told so keeps what was filled in; another session's door is its own.
        HttpResponseMessage answer;
        var tries = 0;
        do
        {
            using var phone = server.Browser();
            using var form =
                new FormUrlEncodedContent(
                [new("commandId", Guid.NewGuid().ToString()), new("name", "Bo"), new("sector", "Private"), new("language", "de")]);
            answer = await phone.PostAsync($"j/{room.Code}/join", form);
        }
        while (answer.StatusCode != HttpStatusCode.TooManyRequests && ++tries < 100);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.True(answer.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        answer.Dispose();
        Assert.Equal("Bo", page.QuerySelector("#name")!.GetAttribute("value"));
        Assert.True(page.QuerySelector("[name=sector][value=Private]")!.HasAttribute("checked"));
        Assert.NotNull(page.QuerySelector("form[data-again]"));
        Assert.Contains("Gerade nehmen sehr viele auf einmal teil", page.QuerySelector("#problem")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("noch einmal. Diese Seite tut es von selbst.", page.QuerySelector("#problem")!.TextContent,
            StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("script[src*='join']"));
        (await (await amara.RoomAsync()).JoinOnceAsync(new { })).Is(HttpStatusCode.Created);
    }

    [Fact]
    public void LIMIT_7_what_is_left_out_stands_at_its_default() =>
        Assert.Equal((SessionLimits.Default, new DoorLimits()), Read(Settings(("People", " "))));

    [Fact]
    public void LIMIT_7_each_has_a_setting_of_its_own() => Assert.Equal(
        (new SessionLimits(1, 2, 3, 4), new DoorLimits(5, 6, 7, 8)),
        Read(Settings(("People", "1"), ("Contributions", "2"), ("ContributionsOfOne", "3"), ("ChangesOfOne", "4"), ("Screens", "5"),
            ("ConnectionsOfOne", "6"), ("JoinsAtOnce", "7"), ("JoinsPerSecond", "8"))));

    [Theory]
    [InlineData("People", "0")]
    [InlineData("Contributions", "-5")]
    [InlineData("ChangesOfOne", "1e3")]
    [InlineData("ContributionsOfOne", "two hundred")]
    [InlineData("Screens", "1000001")]
    [InlineData("ConnectionsOfOne", "2,5")]
    [InlineData("Persons", "2000")]
    public void LIMIT_7_a_wrong_one_is_refused_in_words_that_name_it(string key, string value)
    {
        var refused = Assert.Throws<CannotStartException>(() => Read(Settings((key, value))));
        Assert.Contains($"WorkshopHub__Limits__{key}", refused.Message, StringComparison.Ordinal);
    }

    private static Task<Reply> SayAsync(DelegateClient who) =>
        who.SendAsync("contribute", new { activityId = "chain", laneId = "challenge", text = "One more" });

    private static (SessionLimits Session, DoorLimits Door) Read(IConfiguration configuration) =>
        HubSettings.Read(configuration) is var settings ? (settings.SessionLimits, settings.DoorLimits) : default;

    private static IConfiguration Settings(params (string Key, string Value)[] limits) =>
        new ConfigurationBuilder().AddInMemoryCollection(Named(limits)).Build();

    private static HubServer Start(params (string Key, string Value)[] limits) => HubServer.Start(Named(limits));

    private static Dictionary<string, string?> Named((string Key, string Value)[] limits) =>
        limits.ToDictionary(l => $"WorkshopHub:Limits:{l.Key}", l => (string?)l.Value);
}
