using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Microsoft.Playwright;
using WorkshopHub.Browser.Tests.Scenes;

namespace WorkshopHub.Browser.Tests;

/// <summary>The phone's line to the room: what is told, what stays still, who comes back, and over which networks.</summary>
public sealed class PhoneLineTests(Chromium chromium, SharedHub shared)
{
    private const string Shifts =
        "window.shifts = []; new PerformanceObserver(list => { for (const s of list.getEntries()) if (!s.hadRecentInput) " +
        "window.shifts.push(`${s.value}: ${s.sources.map(x => x.node?.outerHTML?.slice(0, 80))}`); }).observe({ type: 'layout-shift', " +
        "buffered: true });";

    [Fact]
    public async Task PHONE_2_nothing_jumps_while_the_page_loads_and_while_others_contribute()
    {
        var hub = shared.Hub;
        using var api = await Api.OfAsync(hub, "open-floor");
        await api.SendAsync(new { type = "startActivity", activityId = "floor" });
        await api.SendAsync(new { type = "startTimer", seconds = 300 });
        for (var i = 0; i < 8; i++) await api.SayAsync("example", $"Said before, the {i}th of them");
        await using var context = await chromium.PhoneAsync();
        await context.AddInitScriptAsync(Shifts);
        var phone = await context.JoinAsync(hub, api.Code);
        await phone.ReloadAsync();
        await phone.ConnectedAsync();
        for (var i = 0; i < 3; i++) await api.SayAsync("example", $"Said afterwards, {i}");
        await Assertions.Expect(phone.Locator("#list-example")).ToContainTextAsync("Said afterwards, 2");
        await phone.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        Assert.Empty(await phone.EvaluateAsync<string[]>("window.shifts"));
    }

    [Fact]
    public async Task PHONE_3_who_looks_at_their_own_is_told_of_a_vote_and_led_there()
    {
        var hub = shared.Hub;
        await using var context = await chromium.PhoneAsync();
        var phone = await new PhoneScenes(hub).NewsAsync(context);
        await Assertions.Expect(phone.Locator("#said")).ToHaveTextAsync("The room votes now.");
        await phone.GetByRole(AriaRole.Link, new() { Name = "Go there" }).ClickAsync();
        await Assertions.Expect(phone.Locator("#news")).ToBeHiddenAsync();
        await Assertions.Expect(phone.Locator("[data-budget]")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task PHONE_4_a_push_takes_the_focus_from_nobody_and_there_is_one_place_that_is_read_out()
    {
        var hub = shared.Hub;
        using var api = await Api.KickStartAsync(hub);
        var challenge = await api.ChallengeAsync();
        await using var context = await chromium.PhoneAsync();
        var phone = await context.JoinAsync(hub, api.Code);
        var nod = phone.Locator($"[data-nod='{challenge}']");
        await nod.FocusAsync();
        await api.SendAsync(new { type = "editContribution", contributionId = challenge, text = "Worded anew" });
        await Assertions.Expect(phone.Locator("#list-challenge")).ToContainTextAsync("Worded anew");
        await Assertions.Expect(nod).ToBeFocusedAsync();
        await api.SendAsync(new { type = "withdrawContribution", contributionId = challenge });
        await Assertions.Expect(nod).ToHaveCountAsync(0);
        Assert.Equal("H1", await phone.EvaluateAsync<string>("document.activeElement.tagName"));
        await Assertions.Expect(phone.Locator("[role=status], [role=alert], [aria-live]")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task PHONE_5_the_same_person_comes_back_after_the_browser_was_killed_and_on_another_phone()
    {
        var hub = shared.Hub;
        using var api = await Api.KickStartAsync(hub);
        await api.ChallengeAsync();
        string recovery, kept;
        await using (var first = await chromium.PhoneAsync())
        {
            var phone = await first.JoinAsync(hub, api.Code, name: "Ben");
            await phone.Locator("#write-challenge textarea").PressSequentiallyAsync("Half a thou");
            recovery = (await phone.Locator("#seat b").Nth(1).TextContentAsync())!;
            kept = await first.StorageStateAsync();
        }

        await using var again = await chromium.Browser.NewContextAsync(new() { StorageState = kept });
        var same = await again.OpenAsync();
        await same.GotoAsync($"{hub.Url}/j/{api.Code}");
        await same.ConnectedAsync();
        await Assertions.Expect(same.Locator("#write-challenge textarea")).ToHaveValueAsync("Half a thou");

        await using var other = await chromium.PhoneAsync();
        var borrowed = await other.OpenAsync();
        await borrowed.GotoAsync($"{hub.Url}/j/{api.Code}");
        await borrowed.GetByText("I was in already").ClickAsync();
        await borrowed.GetByLabel("Recovery code").FillAsync(recovery);
        await borrowed.GetByRole(AriaRole.Button, new() { Name = "Come back" }).ClickAsync();
        await borrowed.ConnectedAsync();
        await borrowed.TabAsync("mine");
        await borrowed.SeesAsync("You are in as");
        await Assertions.Expect(borrowed.Locator("#mine")).ToContainTextAsync("Ben");
        Assert.Equal(1, (await api.StateAsync()).GetProperty("delegates").GetArrayLength());
    }

    [Fact]
    public async Task PHONE_6_it_is_live_where_WebSockets_are_blocked()
    {
        var hub = shared.Hub;
        using var api = await Api.KickStartAsync(hub);
        await api.ChallengeAsync();
        await using var context = await chromium.PhoneAsync();
        await context.AddInitScriptAsync("window.WebSocket = class { constructor() { throw new Error('blocked'); } };");
        var phone = await context.JoinAsync(hub, api.Code);
        await api.SendAsync(new { type = "contribute", activityId = "chain", laneId = "challenge", text = "Said aloud" });
        await phone.SeesAsync("Said aloud");
        await phone.ContributeAsync("challenge", "Said from here");
        await Assertions.Expect(phone.Locator("#mine")).ToContainTextAsync("Saved");
    }

    [Fact]
    public async Task PHONE_6_it_works_on_a_plain_address_of_the_network_where_browsers_hold_things_back()
    {
        var address = NetworkInterface.GetAllNetworkInterfaces().Where(n => n.OperationalStatus == OperationalStatus.Up)
            .SelectMany(n => n.GetIPProperties().UnicastAddresses).Select(a => a.Address)
            .FirstOrDefault(a => a.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(a));
        Assert.SkipWhen(address is null, "This machine has no address but its own.");
        await using var hub = await HubProcess.StartAsync(host: address!.ToString());
        using var api = await Api.KickStartAsync(hub);
        await api.ChallengeAsync();
        await using var context = await chromium.PhoneAsync();
        var phone = await context.JoinAsync(hub, api.Code);
        Assert.False(await phone.EvaluateAsync<bool>("window.isSecureContext"));
        await phone.ContributeAsync("challenge", "Said over the wifi");
        await Assertions.Expect(phone.Locator("#mine")).ToContainTextAsync("Saved");
        await Assertions.Expect(phone.Locator("#awake")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task PHONE_8_the_screen_stays_on_where_that_is_wanted_and_the_phone_remembers()
    {
        var hub = shared.Hub;
        await using var context = await chromium.PhoneAsync();
        await context
            .AddInitScriptAsync(
            "window.held = 0; Object.defineProperty(navigator, 'wakeLock', { value: { async request() { window.held++; const lock = new " +
            "EventTarget(); lock.release = async () => { window.held--; lock.dispatchEvent(new Event('release')); }; return lock; } } });");
        var phone = await new PhoneScenes(hub).WaitingAsync(context);
        await phone.GetByLabel("Keep the screen on").CheckAsync();
        await phone.WaitForFunctionAsync("window.held === 1");
        await phone.ReloadAsync();
        await phone.ConnectedAsync();
        await Assertions.Expect(phone.GetByLabel("Keep the screen on")).ToBeCheckedAsync();
        await phone.WaitForFunctionAsync("window.held === 1");
        await phone.GetByLabel("Keep the screen on").UncheckAsync();
        await phone.WaitForFunctionAsync("window.held === 0");
    }
}
