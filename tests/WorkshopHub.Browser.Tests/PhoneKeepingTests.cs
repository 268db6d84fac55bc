using Microsoft.Playwright;
using WorkshopHub.Browser.Tests.Scenes;

namespace WorkshopHub.Browser.Tests;

/// <summary>What is typed or chosen while the room goes on, closes or leaves somebody out.</summary>
public sealed class PhoneKeepingTests(Chromium chromium, SharedHub shared)
{
    private const string Typed = "Our upgrade took four years and under-deli";

    [Fact]
    public async Task KEEP_6_what_was_being_typed_goes_on_where_it_was_and_can_be_kept_or_handed_over()
    {
        var hub = shared.Hub;
        using var api = await Api.OfAsync(hub, "open-floor");
        await api.SendAsync(new { type = "startActivity", activityId = "floor" });
        await using var context = await chromium.PhoneAsync();
        var phone = await context.JoinAsync(hub, api.Code);
        await phone.Locator("#write-example textarea").PressSequentiallyAsync(Typed);
        await api.SendAsync(new { type = "moveToStep", activityId = "floor", step = "group" });
        await phone.SeesAsync("The room has moved on to Group");
        await Assertions.Expect(phone.Locator("#moved textarea")).ToBeFocusedAsync();
        await phone.Keyboard.TypeAsync("vered");

        await phone.GetByRole(AriaRole.Button, new() { Name = "Keep it for me" }).ClickAsync();
        await Assertions.Expect(phone.Locator("#moved textarea")).ToBeHiddenAsync();
        await phone.ReloadAsync();
        await phone.ConnectedAsync();
        await phone.TabAsync("mine");
        await Assertions.Expect(phone.Locator("#moved textarea")).ToHaveValueAsync($"{Typed}vered");
        await Assertions.Expect(phone.GetByRole(AriaRole.Button, new() { NameRegex = new("Send it anyway") })).ToBeVisibleAsync();

        // A minute later, as far as this draft goes.
        await phone.EvaluateAsync(
            "() => { const key = Object.keys(localStorage).find(k => k.includes(':d:')); const draft = JSON.parse(localStorage[key]); " +
            "localStorage[key] = JSON.stringify({ ...draft, closed: draft.closed - 61000 }); }");
        await phone.GetByRole(AriaRole.Button, new() { Name = "Give it to the facilitator" }).ClickAsync();
        await Assertions.Expect(phone.Locator("#moved > *")).ToHaveCountAsync(0);
        await Assertions.Expect(phone.Locator("#mine")).ToContainTextAsync($"{Typed}vered");
        Assert.Equal([$"{Typed}vered"], await api.TextsAsync());
    }

    [Fact]
    public async Task KEEP_7_after_the_close_a_text_can_be_copied_and_discarded_and_nothing_offers_to_send_it()
    {
        var hub = shared.Hub;
        await using var context = await chromium.PhoneAsync();
        await context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var phone = await new PhoneScenes(hub).ClosedWithDraftAsync(context);
        await NothingToSendAsync(phone);
        await phone.Locator("#moved [data-act=copy]").ClickAsync();
        await Assertions.Expect(phone.Locator("#moved [data-act=copy]")).ToHaveTextAsync("Copied");
        Assert.Equal(Typed, await phone.EvaluateAsync<string>("navigator.clipboard.readText()"));
        await phone.ReloadAsync();
        await phone.SeesAsync("Your text is kept");
        await NothingToSendAsync(phone);
        await phone.Locator("#moved [data-act=drop]").ClickAsync();
        await Assertions.Expect(phone.Locator("#moved > *")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task KEEP_7_a_phone_that_was_taken_out_keeps_its_text_to_be_copied()
    {
        var hub = shared.Hub;
        await using var context = await chromium.PhoneAsync();
        var phone = await new PhoneScenes(hub).RemovedAsync(context);
        await Assertions.Expect(phone.Locator("#moved textarea")).ToHaveValueAsync(Typed);
        await NothingToSendAsync(phone);
    }

    [Fact]
    public async Task KEEP_8_a_dot_that_waited_is_not_put_into_another_vote_and_says_so()
    {
        var hub = shared.Hub;
        await using var context = await chromium.PhoneAsync();
        var sent = new List<string>();
        context.Request += (_, request) =>
        {
            if (request.Url.EndsWith("/commands", StringComparison.Ordinal)
                && request.PostData?.Contains("placeDots", StringComparison.Ordinal) == true)
            {
                sent.Add(request.PostData);
            }
        };
        var phone = await new PhoneScenes(hub).DotOfAnotherVoteAsync(context);
        await phone.SeesAsync("The vote in which you put them is over");
        Assert.Empty(sent);
        await phone.Locator("#mine [data-act=drop]").ClickAsync();
        await Assertions.Expect(phone.Locator("#mine .unsent > *")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task KEEP_9_a_side_taken_offline_is_taken_when_the_phone_is_back()
    {
        var hub = shared.Hub;
        using var api = await Api.OfAsync(hub, "mutual-expectations");
        await api.SendAsync(new { type = "startActivity", activityId = "expectations" });
        await using var context = await chromium.PhoneAsync();
        var phone = await context.JoinAsync(hub, api.Code);
        await context.SetOfflineAsync(true);
        await phone.OfflineAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "The business" }).ClickAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "IT", Exact = true }).ClickAsync();
        await Assertions.Expect(phone.Locator("#team-it [data-sent]")).ToContainTextAsync("Waiting to send");
        await Assertions.Expect(phone.Locator("#team-business [data-sent]")).ToHaveTextAsync("");
        await context.SetOfflineAsync(false);
        await Assertions.Expect(phone.Locator("#top")).ToContainTextAsync("IT", new() { Timeout = 20_000 });
    }

    private static async Task NothingToSendAsync(IPage phone)
    {
        foreach (var act in new[] { "send", "late", "edit" })
        {
            await Assertions.Expect(phone.Locator($"[data-act={act}]:visible")).ToHaveCountAsync(0);
        }
    }
}
