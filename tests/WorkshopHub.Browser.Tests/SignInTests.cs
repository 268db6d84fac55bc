using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace WorkshopHub.Browser.Tests;

/// <summary>A cockpit in the middle of a session, when its sign-in is ended in another browser.</summary>
public sealed class SignInTests(Chromium chromium, SharedHub shared)
{
    private const string HalfTyped = "The calendar belongs to no";

    [Fact]
    public async Task SIGN_7_a_cockpit_is_led_to_sign_in_in_words_and_back_with_what_was_being_typed()
    {
        var hub = shared.Hub;
        using var api = await Api.KickStartAsync(hub);
        await api.SendAsync(new { type = "startActivity", activityId = "chain" });
        await using var stage = await chromium.LaptopAsync();
        await using var office = await chromium.LaptopAsync();
        var cockpit = await SignedInAsync(hub, stage);
        await cockpit.GotoAsync($"{hub.Url}/console/sessions/{api.SessionId}");
        await cockpit.ReadyAsync();
        await cockpit.Test("said-text").PressSequentiallyAsync(HalfTyped);
        var account = await SignedInAsync(hub, office);
        await account.GotoAsync($"{hub.Url}/console/account");
        await account.PassesAsync("account");

        await account.GetByRole(AriaRole.Button, new() { Name = "Sign out all other browsers" }).ClickAsync();
        await account.SeesAsync("All other browsers are signed out.");

        await cockpit.WaitForURLAsync(new Regex("/sign-in\\?"));
        await cockpit.SeesAsync("You are not signed in here any more.");
        await cockpit.PassesAsync("sign-in");
        await FillInAsync(cockpit);
        await cockpit.WaitForURLAsync($"**/console/sessions/{api.SessionId}");
        await cockpit.ReadyAsync();
        await Assertions.Expect(cockpit.Test("said-text")).ToHaveValueAsync(HalfTyped);
        await cockpit.Test("said-text").PressSequentiallyAsync("body");
        await cockpit.Test("said-add").ClickAsync();
        await cockpit.SeesAsync(HalfTyped + "body");
    }

    private static async Task<IPage> SignedInAsync(HubProcess hub, IBrowserContext laptop)
    {
        var page = await laptop.OpenAsync();
        await page.GotoAsync($"{hub.Url}/sign-in");
        await FillInAsync(page);
        await page.WaitForURLAsync("**/console");
        return page;
    }

    private static async Task FillInAsync(IPage page)
    {
        await page.GetByLabel("Email").FillAsync(HubProcess.Email);
        await page.GetByLabel("Password").FillAsync(HubProcess.Password);
        await page.Locator("form button[type=submit]").ClickAsync();
    }
}
