using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Tests.Doors;

namespace WorkshopHub.Web.Tests.Accounts;

/// <summary>Sign-ins as rows: what ends them, what they outlive, and what their owner sees.</summary>
public sealed partial class SignInsTests : IDisposable
{
    private const string Firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";

    private readonly FakeTimeProvider clock = HubServer.Clock();
    private readonly HubServer hub;

    public SignInsTests() => hub = HubServer.Start(time: clock);

    private SignIns SignIns => hub.Services.GetRequiredService<SignIns>();

    public void Dispose() => hub.Dispose();

    [Fact]
    public async Task SIGN_3_what_was_copied_before_signing_out_opens_nothing_after_it_nor_after_a_restart_of_memory()
    {
        using var browser = hub.Browser();
        using var signedIn = await HubServer.PostFormAsync(browser, "sign-in", "sign-in", Amara);
        using var copy = Cookies.Sending(hub, $"{Cookies.Name}={Cookies.Of(signedIn)}");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(copy, "console/account"));

        using var left = await HubServer.PostFormAsync(browser, "sign-out", "sign-out", []);

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(copy, "api/sessions"));
        SignIns.Forget();
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(copy, "api/sessions"));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(copy, "console/account"));
        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task SIGN_4_the_account_page_lists_each_browser_and_ends_one_the_others_or_all()
    {
        using var here = await hub.SignedInAsync();
        using var office = await SignedInAsync(Firefox);
        using var home = await SignedInAsync("curl/8.14");
        using var third = await SignedInAsync(null);

        var page = WebUtility.HtmlDecode(await here.GetStringAsync("console/account"));
        Assert.Contains("Firefox on Windows", page, StringComparison.Ordinal);
        Assert.Contains("curl/8.14", page, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(page, "this browser"));
        Assert.Equal(3, EndForm().Count(page));
        Assert.Contains($"Ends by {(clock.GetUtcNow() + SignIns.Longest):d MMMM yyyy, HH:mm} UTC", page, StringComparison.Ordinal);

        var one = (await ListAsync()).Single(x => x.Browser == "Firefox on Windows");
        using var ended = await HubServer.PostFormAsync(here, "console/account", $"end-{one.Id}", []);
        Assert.Contains("Firefox on Windows is signed out", WebUtility.HtmlDecode(await ended.Content.ReadAsStringAsync()),
            StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(office, "console"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(home, "console"));

        using var others = await HubServer.PostFormAsync(here, "console/account", "end-others", []);
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(home, "console"));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(third, "console"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(here, "console"));

        using var all = await HubServer.PostFormAsync(here, "console/account", "end-all", []);
        Assert.StartsWith("/sign-in", all.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(here, "console"));
        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task SIGN_4_nobody_sees_or_ends_the_sign_in_of_somebody_else()
    {
        using var amara = await hub.SignedInAsync();
        var mine = Assert.Single(await ListAsync());
        var cleo = await Cookies.AccountAsync(hub, "cleo@hub.example");
        await Cookies.OfNewSignInAsync(hub, cleo.Email!);

        Assert.False(await SignIns.EndAsync(new(cleo.Id), mine.Id));
        Assert.Equal(1, await SignIns.EndAllAsync(new(cleo.Id), except: null));
        Assert.Equal(mine.Id, Assert.Single(await ListAsync()).Id);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(amara, "console"));
    }

    [Fact]
    public async Task SIGN_4_of_too_many_the_one_that_was_not_used_for_the_longest_time_ends()
    {
        var amara = await Cookies.AmaraAsync(hub);
        var first = Secret.Hash(await SignIns.BeginAsync(amara, null));
        for (var i = 1; i < SignIns.Most; i++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await SignIns.BeginAsync(amara, null);
        }

        Assert.True(await SignIns.IsOnAsync(first));
        await SignIns.BeginAsync(amara, null);
        Assert.False(await SignIns.IsOnAsync(first));
        Assert.Equal(SignIns.Most, (await ListAsync()).Count);
    }

    [Fact]
    public async Task SIGN_5_what_is_used_goes_on_until_its_longest_and_what_is_not_ends_after_a_week()
    {
        using var used = Cookies.Sending(hub, $"{Cookies.Name}={await Cookies.OfNewSignInAsync(hub)}");
        using var left = Cookies.Sending(hub, $"{Cookies.Name}={await Cookies.OfNewSignInAsync(hub)}");
        var week = SignIns.Idle - TimeSpan.FromMinutes(1);
        for (var day = week; day < SignIns.Longest; day += week)
        {
            clock.Advance(week);
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(used, "console"));
            // Written down, and read again as after a start.
            await SignIns.WriteDownAsync();
            SignIns.Forget();
        }

        using var idle = await left.GetAsync("console");
        clock.Advance(SignIns.Longest - 4 * week);
        using var old = await used.GetAsync("console");

        Assert.Contains("ended=true", idle.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("ended=true", old.Headers.Location!.OriginalString, StringComparison.Ordinal);
        await SignIns.WriteDownAsync();
        Assert.DoesNotContain(Database.Rows(hub), x => x.Table == "SignIns");
    }

    [Fact]
    public async Task SIGN_6_a_new_password_ends_every_other_sign_in_at_once_and_no_api_token()
    {
        using var here = await hub.SignedInAsync();
        using var other = await hub.SignedInAsync();
        using var program = await hub.ApiAsync();

        using var changed =
            await HubServer
            .PostFormAsync(here, "console/account", "password", new() { ["Current"] = HubServer.Password, ["New"] = "a louder harbour" });
        using var away = await other.GetAsync("console");

        Assert.Contains("every other browser is signed out", await changed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("ended=true", away.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(other, ""));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(other, "sign-in"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(program, "api/sessions"));
        clock.Advance(SignIns.Fresh);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(here, "console"));
        Assert.Single(await ListAsync());
    }

    [Fact]
    public async Task SIGN_6_a_link_for_a_new_password_ends_all_and_an_account_that_is_removed_has_none()
    {
        var cleo = await Cookies.AccountAsync(hub, "cleo@hub.example");
        using var before = Cookies.Sending(hub, $"{Cookies.Name}={await Cookies.OfNewSignInAsync(hub, cleo.Email!)}");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(before, "console"));
        var invitations = hub.Services.GetRequiredService<Invitations>();
        var help = await invitations.HelpAsync(new((await Cookies.AmaraAsync(hub)).Id), cleo.Email, null);

        var used = await invitations.UseAsync(help.Token, null, "a bright lighthouse");
        Assert.NotNull(used.Account);
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(before, "console"));

        using var after = Cookies.Sending(hub, $"{Cookies.Name}={await Cookies.OfNewSignInAsync(hub, cleo.Email!, "a bright lighthouse")}");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(after, "console"));
        await using (var scope = hub.Services.CreateAsyncScope())
        {
            var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
            await accounts.DeleteAsync((await accounts.FindByIdAsync(cleo.Id))!);
        }

        clock.Advance(SignIns.Fresh);
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(after, "console"));
        Assert.DoesNotContain(Database.Rows(hub), x => x.Table == "SignIns");
    }

    [Fact]
    public async Task SIGN_8_nothing_in_the_files_opens_a_sign_in()
    {
        var secret = await SignIns.BeginAsync(await Cookies.AmaraAsync(hub), Firefox);
        var cookie = await Cookies.OfNewSignInAsync(hub);
        using var guess = Cookies.Sending(hub, $"{Cookies.Name}={Secret.Hash(secret)}");

        Assert.False(Database.Holds(hub, secret));
        Assert.False(Database.Holds(hub, cookie));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(guess, "console"));
    }

    [Fact]
    public async Task SIGN_9_while_rows_can_be_neither_read_nor_written_who_is_in_stays_in_and_what_ends_is_over()
    {
        using var stays = Cookies.Sending(hub, $"{Cookies.Name}={await Cookies.OfNewSignInAsync(hub)}");
        using var browser = hub.Browser();
        using var signedIn = await HubServer.PostFormAsync(browser, "sign-in", "sign-in", Amara);
        using var copy = Cookies.Sending(hub, $"{Cookies.Name}={Cookies.Of(signedIn)}");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(stays, "console"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(copy, "console"));
        using (Database.Hide(hub, "SignIns"))
        {
            clock.Advance(SignIns.Fresh);
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(stays, "console"));
            clock.Advance(TimeSpan.FromHours(3));
            await SignIns.WriteDownAsync();
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(stays, "console"));
            using var left = await HubServer.PostFormAsync(browser, "sign-out", "sign-out", []);
            Assert.Equal(HttpStatusCode.Redirect, left.StatusCode);
            Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(copy, "console"));
        }

        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(copy, "console"));
        await SignIns.WriteDownAsync();
        SignIns.Forget();
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(copy, "console"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(stays, "console"));
        Assert.Equal(clock.GetUtcNow(), Assert.Single(await ListAsync()).LastUsedAt);
    }

    [Fact]
    public async Task SIGN_10_signing_in_again_gives_the_browser_a_new_sign_in_and_ends_the_one_before()
    {
        using var browser = hub.Browser();
        var form = await browser.GetStringAsync("sign-in");
        using var first = await HubServer.SendFormAsync(browser, "sign-in", "sign-in", Amara, form);
        using var copy = Cookies.Sending(hub, $"{Cookies.Name}={Cookies.Of(first)}");
        var cleo = await Cookies.AccountAsync(hub, "cleo@hub.example");
        var invitations = hub.Services.GetRequiredService<Invitations>();
        var help = await invitations.HelpAsync(new((await Cookies.AmaraAsync(hub)).Id), cleo.Email, null);

        using var second =
            await HubServer
            .PostFormAsync(browser, $"invitation?token={help.Token}", "invitation", new() { ["Password"] = "a bright lighthouse" });

        Assert.Equal("/console", second.Headers.Location!.OriginalString);
        Assert.NotEqual(Cookies.Of(first), Cookies.Of(second));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(copy, "console"));
        Assert.Contains("cleo@hub.example", await browser.GetStringAsync("console/account"), StringComparison.Ordinal);
        Assert.Empty(await ListAsync());
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15",
        "Safari on Mac")]
    [InlineData("Mozilla/5.0 (iPad; CPU OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/137.0 Mobile/15E148 " +
        "Safari/604.1", "Chrome on iPad")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/137.0 Safari/537.36 Edg/137.0",
        "Edge on Windows")]
    [InlineData("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0 Mobile " +
        "Safari/537.36", "Samsung Internet on Android")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/137.0 Safari/537.36",
        "Chrome on Linux")]
    [InlineData("python-requests/2.32", "python-requests/2.32")]
    [InlineData("\u202e\u0007<b>\ufffe", "<b>")]
    [InlineData(" ", "A browser that does not say which")]
    [InlineData(null, "A browser that does not say which")]
    public void SIGN_4_a_browser_is_named_as_its_owner_knows_it(string? userAgent, string words) =>
        Assert.Equal(words, BrowserWords.Of(userAgent));

    [Fact]
    public void SIGN_4_a_browser_that_says_much_is_cut() =>
        Assert.Equal(BrowserWords.Longest, BrowserWords.Of(new string('x', 9_000)).Length);

    private static Dictionary<string, string> Amara => new() { ["Email"] = HubServer.Email, ["Password"] = HubServer.Password };

    private async Task<IReadOnlyList<SignIns.Listed>> ListAsync() => await SignIns.ListAsync(new((await Cookies.AmaraAsync(hub)).Id));

    private async Task<HttpClient> SignedInAsync(string? userAgent)
    {
        var browser = hub.Browser();
        if (userAgent is not null) browser.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", userAgent);
        using var answer = await HubServer.PostFormAsync(browser, "sign-in", "sign-in", Amara);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(path);
        return answer.StatusCode;
    }

    [GeneratedRegex("name=\"_handler\" value=\"end-[0-9a-f]{64}\"")]
    private static partial Regex EndForm();
}
