using Microsoft.Playwright;

namespace WorkshopHub.Browser.Tests;

/// <summary>Smiles go to the screen and nowhere else.</summary>
public sealed class ReactionsTests(Chromium chromium, SharedHub shared)
{
    [Fact]
    public async Task REACT_3_a_smile_rises_in_the_spine_and_not_on_a_held_screen()
    {
        var hub = shared.Hub;
        using var api = await Api.KickStartAsync(hub);
        await api.BriefAsync();
        await using var wallContext = await chromium.WallAsync();
        await using var ben = await chromium.PhoneAsync();
        var wall = await wallContext.ScreenAsync(hub, await api.ScreenAsync());
        var phone = await ben.JoinAsync(hub, api.Code);
        // Each one stays for four seconds; seen is what was there at any time.
        await wall.EvaluateAsync(
            "() => { window.risen = []; new MutationObserver(all => all.forEach(m => m.addedNodes.forEach(n => " +
            "risen.push(n.outerHTML)))).observe(document.getElementById('reactions'), { childList: true }); }");

        await phone.GetByRole(AriaRole.Button, new() { Name = "Smile" }).ClickAsync();
        await wall.WaitForFunctionAsync("() => risen.length === 1");
        var strip = await wall.Locator("#reactions").BoundingBoxAsync();
        var spine = await wall.Locator("#spine").BoundingBoxAsync();
        Assert.True(strip!.X >= spine!.X - 1 && strip.X + strip.Width <= spine.X + spine.Width + 1);

        await api.SendAsync(new { type = "setScreen", mode = "held" });
        await wall.SeesAsync("Held at");
        await phone.GetByRole(AriaRole.Button, new() { Name = "Idea" }).ClickAsync();
        await Assertions.Expect(phone.Locator("#said")).ToHaveTextAsync("Sent to the screen.");
        // The pulse that says so has carried the idea, too.
        await using var dora = await chromium.PhoneAsync();
        await dora.JoinAsync(hub, api.Code);
        await Assertions.Expect(wall.Locator("[data-present]")).ToHaveTextAsync("2");
        await api.SendAsync(new { type = "setScreen", mode = "live" });
        await phone.GetByRole(AriaRole.Button, new() { Name = "Like" }).ClickAsync();
        await wall.WaitForFunctionAsync("() => risen.length === 2");
        Assert.Equal(0, await wall.EvaluateAsync<int>("() => risen.filter(r => r.includes('M7.5 17h5')).length"));
    }

    [Fact]
    public async Task REACT_1_a_phone_without_script_reacts_too()
    {
        var hub = shared.Hub;
        using var api = await Api.KickStartAsync(hub);
        await api.BriefAsync();
        await using var wallContext = await chromium.WallAsync();
        await using var ben = await chromium.PhoneAsync(script: false);
        var wall = await wallContext.ScreenAsync(hub, await api.ScreenAsync());
        var phone = await ben.OpenAsync();
        await phone.GotoAsync($"{hub.Url}/j/{api.Code}");
        await phone.GetByRole(AriaRole.Button, new() { Name = "Join", Exact = true }).ClickAsync();

        await phone.GetByRole(AriaRole.Button, new() { Name = "Like" }).ClickAsync();

        await wall.WaitForFunctionAsync("() => document.querySelector('#reactions div')");
    }
}
