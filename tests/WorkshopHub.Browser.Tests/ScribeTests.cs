using Microsoft.Playwright;

namespace WorkshopHub.Browser.Tests;

/// <summary>Two facilitators at two laptops: Amara leads, Sam comes by her link and writes down what is said aloud.</summary>
public sealed class ScribeTests(Chromium chromium, SharedHub shared)
{
    private const string Sam = "sam@example.org";
    private const string SaidAloud = "The calendar belongs to nobody";

    [Fact]
    public async Task ROLE_a_scribe_comes_by_a_link_writes_what_was_said_aloud_and_leaves_when_the_role_is_gone()
    {
        var hub = shared.Hub;
        using var api = await Api.KickStartAsync(hub);
        await api.SendAsync(new { type = "startActivity", activityId = "chain" });
        await using var first = await chromium.LaptopAsync();
        await using var second = await chromium.LaptopAsync();
        var lead = await SignedInAsync(hub, first);
        var scribe = await InvitedAsync(hub, lead, second);

        await lead.GotoAsync($"{hub.Url}/console/sessions/{api.SessionId}");
        await lead.ReadyAsync();
        await lead.Test("team-email").FillAsync("nobody@example.org");
        await lead.Test("team-give").ClickAsync();
        await Assertions.Expect(lead.Test("team-unknown")).ToBeVisibleAsync();
        await lead.Test("team-role").SelectOptionAsync("scribe");
        await lead.Test("team-email").FillAsync(Sam);
        await lead.Test("team-give").ClickAsync();
        var role = lead.Locator("li[data-test^='member-']").Filter(new() { HasText = Sam }).Locator("select");
        await Assertions.Expect(role).ToHaveValueAsync("scribe");

        await scribe.GotoAsync($"{hub.Url}/console");
        await scribe.ReadyAsync();
        await scribe.GetByRole(AriaRole.Link, new() { Name = "Beyond Service Partner", Exact = true }).ClickAsync();
        await Assertions.Expect(scribe.Test("said-add")).ToBeVisibleAsync();
        await Assertions.Expect(scribe.Test("next-move")).ToHaveCountAsync(0);
        await scribe.Test("said-text").FillAsync(SaidAloud);
        await scribe.Test("said-add").ClickAsync();
        var entry = lead.Locator("[data-test^='entry-']").Filter(new() { HasText = SaidAloud });
        await Assertions.Expect(entry).ToContainTextAsync("noted by", new() { IgnoreCase = true });

        // A role that changes is there at once, on the page that is open.
        await role.SelectOptionAsync("observer");
        await Assertions.Expect(scribe.Test("said-add")).ToHaveCountAsync(0);
        await scribe.SeesAsync(SaidAloud);
        await role.SelectOptionAsync("co-facilitator");
        await Assertions.Expect(scribe.Test("next-move")).ToBeVisibleAsync();

        await lead.Locator("[data-test^='team-remove-']").ClickAsync();
        await lead.Test("team-remove-yes").ClickAsync();
        await scribe.WaitForURLAsync("**/console");
        await scribe.SeesAsync("You have no role in");
        await Assertions.Expect(scribe.GetByRole(AriaRole.Link, new() { Name = "Beyond Service Partner", Exact = true }))
            .ToHaveCountAsync(0);
    }

    private static async Task<IPage> SignedInAsync(HubProcess hub, IBrowserContext laptop)
    {
        var page = await laptop.OpenAsync();
        await page.GotoAsync($"{hub.Url}/sign-in");
        await page.GetByLabel("Email").FillAsync(HubProcess.Email);
        await page.GetByLabel("Password").FillAsync(HubProcess.Password);
        await page.Locator("form button[type=submit]").ClickAsync();
        await page.WaitForURLAsync("**/console");
        return page;
    }

    // The link leads to the address for phones; this machine has it under another one.
    private static async Task<IPage> InvitedAsync(HubProcess hub, IPage lead, IBrowserContext laptop)
    {
        await lead.GotoAsync($"{hub.Url}/console/account");
        await lead.GetByLabel("Whom it is for").FillAsync("Sam, who writes");
        await lead.GetByRole(AriaRole.Button, new() { Name = "Make a link", Exact = true }).ClickAsync();
        var link = new Uri(await lead.Locator("#invitation-link").InnerTextAsync()).PathAndQuery;
        var page = await laptop.OpenAsync();
        await page.GotoAsync(hub.Url + link);
        await page.PassesAsync("invitation");
        await page.GetByLabel("Email").FillAsync(Sam);
        await page.GetByLabel("Password").FillAsync("a quiet harbour");
        await page.Locator("form button[type=submit]").ClickAsync();
        await page.WaitForURLAsync("**/console");
        return page;
    }
}
