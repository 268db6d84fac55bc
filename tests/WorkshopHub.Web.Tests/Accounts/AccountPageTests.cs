using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Web.Tests.Accounts;

public sealed partial class AccountPageTests : IDisposable
{
    private readonly HubServer hub = new();

    public void Dispose() => hub.Dispose();

    [Fact]
    public async Task A_token_is_shown_once_works_and_ends_when_it_is_revoked()
    {
        using var browser = await hub.SignedInAsync();
        var tokens = hub.Services.GetRequiredService<ApiTokens>();

        using var made = await HubServer.PostFormAsync(browser, "console/account", "token", Named("Nightly export"));
        var token = Token().Match(await made.Content.ReadAsStringAsync()).Groups[1].Value;
        var account = await tokens.VerifyAsync(token);
        var page = await browser.GetStringAsync("console/account");
        using var revoked = await HubServer.PostFormAsync(browser, "console/account", RevokeForm().Match(page).Groups[1].Value, []);

        Assert.NotNull(account);
        Assert.Contains("Nightly export", page, StringComparison.Ordinal);
        Assert.DoesNotContain(token, page, StringComparison.Ordinal);
        Assert.Contains("Nightly export is revoked", await revoked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Null(await tokens.VerifyAsync(token));
    }

    [Fact]
    public async Task The_same_form_sent_twice_makes_one_token()
    {
        using var browser = await hub.SignedInAsync();
        var fields = Named("Nightly export");
        using var first = await HubServer.PostFormAsync(browser, "console/account", "token", fields);

        using var second = await HubServer.PostFormAsync(browser, "console/account", "token", fields);
        var page = await second.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.Contains("sent already", page, StringComparison.Ordinal);
        Assert.Single(RevokeForm().Matches(page));
    }

    [Fact]
    public async Task A_name_is_shown_as_text_whatever_it_holds()
    {
        using var browser = await hub.SignedInAsync();

        using var made = await HubServer.PostFormAsync(browser, "console/account", "token", Named("<b id=x>🙂</b>"));

        Assert.DoesNotContain("<b id=x>", await made.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("  ", "Say what the token is for")]
    [InlineData(null, "characters over")]
    public async Task A_token_needs_a_name_of_sensible_length(string? name, string words)
    {
        using var browser = await hub.SignedInAsync();

        using var refused = await HubServer.PostFormAsync(browser, "console/account", "token", Named(name ?? new string('x', 121)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(words, await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_password_is_the_new_one_and_the_browser_stays_signed_in()
    {
        using var browser = await hub.SignedInAsync();

        using var wrong =
            await HubServer
            .PostFormAsync(browser, "console/account", "password", new() { ["Current"] = "not this one", ["New"] = "a louder harbour" });
        using var shortOne =
            await HubServer
            .PostFormAsync(browser, "console/account", "password", new() { ["Current"] = HubServer.Password, ["New"] = "short" });
        using var changed =
            await HubServer
            .PostFormAsync(browser, "console/account", "password",
            new() { ["Current"] = HubServer.Password, ["New"] = "a louder harbour" });
        using var console = await browser.GetAsync("console");
        using var other = hub.Browser();
        using var old =
            await HubServer
            .PostFormAsync(other, "sign-in", "sign-in", new() { ["Email"] = HubServer.Email, ["Password"] = HubServer.Password });
        using var fresh =
            await HubServer
            .PostFormAsync(other, "sign-in", "sign-in", new() { ["Email"] = HubServer.Email, ["Password"] = "a louder harbour" });

        Assert.Contains("current password is not right", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("at least 10 characters", await shortOne.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("The password is changed", await changed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, console.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, old.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, fresh.StatusCode);
    }

    private static Dictionary<string, string> Named(string name) => new() { ["TokenName"] = name, ["TokenId"] = Guid.NewGuid().ToString() };

    [GeneratedRegex("id=\"token\"[^>]*>(wh_[^<]+)<")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"_handler\" value=\"(revoke-[^\"]+)\"")]
    private static partial Regex RevokeForm();
}
