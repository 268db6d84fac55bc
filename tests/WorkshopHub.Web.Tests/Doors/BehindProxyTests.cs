using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace WorkshopHub.Web.Tests.Doors;

/// <summary>What the whole program makes of what a proxy passes on, or of somebody who seems to be one.</summary>
public sealed class BehindProxyTests
{
    private const int Guesses = 20;
    private const string PublicUrl = "https://hub.example";

    [Theory]
    [InlineData(null, null)]
    [InlineData("10.0.0.5", "true")] // we come from 127.0.0.1, which is not it
    public async Task RUN_2_nobody_who_is_no_known_proxy_chooses_an_address(string? proxies, string? on)
    {
        using var server = HubServer.Start(Settings(proxies, on));
        using var guesser = server.Browser();

        for (var i = 0; i < Guesses; i++) (await GuessAsync(guesser, $"203.0.113.{i}")).IsRefused(404, "no-such-code");

        (await GuessAsync(guesser, "203.0.113.99")).IsRefused(429, "too-many-attempts");
        (await GuessAsync(guesser, "127.0.0.1")).IsRefused(429, "too-many-attempts");
    }

    [Fact]
    public async Task RUN_2_behind_a_known_proxy_each_counts_for_themselves_whatever_they_put_before_it()
    {
        using var server = HubServer.Start(Settings(null, "true"));
        using var proxy = server.Browser();

        for (var i = 0; i < Guesses; i++) (await GuessAsync(proxy, $"198.51.100.{i}, 203.0.113.7")).IsRefused(404, "no-such-code");

        (await GuessAsync(proxy, "198.51.100.99, 203.0.113.7")).IsRefused(429, "too-many-attempts");
        (await GuessAsync(proxy, "198.51.100.99, ::ffff:203.0.113.7")).IsRefused(429, "too-many-attempts");
        (await GuessAsync(proxy, "203.0.113.8")).IsRefused(404, "no-such-code");
    }

    [Fact]
    public async Task RUN_1_a_page_at_the_public_address_is_our_own_whatever_the_proxy_asks_for()
    {
        using var server = HubServer.Start(new() { ["WorkshopHub:PublicUrl"] = PublicUrl });
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var bo = await room.JoinAsync();
        var cookie = $"wh-{room.Id}={bo.Token}";

        foreach (var own in (string[])[PublicUrl, "https://HUB.example:443", server.Address.GetLeftPart(UriPartial.Authority)])
        {
            await using var line = await HubClient.ConnectAsync(server.Address, cookie, origin: own);
            await line.EnterAsync(room.Code, "");
            Assert.Equal(HttpStatusCode.OK, (await SendAsync(server, room.Code, cookie, own)).Status);
        }

        foreach (var foreign in (string[])["http://hub.example", "https://hub.example:8443", "https://hub.example.evil.example",
            "https://evil.example", "null", "https://hub.example/x"])
        {
            await using var line = await HubClient.ConnectAsync(server.Address, cookie, origin: foreign);
            var refused = await Assert.ThrowsAsync<HubException>(() => line.EnterAsync(room.Code, ""));
            Assert.Contains("foreign-origin", refused.Message, StringComparison.Ordinal);
            (await SendAsync(server, room.Code, cookie, foreign)).IsRefused(403, "foreign-origin");
        }
    }

    [Fact]
    public async Task RUN_1_the_log_says_what_to_set_and_is_not_filled()
    {
        var log = new CapturedLog();
        using var server = HubServer.Start(CapturedLog.Everything);
        server.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var bo = await room.JoinAsync();

        for (var i = 0; i < 5; i++) (await SendAsync(server, room.Code, $"wh-{room.Id}={bo.Token}", "https://hub.example"))
            .IsRefused(403, "foreign-origin");

        var said = Assert.Single(log.Quoting(["refused as another site's"]));
        foreach (var named in (string[])["https://hub.example", server.Address.Authority, "WorkshopHub__PublicUrl"])
        {
            Assert.Contains(named, said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task RUN_4_no_header_of_a_proxy_reaches_a_link()
    {
        using var server = HubServer.Start(Settings(null, "true"));
        using var proxy = server.Browser();
        foreach (var header in (string[])["Host", "X-Forwarded-Host", "X-Forwarded-Server", "X-Original-Host"])
        {
            proxy.DefaultRequestHeaders.TryAddWithoutValidation(header, "evil.example");
        }

        proxy.DefaultRequestHeaders.TryAddWithoutValidation("Forwarded", "for=203.0.113.7;host=evil.example;proto=https");
        proxy.DefaultRequestHeaders.TryAddWithoutValidation("X-Forwarded-Prefix", "/evil.example");
        proxy.DefaultRequestHeaders.TryAddWithoutValidation("X-Forwarded-For", "203.0.113.7");
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        var screen = (await room.ScreenAsync()).Text("token");

        foreach (var page in (string[])["", $"j/{room.Code}", $"screen/{screen}", "sign-in", "console",
            $"j/{room.Code}/manifest.webmanifest", "openapi/v1.json", "setup"])
        {
            using var answer = await proxy.GetAsync(page);
            Assert.DoesNotContain("evil.example", $"{answer.Headers}{await answer.Content.ReadAsStringAsync()}", StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("https", true)]
    [InlineData("http", false)]
    public async Task RUN_2_cookies_are_secure_where_the_proxy_says_that_browsers_use_https(string scheme, bool secure)
    {
        using var server = HubServer.Start(Settings(null, "true"));
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var phone = server.Browser();
        phone.DefaultRequestHeaders.Add("X-Forwarded-Proto", scheme);

        using var answer = await phone.PostAsync($"j/{room.Code}/join", new FormUrlEncodedContent([]));

        Assert.Equal(secure, Assert.Single(answer.Headers.GetValues("Set-Cookie")).Contains("secure", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task RUN_6_the_set_up_page_says_what_it_sees_and_what_is_wrong()
    {
        using var server =
            HubServer.Start(
            new(Settings("127.0.0.1", null))
            {
                ["WorkshopHub:PublicUrl"] = PublicUrl,
                ["WorkshopHub:Setup:Email"] =
            "",
                ["WorkshopHub:Setup:Password"] = ""
            });
        using var proxy = server.Browser();
        proxy.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        proxy.DefaultRequestHeaders.Add("X-Forwarded-Proto", "http");

        var wrong = await proxy.GetStringAsync("setup");
        proxy.DefaultRequestHeaders.Remove("X-Forwarded-Proto");
        proxy.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        proxy.DefaultRequestHeaders.Host = "hub.example";
        var right = await proxy.GetStringAsync("setup");

        Assert.Contains("data-test=\"reach-no-scheme\"", wrong, StringComparison.Ordinal);
        Assert.Contains("data-test=\"reach-host\"", wrong, StringComparison.Ordinal);
        foreach (var seen in (string[])["203.0.113.7", "127.0.0.1", "https://hub.example"])
        {
            Assert.Contains($"<bdi dir=\"ltr\">{seen}</bdi>", right, StringComparison.Ordinal);
        }

        Assert.Matches("data-test=\"reach-wrong\"[^>]* hidden", right);
    }

    private static Dictionary<string, string?> Settings(string? proxies, string? on) =>
        new() { ["WorkshopHub:KnownProxies"] = proxies, ["FORWARDEDHEADERS_ENABLED"] = on };

    private static async Task<Reply> GuessAsync(HttpClient http, string heard)
    {
        using var request =
            new HttpRequestMessage(HttpMethod.Post, "api/join/000000") { Content = JsonContent.Create(new { commandId = Guid.NewGuid() }) };
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", heard);
        return await Reply.OfAsync(http.SendAsync(request));
    }

    // As a phone without Sec-Fetch-Site sends it: on plain http browsers leave that out.
    private static async Task<Reply> SendAsync(HubServer server, string code, string cookie, string origin)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = server.Address };
        using var request =
            new HttpRequestMessage(HttpMethod.Post, $"j/{code}/commands")
            {
                Content = JsonContent.Create(Json.Command("contribute", new { activityId = "chain", laneId = "challenge", text = "Said" }))
            };
        request.Headers.Add("Cookie", cookie);
        request.Headers.TryAddWithoutValidation("Origin", origin);
        return await Reply.OfAsync(http.SendAsync(request));
    }
}
