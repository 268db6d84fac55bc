using Microsoft.Playwright;

namespace WorkshopHub.Browser.Tests;

/// <summary>An update in the middle of a session: the program is stopped and started, and nobody has to do anything.</summary>
public sealed class RestartTests(Chromium chromium)
{
    [Fact]
    public async Task RUN_9_everybody_is_told_of_a_restart_and_comes_back_by_themselves_with_what_they_were_typing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        await using var hub = await HubProcess.StartAsync();
        using var api = await Api.OfAsync(hub, "open-floor");
        await api.SendAsync(new { type = "startActivity", activityId = "floor" });
        await using var phones = await chromium.PhoneAsync();
        await using var walls = await chromium.WallAsync();
        await using var laptops = await chromium.LaptopAsync();
        var phone = await phones.JoinAsync(hub, api.Code);
        await using var germans = await chromium.PhoneAsync();
        var german = await germans.OpenAsync();
        await german.GotoAsync($"{hub.Url}/j/{api.Code}?lang=de");
        await german.GetByRole(AriaRole.Button, new() { Name = "Teilnehmen", Exact = true }).ClickAsync();
        await german.ConnectedAsync();
        var wall = await walls.ScreenAsync(hub, await api.ScreenAsync());
        var cockpit = await laptops.CockpitAsync(hub.Url, api);
        await cockpit.Locator("#tab-notes").ClickAsync();
        await cockpit.Locator("[data-test=note-activity-floor]").FillAsync("Half a note");

        Assert.Equal(0, await hub.TerminateAsync());

        await Assertions.Expect(phone.Locator("#net")).ToContainTextAsync("WorkshopHub is being restarted.");
        await Assertions.Expect(german.Locator("#net")).ToContainTextAsync("WorkshopHub startet neu");
        await Assertions.Expect(wall.Locator("[data-stale]").First).ToContainTextAsync("WorkshopHub is being restarted.");
        await Assertions.Expect(cockpit.Locator("#components-reconnect-modal"))
            .ToContainTextAsync("WorkshopHub is being restarted.", new() { UseInnerText = true });
        // By chance Blazor stumbles over the line that is gone. That stops nothing, and puts nothing aside that was typed.
        await cockpit.EvaluateAsync("() => { document.getElementById('blazor-error-ui').style.display = 'block'; }");
        await Assertions.Expect(cockpit.Locator("#blazor-error-ui")).ToBeHiddenAsync();
        await phone.ContributeAsync("example", "Written while it was away");
        await phone.SeesAsync("Waiting to send");
        await hub.StartAgainAsync();

        await phone.ConnectedAsync();
        await german.ConnectedAsync();
        await wall.ConnectedAsync();
        await wall.SeesAsync("Written while it was away", 20_000);
        await Assertions.Expect(phone.Locator("#mine")).ToContainTextAsync("Saved");
        // The page that the new server gave, with its own circuit.
        await Assertions.Expect(cockpit.Locator("html[data-restarting]")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        await Assertions.Expect(cockpit.Locator(".wh-cockpit[data-ready=true]")).ToHaveCountAsync(1, new() { Timeout = 30_000 });
        await cockpit.Locator("#tab-notes").ClickAsync();
        await Assertions.Expect(cockpit.Locator("[data-test=note-activity-floor]")).ToHaveValueAsync("Half a note");
        Assert.Equal(0, await hub.TerminateAsync());
    }
}
