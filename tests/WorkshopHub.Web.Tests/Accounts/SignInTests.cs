using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace WorkshopHub.Web.Tests.Accounts;

public sealed class SignInTests(HubServer hub) : IClassFixture<HubServer>
{
    [Fact]
    public async Task Signed_out_the_console_leads_to_sign_in_and_back_afterwards()
    {
        using var browser = hub.Browser();

        using var away = await browser.GetAsync("console/account");
        using var back =
            await HubServer
            .PostFormAsync(browser, away.Headers.Location!.ToString(), "sign-in", Fields(HubServer.Email, HubServer.Password));

        Assert.Equal("/sign-in?returnUrl=%2Fconsole%2Faccount", away.Headers.Location!.OriginalString);
        Assert.Equal("/console/account", back.Headers.Location!.OriginalString);
    }

    [Fact]
    public void Every_page_below_the_console_needs_a_sign_in()
    {
        using var browser = hub.Browser();
        var pages = hub.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(x => x.RoutePattern.RawText!.TrimStart('/').Split('/')[0] == "console").ToList();

        Assert.NotEmpty(pages);
        Assert.All(pages, x => Assert.NotNull(x.Metadata.GetMetadata<IAuthorizeData>()));
    }

    [Fact]
    public async Task The_cookie_is_for_this_site_only_and_no_script_can_read_it()
    {
        using var browser = hub.Browser();

        using var answer = await HubServer.PostFormAsync(browser, "sign-in", "sign-in", Fields(HubServer.Email, HubServer.Password));

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), x => x.StartsWith("workshophub=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("secure", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(HubServer.Email, "a quiet harbours")]
    [InlineData("nobody@hub.example", HubServer.Password)]
    [InlineData("", "")]
    public async Task A_wrong_password_and_a_wrong_email_look_the_same(string email, string password)
    {
        using var browser = hub.Browser();

        using var answer = await HubServer.PostFormAsync(browser, "sign-in", "sign-in", Fields(email, password));
        using var console = await browser.GetAsync("console");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("Email and password do not go together", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, console.StatusCode);
    }

    [Theory]
    [InlineData("https://elsewhere.example/console")]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    public async Task After_signing_in_nobody_is_sent_to_another_site(string returnUrl)
    {
        using var browser = hub.Browser();

        using var answer = await HubServer.PostFormAsync(
            browser, "sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl), "sign-in", Fields(HubServer.Email, HubServer.Password));

        Assert.Equal("/console", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_in_words()
    {
        using var browser = hub.Browser();

        using var form =
            new FormUrlEncodedContent(
                new Dictionary<string, string>
                { ["_handler"] = "sign-in", ["Email"] = HubServer.Email, ["Password"] = HubServer.Password });
        using var answer = await browser.PostAsync("sign-in", form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("too old to be sent", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_ends_it()
    {
        using var browser = await hub.SignedInAsync();
        using var before = await browser.GetAsync("console");

        using var left = await HubServer.PostFormAsync(browser, "sign-out", "sign-out", []);
        using var after = await browser.GetAsync("console");

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.Equal("/sign-in", left.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
    }

    [Fact]
    public async Task The_cookie_outlives_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("workshophub-").FullName;
        try
        {
            string cookie;
            using (var first = HubServer.Start(dataDirectory: folder))
            {
                using var browser = first.Browser();
                using var answer =
                    await HubServer.PostFormAsync(browser, "sign-in", "sign-in", Fields(HubServer.Email, HubServer.Password));
                cookie = answer.Headers.GetValues("Set-Cookie").Single(x => x.StartsWith("workshophub=", StringComparison.Ordinal))
                    .Split(';')[0];
            }

            using var second = HubServer.Start(dataDirectory: folder);
            using var request = new HttpRequestMessage(HttpMethod.Get, "console") { Headers = { { "Cookie", cookie } } };
            using var after =
                new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = second.Address };
            using var console = await after.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, console.StatusCode);
        }
        finally
        {
            TemporaryFolder.Delete(folder);
        }
    }

    private static Dictionary<string, string> Fields(string email, string password) => new() { ["Email"] = email, ["Password"] = password };
}
