using Microsoft.Playwright;

namespace WorkshopHub.Browser.Tests;

/// <summary>Two scales on one ladder, and what was not taken while somebody wrote elsewhere.</summary>
public sealed class ScaleTests(Chromium chromium, SharedHub shared)
{
    [Fact]
    public async Task PHONE_10_of_two_scales_one_is_asked_at_a_time_and_the_other_one_is_marked()
    {
        var hub = shared.Hub;
        using var api = await Api.OfAsync(hub, "maturity-ladder");
        await api.SendAsync(new { type = "startActivity", activityId = "ladder" });
        await using var ben = await chromium.PhoneAsync();
        var phone = await ben.JoinAsync(hub, api.Code);

        await phone.Locator("#ask-now .row").Nth(3).ClickAsync();
        await Assertions.Expect(phone.Locator("#ask-now [data-sent]")).ToHaveTextAsync("Saved");
        await Assertions.Expect(phone.Locator("#ask-wanted")).ToBeHiddenAsync();
        await phone.Locator("#scales [data-for=ask-wanted]").ClickAsync();

        await Assertions.Expect(phone.Locator("#ask-now")).ToBeHiddenAsync();
        await Assertions.Expect(phone.Locator("#ask-wanted .row").Nth(3).Locator(".other")).ToHaveTextAsync("Now");
        await phone.Locator("#ask-wanted .row").Nth(1).ClickAsync();
        await Assertions.Expect(phone.Locator("#ask-wanted [data-sent]")).ToHaveTextAsync("Saved");
        await phone.PassesAsync("two scales");
        await phone.ReloadAsync();
        await phone.ConnectedAsync();
        await Assertions.Expect(phone.Locator("#ask-now .row").Nth(1).Locator(".other")).ToHaveTextAsync("Wanted");
    }

    [Fact]
    public async Task KEEP_10_what_was_not_taken_is_told_on_the_way_to_it()
    {
        var hub = shared.Hub;
        using var api = await Api.KickStartAsync(hub);
        await api.ChallengeAsync();
        await using var ben = await chromium.PhoneAsync();
        var phone = await ben.JoinAsync(hub, api.Code);
        await ben.SetOfflineAsync(true);
        await phone.ContributeAsync("challenge", "Came after its activity was gone");
        await phone.OfflineAsync();
        await api.SendAsync(new { type = "startActivity", activityId = "next-steps" });
        await api.SendAsync(new { type = "removeActivity", activityId = "chain" });

        await ben.SetOfflineAsync(false);

        var tab = phone.Locator(".bottom [data-tab=mine]");
        await Assertions.Expect(tab).ToHaveAttributeAsync("data-lost", "Not sent. 1");
        await tab.ClickAsync();
        await phone.SeesAsync("Came after its activity was gone");
        await phone.PassesAsync("not sent");
    }
}
