using System.Net;
using System.Text.RegularExpressions;

namespace WorkshopHub.Web.Tests.Doors;

/// <summary>
/// The product below a path of its host: no address leads out of it, whether a proxy leaves the path on or takes it away.
/// </summary>
public sealed partial class BelowPathTests
{
    private const string Site = "/rooms/work-shop";

    [Theory]
    [InlineData(Site)]
    [InlineData("")]
    public async Task RUN_5_every_address_in_every_page_begins_with_the_path(string asked)
    {
        using var server = HubServer.Start(new() { ["WorkshopHub:PublicUrl"] = "https://hub.example" + Site });
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        var made = await room.ScreenAsync();
        using var phone = server.Browser();
        using var joined = await phone.PostAsync($"{asked}/j/{room.Code}/join", new FormUrlEncodedContent([]));
        Assert.Equal($"{Site}/j/{room.Code}", joined.Headers.Location!.OriginalString);
        Assert.Contains($"path={Site};", Assert.Single(joined.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
        phone.DefaultRequestHeaders.Add("Cookie", Assert.Single(joined.Headers.GetValues("Set-Cookie")).Split(';')[0]);
        using var signedIn = await SignedInAsync(server);

        foreach (var page in (string[])["/", "/j/000000", $"/j/{room.Code}/manifest.webmanifest", $"/screen/{made.Text("token")}",
            "/sign-in", "/nowhere", "/openapi/v1.json"])
        {
            await NoneLeadsOutAsync(phone, asked + page);
        }

        await NoneLeadsOutAsync(phone, $"{asked}/j/{room.Code}");
        using var stranger = server.Browser();
        await NoneLeadsOutAsync(stranger, $"{asked}/j/{room.Code}");
        foreach (var page in (string[])["/console", "/console/new", "/console/methods", "/console/account", $"/console/sessions/{room.Id}",
            $"/console/sessions/{room.Id}/prepare"])
        {
            await NoneLeadsOutAsync(signedIn, asked + page);
            using var sent = await stranger.GetAsync(asked + page);
            Assert.Equal($"{Site}/sign-in?returnUrl={Uri.EscapeDataString(Site + page)}", sent.Headers.Location!.OriginalString);
        }

        Assert.Equal($"https://hub.example{Site}/screen/{made.Text("token")}", made.Text("url"));
        // Where an address may be broken over two lines, there is a mark in it.
        var shown = Mark().Replace(await stranger.GetStringAsync($"{asked}/screen/{made.Text("token")}"), "");
        Assert.Contains($"hub.example{Site}", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RUN_5_what_pages_load_is_there_and_the_hub_is_too()
    {
        using var server = HubServer.Start(new() { ["WorkshopHub:PublicUrl"] = "https://hub.example" + Site });
        using var amara = await Facilitator.AmaraAsync(server);
        var room = await amara.RoomAsync();
        using var bo = await room.JoinAsync();
        using var anybody = server.Browser();

        foreach (var page in (string[])[$"{Site}/j/{room.Code}", $"{Site}/screen/{(await room.ScreenAsync()).Text("token")}",
            $"{Site}/sign-in"])
        {
            var html = await anybody.GetStringAsync(page);
            foreach (var address in Loaded().Matches(html).Select(m => new Uri(new Uri(server.Address, $"{Site}/"), m.Groups[1].Value))
                .Distinct())
            {
                using var file = await anybody.GetAsync(address);
                Assert.True(file.StatusCode == HttpStatusCode.OK, $"{page}: {address}: {file.StatusCode}");
                if (!address.AbsolutePath.EndsWith(".css", StringComparison.Ordinal)) continue;
                foreach (Match font in InStyle().Matches(await file.Content.ReadAsStringAsync()))
                {
                    var from = new Uri(address, font.Groups[1].Value);
                    Assert.StartsWith($"{Site}/", from.AbsolutePath, StringComparison.Ordinal);
                    Assert.Equal(HttpStatusCode.OK, (await anybody.GetAsync(from)).StatusCode);
                }
            }
        }

        await using var line = await HubClient.EnteredAsync(new Uri(server.Address, $"{Site}/"), room.Code, bo.Token);
        Assert.Equal(HttpStatusCode.OK, (await anybody.GetAsync($"{Site}/hub/instance")).StatusCode);
    }

    [Fact]
    public void RUN_5_the_set_up_link_leads_below_the_path_on_this_machine_too()
    {
        using var server =
            HubServer.Start(
            new()
            {
                ["WorkshopHub:PublicUrl"] = "https://hub.example" + Site,
                ["WorkshopHub:Setup:Email"] =
            "",
                ["WorkshopHub:Setup:Password"] = ""
            });

        Assert.Contains($"{server.Address.GetLeftPart(UriPartial.Authority)}{Site}/setup?token=", server.Terminal.ToString(),
            StringComparison.Ordinal);
        Assert.Contains($"https://hub.example{Site}/setup?token=", server.Terminal.ToString(), StringComparison.Ordinal);
    }

    private static async Task<HttpClient> SignedInAsync(HubServer server)
    {
        var browser = server.Browser();
        using var answer =
            await HubServer
            .PostFormAsync(browser, $"{Site}/sign-in", "sign-in", new() { ["Email"] = HubServer.Email, ["Password"] = HubServer.Password });
        Assert.Equal($"{Site}/console", answer.Headers.Location!.OriginalString);
        // To send it also where a proxy has taken the path away.
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("workshophub=", StringComparison.Ordinal));
        Assert.Contains($"path={Site};", cookie, StringComparison.Ordinal);
        browser.Dispose();
        var again = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = server.Address
        };
        again.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);
        return again;
    }

    private static async Task NoneLeadsOutAsync(HttpClient browser, string page)
    {
        using var answer = await browser.GetAsync(page);
        Assert.False(answer.StatusCode is >= HttpStatusCode.InternalServerError
            or (>= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest),
            $"{page}: {answer.StatusCode} {answer.Headers.Location}");
        var text = await answer.Content.ReadAsStringAsync();
        var leading = Leading().Matches(text).Select(m => m.Groups[1].Value).ToList();
        Assert.True(leading.TrueForAll(a => a.StartsWith($"{Site}/", StringComparison.Ordinal) || a == Site),
            $"{page}: {string.Join(' ', leading.Where(a => !a.StartsWith($"{Site}/", StringComparison.Ordinal)))}");
        if (text.Contains("<base ", StringComparison.Ordinal)) Assert.Contains($"<base href=\"{Site}/\"", text, StringComparison.Ordinal);
        else if (answer.Content.Headers.ContentType?.MediaType == "text/html")
        {
            Assert.Contains(leading, a => a.StartsWith(Site, StringComparison.Ordinal));
        }
    }

    // Addresses from the root of the host, in attributes of a page and in a manifest. Not the paths of the API's description.
    [GeneratedRegex(@"(?:=""|""(?:id|src|start_url|scope|url)"":\s?"")(/[^""]*)""")]
    private static partial Regex Leading();

    [GeneratedRegex(@"(?:src|href|-js)=""([^""]+\.(?:js|css|svg|png|webmanifest)[^""]*)""")]
    private static partial Regex Loaded();

    [GeneratedRegex("<wbr ?/?>")]
    private static partial Regex Mark();

    [GeneratedRegex(@"url\(""?([^"")#]+)""?\)")]
    private static partial Regex InStyle();
}
