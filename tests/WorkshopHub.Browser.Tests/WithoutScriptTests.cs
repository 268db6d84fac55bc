using Microsoft.Playwright;

namespace WorkshopHub.Browser.Tests;

/// <summary>Everything that a delegate does works as plain forms.</summary>
public sealed class WithoutScriptTests(Chromium chromium, SharedHub shared)
{
    [Fact]
    public async Task KEEP_a_phone_without_script_joins_contributes_nods_and_is_refused_without_losing_its_text()
    {
        var hub = shared.Hub;
        using var api = await Api.KickStartAsync(hub);
        await using var phone = await chromium.PhoneAsync(script: false);
        var page = await phone.NewPageAsync();

        await page.GotoAsync(hub.Url);
        await page.GetByLabel("Code").FillAsync($"{api.Code[..3]} {api.Code[3..]}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Join" }).ClickAsync();
        await page.GetByLabel("Public sector").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Join", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "You are in" })).ToBeVisibleAsync();

        await api.SendAsync(new { type = "startActivity", activityId = "chain" });
        await page.ReloadAsync();
        await page.Locator("#write-challenge textarea").FillAsync("Poor scheduling | of <b>IT</b> weekends");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add challenge" }).ClickAsync();
        await Assertions.Expect(page.Locator("#list-challenge").GetByText("Poor scheduling | of <b>IT</b> weekends")).ToBeVisibleAsync();

        var other = await api.SendAsync(new { type = "contribute", activityId = "chain", laneId = "challenge", text = "Said aloud" });
        await page.ReloadAsync();
        await page.Locator($"button[data-nod='{other}']").ClickAsync();
        await Assertions.Expect(page.Locator($"button[data-nod='{other}']")).ToHaveAttributeAsync("aria-pressed", "true");

        var typed = new string('x', 300);
        await page.Locator("#write-challenge textarea")
            .EvaluateAsync("(field, text) => { field.removeAttribute('maxlength'); field.value = text; }", typed);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add challenge" }).ClickAsync();
        await Assertions.Expect(page.GetByText("50 characters over")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#write-challenge textarea")).ToHaveValueAsync(typed);
        Assert.Equal(2, (await api.TextsAsync()).Count);
    }

    [Fact]
    public async Task JOIN_a_wrong_recovery_code_stands_in_its_field_to_be_put_right()
    {
        var hub = shared.Hub;
        using var api = await Api.KickStartAsync(hub);
        await using var phone = await chromium.PhoneAsync(script: false);
        var page = await phone.NewPageAsync();

        await page.GotoAsync($"{hub.Url}/j/{api.Code}");
        await page.GetByText("I was in already").ClickAsync();
        await page.GetByLabel("Recovery code").FillAsync("ABCD-EFGH");
        await page.GetByRole(AriaRole.Button, new() { Name = "Come back" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("recovery code");
        await Assertions.Expect(page.GetByLabel("Recovery code")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("Recovery code")).ToHaveValueAsync("ABCD-EFGH");
    }

    [Fact]
    public async Task PHONE_7_without_script_a_delegate_answers_votes_edits_withdraws_is_moved_on_and_sees_the_close()
    {
        var hub = shared.Hub;
        using var api = await Api.OfAsync(hub, "open-floor");
        await api.SendAsync(new { type = "startActivity", activityId = "floor" });
        await using var phone = await chromium.PhoneAsync(script: false);
        var page = await phone.OpenAsync();
        await page.GotoAsync($"{hub.Url}/j/{api.Code}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Join", Exact = true }).ClickAsync();
        var recovery = (await page.Locator("#seat b").Nth(1).TextContentAsync())!;

        await page.Locator("#write-risk textarea").FillAsync("Said in haste");
        await page.Locator("#write-risk button.btn").ClickAsync();
        var risk = await api.IdOfAsync("Said in haste");
        await page.Locator($"#change-{risk} > summary").ClickAsync();
        await page.Locator($"#edit-{risk}").FillAsync("Said with care");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#list-risk")).ToContainTextAsync("Said with care");
        await page.Locator("#write-barrier textarea").FillAsync("Taken back");
        await page.Locator("#write-barrier button.btn").ClickAsync();
        var barrier = await api.IdOfAsync("Taken back");
        await page.Locator($"#change-{barrier} > summary").ClickAsync();
        await page.Locator($"#own-{barrier}").GetByRole(AriaRole.Button, new() { Name = "Withdraw" }).ClickAsync();
        await Assertions.Expect(page.Locator("#list-barrier")).Not.ToContainTextAsync("Taken back");
        await page.Locator("[data-done]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-done]")).ToHaveAttributeAsync("aria-pressed", "true");

        // Beyond the grace a step takes nothing; the words stand on the page that says so.
        await page.Locator("#write-example textarea").FillAsync("Half a thought");
        await page.Locator("#write-example [name=laneId]").EvaluateAsync("field => field.value = 'no-such-lane'");
        await page.Locator("#write-example button.btn").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#kept")).ToHaveTextAsync("Half a thought");

        await api.SendAsync(new { type = "changeSession", settings = new { ownDots = false } });
        var other = await api.SendAsync(new { type = "contribute", activityId = "floor", laneId = "risk", text = "Said aloud" });
        await api.SendAsync(new { type = "moveToStep", activityId = "floor", step = "vote" });
        await page.GotoAsync($"{hub.Url}/j/{api.Code}");
        await Assertions.Expect(page.Locator($"[data-dots='{risk}'] [data-by='1']")).ToHaveAttributeAsync("aria-disabled", "true");
        await page.Locator($"[data-dots='{other}'] [data-by='1']").ClickAsync();
        await Assertions.Expect(page.Locator("[data-budget]")).ToHaveTextAsync("2 dots left of 3");

        await api.SendAsync(new { type = "recordDecision", text = "We start small", fromIds = new[] { other } });
        await api.SendAsync(new { type = "closeSession" });
        await page.ReloadAsync();
        await page.SeesAsync("We start small");
        await Assertions.Expect(page.Locator("[data-copy]")).ToBeHiddenAsync();

        await using var second = await chromium.PhoneAsync(script: false);
        var late = await second.OpenAsync();
        await late.GotoAsync($"{hub.Url}/j/{api.Code}");
        await late.SeesAsync("The session is closed");
        await api.SendAsync(new { type = "reopenSession" });
        await late.ReloadAsync();
        await late.GetByText("I was in already").ClickAsync();
        await late.GetByLabel("Recovery code").FillAsync(recovery);
        await late.GetByRole(AriaRole.Button, new() { Name = "Come back" }).ClickAsync();
        await Assertions.Expect(late.Locator("#mine")).ToContainTextAsync("Said with care");
    }

    [Fact]
    public async Task PHONE_7_without_script_a_level_is_given_and_fields_under_each_of_many_are_folded()
    {
        var hub = shared.Hub;
        using var ladder = await Api.OfAsync(hub, "maturity-ladder");
        await ladder.SendAsync(new { type = "startActivity", activityId = "ladder" });
        await using var phone = await chromium.PhoneAsync(script: false);
        var page = await phone.OpenAsync();
        await page.GotoAsync($"{hub.Url}/j/{ladder.Code}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Join", Exact = true }).ClickAsync();
        await page.Locator("#ask-now label").Nth(2).ClickAsync();
        await page.Locator("#ask-now").GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.Locator("#ask-now [type=radio]").Nth(2)).ToBeCheckedAsync();

        using var chain = await Api.KickStartAsync(hub);
        var challenge = await chain.ChallengeAsync();
        await chain.SendAsync(new { type = "moveToStep", activityId = "chain", step = "root-causes" });
        await page.GotoAsync($"{hub.Url}/j/{chain.Code}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Join", Exact = true }).ClickAsync();
        var field = page.Locator($"#write-root-cause-{challenge} textarea");
        await Assertions.Expect(field).ToBeHiddenAsync();
        await page.Locator($"#write-root-cause-{challenge} .fold > summary").ClickAsync();
        await field.FillAsync("Nobody owns the calendar");
        await page.Locator($"#write-root-cause-{challenge} button.btn").ClickAsync();
        await Assertions.Expect(page.Locator($"#list-root-cause-{challenge}")).ToContainTextAsync("Nobody owns the calendar");
    }
}
