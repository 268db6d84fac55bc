using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Tests.Doors;

namespace WorkshopHub.Web.Tests.Accounts;

/// <summary>Whatever can be wrong with the console's cookie, at each kind of address.</summary>
public sealed class BadCookieTests(BadCookieTests.Venue venue) : IClassFixture<BadCookieTests.Venue>
{
    private readonly HubServer hub = venue.Hub;

    /// <summary>What is wrong, and whether it can ever be right again.</summary>
    public static TheoryData<string, bool> Failures => new()
    {
        { "ended", true },
        { "idle", true },
        { "a new stamp by somebody else's hand", true },
        { "the account is gone", true },
        { "rubbish", true },
        { "forged", true },
        { "cut off", true },
        { "in pieces that do not come", true },
        { "in more pieces than there is memory", true },
        { "as large as a header may be", true },
        { "from before sign-ins were rows", true },
        { "sealed by keys that nobody has", true },
        { "sealed, with nothing in it", true },
        { "sealed, by a secret that nobody was given", true },
        { "the database fails", false },
        { "the accounts cannot be read", false },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task SIGN_1_whatever_is_wrong_with_the_cookie_everybodys_addresses_answer_as_without_it(string failure, bool lasts)
    {
        var (cookies, undo) = await MakeAsync(failure);
        using var _ = undo;
        using var bad = Cookies.Sending(hub, cookies);
        using var none = Cookies.Sending(hub);
        foreach (var path in venue.Anonymous)
        {
            using var with = await bad.GetAsync(path);
            using var without = await none.GetAsync(path);
            Assert.Equal((path, without.StatusCode), (path, with.StatusCode));
            // A passing reason takes nothing away.
            if (!lasts) Assert.Null(Cookies.Of(with));
        }

        using var negotiated = await bad.PostAsync("hub/room/negotiate?negotiateVersion=1", null);
        Assert.Equal(HttpStatusCode.OK, negotiated.StatusCode);
        Assert.All(await venue.ByTokenAsync(bad), x => Assert.Equal(HttpStatusCode.OK, x));
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task SIGN_2_the_console_leads_to_sign_in_or_says_when_to_try_again_and_only_lasting_rubbish_is_taken_away(string failure,
        bool lasts)
    {
        var (cookies, undo) = await MakeAsync(failure);
        using var _ = undo;
        using var browser = Cookies.Sending(hub, cookies);
        foreach (var path in new[] { "console", "console/account", "console/methods", $"console/sessions/{venue.Room.Id}" })
        {
            using var page = await browser.GetAsync(path);
            Assert.Equal(lasts ? "" : null, Cookies.Of(page));
            Assert.Equal(lasts ? HttpStatusCode.Redirect : HttpStatusCode.ServiceUnavailable, page.StatusCode);
            if (lasts)
            {
                Assert.StartsWith("/sign-in?returnUrl=" + Uri.EscapeDataString("/" + path), page.Headers.Location!.OriginalString,
                    StringComparison.Ordinal);
            }
            else
            {
                Assert.True(page.Headers.RetryAfter!.Delta > TimeSpan.Zero);
                Assert.Contains("cannot be looked up just now", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }
        }

        var api = await Reply.OfAsync(browser.GetAsync("api/sessions"));
        if (lasts) api.IsRefused(401, "not-signed-in");
        else api.IsRefused(503, "sign-in-unavailable");
        using var form = new FormUrlEncodedContent([new("_handler", "sign-out")]);
        using var posted = await browser.PostAsync("sign-out", form);
        Assert.NotEqual(HttpStatusCode.InternalServerError, posted.StatusCode);
    }

    [Theory]
    [InlineData("ended", true)]
    [InlineData("idle", true)]
    [InlineData("rubbish", false)]
    public async Task SIGN_2_who_was_signed_in_is_told_so_and_signs_in_again_over_the_bad_cookie(string failure, bool told)
    {
        var (cookies, undo) = await MakeAsync(failure);
        using var _ = undo;
        using var bad = Cookies.Sending(hub, cookies);
        using var away = await bad.GetAsync("console/account");
        using var browser = hub.Browser();
        browser.DefaultRequestHeaders.Add("Cookie", cookies);

        var page = await browser.GetStringAsync(away.Headers.Location);
        using var back =
            await HubServer
            .PostFormAsync(hub.Browser(), away.Headers.Location!.ToString(), "sign-in",
            new() { ["Email"] = HubServer.Email, ["Password"] = HubServer.Password });

        Assert.Equal(told, page.Contains("You are not signed in here any more", StringComparison.Ordinal));
        Assert.Equal("/console/account", back.Headers.Location!.OriginalString);
        Assert.NotEmpty(Cookies.Of(back)!);
    }

    [Fact]
    public async Task SIGN_2_a_program_whose_token_cannot_be_looked_up_is_told_to_try_again()
    {
        using var amara = await hub.ApiAsync();
        using (Database.Hide(hub, "ApiTokens"))
        {
            (await Reply.OfAsync(amara.GetAsync("api/sessions"))).IsRefused(503, "sign-in-unavailable");
        }

        (await Reply.OfAsync(amara.GetAsync("api/sessions"))).Ok();
    }

    [Fact]
    public async Task SIGN_2_where_no_sign_in_can_be_written_the_form_says_so()
    {
        using var browser = hub.Browser();
        using (Database.Hide(hub, "SignIns"))
        {
            using var refused =
                await HubServer
                .PostFormAsync(browser, "sign-in", "sign-in", new() { ["Email"] = HubServer.Email, ["Password"] = HubServer.Password });
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.NotNull(refused.Headers.RetryAfter);
            Assert.Contains("cannot read or save", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using var later =
            await HubServer
            .PostFormAsync(browser, "sign-in", "sign-in", new() { ["Email"] = HubServer.Email, ["Password"] = HubServer.Password });
        Assert.Equal(HttpStatusCode.Redirect, later.StatusCode);
    }

    [Fact]
    public void SIGN_2_keys_that_cannot_be_read_just_now_make_no_rubbish()
    {
        var text = Cookies.Sealed(new EphemeralDataProtectionProvider().CreateProtector("x"));

        Assert.True(new SignInTicket(new Failing(new CryptographicException("x", new UnauthorizedAccessException()))).MayBeGoodAgain(text));
        Assert.True(new SignInTicket(new Failing(new CryptographicException("x", new IOException()))).MayBeGoodAgain(text));
        Assert.False(new SignInTicket(new Failing(new CryptographicException("the key is gone"))).MayBeGoodAgain(text));
        Assert.False(new SignInTicket(new Failing(new CryptographicException("x", new IOException()))).MayBeGoodAgain("%%%"));
        Assert.Null(new SignInTicket(new Failing(new CryptographicException("x", new IOException()))).Unprotect(text));
    }

    private async Task<(string[] Cookies, IDisposable? Undo)> MakeAsync(string failure)
    {
        var signIns = hub.Services.GetRequiredService<SignIns>();
        var keys = hub.Services.GetRequiredService<IDataProtectionProvider>();
        switch (failure)
        {
            case "ended":
                var ended = await Cookies.OfNewSignInAsync(hub);
                await signIns.EndAllAsync(new((await Cookies.AmaraAsync(hub)).Id), except: null);
                return One(ended);
            case "idle":
                var idle = await Cookies.OfNewSignInAsync(hub);
                venue.Clock.Advance(SignIns.Idle);
                return One(idle);
            case "a new stamp by somebody else's hand":
                var (_, stamped) = await SomebodyAsync();
                await ManageAsync(stamped.Account, (all, one) => all.UpdateSecurityStampAsync(one));
                return One(stamped.Cookie);
            case "the account is gone":
                var (_, gone) = await SomebodyAsync();
                await ManageAsync(gone.Account, (all, one) => all.DeleteAsync(one));
                return One(gone.Cookie);
            case "rubbish":
                return One("%7B%22x%22:1}");
            case "forged":
                var good = await Cookies.OfNewSignInAsync(hub);
                return One(good[..^6] + new string(good[^6..].Select(c => c == 'A' ? 'B' : 'A').ToArray()));
            case "cut off":
                return One((await Cookies.OfNewSignInAsync(hub))[..40]);
            case "in pieces that do not come":
                return ([$"{Cookies.Name}=chunks-7", $"{Cookies.Name}C1=abc"], null);
            case "in more pieces than there is memory":
                return One("chunks-2147483647");
            case "as large as a header may be":
                return One(new string('A', 30_000));
            case "from before sign-ins were rows":
                var before =
                    keys.CreateProtector("Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationMiddleware",
                    IdentityConstants.ApplicationScheme, "v2");
                var old = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, (await Cookies.AmaraAsync(hub)).Id)],
                    IdentityConstants.ApplicationScheme);
                return One(new TicketDataFormat(before).Protect(new(new(old), IdentityConstants.ApplicationScheme)));
            case "sealed by keys that nobody has":
                return One(Cookies
                    .Sealed(new EphemeralDataProtectionProvider().CreateProtector(SignInTicket.Purpose), new Claim(SignIns.Claim, "x")));
            case "sealed, with nothing in it":
                return One(Cookies.Sealed(keys.CreateProtector(SignInTicket.Purpose)));
            case "sealed, by a secret that nobody was given":
                return One(Cookies
                    .Sealed(keys.CreateProtector(SignInTicket.Purpose), new Claim(SignIns.Claim, WorkshopHub.Web.Accounts.Secret.New()),
                    new Claim(ClaimTypes.NameIdentifier, "x")));
            case "the database fails":
                var unread = await Cookies.OfNewSignInAsync(hub);
                signIns.Forget();
                return ([$"{Cookies.Name}={unread}"], Database.Hide(hub, "SignIns"));
            case "the accounts cannot be read":
                var unknown = await Cookies.OfNewSignInAsync(hub);
                signIns.Forget();
                return ([$"{Cookies.Name}={unknown}"], Database.Hide(hub, "AspNetUsers"));
            default:
                throw new ArgumentOutOfRangeException(nameof(failure));
        }
    }

    private async Task<(string Email, (Account Account, string Cookie))> SomebodyAsync()
    {
        var email = $"{Guid.NewGuid():n}@hub.example";
        var account = await Cookies.AccountAsync(hub, email);
        return (email, (account, await Cookies.OfNewSignInAsync(hub, email)));
    }

    private async Task ManageAsync(Account account, Func<UserManager<Account>, Account, Task<IdentityResult>> change)
    {
        await using var scope = hub.Services.CreateAsyncScope();
        var all = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        Assert.True((await change(all, (await all.FindByIdAsync(account.Id))!)).Succeeded);
    }

    private static (string[], IDisposable?) One(string value) => ([$"{Cookies.Name}={value}"], null);

    /// <summary>A server with an open session in a step that takes contributions.</summary>
    public sealed class Venue : IAsyncLifetime
    {
        private Doors.Facilitator? amara;
        private DelegateClient? ben;

        public FakeTimeProvider Clock { get; } = HubServer.Clock();

        public HubServer Hub { get; private set; } = null!;

        public string[] Anonymous { get; private set; } = [];

        internal Doors.Room Room { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Hub = HubServer.Start(time: Clock);
            amara = await Doors.Facilitator.AmaraAsync(Hub);
            Room = await amara.RoomAsync();
            ben = await Room.JoinAsync("Ben");
            var screen = await Room.ScreenAsync();
            Anonymous = [
                "", $"j/{Room.Code}", $"screen/{screen.Text("token")}", "favicon.svg", "console.css", "_framework/blazor.web.js",
                "sign-in", "sign-out", "setup", "nothing/here", $"api/join/{Room.Code}", "openapi/v1.json", "api/nothing",
            ];
        }

        /// <summary>A facilitator's program and a delegate's phone that send this cookie beside their tokens.</summary>
        internal async Task<IReadOnlyList<HttpStatusCode>> ByTokenAsync(HttpClient http)
        {
            var done = Json.Command("setDone", new { activityId = "chain", step = "challenges", on = true }).ToJsonString();
            HttpRequestMessage[] requests =
            [
                new(HttpMethod.Get, "api/sessions") { Headers = { Authorization = amara!.Http.DefaultRequestHeaders.Authorization } },
                new(HttpMethod.Get, $"api/join/{Room.Code}") { Headers =
                    { Authorization = ben!.Http.DefaultRequestHeaders.Authorization } },
                new(HttpMethod.Post, $"api/join/{Room.Code}/commands")
                {
                    Headers = { Authorization = ben.Http.DefaultRequestHeaders.Authorization },
                    Content = new StringContent(done, Encoding.UTF8, "application/json"),
                },
            ];
            var answers = new List<HttpStatusCode>();
            foreach (var request in requests)
            {
                using var answer = await http.SendAsync(request);
                answers.Add(answer.StatusCode);
                request.Dispose();
            }

            return answers;
        }

        public ValueTask DisposeAsync()
        {
            ben?.Dispose();
            amara?.Dispose();
            Hub.Dispose();
            return ValueTask.CompletedTask;
        }
    }

    private sealed class Failing(Exception failure) : IDataProtector
    {
        public IDataProtector CreateProtector(string purpose) => this;

        public byte[] Protect(byte[] plaintext) => throw failure;

        public byte[] Unprotect(byte[] protectedData) => throw failure;
    }
}
