using System.Text;
using System.Text.Json;

namespace WorkshopHub.Web.Tests.Doors;

/// <summary>
/// Two teams that must not see each other's lists before the reveal: every way in is tried, for each side and for somebody
/// of neither, and none has the other side's words, nor where the dots lie. Afterwards every one of them has.
/// </summary>
public sealed class CoveredRoomTests(HubServer server) : IClassFixture<HubServer>
{
    private const string OfIt = "Quokka";
    private const string OfBusiness = "Numbat";

    private static readonly string[] Formats = ["md", "csv", "json"];

    private static Dictionary<string, string> Titled(string title) => new() { ["en"] = title };

    private static object Lane(string id, string team) => new { id, title = Titled(id), prompt = Titled(id), team };

    // Columns show whatever they are given, so that nothing is missing for lack of a place.
    private static readonly object Mutual = new
    {
        id = "mutual",
        title = Titled("Mutual expectations"),
        layout = "columns",
        teams = new[] { new { id = "it", title = Titled("IT") }, new { id = "business", title = Titled("The business") } },
        lanes = new[] { Lane("from-it", "it"), Lane("from-business", "business") },
        steps = new object[]
        {
            new { id = "write", kind = "collect", title = Titled("Write"), collects = new[] { "from-it", "from-business" }, nods =
                true, visibility = "team" },
            new { id = "dots", kind = "vote", title = Titled("Vote"), dots = 3, maxPerTarget = 3, nods = true },
            new { id = "reveal", kind = "reveal", title = Titled("Reveal"), reveals = true },
        },
    };

    [Fact]
    public async Task Before_the_reveal_no_way_in_has_the_other_sides_words_and_afterwards_every_one_has()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.DraftAsync();
        await room.MustAsync("addActivity", new { activity = Mutual });
        await room.MustAsync("openSession");
        await room.MustAsync("startActivity", new { activityId = "mutual" });
        using var ida = await room.JoinAsync("Ida");
        using var bea = await room.JoinAsync("Bea");
        using var noor = await room.JoinAsync("Noor");
        await ida.MustAsync("takeTeam", new { activityId = "mutual", team = "it" });
        await bea.MustAsync("takeTeam", new { activityId = "mutual", team = "business" });
        await using var ofIda = await Eyes.OpenAsync(server, room, ida);
        await using var ofBea = await Eyes.OpenAsync(server, room, bea);
        await using var ofNoor = await Eyes.OpenAsync(server, room, noor);
        await using var wall = await Eyes.OpenWallAsync(server, room);

        var quokka = (await ida.MustAsync("contribute", new { activityId = "mutual", laneId = "from-it", text = $"{OfIt} in a week" })).Id;
        var numbat =
            (await bea.MustAsync("contribute",
            new { activityId = "mutual", laneId = "from-business", text = $"{OfBusiness} in our language" })).Id;
        await ida.MustAsync("nod", new { contributionId = quokka, on = true });
        (await bea.SendAsync("nod", new { contributionId = quokka, on = true })).IsRefused(404, "no-such-contribution");
        await room.MustAsync("recordDecision", new { text = "We decide", fromIds = new[] { quokka } });
        // A theme's title says what its words are about.
        var theme = (await room
            .MustAsync("createTheme", new { activityId = "mutual", title = $"About the {OfIt}", contributionIds = new[] { quokka } })).Id;
        await CoveredAsync();
        await room.MustAsync("removeTheme", new { themeId = theme });
        await room.MustAsync("moveToStep", new { activityId = "mutual", step = "dots" });
        (await bea.SendAsync("placeDots", new { targetId = quokka, dots = 2 })).IsRefused(404, "no-such-contribution");
        await ida.MustAsync("placeDots", new { targetId = quokka, dots = 2 });
        await bea.MustAsync("placeDots", new { targetId = numbat, dots = 1 });
        await ida.MustAsync("editContribution", new { contributionId = quokka, text = $"{OfIt} at once" });
        await CoveredAsync();
        Assert.All(await VotesAsync(), v => Assert.Equal((2, true), (v.GetProperty("voted").GetInt32(), Covered(v))));

        await room.MustAsync("moveToStep", new { activityId = "mutual", step = "reveal" });

        foreach (var eyes in new[] { ofIda, ofBea, ofNoor, wall })
        {
            var seen = await eyes.SeenAsync(await room.VersionAsync());
            Assert.Contains(OfIt, seen.Shown, StringComparison.Ordinal);
            Assert.Contains(OfBusiness, seen.Shown, StringComparison.Ordinal);
        }

        foreach (var format in Formats)
        {
            var summary = await SummaryAsync(format);
            Assert.Contains(OfIt, summary, StringComparison.Ordinal);
            Assert.Contains(OfBusiness, summary, StringComparison.Ordinal);
        }

        Assert.All(await VotesAsync(), v =>
            Assert.Equal([(quokka, 2), (numbat, 1)], v.GetProperty("tallies").EnumerateArray()
                .Select(t => (t.GetProperty("targetId").GetString()!, t.GetProperty("dots").GetInt32()))));

        async Task CoveredAsync()
        {
            var version = await room.VersionAsync();
            foreach (var (eyes, own, never) in new[] { (ofIda, OfIt, OfBusiness), (ofBea, OfBusiness, OfIt) })
            {
                var seen = await eyes.SeenAsync(version);
                Assert.Contains(own, seen.Shown, StringComparison.Ordinal);
                Assert.DoesNotContain(never, seen.All, StringComparison.Ordinal);
            }

            foreach (var eyes in new[] { ofNoor, wall })
            {
                var seen = await eyes.SeenAsync(version);
                Assert.DoesNotContain(OfIt, seen.All, StringComparison.Ordinal);
                Assert.DoesNotContain(OfBusiness, seen.All, StringComparison.Ordinal);
            }

            foreach (var format in Formats)
            {
                var summary = await SummaryAsync(format);
                Assert.DoesNotContain(OfIt, summary, StringComparison.Ordinal);
                Assert.DoesNotContain(OfBusiness, summary, StringComparison.Ordinal);
            }

            using var scribe = await room.WithRoleAsync(server, "scribe");
            foreach (var http in new[] { ida.Http, bea.Http, scribe.Http })
            {
                var refused = await Reply.OfAsync(http.GetAsync($"{room.Path}/events"));
                Assert.True((int)refused.Status is 401 or 403 or 404, $"{refused.Status}");
            }
        }

        async Task<string> SummaryAsync(string format) =>
            Encoding.UTF8.GetString((await amara.GetAsync($"{room.Path}/summary?format={format}")).Ok().Bytes);

        async Task<JsonElement[]> VotesAsync() =>
            [.. (await Task.WhenAll(ida.ViewAsync(), bea.ViewAsync(), noor.ViewAsync(), room.StateAsync()))
                .Select(v => v.GetProperty("votes")[0])];
    }

    private static bool Covered(JsonElement vote) =>
        !vote.TryGetProperty("tallies", out var tallies) || tallies.ValueKind == JsonValueKind.Null;

    /// <summary>Every way in which one phone or screen can see something.</summary>
    private sealed class Eyes(HubClient line, Page page, IReadOnlyList<string> ways, HttpClient http) : IAsyncDisposable
    {
        public static async Task<Eyes> OpenAsync(HubServer server, Room room, DelegateClient who)
        {
            // As a browser and as a program: cookie and bearer.
            var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = server.Address };
            http.DefaultRequestHeaders.Add("Cookie", $"wh-{room.Id}={who.Token}");
            http.DefaultRequestHeaders.Authorization = new("Bearer", who.Token);
            var line = await HubClient.EnteredAsync(server.Address, room.Code, who.Token);
            return await StartAsync(line, http, $"j/{room.Code}/view",
                [$"api/join/{room.Code}", $"j/{room.Code}", $"j/{room.Code}/view", $"j/{room.Code}/mine"]);
        }

        public static async Task<Eyes> OpenWallAsync(HubServer server, Room room)
        {
            var token = (await room.ScreenAsync()).Text("token");
            var http = new HttpClient { BaseAddress = server.Address };
            return await StartAsync(await HubClient.EnteredAsync(server.Address, room.Code, token), http, $"screen/{token}/view",
                [$"screen/{token}", $"screen/{token}/view"]);
        }

        /// <summary>What is shown now, and all that has come by any way since it was last asked.</summary>
        public async Task<(string Shown, string All)> SeenAsync(long version)
        {
            await page.FollowAsync(version);
            var all = new StringBuilder(page.Html).AppendJoin('\n', page.Pushed);
            page.Pushed.Clear();
            foreach (var way in ways) all.Append(await (await http.GetAsync(way)).EnsureSuccessStatusCode().Content.ReadAsStringAsync());
            return (page.Html, all.ToString());
        }

        public async ValueTask DisposeAsync()
        {
            await line.DisposeAsync();
            http.Dispose();
        }

        private static async Task<Eyes> StartAsync(HubClient line, HttpClient http, string view, IReadOnlyList<string> ways)
        {
            var page = new Page(line, async () => (await Reply.OfAsync(http.GetAsync(view))).Ok().Json);
            await page.FetchAsync();
            return new(line, page, ways, http);
        }
    }
}
