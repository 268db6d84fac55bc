using Microsoft.Playwright;

namespace WorkshopHub.Browser.Tests;

/// <summary>Everything that a delegate does works as plain forms.</summary>
public sealed class WithoutScriptTests(Chromium chromium)
{
    [Fact]
    public async Task KEEP_a_phone_without_script_joins_contributes_nods_and_is_refused_without_losing_its_text()
    {
        await using var hub = await HubProcess.StartAsync();
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
        await page.Locator("#write-challenge textarea").EvaluateAsync("(field, text) => { field.removeAttribute('maxlength'); field.value = text; }", typed);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add challenge" }).ClickAsync();
        await Assertions.Expect(page.GetByText("50 characters over")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#write-challenge textarea")).ToHaveValueAsync(typed);
        Assert.Equal(2, (await api.TextsAsync()).Count);
    }

    [Fact]
    public async Task JOIN_a_wrong_recovery_code_stands_in_its_field_to_be_put_right()
    {
        await using var hub = await HubProcess.StartAsync();
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
}
