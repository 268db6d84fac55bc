using Microsoft.Playwright;

namespace WorkshopHub.Browser.Tests;

/// <summary>
/// The first seed's open floor and its 80/20, from the facilitator's side: ticking, grouping, a vote, its reveal, picks with a
/// budget.
/// </summary>
public sealed class RoundtableTests(Chromium chromium, SharedHub shared)
{
    [Fact]
    public async Task A_facilitator_groups_opens_a_vote_reveals_it_and_picks_within_the_budget()
    {
        var hub = shared.Hub;
        using var api = await Api.OfAsync(hub, "roundtable");
        await api.SendAsync(new { type = "startActivity", activityId = "floor" });
        foreach (var text in new[] { "The auditors would never sign it", "Nobody wants to be first", "Upgrades take years" })
        {
            await api.SendAsync(new { type = "contribute", activityId = "floor", laneId = "barrier", text });
        }

        await using var laptop = await chromium.LaptopAsync();
        var console = await laptop.OpenAsync();
        await SignInAsync(console, hub, api);

        await console.NextAsync("Group");
        await GroupAsync(console, "Risk aversion", "The auditors would never sign it", "Nobody wants to be first");
        await using var phone = await chromium.PhoneAsync();
        await VoteAsync(console, await phone.JoinAsync(hub, api.Code), (await api.StateAsync()).GetProperty("themes")[0]
            .GetProperty("themeId").GetString()!);
        await PickAsync(console, api);
    }

    private static async Task SignInAsync(IPage console, HubProcess hub, Api api)
    {
        await console.GotoAsync($"{hub.Url}/sign-in");
        await console.GetByLabel("Email").FillAsync(HubProcess.Email);
        await console.GetByLabel("Password").FillAsync(HubProcess.Password);
        await console.Locator("form button[type=submit]").ClickAsync();
        await console.WaitForURLAsync("**/console");
        await console.GotoAsync($"{hub.Url}/console/sessions/{api.SessionId}");
        await console.ReadyAsync();
    }

    // By the keyboard: space ticks, the key asks for the name, enter groups.
    private static async Task GroupAsync(IPage console, string name, params string[] texts)
    {
        foreach (var text in texts)
        {
            var tick = console.Locator("[data-test^='entry-']").Filter(new() { HasText = text }).Locator("[data-test^='tick-']");
            await tick.FocusAsync();
            await tick.PressAsync(" ");
            await Assertions.Expect(tick).ToBeCheckedAsync();
        }

        await Assertions.Expect(console.Test("tick-bar")).ToContainTextAsync($"{texts.Length} ticked");
        await console.PassesAsync("grouping");
        await console.Keyboard.PressAsync("g");
        await Assertions.Expect(console.Test("theme-name")).ToBeFocusedAsync();
        await console.Keyboard.TypeAsync(name);
        await console.Keyboard.PressAsync("Enter");
        var theme = console.Locator(".wh-theme").Filter(new() { HasText = name });
        await Assertions.Expect(theme).ToContainTextAsync(texts[^1]);
        await Assertions.Expect(console.Test("tick-bar")).ToHaveCountAsync(0);
        await Assertions.Expect(console.Locator("[data-test^='entry-']")).ToHaveCountAsync(1);
    }

    private static async Task VoteAsync(IPage console, IPage phone, string theme)
    {
        await console.NextAsync("Vote");
        await Assertions.Expect(console.Test("voted")).ToHaveTextAsync("0 of 1 have voted, 0 have placed all.");
        await Assertions.Expect(console.Locator("#what-happens")).ToContainTextAsync("where the dots lie");
        await phone.DotAsync(theme, "Add a dot");
        await Assertions.Expect(console.Test("voted")).ToHaveTextAsync("1 of 1 have voted, 0 have placed all.");
        await console.NextAsync("Result");
        await console.PassesAsync("themes");
        await Assertions.Expect(console.Locator(".wh-theme [data-test^='dots-']")).ToHaveTextAsync("1 dot");
    }

    private static async Task PickAsync(IPage console, Api api)
    {
        await api.SendAsync(new { type = "startActivity", activityId = "eighty-twenty" });
        foreach (var number in Enumerable.Range(1, 10))
        {
            await api.SendAsync(
                new { type = "contribute", activityId = "eighty-twenty", laneId = "requirement", text = $"Requirement {number:00}" });
        }

        await console.Test("step-check").ClickAsync();
        await Assertions.Expect(console.Test("places-requirement")).ToHaveTextAsync("0 of 2 places taken");
        await console.PickAsync("Requirement 01");
        await console.PickAsync("Requirement 02");
        await Assertions.Expect(console.Test("places-requirement")).ToHaveTextAsync("2 of 2 places taken");
        await console.PickAsync("Requirement 03");
        await console.Locator("[data-test^='instead-']").Filter(new() { HasText = "Requirement 01" }).ClickAsync();
        await Assertions.Expect(console.Locator(".wh-is-picked")).ToHaveCountAsync(2);
        await Assertions.Expect(console.Locator(".wh-is-picked").Filter(new() { HasText = "Requirement 03" })).ToBeVisibleAsync();
    }
}
