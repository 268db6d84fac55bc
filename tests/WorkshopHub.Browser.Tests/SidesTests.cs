using Microsoft.Playwright;

namespace WorkshopHub.Browser.Tests;

/// <summary>Sides, answers, dots and the reveal on two phones, one of them without script.</summary>
public sealed class SidesTests(Chromium chromium, SharedHub shared)
{
    private const string Wish = "Tell us before it breaks";
    private const string Need = "Say what you need, not how to build it";

    [Fact]
    public async Task SEE_two_sides_write_apart_see_each_other_at_the_reveal_and_answer_with_and_without_script()
    {
        var hub = shared.Hub;
        using var api = await Api.OfAsync(hub, "mutual-expectations");
        await api.SendAsync(new { type = "startActivity", activityId = "expectations" });
        await using var quick = await chromium.PhoneAsync();
        await using var plain = await chromium.PhoneAsync(script: false);
        var it = await quick.JoinAsync(hub, api.Code);
        var business = await plain.NewPageAsync();
        await business.GotoAsync($"{hub.Url}/j/{api.Code}");
        await business.GetByRole(AriaRole.Button, new() { Name = "Join", Exact = true }).ClickAsync();

        await it.PassesAsync("choosing a side");
        await business.GetByRole(AriaRole.Button, new() { Name = "The business" }).ClickAsync();
        await Assertions.Expect(it.Locator("#size-business")).ToContainTextAsync("1 person");
        await it.GetByRole(AriaRole.Button, new() { Name = "IT", Exact = true }).ClickAsync();
        await Assertions.Expect(it.Locator("#top")).ToContainTextAsync("IT");
        await it.PassesAsync("a side");

        await it.ContributeAsync("of-business", Need);
        await Assertions.Expect(it.Locator("#list-of-business")).ToContainTextAsync(Need);
        await business.ReloadAsync();
        await Assertions.Expect(business.Locator("#kept-of-business")).ToContainTextAsync("The other side has written 1");
        await Assertions.Expect(business.GetByText(Need)).ToHaveCountAsync(0);
        await business.Locator("#write-of-it textarea").FillAsync(Wish);
        await business.Locator("#write-of-it summary").ClickAsync();
        await business.GetByLabel("These are somebody’s own words").CheckAsync();
        await business.GetByLabel("Spoken for").FillAsync("the risk-averse approver");
        await business.Locator("#write-of-it button.btn").ClickAsync();
        await Assertions.Expect(business.Locator("#list-of-it q")).ToHaveTextAsync(Wish);
        await Assertions.Expect(it.Locator("#kept-of-it")).ToBeVisibleAsync();
        await Assertions.Expect(it.GetByText(Wish)).ToHaveCountAsync(0);

        await api.SendAsync(new { type = "moveToStep", activityId = "expectations", step = "boil-down" });
        var wish = await api.IdOfAsync(Wish);
        var need = await api.IdOfAsync(Need);
        foreach (var targetId in new[] { wish, need }) await api.SendAsync(new { type = "pick", targetId, picked = true });
        await api.SendAsync(new { type = "moveToStep", activityId = "expectations", step = "reveal" });
        await it.SeesAsync(Wish);
        await it.SeesAsync("the risk-averse approver");
        await it.PassesAsync("reveal");

        await api.SendAsync(new { type = "moveToStep", activityId = "expectations", step = "answer" });
        await it.Locator($"#ask-it-answers-{wish} label").First.ClickAsync();
        await Assertions.Expect(it.Locator($"#told-it-answers-{wish}")).ToContainTextAsync("1 of 1 has answered");
        await Assertions.Expect(it.Locator($"#ask-it-answers-{wish} [data-sent]")).ToHaveTextAsync("Saved");
        await Assertions.Expect(it.Locator($"#told-it-answers-{wish} [data-yours]:visible")).ToHaveCountAsync(1);
        await it.PassesAsync("answer");
        await business.ReloadAsync();
        var ask = business.Locator($"#ask-business-answers-{need}");
        await ask.Locator("label").Last.ClickAsync();
        await ask.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(ask.Locator("input").Last).ToBeCheckedAsync();
        await ask.GetByRole(AriaRole.Button, new() { Name = "Take it back" }).ClickAsync();
        await Assertions.Expect(ask.Locator("input:checked")).ToHaveCountAsync(0);
        await Assertions.Expect(it.Locator($"#told-business-answers-{need}")).ToContainTextAsync("0 of 1 have answered");
    }

    [Fact]
    public async Task ONCE_a_dot_placed_without_wifi_counts_once_when_it_is_back()
    {
        var hub = shared.Hub;
        using var api = await Api.OfAsync(hub, "open-floor");
        await api.SendAsync(new { type = "startActivity", activityId = "floor" });
        var risk = await api.SendAsync(new { type = "contribute", activityId = "floor", laneId = "risk", text = Wish });
        await api.SendAsync(new { type = "moveToStep", activityId = "floor", step = "vote" });
        await using var context = await chromium.PhoneAsync();
        var phone = await context.JoinAsync(hub, api.Code);

        await context.SetOfflineAsync(true);
        await phone.Locator($"[data-dots='{risk}'] [data-by='1']").ClickAsync();
        await context.SetOfflineAsync(false);
        await phone.ConnectedAsync();

        await Assertions.Expect(phone.Locator("[data-budget]")).ToHaveTextAsync("2 dots left of 3");
        await Assertions.Expect(phone.Locator("#voted")).ToContainTextAsync("0 of 1 have placed all their dots");
        await phone.ReloadAsync();
        await phone.ConnectedAsync();
        await Assertions.Expect(phone.Locator($"[data-dots='{risk}'] output")).ToHaveTextAsync("1");
        var vote = (await api.StateAsync()).GetProperty("votes")[0];
        Assert.Equal(1, vote.GetProperty("voted").GetInt32());
    }

    [Fact]
    public async Task SEE_dots_are_placed_taken_back_and_told_with_and_without_script()
    {
        var hub = shared.Hub;
        using var api = await Api.OfAsync(hub, "open-floor");
        await api.SendAsync(new { type = "startActivity", activityId = "floor" });
        var risk = await api.SendAsync(new { type = "contribute", activityId = "floor", laneId = "risk", text = Wish });
        var other = await api.SendAsync(new { type = "contribute", activityId = "floor", laneId = "risk", text = Need });
        var theme = await api
            .SendAsync(new { type = "createTheme", activityId = "floor", title = "Like things", contributionIds = new[] { other } });
        await api.SendAsync(new { type = "moveToStep", activityId = "floor", step = "vote" });
        await using var quick = await chromium.PhoneAsync();
        await using var plain = await chromium.PhoneAsync(script: false);
        var phone = await quick.JoinAsync(hub, api.Code);
        var old = await plain.NewPageAsync();
        await old.GotoAsync($"{hub.Url}/j/{api.Code}");
        await old.GetByRole(AriaRole.Button, new() { Name = "Join", Exact = true }).ClickAsync();
        await phone.PassesAsync("vote");

        await phone.DotAsync(risk!, "Add a dot");
        await phone.DotAsync(risk!, "Add a dot");
        await Assertions.Expect(phone.Locator("[data-budget]")).ToHaveTextAsync("1 dot left of 3");
        await Assertions.Expect(phone.Locator($"[data-dots='{risk}'] [data-by='1']")).ToHaveAttributeAsync("aria-disabled", "true");
        await phone.DotAsync(theme!, "Add a dot");
        await Assertions.Expect(phone.Locator("[data-budget]")).ToContainTextAsync("Take one back to move it");
        await Assertions.Expect(phone.Locator("#voted")).ToContainTextAsync("1 of 2 have placed all their dots");
        await phone.PassesAsync("all dots placed");
        await phone.DotAsync(risk!, "Take a dot back");
        await Assertions.Expect(phone.Locator("#voted")).ToContainTextAsync("0 of 2 have placed all their dots");
        await phone.ReloadAsync();
        await phone.ConnectedAsync();
        await Assertions.Expect(phone.Locator($"[data-dots='{risk}'] output")).ToHaveTextAsync("1");

        await old.DotAsync(theme!, "Add a dot");
        await old.DotAsync(theme!, "Add a dot");
        await Assertions.Expect(old.Locator("[data-budget]")).ToHaveTextAsync("1 dot left of 3");
        await old.DotAsync(theme!, "Take a dot back");
        await Assertions.Expect(old.Locator("[data-budget]")).ToHaveTextAsync("2 dots left of 3");
        Assert.Equal(0, await phone.Locator(".tally").CountAsync());

        await api.SendAsync(new { type = "moveToStep", activityId = "floor", step = "result" });
        await Assertions.Expect(phone.Locator($"#text-{risk} .tally")).ToHaveTextAsync("1 dot");
        await Assertions.Expect(phone.Locator($"[id='{theme}'] .tally")).ToHaveTextAsync("2 dots");
        await phone.PassesAsync("result");
    }

    [Fact]
    public async Task SEE_of_several_lanes_one_field_is_open_and_what_is_typed_in_another_stays()
    {
        var hub = shared.Hub;
        using var api = await Api.OfAsync(hub, "open-floor");
        await api.SendAsync(new { type = "startActivity", activityId = "floor" });
        await using var context = await chromium.PhoneAsync();
        var phone = await context.JoinAsync(hub, api.Code);
        await Assertions.Expect(phone.Locator("textarea:visible")).ToHaveCountAsync(1);
        await phone.PassesAsync("several lanes");

        await phone.Locator("#write-example textarea").FillAsync(Wish);
        await phone.ContributeAsync("risk", Need);
        await Assertions.Expect(phone.Locator("#list-risk")).ToContainTextAsync(Need);
        await Assertions.Expect(phone.Locator("#write-example")).ToBeHiddenAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "Example", Exact = true }).ClickAsync();
        await Assertions.Expect(phone.Locator("#write-example textarea")).ToHaveValueAsync(Wish);
        await phone.Locator(".bottom a").Nth(1).ClickAsync();
        await Assertions.Expect(phone.Locator("#list-risk")).ToContainTextAsync(Need);
    }

    [Fact]
    public async Task KEEP_a_level_chosen_offline_waits_and_is_saved_and_a_draft_keeps_for_whom_it_speaks()
    {
        var hub = shared.Hub;
        using var api = await Api.OfAsync(hub, "maturity-ladder");
        await api.SendAsync(new { type = "startActivity", activityId = "ladder" });
        await using var context = await chromium.PhoneAsync();
        var phone = await context.JoinAsync(hub, api.Code);
        await phone.PassesAsync("scale");
        await context.SetOfflineAsync(true);
        await phone.OfflineAsync();
        await phone.Locator("#ask-now label").Nth(2).ClickAsync();
        await phone.Locator("#ask-now label").Nth(1).ClickAsync();
        await Assertions.Expect(phone.Locator("#ask-now [data-sent]")).ToContainTextAsync("Waiting to send");
        await context.SetOfflineAsync(false);
        await Assertions.Expect(phone.Locator("#ask-now [data-sent]")).ToHaveTextAsync("Saved", new() { Timeout = 20_000 });
        await phone.ReloadAsync();
        await phone.ConnectedAsync();
        await Assertions.Expect(phone.Locator("#ask-now [type=radio]").Nth(1)).ToBeCheckedAsync();
        await Assertions.Expect(phone.Locator("#told-now")).ToContainTextAsync("1 of 1 has answered");
        await phone.PassesAsync("answered");

        await api.SendAsync(new { type = "moveToStep", activityId = "ladder", step = "obstacles" });
        await phone.Locator("#write-obstacle textarea").FillAsync("We’ve not seen any incidents logged");
        await phone.Locator("#write-obstacle summary").ClickAsync();
        await phone.GetByLabel("Spoken for").FillAsync("IT, when concerns are raised");
        await phone.GetByLabel("These are somebody’s own words").CheckAsync();
        await phone.ReloadAsync();
        await phone.ConnectedAsync();
        await Assertions.Expect(phone.GetByLabel("Spoken for")).ToHaveValueAsync("IT, when concerns are raised");
        await phone.Locator("#write-obstacle button.btn").ClickAsync();
        await Assertions.Expect(phone.Locator("#list-obstacle q")).ToHaveTextAsync("We’ve not seen any incidents logged");
        await Assertions.Expect(phone.GetByLabel("Spoken for")).ToBeHiddenAsync();
    }
}

internal static class Dots
{
    /// <summary>Puts a dot on something or takes one back.</summary>
    public static Task DotAsync(this IPage page, string id, string move) =>
        page.Locator($"[data-dots='{id}']").GetByRole(AriaRole.Button, new() { Name = move }).ClickAsync();
}
