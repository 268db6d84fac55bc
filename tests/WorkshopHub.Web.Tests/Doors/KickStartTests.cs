using System.Net;
using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WorkshopHub.Web.Tests.Exports;

namespace WorkshopHub.Web.Tests.Doors;

/// <summary>The two rows of the forum's table, from an empty server to the summary, by programs alone.</summary>
public sealed class KickStartTests(HubServer server) : IClassFixture<HubServer>
{
    private static readonly string[] Sectors = ["Public", "Private"];

    private static readonly Row[] Rows =
    [
        new(
            "Poor scheduling and consensus management of IT Maintenance weekends",
            "Historical focus on technology impact due to cultural attitude of department",
            ["Involve business peers in the decision making process", "Create yearly plan",
                "Make business Units accountable for decision"]),
        new(
            "Business Stakeholders arrives with a technical solution",
            "Not involved in day to day business operations",
            ["“Hang out” at watercooler", "Invite business person for a “day in the life of…” discussion / show and tell",
                "Co-location 1 day per week"]),
    ];

    [Fact]
    public async Task A_session_that_is_made_answers_its_id_code_version_and_agenda()
    {
        using var amara = await Facilitator.AmaraAsync(server);

        var made = (await amara.PostAsync("api/sessions", new
        {
            title = "Beyond Service Partner",
            topic = "Next steps",
            method = "kick-start",
            settings = new { language = "en", names = "named", moderation = "off", ownDots = false, joinApproval = false },
        })).Is(HttpStatusCode.Created).Json;

        Assert.Equal(["id", "code", "version", "agenda"], made.Names());
        Assert.Matches("^[1-9][0-9]{5}$", made.GetProperty("code").GetString());
        Assert.Equal(1, made.GetProperty("version").GetInt64());
        var agenda = made.GetProperty("agenda");
        Assert.Equal(["briefing", "chain", "next-steps"], agenda.EnumerateArray().Select(a => a.GetProperty("activityId").GetString()));
        var chain = agenda.At("activityId", "chain");
        Assert.Equal(["activityId", "title", "layout", "prompt", "lanes", "steps", "names"], chain.Names());
        Assert.Equal("chain", chain.GetProperty("layout").GetString());
        var lane = chain.GetProperty("lanes").At("laneId", "root-cause");
        Assert.Equal(["laneId", "title", "prompt", "parentLaneId", "kind", "maxLength"], lane.Names());
        Assert.Equal(("challenge", "text", 250),
            (lane.GetProperty("parentLaneId").GetString(), lane.GetProperty("kind").GetString(), lane.GetProperty("maxLength").GetInt32()));
        var step = chain.GetProperty("steps").At("step", "pick");
        Assert.Equal(
            ["step", "kind", "title", "minutes", "collects", "answers", "nods", "dots", "maxPerTarget", "picks", "pickBudget",
                "visibility", "reveals"],
            step.Names());
        Assert.Equal(
            """{"step":"pick","kind":"decide","title":"Pick","minutes":10,"collects":[],"answers":[],"nods":true,"dots":0,"maxPerTarget":0,"picks":["root-cause"],"pickBudget":{"perParent":1},"visibility":"all","reveals":false}""",
            step.GetRawText());
    }

    [Fact]
    public async Task The_two_rows_of_the_forum_go_from_the_first_word_to_the_summary()
    {
        var log = new CapturedLog();
        using var talkative = HubServer.Start(CapturedLog.Everything);
        talkative.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        using var amara = await Facilitator.AmaraAsync(talkative);
        var room = await amara.DraftAsync(new { sectorQuestion = new { text = "Where do you work?", options = Sectors } });
        Assert.Equal(2, (await room.MustAsync("openSession")).Version);
        using var bo = await room.JoinAsync("Bo Lindqvist", "Public");
        using var chen = await room.JoinAsync("Chen Wei", "Private");
        using var dora = await room.JoinAsync();
        await room.MustAsync("startActivity", new { activityId = "chain" });

        var challenges = new List<string>();
        foreach (var row in Rows) challenges.Add(await SaidAsync(room, bo, "challenge", row.Challenge));
        var aside = await SaidAsync(room, chen, "challenge", "The coffee machine is broken");
        var nodded = await chen.MustAsync("nod", new { contributionId = challenges[0], on = true });
        await dora.MustAsync("nod", new { contributionId = challenges[0], on = true });
        Assert.Equal(2, (await room.ContributionAsync(challenges[0])).GetProperty("nods").GetInt32());
        Assert.Equal(["version"], nodded.Json.Names());
        await chen.MustAsync("withdrawContribution", new { contributionId = aside });

        await room.MoveAsync("root-causes");
        var causes = new List<string>();
        foreach (var (row, challenge) in Rows.Zip(challenges))
        {
            causes.Add(await SaidAsync(room, chen, "root-cause", row.Cause, challenge));
            await SaidAsync(room, dora, "root-cause", $"Something else behind “{row.Challenge[..8]}”", challenge);
        }

        await room.MoveAsync("pick");
        foreach (var cause in causes)
        {
            var picked = await room.MustAsync("pick", new { targetId = cause, picked = true });
            Assert.True((await room.ContributionAsync(cause)).GetProperty("picked").GetBoolean());
            Assert.Equal(picked.Version, await room.VersionAsync());
        }

        await room.MoveAsync("solutions");
        foreach (var (row, cause) in Rows.Zip(causes))
        {
            foreach (var solution in row.Solutions) await SaidAsync(room, bo, "solution", solution, cause);
        }

        await room.MustAsync("writeNote", new { contributionId = challenges[0], text = "Agreed by the whole table" });
        var decision = await room.MustAsync("recordDecision", new { text = "Business peers sit in the change board", fromIds = causes });
        await room.MustAsync("recordAction",
            new
            {
                what = "Publish a yearly plan",
                owner = "Bo Lindqvist",
                due = "2026-12-18",
                confidence = 4,
                fromIds = new[] { decision.Id }
            });
        var closed = await room.MustAsync("closeSession");

        Assert.Equal(closed.Version, (await room.EventsAsync()).GetArrayLength());
        await HasBothRowsAsync(room);
        Assert.Empty(log
            .Quoting([.. Rows.SelectMany(r => r.Solutions.Append(r.Challenge).Append(r.Cause)), "coffee machine",
            "Agreed by the whole table", "change board", "yearly plan", "Lindqvist", "Chen Wei", bo.Token, bo.RecoveryCode]));
        Assert.NotEmpty(log.Lines);
    }

    [Fact]
    public async Task A_delegate_sees_the_step_the_open_lanes_what_the_room_sees_and_the_own_with_its_state()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        var joined = (await room.JoinOnceAsync(new { name = "Bo" })).Is(HttpStatusCode.Created);
        Assert.Equal(["token", "delegateId", "sessionId", "recoveryCode", "version"], joined.Json.Names());
        Assert.Equal(room.Id, joined.Text("sessionId"));
        using var bo = DelegateClient.Of(amara.Http.BaseAddress!, room.Code, joined);
        var said = await bo.SayAsync("challenge", "No clear roles");

        var view = await bo.ViewAsync();

        Assert.Equal(await room.VersionAsync(), view.GetProperty("version").GetInt64());
        Assert.Equal("challenges", view.GetProperty("step").GetProperty("step").GetString());
        Assert.Equal(["challenge"], view.GetProperty("lanes").EnumerateArray().Select(l => l.GetProperty("laneId").GetString()));
        Assert.Equal("No clear roles", view.GetProperty("contributions").At("contributionId", said).GetProperty("text").GetString());
        await room.MustAsync("writeNote", new { contributionId = said, text = "For me alone" });
        await room.MustAsync("hide", new { contributionId = said, hidden = true, reason = "Twice" });
        view = await bo.ViewAsync();
        Assert.Equal(0, view.GetProperty("contributions").GetArrayLength());
        var own = view.GetProperty("own").At("contributionId", said);
        Assert.Equal(("hidden", "Twice"), (own.GetProperty("state").GetString(), own.GetProperty("reason").GetString()));
        Assert.DoesNotContain("For me alone", view.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("For me alone", (await room.ContributionAsync(said)).GetProperty("note").GetString());
    }

    [Fact]
    public async Task The_list_has_each_session_as_its_journal_stands()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var bo = await room.JoinAsync();
        var other = await amara.DraftAsync();
        await bo.SayAsync("challenge", "No clear roles");

        var list = (await amara.GetAsync("api/sessions")).Ok().Json;

        Assert.Equal(await room.VersionAsync(), list.At("id", room.Id).GetProperty("version").GetInt64());
        var ids = list.EnumerateArray().Select(s => s.GetProperty("id").GetString()).ToList();
        Assert.True(ids.IndexOf(room.Id) < ids.IndexOf(other.Id));
    }

    [Fact]
    public async Task Settings_are_answered_in_the_form_in_which_they_are_sent()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.DraftAsync(new { names = "named" });

        var settings = (await room.StateAsync()).GetProperty("settings");
        var back = await room.MustAsync("changeSession", new { settings });

        Assert.Equal(["language", "names", "moderation", "ownDots", "joinApproval"], settings.Names());
        Assert.Equal(1, back.Version);
    }

    [Fact]
    public async Task A_command_that_changes_nothing_answers_the_version_as_it_is()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var bo = await room.JoinAsync();
        var said = await bo.SayAsync("challenge", "No clear roles");
        var on = await bo.MustAsync("nod", new { contributionId = said, on = true });
        var other = await bo.SayAsync("challenge", "No budget");

        var again = await bo.MustAsync("nod", new { contributionId = said, on = true });

        Assert.Equal(on.Version + 1, again.Version);
        Assert.Equal(again.Version, await room.VersionAsync());
        Assert.Equal(again.Version, (await room.EventsAsync()).GetArrayLength());
        Assert.Equal(1, (await room.ContributionAsync(said)).GetProperty("nods").GetInt32());
        Assert.NotEqual(said, other);
    }

    [Fact]
    public async Task Lists_methods_and_sessions_have_the_promised_properties()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();

        var method = (await amara.GetAsync("api/methods")).Ok().Json.At("id", "kick-start");
        var listed = (await amara.GetAsync("api/sessions")).Ok().Json.At("id", room.Id);
        var state = await room.StateAsync();

        Assert.Equal(["id", "title", "purpose", "minutes", "activities"], method.Names());
        Assert.Equal("open", listed.GetProperty("stage").GetString());
        Assert.Equal(room.Code, state.GetProperty("code").GetString());
        Assert.Equal(3, state.GetProperty("version").GetInt64());
        Assert.Equal("challenges", state.GetProperty("now").GetProperty("step").GetString());
        Assert.Equal("kick-start", (await amara.GetAsync("api/methods/kick-start")).Ok().Text("id"));
        Assert.Equal(["screenId", "token", "url"], (await room.ScreenAsync()).Json.Names());
    }

    private static async Task<string> SaidAsync(Room room, DelegateClient by, string laneId, string text, string? parentId = null)
    {
        var before = await room.VersionAsync();
        var answer = await by.MustAsync("contribute", new { activityId = "chain", laneId, text, parentId });
        Assert.Equal(["version", "id"], answer.Json.Names());
        Assert.Equal(before + 1, answer.Version);
        Assert.Equal(text, (await room.ContributionAsync(answer.Id)).GetProperty("text").GetString());
        return answer.Id;
    }

    private static async Task HasBothRowsAsync(Room room)
    {
        var md = await SummaryAsync(room, "md", "text/markdown");
        var lines = System.Net.WebUtility.HtmlDecode(Encoding.UTF8.GetString(md).Replace("\\", "", StringComparison.Ordinal)).Split('\n');
        foreach (var row in Rows)
        {
            Assert.Single(lines, l => l.StartsWith('|') && row.Texts.All(t => l.Contains(t, StringComparison.Ordinal)));
        }

        var csv = Csv.Parse(Encoding.UTF8.GetString(await SummaryAsync(room, "csv", "text/csv")));
        foreach (var text in Rows.SelectMany(r => r.Texts)) Assert.Single(csv, r => r[csv[0].IndexOf("text")] == text);

        var json = JsonDocument.Parse(await SummaryAsync(room, "json", "application/json")).RootElement;
        var table = json.GetProperty("blocks").EnumerateArray()
            .Single(b => b.TryGetProperty("heads", out var heads) && heads[0].GetString() == "Challenge");
        Assert.Equal(["head", "blocks", "records"], json.Names());
        Assert.Equal(["Challenge", "Most significant root cause", "Solutions"], table.GetProperty("heads").EnumerateArray()
            .Select(h => h.GetString()));
        Assert.Equal(Rows.SelectMany(r => r.Texts), table.GetProperty("rows").EnumerateArray().SelectMany(r => r.EnumerateArray())
            .SelectMany(c => c.EnumerateArray()).Select(e => e.GetProperty("text").GetString()));

        using var docx =
            WordprocessingDocument
            .Open(new MemoryStream(
            await SummaryAsync(room, "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")), false);
        var rows = docx.MainDocumentPart!.Document!.Descendants<TableRow>().Select(r => r.InnerText).ToList();
        foreach (var row in Rows) Assert.Single(rows, r => row.Texts.All(t => r.Contains(t, StringComparison.Ordinal)));
        foreach (var text in (string[])["coffee machine", "Lindqvist has"])
        {
            Assert.DoesNotContain(rows, r => r.Contains(text, StringComparison.Ordinal));
        }
    }

    private static async Task<byte[]> SummaryAsync(Room room, string format, string contentType)
    {
        using var answer = await room.Lead.Http.GetAsync($"{room.Path}/summary?format={format}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(contentType, answer.Content.Headers.ContentType?.MediaType);
        Assert.Matches($"^beyond-service-partner-[0-9-]+\\.{format}$", answer.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.DoesNotContain("coffee machine", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        return bytes;
    }

    private sealed record Row(string Challenge, string Cause, string[] Solutions)
    {
        public IEnumerable<string> Texts => [Challenge, Cause, .. Solutions];
    }
}
