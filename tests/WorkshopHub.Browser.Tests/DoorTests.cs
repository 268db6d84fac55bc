using Microsoft.Playwright;

namespace WorkshopHub.Browser.Tests;

/// <summary>What a phone does that is not let in yet: it needs nobody's hand to go on.</summary>
public sealed class DoorTests(Chromium chromium)
{
    [Fact]
    public async Task JOIN_13_a_phone_that_waits_goes_on_by_itself_with_and_without_script()
    {
        await using var hub = await HubProcess.StartAsync();
        using var api = await Api.KickStartAsync(hub);
        await api.SendAsync(new { type = "changeSession", settings = new { joinApproval = true } });
        var pages = new List<IPage>();
        foreach (var script in new[] { true, false })
        {
            var phone = await chromium.PhoneAsync(script: script);
            var page = await phone.NewPageAsync();
            await page.GotoAsync($"{hub.Url}/j/{api.Code}");
            await page.GetByRole(AriaRole.Button, new() { Name = "Join", Exact = true }).ClickAsync();
            await page.SeesAsync("The facilitator lets people in");
            pages.Add(page);
        }

        await api.SendAsync(new { type = "admitDelegates", delegateIds = await api.AtTheDoorAsync() });
        foreach (var page in pages)
        {
            await page.SeesAsync("You are in", timeout: 20_000);
            await page.Context.DisposeAsync();
        }
    }

    [Fact]
    public async Task JOIN_13_a_phone_at_a_locked_door_goes_on_when_it_is_opened_and_a_recovery_code_needs_no_waiting()
    {
        await using var hub = await HubProcess.StartAsync();
        using var api = await Api.KickStartAsync(hub);
        await using var first = await chromium.PhoneAsync();
        var there = await first.JoinAsync(hub, api.Code);
        var recovery = (await there.Locator("#seat b").Nth(1).TextContentAsync())!;
        await api.SendAsync(new { type = "lockJoining", on = true });

        await using var second = await chromium.PhoneAsync();
        var back = await second.OpenAsync();
        await back.GotoAsync($"{hub.Url}/j/{api.Code}");
        await back.SeesAsync("Nobody new can join now");
        await back.GetByLabel("Recovery code").FillAsync(recovery);
        await back.GetByRole(AriaRole.Button, new() { Name = "Come back" }).ClickAsync();
        await back.SeesAsync("You are in");

        await using var third = await chromium.PhoneAsync();
        var waits = await third.OpenAsync();
        await waits.GotoAsync($"{hub.Url}/j/{api.Code}");
        await waits.SeesAsync("Nobody new can join now");
        await api.SendAsync(new { type = "lockJoining", on = false });
        await Assertions.Expect(waits.GetByRole(AriaRole.Button, new() { Name = "Join", Exact = true })).ToBeVisibleAsync(new() { Timeout = 30_000 });
    }

    [Fact]
    public async Task JOIN_14_a_join_that_came_when_too_many_did_is_sent_again_by_itself_with_what_was_filled_in()
    {
        await using var hub = await HubProcess.StartAsync(settings: new Dictionary<string, string> { ["WorkshopHub__Limits__JoinsAtOnce"] = "1", ["WorkshopHub__Limits__JoinsPerSecond"] = "1" });
        using var api = await Api.KickStartAsync(hub);
        await using var context = await chromium.PhoneAsync();
        var phone = await context.OpenAsync();
        await phone.GotoAsync($"{hub.Url}/j/{api.Code}");
        await phone.GetByLabel("Name").FillAsync("Bo");
        // Somebody is always a moment earlier, until the page has said that it tries again.
        using var crowd = new CancellationTokenSource();
        var crowding = CrowdAsync(hub, api.Code, crowd.Token);
        await phone.GetByRole(AriaRole.Button, new() { Name = "Join", Exact = true }).ClickAsync();
        await phone.SeesAsync("Many people are joining", timeout: 30_000);
        await phone.SeesAsync("This page does it by itself");
        await crowd.CancelAsync();
        await crowding;

        await phone.SeesAsync("You are in", timeout: 30_000);
        Assert.Contains((await api.StateAsync()).GetProperty("delegates").EnumerateArray(), d => d.TryGetProperty("name", out var name) && name.GetString() == "Bo");
    }

    private static async Task CrowdAsync(HubProcess hub, string code, CancellationToken enough)
    {
        using var http = new HttpClient { BaseAddress = new(hub.Url) };
        while (!enough.IsCancellationRequested)
        {
            using var form = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
            using var _ = await http.PostAsync($"/api/join/{code}", form, CancellationToken.None);
        }
    }
}
