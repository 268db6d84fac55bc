using Microsoft.Playwright;

namespace WorkshopHub.Browser.Tests.Screenshots;

/// <summary>
/// Every state of a phone that the mock-ups b01 to b17 show, in light and dark, and at 360 px. See
/// <see cref="ScreenshotsOfMethods"/>.
/// </summary>
public sealed class ScreenshotsOfPhones(Chromium chromium, SharedHub shared)
{
    private const string Challenge = "Poor scheduling and consensus management of IT maintenance weekends";

    [Picture]
    public async Task Take_a_kick_start()
    {
        var hub = shared.Hub;
        using var api = await Api.KickStartAsync(hub, open: false);
        await using var ben = await chromium.PhoneAsync();
        var phone = await ben.OpenAsync();

        await phone.GotoAsync(hub.Url);
        await LookAsync(phone, "front");
        await phone.GotoAsync($"{hub.Url}/j/{api.Code}");
        await LookAsync(phone, "not-open");
        await api.SendAsync(new { type = "openSession" });
        await phone.GotoAsync($"{hub.Url}/j/{api.Code}");
        await LookAsync(phone, "b01-join");
        await phone.GetByText("Public sector", new() { Exact = true }).ClickAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "Join", Exact = true }).ClickAsync();
        await phone.ConnectedAsync();
        await LookAsync(phone, "b02-waiting");
        using var people = await Delegates.JoinAsync(hub, api, 12);

        await api.BriefAsync();
        await phone.StandsAtAsync(api);
        await LookAsync(phone, "b03-briefing");
        await api.SendAsync(new { type = "startActivity", activityId = "chain" });
        await api.SendAsync(new { type = "startTimer", seconds = 480 });
        var first = await people.SendAsync(0, new { type = "contribute", activityId = "chain", laneId = "challenge", text = Challenge });
        await people.SendAsync(1,
            new
            {
                type = "contribute",
                activityId = "chain",
                laneId = "challenge",
                text = "Business stakeholders arrive with a technical solution"
            });
        for (var i = 2; i < 9; i++) await people.SendAsync(i, new { type = "nod", contributionId = first, on = true });
        await phone.ContributeAsync("challenge", "Too many handovers between the teams");
        await phone.Locator("#write-challenge textarea").PressSequentiallyAsync("Nobody reads the mi");
        await phone.StandsAtAsync(api);
        await LookAsync(phone, "b04-contribute");
        await phone.Locator(".bottom a").Nth(1).ClickAsync();
        await LookAsync(phone, "b06-nod");
        await phone.Locator(".bottom a").Last.ClickAsync();
        await LookAsync(phone, "mine");
        await phone.Locator(".bottom a").First.ClickAsync();

        await ben.SetOfflineAsync(true);
        await phone.ContributeAsync("challenge", "Written in the lift");
        await phone.OfflineAsync();
        await Assertions.Expect(phone.Locator("#net")).ToContainTextAsync("Offline since");
        await LookAsync(phone, "b12-offline");
        await ben.SetOfflineAsync(false);
        await phone.ConnectedAsync();

        await phone.Locator("#write-challenge textarea").FillAsync("Almost finished, but the room");
        await api.SendAsync(new { type = "moveToStep", activityId = "chain", step = "root-causes" });
        await phone.GetByText("The room has moved on").WaitForAsync();
        await LookAsync(phone, "b13-moved-on");
        await phone.Locator("#moved [data-act=drop]").ClickAsync();
        var cause = await people
            .SendAsync(3,
            new
            {
                type = "contribute",
                activityId = "chain",
                laneId = "root-cause",
                parentId = first,
                text = "Historical focus on technology impact"
            });
        await phone.GoIntoAsync(first!);
        await LookAsync(phone, "b05-chain");
        await api.SendAsync(new { type = "moveToStep", activityId = "chain", step = "pick" });
        await api.SendAsync(new { type = "pick", targetId = cause, picked = true });
        await phone.StandsAtAsync(api);
        await LookAsync(phone, "pick");

        await api.NextStepsAsync();
        await api.SendAsync(
            new
            {
                type = "recordDecision",
                text = "Business peers take part in deciding on IT maintenance weekends",
                fromIds = new[] { cause }
            });
        await phone.Locator("textarea:visible").First.FillAsync("Half a thought that is still here");
        await api.SendAsync(new { type = "closeSession" });
        await phone.SeesAsync("Thank you");
        await LookAsync(phone, "b11-after");
    }

    [Picture]
    public async Task Take_a_removal()
    {
        var hub = shared.Hub;
        using var api = await Api.KickStartAsync(hub);
        await api.ChallengeAsync();
        await using var ben = await chromium.PhoneAsync();
        var phone = await ben.JoinAsync(hub, api.Code);
        await phone.ContributeAsync("challenge", "Said before");
        await phone.Locator("#write-challenge textarea").FillAsync("Half a thought");
        var id = (await api.StateAsync()).GetProperty("delegates").EnumerateArray().Single().GetProperty("delegateId").GetString();

        await api.SendAsync(new { type = "removeDelegate", delegateId = id, withContributions = false });

        await phone.GetByText("has taken this phone out").WaitForAsync();
        await LookAsync(phone, "b14-removed");
    }

    [Picture]
    public async Task Take_a_refusal()
    {
        var hub = shared.Hub;
        using var api = await Api.KickStartAsync(hub);
        await api.ChallengeAsync();
        await using var ben = await chromium.PhoneAsync();
        var phone = await ben.JoinAsync(hub, api.Code);

        await phone.ContributeAsync("challenge", string.Concat(Enumerable.Repeat("Fourteen over ", 19)));
        await LookAsync(phone, "too-long");
        await phone.Locator("#write-challenge textarea").FillAsync("");
        await ben.SetOfflineAsync(true);
        await phone.ContributeAsync("challenge", "Came after the step had closed");
        await phone.OfflineAsync();
        await api.SendAsync(new { type = "startActivity", activityId = "next-steps" });
        await api.SendAsync(new { type = "removeActivity", activityId = "chain" });
        await ben.SetOfflineAsync(false);
        await phone.ConnectedAsync();
        await phone.TakeAsync("phone-b15-refused-at-first");
        await phone.Locator(".bottom a").Last.ClickAsync();
        await phone.GetByText("Not sent.").First.WaitForAsync();
        await LookAsync(phone, "b15-refused");
    }

    // The window first: the mock-ups have its size. Then the whole page, and where it is narrow.
    private static async Task LookAsync(IPage phone, string name)
    {
        await phone.TakeAsync($"phone-{name}");
        await phone.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await phone.TakeAsync($"phone-{name}-dark");
        await phone.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await phone.SetViewportSizeAsync(360, 740);
        await phone.TakeWholeAsync($"phone-{name}-360");
        await phone.SetViewportSizeAsync(390, 844);
    }
}
