using Microsoft.Playwright;

namespace WorkshopHub.Browser.Tests;

/// <summary>axe finds nothing on any page that people meet, in light and in dark.</summary>
public sealed class AccessibilityTests(Chromium chromium, SharedHub shared)
{
    private const string Challenge = "Poor scheduling of IT maintenance weekends";
    private const string RootCause = "Nobody owns the calendar";

    [Fact]
    public async Task SEE_phones_are_accessible_from_the_front_page_to_the_end()
    {
        var hub = shared.Hub;
        using var api = await Api.KickStartAsync(hub);
        await using var context = await chromium.PhoneAsync();
        var phone = await context.OpenAsync();

        await phone.GotoAsync(hub.Url);
        await phone.PassesAsync("front");
        await phone.GotoAsync($"{hub.Url}/j/{api.Code}");
        await phone.PassesAsync("join");
        await phone.GetByRole(AriaRole.Button, new() { Name = "Join", Exact = true }).ClickAsync();
        await phone.ConnectedAsync();
        await phone.SeesAsync("You are in");
        await phone.PassesAsync("waiting");

        await api.BriefAsync();
        await phone.SeesAsync("We name what holds us back");
        await phone.PassesAsync("briefing");

        var challenge = await api.ChallengeAsync();
        await phone.ContributeAsync("challenge", "Written here");
        await Assertions.Expect(phone.Locator("#list-challenge")).ToContainTextAsync("Written here");
        await phone.PassesAsync("challenges");
        await phone.Locator(".bottom a").Last.ClickAsync();
        await Assertions.Expect(phone.Locator("#mine")).ToContainTextAsync("Saved");
        await phone.PassesAsync("mine");
        await phone.Locator(".bottom a").First.ClickAsync();

        var cause = await api.RootCauseAsync(challenge);
        await phone.GoIntoAsync(challenge);
        await phone.SeesAsync(RootCause);
        await phone.PassesAsync("root causes of one challenge");
        await api.PickAsync(cause);
        await Assertions.Expect(phone.Locator(".mark:visible")).ToHaveTextAsync("Picked by the room");
        await phone.PassesAsync("pick");

        await api.NextStepsAsync();
        await phone.SeesAsync("Create yearly plan");
        await phone.PassesAsync("next steps");
        await api.SendAsync(new { type = "closeSession" });
        await phone.SeesAsync("Thank you");
        await phone.PassesAsync("closed");
    }

    [Fact]
    public async Task SEE_the_screen_is_accessible_from_the_lobby_to_the_end()
    {
        var hub = shared.Hub;
        using var api = await Api.KickStartAsync(hub);
        await using var context = await chromium.WallAsync();
        var wall = await context.ScreenAsync(hub, await api.ScreenAsync());

        await wall.SeesAsync("Beyond Service Partner");
        await wall.PassesAsync("lobby");
        await api.BriefAsync();
        await wall.SeesAsync("We name what holds us back");
        await wall.PassesAsync("briefing");
        var challenge = await api.ChallengeAsync();
        await wall.SeesAsync(Challenge);
        await wall.PassesAsync("challenges");
        var cause = await api.RootCauseAsync(challenge);
        await wall.SeesAsync(RootCause);
        await wall.PassesAsync("chain");
        await api.PickAsync(cause);
        await Assertions.Expect(wall.Locator(".entry .picked")).ToHaveTextAsync(RootCause);
        await wall.PassesAsync("pick");
        await api.SendAsync(new { type = "setScreen", mode = "held" });
        await wall.SeesAsync("Held at");
        await wall.PassesAsync("held");
        await api.SendAsync(new { type = "setScreen", mode = "blank" });
        await Assertions.Expect(wall.Locator("main.blank")).ToBeVisibleAsync();
        await wall.PassesAsync("blank");
        await api.SendAsync(new { type = "setScreen", mode = "live" });
        await api.NextStepsAsync();
        await wall.SeesAsync("Create yearly plan");
        await wall.PassesAsync("list");
        await api.SendAsync(new { type = "closeSession" });
        await wall.SeesAsync("Thank you");
        await wall.PassesAsync("closed");
    }

    [Fact]
    public async Task SEE_the_console_is_accessible_from_signing_in_to_the_account()
    {
        var hub = shared.Hub;
        using var api = await Api.KickStartAsync(hub);
        await using var context = await chromium.LaptopAsync();
        var console = await context.OpenAsync();

        await console.GotoAsync($"{hub.Url}/sign-in");
        await console.PassesAsync("sign-in");
        await console.GetByLabel("Email").FillAsync(HubProcess.Email);
        await console.GetByLabel("Password").FillAsync(HubProcess.Password);
        await console.Locator("form button[type=submit]").ClickAsync();
        await console.WaitForURLAsync("**/console");
        await console.ReadyAsync();
        await console.SeesAsync("Beyond Service Partner");
        await console.PassesAsync("list");
        await console.GotoAsync($"{hub.Url}/console/new");
        await console.ReadyAsync();
        await console.PassesAsync("new");
        await console.GotoAsync($"{hub.Url}/console/sessions/{api.SessionId}/prepare");
        await console.ReadyAsync();
        await console.PassesAsync("prepare");

        var challenge = await api.ChallengeAsync();
        var cause = await api.RootCauseAsync(challenge);
        await api.PickAsync(cause);
        await console.GotoAsync($"{hub.Url}/console/sessions/{api.SessionId}");
        await console.ReadyAsync();
        await console.SeesAsync(RootCause);
        await Assertions.Expect(console.FrameLocator(".wh-preview").Locator("html"))
            .ToHaveAttributeAsync("data-live", "connected", new() { Timeout = 20_000 });
        await console.PassesAsync("cockpit");
        // Colours change at once: what stands deep in the page must not be in the old scheme for as many frames.
        Assert.Equal(1, await console.EvaluateAsync<int>(
            """
            () => {
              const colours = () => new Set([...document.querySelectorAll('body, .wh-links a, .wh-links bdi')].map(e => getComputedStyle(e).color)).size;
              const root = document.documentElement;
              colours();
              root.dataset.theme = root.dataset.theme === 'dark' ? 'light' : 'dark';
              const now = colours();
              root.dataset.theme = root.dataset.theme === 'dark' ? 'light' : 'dark';
              return now;
            }
            """));
        await console.GotoAsync($"{hub.Url}/console/account");
        await console.PassesAsync("account");
    }

    [Fact]
    public async Task SEE_what_needs_a_person_in_the_console_is_accessible_people_at_the_door_two_texts_a_disk_and_the_way_here()
    {
        // A server of its own: nobody else meets a disk on which nothing can be saved.
        await using var hub = await HubProcess.StartAsync();
        using var api = await Api.KickStartAsync(hub);
        await api.ChallengeAsync();
        var decision = await api.SendAsync(new { type = "recordDecision", text = "One calendar for all weekends" });
        await api.GuestAsync(name: "Chen");
        await api.SendAsync(new { type = "changeSession", settings = new { joinApproval = true } });
        foreach (var name in new[] { "Ben", "Dina", "Eve" }) await api.GuestAsync("Public sector", name);
        await api.SendAsync(
            new { type = "removeDelegates", delegateIds = (await api.AtTheDoorAsync()).Take(1), withContributions = false });
        await using var context = await chromium.LaptopAsync();
        var cockpit = await context.CockpitAsync(hub.Url, api);

        await Assertions.Expect(cockpit.Test("door-waiting")).ToContainTextAsync("2 people wait");
        await cockpit.Test("door-refused").ClickAsync();
        await cockpit.Test("delegates").ClickAsync();
        await cockpit.Test("people-tick").ClickAsync();
        await Assertions.Expect(cockpit.Test("people-ticked")).ToContainTextAsync("1 ");
        await cockpit.Locator("#tab-decisions").ClickAsync();
        await cockpit.Test($"decision-change-{decision}").ClickAsync();
        await cockpit.Test($"decision-change-text-{decision}").FillAsync("One calendar, by March");
        await api.SendAsync(new { type = "changeDecision", decisionId = decision, text = "One calendar, and an owner" });
        await Assertions.Expect(cockpit.Test($"both-decision-change-text-{decision}")).ToBeVisibleAsync();
        await cockpit.PassesAsync("people at the door, ticked people and both texts");

        await using (await hub.HoldDatabaseAsync())
        {
            await cockpit.Locator("#tab-contributions").ClickAsync();
            await cockpit.Test("said-text").FillAsync("Said while nothing can be saved");
            await cockpit.Test("said-add").ClickAsync();
            await Assertions.Expect(cockpit.Test("disk")).ToBeVisibleAsync(new() { Timeout = 30_000 });
            await cockpit.PassesAsync("disk");
        }

        await Assertions.Expect(cockpit.Test("disk-over")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await cockpit.PassesAsync("disk, over");

        // As through a proxy that nobody knows.
        await cockpit.SetExtraHTTPHeadersAsync([new("X-Forwarded-For", "203.0.113.7")]);
        await cockpit.GotoAsync($"{hub.Url}/console");
        await cockpit.ReadyAsync();
        await Assertions.Expect(cockpit.Test("reach-wrong")).ToBeVisibleAsync();
        await cockpit.Test("reach-seen").Locator("summary").ClickAsync();
        await cockpit.PassesAsync("list, with what is wrong with the way here");
    }
}

/// <summary>The scenes, set through the API, and the look at each.</summary>
internal static class SceneSetting
{
    public static async Task BriefAsync(this Api api)
    {
        await api.SendAsync(new { type = "startActivity", activityId = "briefing" });
        await api.SendAsync(new { type = "showPoint", activityId = "briefing", point = 2 });
    }

    public static async Task<string> ChallengeAsync(this Api api)
    {
        await api.SendAsync(new { type = "startActivity", activityId = "chain" });
        await api.SendAsync(new { type = "startTimer", seconds = 480 });
        return (await api
            .SendAsync(new
            {
                type = "contribute",
                activityId = "chain",
                laneId = "challenge",
                text = "Poor scheduling of IT maintenance weekends"
            }))!;
    }

    public static async Task<string> RootCauseAsync(this Api api, string challenge)
    {
        await api.SendAsync(new { type = "moveToStep", activityId = "chain", step = "root-causes" });
        return (await api
            .SendAsync(new
            {
                type = "contribute",
                activityId = "chain",
                laneId = "root-cause",
                parentId = challenge,
                text = "Nobody owns the calendar"
            }))!;
    }

    public static async Task PickAsync(this Api api, string cause)
    {
        await api.SendAsync(new { type = "moveToStep", activityId = "chain", step = "pick" });
        await api.SendAsync(new { type = "pick", targetId = cause, picked = true });
    }

    public static async Task NextStepsAsync(this Api api)
    {
        await api.SendAsync(new { type = "startActivity", activityId = "next-steps" });
        await api.SendAsync(
            new { type = "recordAction", what = "Create yearly plan", owner = "Service manager", due = "2026-12-18", confidence = 4 });
        await api.SendAsync(new { type = "recordAction", what = "Ask who sits with the business" });
    }

    /// <summary>
    /// The console paints itself by script, and MudBlazor's palette comes from the server: looked at before that, dark
    /// letters stand on dark ground. Phones and screens follow the browser and have neither.
    /// </summary>
    private static async Task PaintedAsync(this IPage page, ColorScheme scheme) => await page.WaitForFunctionAsync(
        """
        dark => {
          const root = document.documentElement, style = getComputedStyle(root);
          const ground = style.getPropertyValue('--mud-palette-background').trim();
          if (!ground) return !root.querySelector('.wh-paper, .mud-layout') || root.dataset.theme === (dark ? 'dark' : 'light');
          const [r] = ground.match(/[0-9]+/g)?.map(Number) ?? [NaN];
          return root.dataset.theme === (dark ? 'dark' : 'light') && (ground.startsWith('#') ? parseInt(ground.slice(1, 3), 16) : r) < 128 === dark;
        }
        """,
        scheme == ColorScheme.Dark);

    /// <summary>axe, in light and in dark, with nothing in motion.</summary>
    public static async Task PassesAsync(this IPage page, string name)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            await page.PaintedAsync(scheme);
            var (kept, broken) = await Axe.LookAsync(page);
            Assert.True(kept > 0, $"{name}: axe looked at nothing.");
            Assert.Empty(broken.Select(b => $"{name}, {scheme}: {b}"));
        }

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }
}
