using Microsoft.Playwright;

namespace WorkshopHub.Browser.Tests.Screenshots;

/// <summary>Where languages and screens are chosen. See <see cref="ScreenshotsOfMethods"/>.</summary>
public sealed class ScreenshotsOfLanguages(Chromium chromium, SharedHub shared)
{
    [Picture]
    public async Task Take_the_choices()
    {
        var hub = shared.Hub;
        using var api = await Api.KickStartAsync(hub);
        await using var ben = await chromium.PhoneAsync();
        var phone = await ben.OpenAsync();
        await phone.GotoAsync($"{hub.Url}/?lang=ar");
        await phone.TakeAsync("phone-front-ar");
        await phone.GotoAsync($"{hub.Url}/j/{api.Code}?lang=de");
        await phone.TakeAsync("phone-b01-join-de");
        await phone.Locator("form[action$='/join'] button.go").ClickAsync();
        await phone.ConnectedAsync();
        await api.ChallengeAsync();
        await phone.StandsAtAsync(api);
        await phone.Locator(".bottom a").Last.ClickAsync();
        await phone.Locator("#profile summary").ClickAsync();
        await phone.TakeWholeAsync("phone-profile-de");
        await phone.Locator("#profile select[name=language], #profile [value=ar]").First
            .WaitForAsync(new() { State = WaitForSelectorState.Attached });
        if (await phone.Locator("#profile select[name=language]").CountAsync() > 0)
        {
            await phone.Locator("#profile select[name=language]").SelectOptionAsync("ar");
        }
        else await phone.Locator("#profile label:has([value=ar])").ClickAsync();
        await phone.Locator("#profile button.btn").ClickAsync();
        await Assertions.Expect(phone.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
        await phone.ConnectedAsync();
        await phone.TakeAsync("phone-changed-to-ar");

        await using var laptop = await chromium.LaptopAsync();
        var console = await laptop.OpenAsync();
        await console.GotoAsync($"{hub.Url}/sign-in");
        await console.GetByLabel("Email").FillAsync(HubProcess.Email);
        await console.GetByLabel("Password").FillAsync(HubProcess.Password);
        await console.Locator("form button[type=submit]").ClickAsync();
        await console.WaitForURLAsync("**/console");
        await console.GotoAsync($"{hub.Url}/console/sessions/{api.SessionId}/prepare");
        await console.ReadyAsync();
        await console.TakeWholeAsync("console-prepare");
        await console.GotoAsync($"{hub.Url}/console/sessions/{api.SessionId}");
        await console.ReadyAsync();
        await Assertions.Expect(console.FrameLocator(".wh-preview").Locator("html"))
            .ToHaveAttributeAsync("data-live", "connected", new() { Timeout = 20_000 });
        await console.TakeWholeAsync("console-cockpit");
    }
}
