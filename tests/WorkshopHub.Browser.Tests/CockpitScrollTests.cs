using Microsoft.Playwright;

namespace WorkshopHub.Browser.Tests;

/// <summary>What scrolls in a cockpit, and what must not; and that no draft can stop it twice.</summary>
public sealed class CockpitScrollTests(Chromium chromium, SharedHub shared)
{
    [Fact]
    public async Task SCREEN_12_the_window_of_a_cockpit_scrolls_to_nowhere_whoever_asks()
    {
        var hub = shared.Hub;
        using var api = await Api.KickStartAsync(hub);
        await api.SendAsync(new { type = "startActivity", activityId = "chain" });
        for (var i = 0; i < 40; i++) await api
            .SendAsync(new
            {
                type = "contribute",
                activityId = "chain",
                laneId = "challenge",
                text = $"Challenge number {i}, at some length so that it takes more than a line"
            });
        await using var context = await chromium.LaptopAsync();
        var cockpit = await context.OpenAsync();
        await SignInAsync(cockpit, hub);
        foreach (var (width, height) in new[] { (1440, 900), (1280, 720), (1100, 500) })
        {
            await cockpit.SetViewportSizeAsync(width, height);
            await cockpit.GotoAsync($"{hub.Url}/console/sessions/{api.SessionId}");
            await cockpit.Locator(".wh-cockpit[data-ready=true]").WaitForAsync();
            foreach (var (x, y) in new[] { (width / 2, height - 60), (120, height / 2), (width - 120, height / 2), (width / 2, 20),
                (width / 2, 150) })
            {
                await cockpit.Mouse.MoveAsync(x, y);
                for (var i = 0; i < 4; i++) await cockpit.Mouse.WheelAsync(0, 6000);
                await StandsAsync(cockpit, $"wheel at {x},{y} of {width}x{height}");
            }

            foreach (var key in new[] { "End", "PageDown", "Space" })
            {
                await cockpit.EvaluateAsync("document.activeElement?.blur()");
                await cockpit.Keyboard.PressAsync(key);
                await StandsAsync(cockpit, key);
            }

            await cockpit
                .EvaluateAsync(
                "[...document.querySelectorAll('.wh-cockpit button, .wh-cockpit .wh-unseen')].forEach(e => { e.focus(); " +
                "e.scrollIntoView(); })");
            await cockpit.EvaluateAsync("window.scrollTo(0, 99999)");
            await StandsAsync(cockpit, "focus and scrollIntoView");
            Assert.True(await cockpit
                .EvaluateAsync<bool>("(p => { p.scrollTop = 99999; return p.scrollTop > 0; })(document.querySelector('.wh-panel'))"),
                $"the wall scrolls at {width}x{height}");
        }

        // Narrow, or at twice the size: one page, that ends where its content ends.
        foreach (var (width, height) in new[] { (360, 740), (720, 450) })
        {
            await cockpit.SetViewportSizeAsync(width, height);
            await cockpit.EvaluateAsync("window.scrollTo(0, 99999)");
            Assert.True(await cockpit
                .EvaluateAsync<bool>("document.querySelector('.wh-cockpit').getBoundingClientRect().bottom >= innerHeight - 2"),
                $"{width}x{height}");
        }
    }

    [Fact]
    public async Task KEEP_13_a_cockpit_that_has_stopped_begins_again_without_what_was_being_typed_and_shows_it_to_be_copied()
    {
        var hub = shared.Hub;
        using var api = await Api.KickStartAsync(hub);
        await api.SendAsync(new { type = "startActivity", activityId = "chain" });
        await using var context = await chromium.LaptopAsync();
        var cockpit = await context.OpenAsync();
        await SignInAsync(cockpit, hub);
        await cockpit.GotoAsync($"{hub.Url}/console/sessions/{api.SessionId}");
        await cockpit.Locator(".wh-cockpit[data-ready=true]").WaitForAsync();
        // Half a pair, controls and no characters are kept, and stop nothing.
        await cockpit
            .EvaluateAsync(
            "id => { ['said:chain', 'note:activity:chain', 'x'].forEach((f, i) => sessionStorage.setItem(`workshophub.draft/${id}/${f}`, " +
            "'half \\ud800 and \\ufffe ' + i)); }", api.SessionId);
        await cockpit.ReloadAsync();
        await cockpit.Locator(".wh-cockpit[data-ready=true]").WaitForAsync();
        await Assertions.Expect(cockpit.Locator("[data-test=aside]")).ToHaveCountAsync(0);

        // What a field was typed over, and a field that was emptied again, are kept beside it and are no words to copy.
        await cockpit
            .EvaluateAsync(
            "id => { sessionStorage.setItem(`workshophub.draft/${id}/said:chain#was`, 'as it was'); " +
            "sessionStorage.setItem(`workshophub.draft/${id}/y`, ' '); }", api.SessionId);

        // The framework says that the page has stopped.
        await cockpit.EvaluateAsync("document.getElementById('blazor-error-ui').style.display = 'block'");
        await cockpit.WaitForFunctionAsync("sessionStorage.getItem('workshophub.stopped') !== null");
        await cockpit.ReloadAsync();
        var aside = cockpit.Locator("[data-test=aside] li");
        await Assertions.Expect(aside).ToHaveCountAsync(3);
        Assert.Equal(0,
            await cockpit.EvaluateAsync<int>("Object.keys(sessionStorage).filter(k => k.startsWith('workshophub.draft/')).length"));
        await aside.First.GetByRole(AriaRole.Button, new() { Name = "Discard" }).ClickAsync();
        await Assertions.Expect(aside).ToHaveCountAsync(2);
        await cockpit.ReloadAsync();
        await Assertions.Expect(aside).ToHaveCountAsync(2);
    }

    private static async Task StandsAsync(IPage page, string what)
    {
        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        Assert.True(await page
            .EvaluateAsync<double>(
            "Math.max(scrollY, document.body.scrollTop, document.querySelector('.wh-cockpit').scrollTop, " +
            "document.querySelector('.wh-mid').scrollTop)") == 0, what);
    }

    private static async Task SignInAsync(IPage page, HubProcess hub)
    {
        await page.GotoAsync($"{hub.Url}/sign-in");
        await page.GetByLabel("Email").FillAsync(HubProcess.Email);
        await page.GetByLabel("Password").FillAsync(HubProcess.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.WaitForURLAsync("**/console**");
    }
}
