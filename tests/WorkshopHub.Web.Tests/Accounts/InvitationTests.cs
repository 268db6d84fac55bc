using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Tests.Accounts;

public sealed partial class InvitationTests : IDisposable
{
    private const string CleosEmail = "cleo@hub.example";
    private const string CleosPassword = "a bright lighthouse";

    private readonly FakeTimeProvider clock = HubServer.Clock();
    private readonly HubServer hub;

    public InvitationTests() => hub = HubServer.Start(time: clock);

    public void Dispose() => hub.Dispose();

    [Fact]
    public async Task A_link_is_shown_once_makes_an_account_that_is_signed_in_and_works_once()
    {
        using var amara = await hub.SignedInAsync();
        var link = await InviteAsync(amara);
        Assert.Contains("For Cleo", await amara.GetStringAsync("console/account"), StringComparison.Ordinal);
        Assert.DoesNotContain(link, await amara.GetStringAsync("console/account"), StringComparison.Ordinal);

        using var cleo = hub.Browser();
        using var made = await AcceptAsync(cleo, link);
        using var console = await cleo.GetAsync("console");
        using var again = await hub.Browser().GetAsync(link);

        Assert.Equal("/console", made.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, console.StatusCode);
        Assert.Contains(CleosEmail, await cleo.GetStringAsync("console/account"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        Assert.Contains("opens nothing", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(RevokeForm().Matches(await amara.GetStringAsync("console/account")));
    }

    [Fact]
    public async Task Only_the_hash_of_a_link_is_kept()
    {
        using var amara = await hub.SignedInAsync();
        var token = (await InviteAsync(amara)).Split("token=")[1];
        await using var db = await hub.Services.GetRequiredService<IDbContextFactory<HubDb>>().CreateDbContextAsync();

        Assert.Equal(Secret.Hash(token), (await db.Invitations.SingleAsync()).TokenHash);
        Assert.DoesNotContain(Directory.EnumerateFiles(hub.DataDirectory, "*.db*"), f => Holds(f, token));
    }

    [Fact]
    public async Task A_link_that_is_revoked_or_a_week_old_opens_nothing()
    {
        using var amara = await hub.SignedInAsync();
        var (first, second) = (await InviteAsync(amara), await InviteAsync(amara));
        using var early = hub.Browser();
        var form = await early.GetStringAsync(second);

        foreach (Match m in RevokeForm().Matches(await amara.GetStringAsync("console/account")).Skip(1))
        {
            using var revoked = await HubServer.PostFormAsync(amara, "console/account", m.Groups[1].Value, []);
            Assert.Contains("It opens nothing any more", await revoked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Single(await StillOpenAsync(first, second));
        clock.Advance(Invitations.Lasts);
        Assert.Empty(await StillOpenAsync(first, second));
        using var late =
            await HubServer
            .SendFormAsync(early, second, "invitation", new() { ["Email"] = CleosEmail, ["Password"] = CleosPassword }, form);
        Assert.False(late.IsSuccessStatusCode);
        Assert.Equal(1, await AccountsAsync());
    }

    [Fact]
    public async Task Two_browsers_at_the_same_moment_give_one_account()
    {
        using var amara = await hub.SignedInAsync();
        var link = await InviteAsync(amara);
        HttpClient[] browsers = [hub.Browser(), hub.Browser(), hub.Browser()];
        var forms = await Task.WhenAll(browsers.Select(x => x.GetStringAsync(link)));

        var answers = await Task.WhenAll(browsers.Select((x, i) =>
            HubServer.SendFormAsync(x, link, "invitation", new() { ["Email"] = $"person{i}@hub.example", ["Password"] = CleosPassword },
                forms[i])));

        Assert.Single(answers, x => x.StatusCode == HttpStatusCode.Redirect);
        Assert.Equal(2, await AccountsAsync());
    }

    [Theory]
    [InlineData("cleo", CleosPassword, "not an email address")]
    [InlineData(CleosEmail, "short", "at least 10 characters")]
    [InlineData(CleosEmail, "", "Choose a password")]
    [InlineData(HubServer.Email, CleosPassword, "an account with this email already")]
    public async Task What_cannot_be_an_account_is_refused_in_words_and_the_link_still_works(string email, string password, string words)
    {
        using var amara = await hub.SignedInAsync();
        var link = await InviteAsync(amara);
        using var cleo = hub.Browser();

        using var refused = await HubServer.PostFormAsync(cleo, link, "invitation", new() { ["Email"] = email, ["Password"] = password });
        using var made = await AcceptAsync(cleo, link);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(words, await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
    }

    [Fact]
    public async Task Guessing_links_is_slowed_and_a_real_link_still_opens()
    {
        using var amara = await hub.SignedInAsync();
        var link = await InviteAsync(amara);
        using var browser = hub.Browser();
        for (var i = 0; i < LinkLimits.Free; i++)
        {
            using var guess = await browser.GetAsync($"invitation?token=guess{i}");
            Assert.Equal(HttpStatusCode.NotFound, guess.StatusCode);
        }

        using var tooMany = await browser.GetAsync("invitation?token=guessed");
        using var real = await browser.GetAsync(link);

        Assert.Equal(HttpStatusCode.TooManyRequests, tooMany.StatusCode);
        Assert.NotNull(tooMany.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, real.StatusCode);
    }

    [Fact]
    public async Task A_link_needs_a_name_and_only_so_many_wait()
    {
        using var amara = await hub.SignedInAsync();
        using var nameless =
            await HubServer
            .PostFormAsync(amara, "console/account", "invite", new() { ["InviteName"] = " ", ["InviteId"] = Guid.NewGuid().ToString() });
        for (var i = 0; i < Invitations.MostWaiting; i++) await InviteAsync(amara);
        using var oneMore =
            await HubServer
            .PostFormAsync(amara, "console/account", "invite",
            new() { ["InviteName"] = "One more", ["InviteId"] = Guid.NewGuid().ToString() });

        Assert.Contains("Say whom the link is for", await nameless.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, oneMore.StatusCode);
        Assert.Contains("wait to be used", await oneMore.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_sent_twice_makes_one_link()
    {
        using var amara = await hub.SignedInAsync();
        var fields = new Dictionary<string, string> { ["InviteName"] = "For Cleo", ["InviteId"] = Guid.NewGuid().ToString() };
        using var first = await HubServer.PostFormAsync(amara, "console/account", "invite", fields);
        using var second = await HubServer.PostFormAsync(amara, "console/account", "invite", fields);

        Assert.Contains("sent already", await second.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Single(RevokeForm().Matches(await amara.GetStringAsync("console/account")));
    }

    [Fact]
    public async Task Who_lost_the_password_gets_a_link_from_who_invited_them_and_nobody_else()
    {
        using var amara = await hub.SignedInAsync();
        using var cleo = hub.Browser();
        using var made = await AcceptAsync(cleo, await InviteAsync(amara));
        using var upwards = await HelpAsync(cleo, HubServer.Email);
        using var unknown = await HelpAsync(cleo, "nobody@hub.example");
        var link = Link(await (await HelpAsync(amara, CleosEmail)).Content.ReadAsStringAsync());

        using var other = hub.Browser();
        using var chosen = await HubServer.PostFormAsync(other, link, "invitation", new() { ["Password"] = "a brighter lighthouse" });
        using var old = await SignInAsync(CleosPassword);
        using var fresh = await SignInAsync("a brighter lighthouse");

        foreach (var refused in new[] { upwards, unknown })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Contains("nobody has this email", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Equal("/console", chosen.Headers.Location!.OriginalString);
        Assert.Contains(CleosEmail, await other.GetStringAsync("console/account"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, old.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, fresh.StatusCode);
        Assert.Equal(2, await AccountsAsync());
    }

    private async Task<HttpResponseMessage> SignInAsync(string password) =>
        await HubServer.PostFormAsync(hub.Browser(), "sign-in", "sign-in", new() { ["Email"] = CleosEmail, ["Password"] = password });

    private static Task<HttpResponseMessage> HelpAsync(HttpClient browser, string email) =>
        HubServer.PostFormAsync(browser, "console/account", "help",
            new() { ["HelpEmail"] = email, ["HelpId"] = Guid.NewGuid().ToString() });

    private static Task<HttpResponseMessage> AcceptAsync(HttpClient browser, string link) =>
        HubServer.PostFormAsync(browser, link, "invitation", new() { ["Email"] = CleosEmail, ["Password"] = CleosPassword });

    private static async Task<string> InviteAsync(HttpClient browser)
    {
        using var made =
            await HubServer
            .PostFormAsync(browser, "console/account", "invite",
            new() { ["InviteName"] = "For Cleo", ["InviteId"] = Guid.NewGuid().ToString() });
        return Link(await made.Content.ReadAsStringAsync());
    }

    private static string Link(string page) => new Uri(LinkText().Match(page).Groups[1].Value).PathAndQuery[1..];

    private async Task<List<string>> StillOpenAsync(params string[] links)
    {
        var open = new List<string>();
        foreach (var link in links)
        {
            using var answer = await hub.Browser().GetAsync(link);
            if (answer.IsSuccessStatusCode) open.Add(link);
        }

        return open;
    }

    private async Task<int> AccountsAsync()
    {
        await using var db = await hub.Services.GetRequiredService<IDbContextFactory<HubDb>>().CreateDbContextAsync();
        return await db.Users.CountAsync();
    }

    private static bool Holds(string file, string text)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
        return reader.ReadToEnd().Contains(text, StringComparison.Ordinal);
    }

    [GeneratedRegex("id=\"invitation-link\"[^>]*>([^<]+)<")]
    private static partial Regex LinkText();

    [GeneratedRegex("name=\"_handler\" value=\"(invitation-[^\"]+)\"")]
    private static partial Regex RevokeForm();
}
