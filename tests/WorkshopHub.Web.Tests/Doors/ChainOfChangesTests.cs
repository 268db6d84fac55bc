using System.Net;

namespace WorkshopHub.Web.Tests.Doors;

/// <summary>A client that applies every push, each where it stands, shows what a fresh fetch shows.</summary>
public sealed class ChainOfChangesTests(HubServer server) : IClassFixture<HubServer>
{
    [Fact]
    public async Task Phone_and_screen_show_after_each_change_what_somebody_who_comes_now_gets()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara
            .DraftAsync(new
            {
                names = "named",
                sectorQuestion = new { text = "Where do you work?", options = new[] { "Public", "Private" } }
            });
        await room.MustAsync("openSession");
        using var bo = await room.JoinAsync("Bo", "Public");
        using var chen = await room.JoinAsync("Chen", "Private");
        var both = await Both.EnterAsync(server, room, bo);
        await using var _ = both;
        var vanished = new List<string>();

        async Task<string> Then(Task<Reply> sent)
        {
            var answer = (await sent).Ok();
            await both.FollowAsync(answer.Version, vanished);
            return answer.Json.TryGetProperty("id", out var id) ? id.GetString()! : "";
        }

        Task<Reply> Lead(string type, object? with = null) => room.SendAsync(type, with);
        Task<Reply> Says(DelegateClient who, string lane, string text, string? parentId = null, string activityId = "chain") =>
            who.SendAsync("contribute", new { activityId, laneId = lane, text, parentId });

        await Then(Lead("startActivity", new { activityId = "briefing" }));
        for (var point = 1; point <= 3; point++) await Then(Lead("showPoint", new { activityId = "briefing", point }));
        await Then(Lead("showPoint", new { activityId = "briefing", point = 1 }));
        await Then(Lead("startActivity", new { activityId = "chain" }));
        var first = await Then(Says(bo, "challenge", "No clear roles <b>&amp;"));
        var second = await Then(Says(chen, "challenge", "No budget"));
        var third = await Then(Says(bo, "challenge", "Zebra crossing"));
        await Then(Lead("contribute", new { activityId = "chain", laneId = "challenge", text = "Said aloud" }));
        await Then(bo.SendAsync("nod", new { contributionId = second, on = true }));
        await Then(chen.SendAsync("nod", new { contributionId = second, on = true }));
        await Then(chen.SendAsync("nod", new { contributionId = second, on = false }));
        await Then(bo.SendAsync("editContribution", new { contributionId = first, text = "No clear roles" }));
        await Then(Lead("hide", new { contributionId = third, hidden = true, reason = "Off topic" }));
        vanished.AddRange(["Zebra crossing", "Off topic"]);
        await Then(Lead("startTimer", new { seconds = 300 }));
        await Then(Lead("addTime", new { seconds = 60 }));
        await Then(Lead("moveToStep", new { activityId = "chain", step = "root-causes" }));
        var cause = await Then(Says(bo, "root-cause", "Nobody wrote them down", first));
        var other = await Then(Says(chen, "root-cause", "Everybody is new", first));
        var gone = await Then(Says(chen, "root-cause", "Quagga", first));
        await Then(Says(chen, "root-cause", "Money went elsewhere", second));
        await Then(chen.SendAsync("withdrawContribution", new { contributionId = gone }));
        vanished.Add("Quagga");
        await Then(Lead("moveToStep", new { activityId = "chain", step = "pick" }));
        await Then(Lead("pick", new { targetId = cause, picked = true }));
        await Then(Lead("pick", new { targetId = other, picked = true, replaces = cause }));
        await Then(Lead("moveToStep", new { activityId = "chain", step = "solutions" }));
        await Then(Says(bo, "solution", "A page each", other));
        await Then(Says(chen, "solution", "A wiki", other));
        await Then(Lead("park", new { contributionId = second, parked = true }));
        await Then(Lead("park", new { contributionId = second, parked = false }));
        await Then(Lead("joinContributions", new { contributionIds = new[] { first, second } }));
        await Then(Lead("undo", new { version = await room.VersionAsync() }));
        await Then(Lead("addActivity", new { method = "kick-start", before = "briefing" }));
        await Then(Lead("removeActivity", new { activityId = "chain-2" }));
        await Then(Lead("moveActivity", new { activityId = "next-steps", before = "briefing" }));
        await Then(Lead("setScreen", new { mode = "held" }));
        await Then(Says(chen, "solution", "A workshop", other));
        await Then(Lead("pick", new { targetId = cause, picked = true, replaces = other }));
        await Then(Lead("setScreen", new { mode = "blank" }));
        await Then(Lead("setScreen", new { mode = "live" }));
        await Then(bo.SendAsync("withdrawContribution", new { contributionId = first }));
        vanished.Add("No clear roles");
        await Then(Lead("changeSession", new { title = "Beyond", settings = new { names = "anonymous-to-room" } }));
        await Then(Lead("changeActivity",
            new
            {
                activityId = "chain",
                prompt = "What is in the way?",
                lanes = new[] { new { laneId = "challenge", title = "Hurdle" } }
            }));
        vanished.RemoveAll(t => t == "Zebra crossing");
        await Then(Lead("hide", new { contributionId = third, hidden = false }));
        await Then(chen.SendAsync("changeProfile", new { name = "Chen Wei" }));
        await Then(bo.SendAsync("setDone", new { activityId = "chain", step = "solutions", on = true }));
        var decision = await Then(Lead("recordDecision", new { text = "Write it down", fromIds = new[] { cause } }));
        await Then(Lead("startActivity", new { activityId = "next-steps" }));
        await Then(Says(bo, "next-step", "Start on Monday", activityId: "next-steps"));
        var action =
            await Then(Lead("recordAction",
            new { what = "Publish the page", owner = "Bo", due = "2026-12-18", fromIds = new[] { decision } }));
        await Then(Lead("changeAction", new { actionId = action, owner = (string?)null, confidence = 5 }));
        await Then(Lead("removeAction", new { actionId = action }));
        vanished.Add("Publish the page");
        await Then(Lead("startActivity", new { activityId = "chain" }));
        await Then(Lead("removeDelegate", new { delegateId = chen.Id, withContributions = true }));
        vanished.AddRange(["No budget", "A wiki", "Chen Wei"]);
        await Then(Lead("closeSession"));
        await Then(Lead("reopenSession"));

        Assert.Equal(2, both.Fetches);
    }

    [Fact]
    public async Task Whoever_follows_a_busy_room_ends_where_a_fetch_stands()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        var crowd = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => room.JoinAsync($"Delegate {i}")));
        var both = await Both.EnterAsync(server, room, crowd[0]);
        await using var _ = both;

        var answers =
            await Task.WhenAll(crowd
            .SelectMany(d =>
            Enumerable.Range(0, 20)
                .Select(i => d.SendAsync("contribute", new { activityId = "chain", laneId = "challenge", text = $"{d.Id} {i}" }))));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.Status));
        Assert.Equal(200, answers.Select(a => a.Version).Distinct().Count());
        await both.FollowAsync(await room.VersionAsync(), []);
        foreach (var one in crowd) one.Dispose();
    }

    [Fact]
    public async Task Many_who_come_back_at_once_get_a_view_as_new_as_the_session_was()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var bo = await room.JoinAsync();
        await using var phone = await HubClient.EnteredAsync(server.Address, room.Code, bo.Token);
        using var browser = Both.Browser(server, room, bo);
        var said = await bo.MustAsync("contribute", new { activityId = "chain", laneId = "challenge", text = "No clear roles" });

        var views = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Reply.OfAsync(browser.GetAsync($"j/{room.Code}/view"))));

        Assert.All(views, v =>
            Assert.True(v.Ok().Version >= said.Version && v.Text("html").Contains("No clear roles", StringComparison.Ordinal)));
    }

    /// <summary>A phone and a screen that follow one room.</summary>
    private sealed class Both(HubClient[] lines, Page[] pages, HttpClient browser) : IAsyncDisposable
    {
        public int Fetches => pages.Sum(p => p.Fetches);

        public static async Task<Both> EnterAsync(HubServer server, Room room, DelegateClient who)
        {
            var screen = await room.ScreenAsync();
            var phone = await HubClient.EnteredAsync(server.Address, room.Code, who.Token);
            var wall = await HubClient.EnteredAsync(server.Address, room.Code, screen.Text("token"));
            var browser = Browser(server, room, who);
            Page[] pages =
            [
                new(phone, async () => (await Reply.OfAsync(browser.GetAsync($"j/{room.Code}/view"))).Ok().Json),
                new(wall, async () => (await Reply.OfAsync(browser.GetAsync($"screen/{screen.Text("token")}/view"))).Ok().Json),
            ];
            foreach (var page in pages) await page.FetchAsync();
            return new([phone, wall], pages, browser);
        }

        public static HttpClient Browser(HubServer server, Room room, DelegateClient who)
        {
            var browser = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = server.Address };
            browser.DefaultRequestHeaders.Add("Cookie", $"wh-{room.Id}={who.Token}");
            return browser;
        }

        public async Task FollowAsync(long version, IReadOnlyCollection<string> vanished)
        {
            foreach (var page in pages)
            {
                await page.FollowAsync(version);
                var (fresh, html) = await page.FreshAsync();
                Assert.Equal(fresh, page.Version);
                Assert.Equal(html, page.Html);
                foreach (var word in vanished)
                {
                    Assert.DoesNotContain(word, html, StringComparison.Ordinal);
                    Assert.DoesNotContain(page.Pushed, p => p.Contains(word, StringComparison.Ordinal));
                }

                page.Pushed.Clear();
            }
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var line in lines) await line.DisposeAsync();
            browser.Dispose();
        }
    }
}
