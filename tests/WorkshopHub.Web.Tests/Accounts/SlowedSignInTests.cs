using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Web.Tests.Accounts;

/// <summary>What somebody who tries passwords can do to others: nothing.</summary>
public sealed partial class SlowedSignInTests : IDisposable
{
    private const string Fresh = "a louder harbour";

    private readonly CountingClock clock = new();
    private readonly HubServer hub;

    public SlowedSignInTests() => hub = HubServer.Start(time: clock);

    public void Dispose() => hub.Dispose();

    [Theory]
    [InlineData("page")]
    [InlineData("api")]
    public async Task SIGN_22_Wrong_passwords_for_the_owners_email_shut_nobody_out_but_who_tries_them(string door)
    {
        using var laptop = hub.BrowserAt("127.0.0.7");
        using var signedIn = await SignInAsync(laptop, HubServer.Password);
        using var left = await HubServer.PostFormAsync(laptop, "sign-out", "sign-out", []);
        using var attacker = hub.BrowserAt("127.0.0.7");
        for (var i = 0; i < SignInLimits.FreeForOne + 2; i++) (await TryAsync(attacker, door, HubServer.Email, $"guess {i}")).Dispose();

        using var guessed = await TryAsync(attacker, door, HubServer.Email.ToUpperInvariant(), HubServer.Password);
        using var known = await SignInAsync(laptop, HubServer.Password);
        using var elsewhere = hub.BrowserAt("127.0.0.8");
        using var strangerElsewhere = await TryAsync(elsewhere, door, HubServer.Email, HubServer.Password);
        clock.Advance(SignInLimits.OneMoreForOne);
        using var later = await TryAsync(attacker, door, HubServer.Email, HubServer.Password);

        // Nor does a right guess come through, which would tell that it was right.
        Assert.Equal(HttpStatusCode.TooManyRequests, guessed.StatusCode);
        Assert.Equal(SignInLimits.OneMoreForOne, guessed.Headers.RetryAfter!.Delta);
        Assert.Contains("Wait 120 seconds", await guessed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("/console", known.Headers.Location!.OriginalString);
        Assert.True(strangerElsewhere.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.Created);
        Assert.True(later.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.Created);
    }

    [Fact]
    public async Task SIGN_22_Where_an_address_has_used_up_its_tries_the_owner_still_signs_in_and_changes_the_password()
    {
        using var phone = await hub.SignedInAsync();
        using var laptop = await hub.SignedInAsync();
        using var left = await HubServer.PostFormAsync(laptop, "sign-out", "sign-out", []);
        await UseUpAsync();

        using var stranger = hub.Browser();
        using var slowed = await SignInAsync(stranger, HubServer.Password);
        using var known = await SignInAsync(laptop, HubServer.Password);
        using var changed =
            await HubServer
            .PostFormAsync(phone, "console/account", "password", new() { ["Current"] = HubServer.Password, ["New"] = Fresh });

        Assert.Equal(HttpStatusCode.TooManyRequests, slowed.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, known.StatusCode);
        Assert.Contains("The password is changed", await changed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SIGN_24_A_known_browser_is_no_sign_in_has_a_limit_and_ends_with_the_password()
    {
        using var thief = await hub.SignedInAsync();
        using var owner = await hub.SignedInAsync();
        using var left = await HubServer.PostFormAsync(thief, "sign-out", "sign-out", []);
        using var console = await thief.GetAsync("console");
        await UseUpAsync();

        for (var i = 0; i < SignInLimits.FreeForOne; i++)
        {
            using var guess = await SignInAsync(thief, $"guess {i}");
            Assert.Equal(HttpStatusCode.Unauthorized, guess.StatusCode);
        }

        using var slowed = await SignInAsync(thief, HubServer.Password);
        using var changed =
            await HubServer
            .PostFormAsync(owner, "console/account", "password", new() { ["Current"] = HubServer.Password, ["New"] = Fresh });
        clock.Advance(SignInLimits.OneMoreForKnown);
        await UseUpAsync();
        using var ended = await SignInAsync(thief, Fresh);

        Assert.Equal(HttpStatusCode.Redirect, console.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, slowed.StatusCode);
        Assert.Contains("The password is changed", await changed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.TooManyRequests, ended.StatusCode);
    }

    [Theory]
    [InlineData("page")]
    [InlineData("api")]
    public async Task SIGN_23_An_email_that_nobody_has_is_answered_like_one_that_somebody_has_however_often(string door)
    {
        using var one = hub.BrowserAt("127.0.0.7");
        using var other = hub.BrowserAt("127.0.0.8");

        for (var i = 0; i < SignInLimits.FreeForOne + 4; i++)
        {
            using var somebody = await TryAsync(one, door, HubServer.Email, $"guess {i}");
            using var nobody = await TryAsync(other, door, "brendan@hub.example", $"guess {i}");

            Assert.Equal(await WhatIsSaidAsync(somebody), await WhatIsSaidAsync(nobody));
            Assert.Equal(i < SignInLimits.FreeForOne ? HttpStatusCode.Unauthorized : HttpStatusCode.TooManyRequests, nobody.StatusCode);
        }
    }

    [Fact]
    public async Task SIGN_23_An_email_that_is_tried_from_everywhere_is_answered_alike_too()
    {
        var addresses = Enumerable.Range(0, (SignInLimits.FreeForAnEmail / 4) + 1).Select(i => hub.BrowserAt($"127.0.1.{i + 1}")).ToList();
        foreach (var at in addresses)
        {
            for (var i = 0; i < 4; i++)
            {
                using var somebody = await TryAsync(at, "api", HubServer.Email, "guess");
                using var nobody = await TryAsync(at, "api", "brendan@hub.example", "guess");
                Assert.Equal(await WhatIsSaidAsync(somebody), await WhatIsSaidAsync(nobody));
            }
        }

        using var newcomer = hub.BrowserAt("127.0.2.1");
        using var right = await TryAsync(newcomer, "api", HubServer.Email, HubServer.Password);
        using var wrong = await TryAsync(newcomer, "api", "brendan@hub.example", HubServer.Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, right.StatusCode);
        Assert.Equal(await WhatIsSaidAsync(right), await WhatIsSaidAsync(wrong));
        foreach (var at in addresses) at.Dispose();
    }

    [Fact]
    public async Task SIGN_20_Forty_wrong_sign_ins_at_once_are_refused_in_words_and_the_room_goes_on()
    {
        using var amara = await Doors.Facilitator.AmaraAsync(hub);
        var room = await amara.RoomAsync();
        using var bo = await room.JoinAsync();
        using var attacker = hub.BrowserAt("127.0.0.7");

        var flood = Enumerable.Range(0, 40).Select(i => TryAsync(attacker, "api", $"person{i}@hub.example", "guess")).ToList();
        await bo.SayAsync("challenge", "No clear roles");
        while (flood.Any(x => !x.IsCompleted))
        {
            // Those who are held back wait for this clock, each by a timer of their own.
            await Task.WhenAny(Task.WhenAll(flood), clock.TimerMadeAsync());
            clock.Advance(SignInLimits.HeldBackFor);
        }

        foreach (var answer in flood.Select(x => x.Result))
        {
            Assert.True(answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.TooManyRequests);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
            {
                Assert.True(answer.Headers.RetryAfter!.Delta >= TimeSpan.FromSeconds(1));
            }

            answer.Dispose();
        }

        Assert.Contains(flood, x => x.Result.StatusCode == HttpStatusCode.TooManyRequests);
    }

    [Theory]
    [InlineData("brendan\uFFFE@hub.example")]
    [InlineData("\uD800@hub.example")]
    public async Task A_text_that_is_no_email_is_a_wrong_one(string email)
    {
        using var browser = hub.Browser();

        using var answer = await TryAsync(browser, "page", email, HubServer.Password);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    /// <summary>
    /// Wrong passwords for emails that nobody has, from the address of <see cref="HubServer.Browser"/>, until it has to wait.
    /// </summary>
    private async Task UseUpAsync()
    {
        using var attacker = hub.Browser();
        for (var i = 0; i <= SignInLimits.FreeForAnAddress; i++)
        {
            using var answer = await TryAsync(attacker, "api", $"{Guid.NewGuid():n}@hub.example", "guess");
            if (answer.StatusCode == HttpStatusCode.TooManyRequests) return;
        }

        Assert.Fail("Nobody was slowed.");
    }

    /// <summary>A clock that says when somebody begins to wait for it.</summary>
    private sealed class CountingClock() : FakeTimeProvider(System.GetUtcNow())
    {
        private readonly Channel<ITimer> made = Channel.CreateUnbounded<ITimer>();

        public Task<ITimer> TimerMadeAsync() => made.Reader.ReadAsync().AsTask();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            made.Writer.TryWrite(timer);
            return timer;
        }
    }

    private static Task<HttpResponseMessage> SignInAsync(HttpClient browser, string password) =>
        TryAsync(browser, "page", HubServer.Email, password);

    private static Task<HttpResponseMessage> TryAsync(HttpClient browser, string door, string email, string password) => door == "page"
        ? HubServer.PostFormAsync(browser, "sign-in", "sign-in", new() { ["Email"] = email, ["Password"] = password })
        : browser.PostAsJsonAsync("api/tokens", new { email, password, name = "Test" });

    private static async Task<string> WhatIsSaidAsync(HttpResponseMessage answer)
    {
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(h => h.Key is not ("Date" or "Content-Length"))
            .Select(h => $"{h.Key}: {string.Join(',', h.Value)}").Order();
        var body = ItsOwn().Replace(await answer.Content.ReadAsStringAsync(), "");
        return $"{answer.StatusCode}\n{string.Join('\n', headers)}\n{body}";
    }

    // What is different in each answer, and what was typed.
    [GeneratedRegex("""value="[^"]*"|nonce-?[^\s;]+|"traceId":"[^"]*"|<!--Blazor.*?-->""")]
    private static partial Regex ItsOwn();
}
