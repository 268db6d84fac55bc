using Microsoft.Playwright;

namespace WorkshopHub.Browser.Tests;

/// <summary>What a phone does that is not let in yet: it needs nobody's hand to go on.</summary>
public sealed class DoorTests(Chromium chromium, SharedHub shared)
{
    [Fact]
    public async Task JOIN_13_a_phone_that_waits_goes_on_by_itself_with_and_without_script()
    {
        var hub = shared.Hub;
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
        var hub = shared.Hub;
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
        await Assertions.Expect(waits.GetByRole(AriaRole.Button, new() { Name = "Join", Exact = true }))
            .ToBeVisibleAsync(new() { Timeout = 30_000 });
    }

    [Fact]
    public async Task JOIN_14_a_join_that_came_when_too_many_did_is_sent_again_by_itself_with_what_was_filled_in()
    {
        await using var hub =
            await HubProcess
            .StartAsync(settings:
                new Dictionary<string, string>
                { ["WorkshopHub__Limits__JoinsAtOnce"] = "1", ["WorkshopHub__Limits__JoinsPerSecond"] = "1" });
        using var api = await Api.KickStartAsync(hub);
        await using var context = await chromium.PhoneAsync();
        var phone = await SentAwayAsync(context, hub, api.Code);
        await phone.SeesAsync("Many people are joining", timeout: 30_000);
        await phone.SeesAsync("This page does it by itself");

        await phone.SeesAsync("You are in", timeout: 30_000);
        Assert.Contains((await api.StateAsync()).GetProperty("delegates").EnumerateArray(), d =>
            d.TryGetProperty("name", out var name) && name.GetString() == "Bo");
    }

    // Others take the only place there is, and the next one comes in a second: who comes just after them is sent away, but for
    // the rare one who meets that second.
    private static async Task<IPage> SentAwayAsync(IBrowserContext context, HubProcess hub, string code)
    {
        while (true)
        {
            var phone = await context.OpenAsync();
            await phone.GotoAsync($"{hub.Url}/j/{code}");
            await phone.GetByLabel("Name").FillAsync("Bo");
            await phone.RouteAsync("**/join", async route =>
            {
                await CrowdAsync(hub, code);
                await route.ContinueAsync();
                await phone.UnrouteAsync("**/join");
            });
            var answer = await phone.RunAndWaitForResponseAsync(
                () => phone.GetByRole(AriaRole.Button, new() { Name = "Join", Exact = true }).ClickAsync(),
                r => r.Request.Method == "POST" && r.Url.EndsWith("/join", StringComparison.Ordinal));
            if (answer.Status == 429) return phone;
            await context.ClearCookiesAsync();
        }
    }

    // Until the door has just said that it takes nobody more.
    private static async Task CrowdAsync(HubProcess hub, string code)
    {
        using var http = new HttpClient { BaseAddress = new(hub.Url) };
        while (true)
        {
            using var form = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
            using var answer = await http.PostAsync($"/api/join/{code}", form, CancellationToken.None);
            if (answer.StatusCode == System.Net.HttpStatusCode.TooManyRequests) return;
        }
    }
}
