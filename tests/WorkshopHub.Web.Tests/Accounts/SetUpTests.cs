using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.OwnSettings;

namespace WorkshopHub.Web.Tests.Accounts;

public sealed class SetUpTests
{
    private static readonly Dictionary<string, string> Amara = new() { ["Email"] = HubServer.Email, ["Password"] = HubServer.Password };

    [Fact]
    public async Task Without_an_account_the_console_leads_to_a_page_that_says_where_the_link_stands()
    {
        using var hub = HubServer.StartEmpty();
        using var browser = hub.Browser();

        using var console = await browser.GetAsync("console");
        var page = await browser.GetStringAsync(console.Headers.Location);

        Assert.Equal("/setup", console.Headers.Location!.OriginalString);
        Assert.Contains("There is no facilitator yet", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_printed_link_creates_the_first_facilitator_who_is_signed_in_at_once_and_works_once()
    {
        using var hub = HubServer.StartEmpty();
        using var browser = hub.Browser();
        var link = Link(hub);

        using var created = await HubServer.PostFormAsync(browser, link, "set-up", Amara);
        using var console = await browser.GetAsync("console");
        using var again = await hub.Browser().GetAsync(link);

        Assert.Equal("/console", created.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, console.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        Assert.Contains("The first facilitator exists already", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_link_is_refused_in_words_and_creates_nobody()
    {
        using var hub = HubServer.StartEmpty();
        using var browser = hub.Browser();
        var form = await browser.GetStringAsync(Link(hub));

        using var shown = await browser.GetAsync("setup?token=guessed");
        using var sent = await HubServer.SendFormAsync(browser, "setup?token=guessed", "set-up", Amara, form);

        Assert.Equal(HttpStatusCode.Forbidden, shown.StatusCode);
        Assert.Contains("not the link that was printed last", await shown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False(sent.IsSuccessStatusCode);
        Assert.Equal(0, await AccountsAsync(hub));
    }

    [Fact]
    public async Task Two_browsers_at_the_same_moment_give_one_account_and_one_answer_in_words()
    {
        using var hub = HubServer.StartEmpty();
        var link = Link(hub);
        HttpClient[] browsers = [hub.Browser(), hub.Browser(), hub.Browser(), hub.Browser()];
        var forms = await Task.WhenAll(browsers.Select(x => x.GetStringAsync(link)));

        var answers = await Task.WhenAll(browsers.Select((x, i) =>
            HubServer.SendFormAsync(x, link, "set-up", new() { ["Email"] = $"person{i}@hub.example", ["Password"] = HubServer.Password },
                forms[i])));

        Assert.Single(answers, x => x.StatusCode == HttpStatusCode.Redirect);
        Assert.Equal(1, await AccountsAsync(hub));
        foreach (var loser in answers.Where(x => x.StatusCode != HttpStatusCode.Redirect))
        {
            Assert.Contains(loser.StatusCode, new[] { HttpStatusCode.Conflict, HttpStatusCode.NotFound });
            Assert.Contains("exists already", await loser.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("amara", "long enough it is", "not an email address")]
    [InlineData("amara@hub.example", "short", "at least 10 characters")]
    [InlineData("", "", "not an email address")]
    public async Task What_cannot_be_an_account_is_refused_in_words_and_the_link_still_works(string email, string password, string words)
    {
        using var hub = HubServer.StartEmpty();
        using var browser = hub.Browser();

        using var refused =
            await HubServer.PostFormAsync(browser, Link(hub), "set-up", new() { ["Email"] = email, ["Password"] = password });
        var page = await refused.Content.ReadAsStringAsync();
        using var created = await HubServer.PostFormAsync(browser, Link(hub), "set-up", Amara);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, created.StatusCode);
    }

    [Fact]
    public async Task Settings_create_the_first_facilitator_and_a_second_start_leaves_things_alone()
    {
        var folder = Directory.CreateTempSubdirectory("workshophub-").FullName;
        try
        {
            using (var first = HubServer.Start(dataDirectory: folder))
            {
                Assert.DoesNotContain("setup?token", first.Terminal.ToString(), StringComparison.Ordinal);
            }

            using var second = HubServer.Start(new() { ["WorkshopHub:Setup:Password"] = "too bad" }, dataDirectory: folder);
            using var browser = await second.SignedInAsync();
            Assert.Equal(1, await AccountsAsync(second));
        }
        finally
        {
            TemporaryFolder.Delete(folder);
        }
    }

    [Fact]
    public async Task Settings_that_cannot_be_an_account_stop_the_start_with_a_sentence()
    {
        using var hub = HubServer.StartEmpty();
        var settings = new HubSettings { Setup = new(HubServer.Email, "short") };
        var setUp = new SetUp(hub.Services.GetRequiredService<IServiceScopeFactory>(), hub.Services.GetRequiredService<PasswordGate>(),
            settings, TimeProvider.System);

        var stopped = await Assert.ThrowsAsync<CannotStartException>(() => setUp.PrepareAsync());

        Assert.Contains("WorkshopHub__Setup__Password", stopped.Message, StringComparison.Ordinal);
        Assert.Contains("at least 10 characters", stopped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_banner_says_the_address_the_data_folder_and_the_set_up_link()
    {
        using var hub = HubServer.StartEmpty();

        var banner = hub.Terminal.ToString();

        Assert.Contains(hub.Address.GetLeftPart(UriPartial.Authority), banner, StringComparison.Ordinal);
        Assert.Contains(hub.DataDirectory, banner, StringComparison.Ordinal);
        Assert.Contains("/setup?token=", banner, StringComparison.Ordinal);
        Assert.Contains("WorkshopHub__PublicUrl", banner, StringComparison.Ordinal);
    }

    private static string Link(HubServer hub) => "setup?token=" + hub.Terminal.ToString().Split("/setup?token=")[1].Split('\r', '\n')[0];

    private static async Task<int> AccountsAsync(HubServer hub)
    {
        await using var db = await hub.Services.GetRequiredService<IDbContextFactory<HubDb>>().CreateDbContextAsync();
        return await db.Users.CountAsync();
    }
}
