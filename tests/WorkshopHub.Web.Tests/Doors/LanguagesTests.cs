using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Core;
using WorkshopHub.Web.Doors;

namespace WorkshopHub.Web.Tests.Doors;

/// <summary>One session, and everybody reads it in a language of their own.</summary>
public sealed class LanguagesTests(HubServer server) : IClassFixture<HubServer>
{
    private static readonly object Activity = new
    {
        id = "polyglot",
        title = new { en = "What drives us", de = "Was uns treibt", ar = "ما يدفعنا" },
        layout = "columns",
        lanes = new[] { new { id = "driver", title = new { en = "Driver", de = "Treiber", ar = "دافع" }, prompt =
            new { en = "What is it?", de = "Was ist es?", ar = "ما هو؟" } } },
        steps = new object[]
        {
            new { id = "say", kind = "collect", title = new { en = "Say", de = "Sagen", ar = "قل" }, collects = new[] { "driver" }, nods =
                true },
            new { id = "talk", kind = "discuss", title = new { en = "Talk", de = "Besprechen", ar = "ناقش" } },
        },
    };

    [Fact]
    public async Task One_session_serves_three_phones_in_three_languages_and_a_screen_in_one_of_its_own()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await RoomAsync(amara, "de");
        using var ada = await JoinAsync(room, "en-GB");
        using var bea = await JoinAsync(room, "ar");
        using var cem = await JoinAsync(room, "fr");
        var screen =
            (await amara.PostAsync($"{room.Path}/screens", new { name = "Left wall", language = "ar-EG" })).Is(HttpStatusCode.Created)
            .Text("token");
        var plain = (await amara.PostAsync($"{room.Path}/screens", new { name = "Right wall" })).Is(HttpStatusCode.Created).Text("token");
        await room.MustAsync("startActivity", new { activityId = "polyglot" });

        // As pages, whole and with the script's words.
        foreach (var (who, language, dir, prompt) in new[] { (ada, "en", "ltr", "What is it?"), (bea, "ar", "rtl", "ما هو؟"),
            (cem, "de", "ltr", "Was ist es?") })
        {
            var page = await PageAsync(who.Http, $"j/{room.Code}", $"wh-{room.Id}={who.Token}");
            Assert.Equal((language, dir), (page.DocumentElement.GetAttribute("lang"), page.DocumentElement.GetAttribute("dir")));
            Assert.Contains(prompt, page.Body!.TextContent, StringComparison.Ordinal);
            Assert.Equal(language, (await who.ViewAsync()).GetProperty("language").GetString());
        }

        foreach (var (token, language, title) in new[] { (screen, "ar", "ما يدفعنا"), (plain, "de", "Was uns treibt") })
        {
            var page = await PageAsync(ada.Http, $"screen/{token}", null);
            Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
            Assert.Contains(title, page.Body!.TextContent, StringComparison.Ordinal);
        }

        // As pushes, each drawn for its audience.
        await using var english = await HubClient.EnteredAsync(server.Address, room.Code, ada.Token);
        await using var arabic = await HubClient.EnteredAsync(server.Address, room.Code, bea.Token);
        await using var german = await HubClient.EnteredAsync(server.Address, room.Code, cem.Token);
        await using var wall = await HubClient.EnteredAsync(server.Address, "", screen);
        var moved = (await room.MustAsync("moveToStep", new { activityId = "polyglot", step = "talk" })).Version;
        foreach (var (line, step) in new[] { (english, "Talk"), (arabic, "ناقش"), (german, "Besprechen"), (wall, "ناقش") })
        {
            var pushed =
                string.Concat((await line.UntilAsync(moved)).SelectMany(c => c.GetProperty("pieces").EnumerateArray())
                .Select(p => p.TryGetProperty("html", out var html) ? WebUtility.HtmlDecode(html.GetString()) : ""));
            Assert.Contains(step, pushed, StringComparison.Ordinal);
            Assert.DoesNotContain(new[] { "Talk", "ناقش", "Besprechen" }.Where(s => s != step), s =>
                pushed.Contains(s, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Who_changes_language_is_told_to_fetch_and_so_are_those_who_follow_the_sessions()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await RoomAsync(amara, "en");
        await room.MustAsync("startActivity", new { activityId = "polyglot" });
        using var ada = await JoinAsync(room, null);
        using var bea = await JoinAsync(room, "ar");
        var token = (await room.ScreenAsync()).Text("token");
        await using var adas = await HubClient.EnteredAsync(server.Address, room.Code, ada.Token);
        await using var beas = await HubClient.EnteredAsync(server.Address, room.Code, bea.Token);
        await using var wall = await HubClient.EnteredAsync(server.Address, "", token);

        var german = (await room.MustAsync("changeSession", new { settings = new { language = "de" } })).Version;
        Assert.Equal(-1, (await adas.UntilAsync(german))[0].GetProperty("from").GetInt64());
        Assert.Equal(-1, (await wall.UntilAsync(german))[0].GetProperty("from").GetInt64());
        Assert.NotEqual(-1, (await beas.UntilAsync(german))[0].GetProperty("from").GetInt64());
        Assert.Equal("de", (await ViewAsync(ada.Http, $"j/{room.Code}/view", $"wh-{room.Id}={ada.Token}")).GetProperty("language")
            .GetString());
        Assert.Contains("Was uns treibt", (await ViewAsync(ada.Http, $"screen/{token}/view", null)).GetProperty("html").GetString(),
            StringComparison.Ordinal);

        var english = (await bea.MustAsync("changeProfile", new { language = "en" })).Version;
        Assert.Equal(-1, (await beas.UntilAsync(english))[0].GetProperty("from").GetInt64());
        Assert.Contains("What is it?", (await ViewAsync(bea.Http, $"j/{room.Code}/view", $"wh-{room.Id}={bea.Token}")).GetProperty("html")
            .GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_delegates_language_outlives_the_server()
    {
        var folder = Directory.CreateTempSubdirectory("workshophub-").FullName;
        string id, token, code;
        using (var first = HubServer.Start(dataDirectory: folder))
        {
            using var amara = await Facilitator.AmaraAsync(first);
            var room = await RoomAsync(amara, "en");
            using var ada = await JoinAsync(room, "ar");
            await room.MustAsync("startActivity", new { activityId = "polyglot" });
            (id, token, code) = (room.Id, ada.Token, room.Code);
        }

        using (var second = HubServer.Start(dataDirectory: folder))
        {
            var page = await PageAsync(second.Browser(), $"j/{code}", $"wh-{id}={token}");
            Assert.Equal("ar", page.DocumentElement.GetAttribute("lang"));
            Assert.Contains("ما هو؟", page.Body!.TextContent, StringComparison.Ordinal);
        }

        TemporaryFolder.Delete(folder);
    }

    [Fact]
    public async Task A_refusal_is_said_in_the_delegates_language_on_every_way_in()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await RoomAsync(amara, "en");
        await room.MustAsync("startActivity", new { activityId = "polyglot" });
        var words = server.Services.GetRequiredService<RefusalWords>();
        foreach (var language in new[] { "de", "ar", "en" })
        {
            using var ada = await JoinAsync(room, language);
            var expected = words.Say(RefusalKind.TextEmpty, language);
            var empty = new { activityId = "polyglot", laneId = "driver", text = " " };
            Assert.Equal(expected, (await ada.SendAsync("contribute", empty)).Text("detail"));
            await using var line = await HubClient.EnteredAsync(server.Address, room.Code, ada.Token);
            Assert.Equal(expected, (await line.SendAsync(Json.Command("contribute", empty))).GetProperty("message").GetString());

            using var form =
                new FormUrlEncodedContent(
                [new("type", "contribute"), new("commandId", Guid.NewGuid().ToString()), new("activityId", "polyglot"),
                new("laneId", "driver"), new("text", " ")]);
            using var request = new HttpRequestMessage(HttpMethod.Post, $"j/{room.Code}/send") { Content = form };
            request.Headers.Add("Cookie", $"wh-{room.Id}={ada.Token}");
            using var bare = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = server.Address };
            using var answer = await bare.SendAsync(request);
            var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
            Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
            Assert.Contains(expected, page.GetElementById("notice")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("", null, "de")]
    [InlineData("", "ar;q=0.5, fr, en-GB;q=0.9", "en")]
    [InlineData("", "fr, ar-EG", "ar")]
    [InlineData("", "fr", "de")]
    [InlineData("?lang=ar", "en", "ar")]
    [InlineData("?lang=fr", "en", "en")]
    [InlineData("?lang=%3Cscript%3E", null, "de")]
    public async Task The_way_in_speaks_what_was_chosen_else_the_browsers_else_the_sessions(string query, string? accepts, string language)
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await RoomAsync(amara, "de");
        using var browser = server.Browser();
        if (accepts is not null) browser.DefaultRequestHeaders.Add("Accept-Language", accepts);
        var page = await PageAsync(browser, $"j/{room.Code}{query}", null);
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(language, page.QuerySelector(".langs [aria-current]")!.GetAttribute("lang"));
        Assert.Equal(["English", "Deutsch", "العربية"], page.QuerySelectorAll(".langs a").Select(a => a.TextContent));

        // Followed as a browser without script would, and sent.
        var chosen = page.QuerySelectorAll(".langs a").Single(a => a.TextContent == "العربية").GetAttribute("href")!;
        var arabic = await PageAsync(browser, chosen, null);
        var fields =
            arabic.QuerySelectorAll("form[action$='/join'] input[type=hidden]")
            .ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "");
        using var form = new FormUrlEncodedContent(fields);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.PostAsync($"j/{room.Code}/join", form)).StatusCode);
        Assert.Equal("ar", (await PageAsync(browser, $"j/{room.Code}", null)).DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Who_neither_chose_nor_has_a_browser_that_says_follows_the_session()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await RoomAsync(amara, "de");
        using var browser = server.Browser();
        var join = await PageAsync(browser, $"j/{room.Code}", null);
        var fields =
            join.QuerySelectorAll("form[action$='/join'] input[type=hidden]")
            .ToDictionary(i => i.GetAttribute("name")!, i => i.GetAttribute("value") ?? "");
        using var form = new FormUrlEncodedContent(fields);
        await browser.PostAsync($"j/{room.Code}/join", form);
        await room.MustAsync("changeSession", new { settings = new { language = "ar" } });
        Assert.Equal("ar", (await PageAsync(browser, $"j/{room.Code}", null)).DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("/?lang=ar", "ar")]
    [InlineData("j/000000?lang=de", "de")]
    [InlineData("screen/nobody?lang=de", "de")]
    [InlineData("/", "en")]
    public async Task Pages_without_a_session_are_in_the_language_that_was_asked_for(string address, string language)
    {
        using var browser = server.Browser();
        using var answer = await browser.GetAsync(address);
        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
        Assert.Equal((language, language == "ar" ? "rtl" : "ltr"),
            (page.DocumentElement.GetAttribute("lang"), page.DocumentElement.GetAttribute("dir")));
    }

    [Fact]
    public async Task A_language_that_was_chosen_at_the_front_goes_along_with_the_code()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await RoomAsync(amara, "en");
        using var browser = server.Browser();
        var front = await PageAsync(browser, "?lang=ar", null);
        using var form = new FormUrlEncodedContent([new("code", room.Code)]);
        using var answer = await browser.PostAsync(front.QuerySelector("form")!.GetAttribute("action"), form);
        Assert.Equal($"/j/{room.Code}?lang=ar", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Without_script_a_profile_is_changed_by_a_form_in_which_empty_is_cleared()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await RoomAsync(amara, "en");
        using var browser = server.Browser();
        using var join = new FormUrlEncodedContent([new("commandId", Guid.NewGuid().ToString()), new("name", "Ada")]);
        await browser.PostAsync($"j/{room.Code}/join", join);
        var form = (await PageAsync(browser, $"j/{room.Code}", null)).QuerySelector("#profile form")!;
        Assert.Equal("Ada", form.QuerySelector("[name=name]")!.GetAttribute("value"));

        using var changed =
            new FormUrlEncodedContent(
            [new("type", "changeProfile"), new("commandId", form.QuerySelector("[name=commandId]")!.GetAttribute("value")!),
            new("return", "profile"), new("name", ""), new("language", "ar")]);
        using var answer = await browser.PostAsync(form.GetAttribute("action"), changed);
        Assert.Equal($"/j/{room.Code}#profile", answer.Headers.Location!.OriginalString);
        var after = await PageAsync(browser, $"j/{room.Code}", null);
        Assert.Equal("ar", after.DocumentElement.GetAttribute("lang"));
        Assert.Null(after.QuerySelector("#profile [name=name]")!.GetAttribute("value"));
        Assert.Equal("ar", after.QuerySelector("#profile [name=language][checked]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_screen_in_a_language_that_the_product_does_not_have_is_not_made()
    {
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await RoomAsync(amara, "en");
        (await amara.PostAsync($"{room.Path}/screens", new { language = "fr" })).IsRefused(422, "not-available");
        (await room.SendAsync("changeSession", new { settings = new { language = "fr" } })).IsRefused(422, "not-available");
    }

    private static async Task<Room> RoomAsync(Facilitator amara, string language)
    {
        var room = await amara.DraftAsync(new { language });
        await room.MustAsync("addActivity", new { activity = Activity });
        await room.MustAsync("openSession");
        return room;
    }

    private static async Task<DelegateClient> JoinAsync(Room room, string? language) =>
        DelegateClient
            .Of(room.Lead.Http.BaseAddress!, room.Code, (await room.JoinOnceAsync(new { commandId = Guid.NewGuid(), language }))
            .Is(HttpStatusCode.Created));

    private static async Task<IHtmlDocument> PageAsync(HttpClient browser, string address, string? cookie) =>
        new HtmlParser().ParseDocument(await GetAsync(browser, address, cookie));

    private static async Task<JsonElement> ViewAsync(HttpClient browser, string address, string? cookie) =>
        JsonDocument.Parse(await GetAsync(browser, address, cookie)).RootElement;

    private static async Task<string> GetAsync(HttpClient browser, string address, string? cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        using var answer = await browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }
}
