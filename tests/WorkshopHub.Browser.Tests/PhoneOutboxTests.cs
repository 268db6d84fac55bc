using System.Collections.Concurrent;
using Microsoft.Playwright;
using WorkshopHub.Browser.Tests.Scenes;

namespace WorkshopHub.Browser.Tests;

/// <summary>What one text's trouble does to the others: nothing. And what others left in the phone's storage: nothing either.</summary>
public sealed class PhoneOutboxTests(Chromium chromium, SharedHub shared)
{
    // Each gets for ever what its name says; the words between them are honest.
    private static readonly string[] Texts =
        ["fault", "first", "proxy", "forbidden", "second", "full", "third", "torn", "voucher", "fourth"];

    [Fact]
    public async Task KEEP_12_a_text_that_gets_no_usable_answer_is_not_sent_alone_and_the_rest_goes_in_its_order()
    {
        var hub = shared.Hub;
        using var api = await Api.KickStartAsync(hub);
        await api.SendAsync(new { type = "startActivity", activityId = "chain" });
        await using var ben = await chromium.PhoneAsync();
        var phone = await ben.JoinAsync(hub, api.Code);
        var mended = false;
        await phone.RouteAsync("**/commands", route => mended ? route.ContinueAsync() : AnswerAsync(route));
        await ben.SetOfflineAsync(true);
        foreach (var text in Texts) await phone.ContributeAsync("challenge", text);
        await ben.SetOfflineAsync(false);

        await Assertions.Expect(phone.Locator("#mine .own > *")).ToHaveCountAsync(4, new() { Timeout = 60_000 });
        var lost = phone.Locator("#mine .unsent .bad");
        await Assertions.Expect(lost).ToHaveCountAsync(6, new() { Timeout = 30_000 });
        Assert.Equal(["first", "second", "third", "fourth"], await api.TextsAsync());
        await phone.ReloadAsync();
        await phone.ConnectedAsync();
        await phone.TabAsync("mine");
        await Assertions.Expect(lost).ToHaveCountAsync(6);
        foreach (var act in new[] { "edit", "drop" })
        {
            await Assertions.Expect(lost.Locator($"[data-act={act}]:visible")).ToHaveCountAsync(6);
        }

        await Assertions.Expect(lost.First).ToContainTextAsync("The server could not take it.");

        // Discarded, or changed and sent again.
        await lost.First.Locator("[data-act=drop]").ClickAsync();
        mended = true;
        await lost.First.Locator("[data-act=edit]").ClickAsync();
        await phone.TabAsync("write");
        await phone.Locator("#write-challenge textarea").FillAsync("proxy, worded anew");
        await phone.Locator("#write-challenge button.btn").ClickAsync();
        await phone.TabAsync("mine");
        await Assertions.Expect(phone.Locator("#mine .own")).ToContainTextAsync("proxy, worded anew");
        await Assertions.Expect(lost).ToHaveCountAsync(4);
    }

    [Fact]
    public async Task KEEP_12_what_arrived_though_nobody_said_so_counts_once_when_it_is_sent_again()
    {
        var hub = shared.Hub;
        using var api = await Api.KickStartAsync(hub);
        await api.SendAsync(new { type = "startActivity", activityId = "chain" });
        await using var ben = await chromium.PhoneAsync();
        var phone = await ben.JoinAsync(hub, api.Code);
        await phone.RouteAsync("**/commands", async route =>
        {
            await route.FetchAsync();
            await route.FulfillAsync(new() { Status = 502, ContentType = "text/html", Body = "<h1>Bad gateway</h1>" });
        });
        await phone.ContributeAsync("challenge", "Heard, and not told so");
        await Assertions.Expect(phone.Locator("#write-challenge .unsent .bad")).ToHaveCountAsync(1, new() { Timeout = 30_000 });
        await phone.UnrouteAllAsync();
        await phone.Locator("#write-challenge .unsent [data-act=edit]").ClickAsync();
        await phone.Locator("#write-challenge button.btn").ClickAsync();
        await Assertions.Expect(phone.Locator("#write-challenge .unsent > *")).ToHaveCountAsync(0);
        Assert.Equal(["Heard, and not told so"], await api.TextsAsync());
    }

    [Fact]
    public async Task KEEP_12_what_nobody_can_save_waits_and_is_given_up_by_nobody()
    {
        var hub = shared.Hub;
        using var api = await Api.KickStartAsync(hub);
        await api.SendAsync(new { type = "startActivity", activityId = "chain" });
        await using var ben = await chromium.PhoneAsync();
        var phone = await ben.JoinAsync(hub, api.Code);
        var refused = new ConcurrentBag<string>();
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await phone.RouteAsync("**/commands", async route =>
        {
            if (refused.Count >= 6)
            {
                enough.TrySetResult();
                await route.ContinueAsync();
                return;
            }

            refused.Add(route.Request.PostData!);
            await NotSavedAsync(route);
        });
        foreach (var text in new[] { "one", "two", "three" }) await phone.ContributeAsync("challenge", text);
        await enough.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await Assertions.Expect(phone.Locator("#list-challenge-in > *")).ToHaveCountAsync(3, new() { Timeout = 30_000 });
        await Assertions.Expect(phone.Locator(".unsent .bad")).ToHaveCountAsync(0);
        Assert.Equal(["one", "two", "three"], await api.TextsAsync());
    }

    [Fact]
    public async Task KEEP_12_silence_for_one_text_is_no_silence_for_the_next()
    {
        var hub = shared.Hub;
        using var api = await Api.KickStartAsync(hub);
        await api.SendAsync(new { type = "startActivity", activityId = "chain" });
        await using var ben = await chromium.PhoneAsync();
        await ben.Clock.InstallAsync();
        var phone = await ben.JoinAsync(hub, api.Code);
        var asked = 0;
        using var heard = new SemaphoreSlim(0);
        await phone.RouteAsync("**/commands", route =>
        {
            if (route.Request.PostData!.Contains("swallowed", StringComparison.Ordinal) && ++asked > 0)
            {
                heard.Release();
                return Task.CompletedTask;
            }

            return route.ContinueAsync();
        });
        await phone.ContributeAsync("challenge", "swallowed");
        await phone.ContributeAsync("challenge", "goes on");
        for (var i = 0; i < 2; i++)
        {
            await heard.WaitAsync(TimeSpan.FromSeconds(60));
            await phone.Clock.FastForwardAsync(16_000);
        }

        await Assertions.Expect(phone.Locator("#list-challenge")).ToContainTextAsync("goes on", new() { Timeout = 30_000 });
        await Assertions.Expect(phone.Locator("#write-challenge .unsent .bad")).ToContainTextAsync("swallowed");
    }

    [Fact]
    public async Task KEEP_13_whatever_lies_in_the_phones_storage_the_page_lives_and_sends()
    {
        var hub = shared.Hub;
        using var api = await Api.KickStartAsync(hub);
        await api.SendAsync(new { type = "startActivity", activityId = "chain" });
        await using var ben = await chromium.PhoneAsync();
        var phone = await ben.JoinAsync(hub, api.Code);
        await phone.EvaluateAsync(
            """
            code => {
              const wrong = ['{"cut off', 'words without quotes', '"a text"', '17', 'true', '[]', '[1,"x"]', '{}', 'null', '{"command":"x"}', '{"command":{"type":7}}', '{"command":{"text":"older words"}}',
                '{"command":{"type":"contribute","commandId":"x","text":{"toString":1}}}', '{"command":{"type":"__proto__","commandId":"x","activityId":{"toString":1}}}', '{"text":9}', '{"text":null,"label":[]}',
                '{"text":"kept","max":"many","label":{},"closed":"soon","again":3,"spokenFor":[1]}', '{"refused":true}', '{"command":{"type":"nod","commandId":"y"},"refused":"why"}'];
              wrong.forEach((value, i) => {
                for (const start of [`o:${i.toString(36).padStart(9, '0')}:x`, `o:${i}`, `o:zzzzzzzzzzzzzzzz${i}:y`, `d:${['chain/challenge/', 'gone/lane/', 'x'][i % 3]}`, 'lease']) localStorage.setItem(`wh:${code}:${start}`, value);
              });
            }
            """,
            api.Code);

        await phone.ReloadAsync();
        await phone.ConnectedAsync();
        await phone.ContributeAsync("challenge", "Honest words");
        await Assertions.Expect(phone.Locator("#list-challenge")).ToContainTextAsync("Honest words", new() { Timeout = 20_000 });
        Assert.Equal(["Honest words"], await api.TextsAsync());
        await phone.TabAsync("mine");
        var aside = phone.Locator("#mine .unsent .bad", new() { HasText = "older words" }).First;
        await Assertions.Expect(aside).ToContainTextAsync("cannot read any more");
        await Assertions.Expect(aside.Locator("[data-act=copy]")).ToBeVisibleAsync();
        var before = await phone.Locator("#mine .unsent .bad").CountAsync();
        await aside.Locator("[data-act=drop]").ClickAsync();
        await Assertions.Expect(phone.Locator("#mine .unsent .bad")).ToHaveCountAsync(before - 1);
    }

    [Fact]
    public async Task KEEP_13_a_phone_that_lets_nothing_be_kept_sends_all_the_same()
    {
        var hub = shared.Hub;
        using var api = await Api.KickStartAsync(hub);
        await api.SendAsync(new { type = "startActivity", activityId = "chain" });
        await using var ben = await chromium.PhoneAsync();
        await ben.AddInitScriptAsync(
            "for (const name of ['localStorage', 'sessionStorage', 'BroadcastChannel']) Object.defineProperty(window, name, { get() { " +
            "throw new DOMException('no', 'SecurityError'); } });");
        var phone = await ben.JoinAsync(hub, api.Code);
        await phone.ContributeAsync("challenge", "Kept nowhere");
        await Assertions.Expect(phone.Locator("#list-challenge")).ToContainTextAsync("Kept nowhere");
    }

    private static Task AnswerAsync(IRoute route)
    {
        var said = route.Request.PostData!;
        if (said.Contains("\"fault\"", StringComparison.Ordinal))
        {
            return route.FulfillAsync(
                new()
                {
                    Status = 500,
                    ContentType = "application/problem+json",
                    Body = """{"code":"fault","detail":"Something went wrong."}"""
                });
        }

        if (said.Contains("\"proxy\"", StringComparison.Ordinal))
        {
            return route.FulfillAsync(new() { Status = 502, ContentType = "text/html", Body = "<h1>Bad gateway</h1>" });
        }

        if (said.Contains("\"forbidden\"", StringComparison.Ordinal))
        {
            return route.FulfillAsync(new() { Status = 403, ContentType = "text/plain", Body = "No." });
        }

        if (said.Contains("\"full\"", StringComparison.Ordinal)) return NotSavedAsync(route);
        if (said.Contains("\"torn\"", StringComparison.Ordinal)) return route.AbortAsync("connectionreset");
        return said.Contains("\"voucher\"", StringComparison.Ordinal)
            ? route.FulfillAsync(new() { ContentType = "text/html", Body = "<h1>Welcome to the wifi</h1>" }) : route.ContinueAsync();
    }

    private static Task NotSavedAsync(IRoute route) =>
        route.FulfillAsync(
            new()
            {
                Status = 503,
                ContentType = "application/problem+json",
                Body = """{"code":"not-saved","detail":"This could not be saved."}"""
            });
}
