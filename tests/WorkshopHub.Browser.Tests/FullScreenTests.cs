using Microsoft.Playwright;

namespace WorkshopHub.Browser.Tests;

/// <summary>What only a browser can see of a full screen: pages, the spotlight, and that what is hidden is nowhere on it.</summary>
public sealed class FullScreenTests(Chromium chromium, SharedHub shared)
{
    [Fact]
    public async Task SCREEN_10_pages_turn_by_the_servers_clock_stand_where_the_facilitator_sets_them_and_turn_again()
    {
        var hub = shared.Hub;
        var (api, token) = await ScreenScenes.Of("a03-floor-pages").SetAsync(hub);
        using var _ = api;
        await using var context = await chromium.WallAsync();
        await context.Clock.InstallAsync();
        var wall = await context.ScreenAsync(hub, token);
        var mark = wall.Locator("[data-page]");
        await Assertions.Expect(mark).ToContainTextAsync("Page 1 of");
        var last = await wall.PagesAsync();
        await context.Clock.FastForwardAsync(41_000);
        await Assertions.Expect(mark).ToContainTextAsync($"Page 2 of {last}");

        await api.SendAsync(new { type = "setScreen", mode = "live", page = last });
        await Assertions.Expect(mark).ToContainTextAsync($"Page {last} of {last}");
        Assert.True(await wall.IsSeenAsync("Light touch before gold plate"));
        await context.Clock.FastForwardAsync(41_000);
        await Assertions.Expect(mark).ToContainTextAsync($"Page {last} of {last}");
        await api.SendAsync(new { type = "setScreen", mode = "live", page = (int?)null });
        await Assertions.Expect(wall.Locator(".key[data-turn]")).ToHaveCountAsync(0);
        await context.Clock.FastForwardAsync(41_000);
        await Assertions.Expect(mark).Not.ToContainTextAsync($"Page {last} of {last}");
    }

    [Fact]
    public async Task SCREEN_10_every_contribution_stands_whole_on_one_of_the_pages()
    {
        var hub = shared.Hub;
        var (api, token) = await ScreenScenes.Of("a03-floor-pages").SetAsync(hub);
        using var _ = api;
        await using var context = await chromium.WallAsync(1280, 720);
        var wall = await context.ScreenAsync(hub, token);
        await Assertions.Expect(wall.Locator("[data-page]")).ToContainTextAsync("Page 1 of");
        var last = await wall.PagesAsync();
        var seen = new HashSet<string>();
        // How many there are is a matter of the fonts; not that each brings something new and none has anything twice.
        for (var page = 1; page <= last; page++)
        {
            await api.SendAsync(new { type = "setScreen", mode = "live", page });
            await Assertions.Expect(wall.Locator($".key[data-turn='{page}']")).ToHaveCountAsync(1);
            await Assertions.Expect(wall.Locator("[data-page]")).ToContainTextAsync($"Page {page} of {last}");
            var here = await wall.EvaluateAsync<string[]>("""
                () => [...document.querySelectorAll('.wall')].flatMap(w => {
                  const clip = w.getBoundingClientRect();
                  return [...w.querySelectorAll('.entry')].filter(e => {
                    const r = e.getBoundingClientRect();
                    return e.getClientRects().length === 1 && r.left >= clip.left - 1 && r.right <= clip.right + 1 && r.top >= clip.top - 1 && r.bottom <= Math.min(clip.bottom, innerHeight) + 1;
                  }).map(e => e.id);
                })
                """);
            Assert.Distinct(here);
            Assert.Contains(here, id => !seen.Contains(id));
            seen.UnionWith(here);
        }

        Assert.Equal(200, seen.Count);
    }

    [Fact]
    public async Task SCREEN_7_what_is_hidden_leaves_the_spotlight_the_second_page_and_a_held_screen_at_once()
    {
        var hub = shared.Hub;
        using var api = await Api.OfAsync(hub, "roundtable");
        await api.SendAsync(new { type = "startActivity", activityId = "floor" });
        for (var i = 1; i <= 60; i++) await api
            .SendAsync(new
            {
                type = "contribute",
                activityId = "floor",
                laneId = "risk",
                text = $"Said as number {i} of sixty, at some length so that the wall is full"
            });
        await using var context = await chromium.WallAsync();
        var wall = await context.ScreenAsync(hub, await api.ScreenAsync());
        await Assertions.Expect(wall.Locator("[data-page]")).ToContainTextAsync("Page 1 of");

        await HiddenAsync(api, wall, "Said as number 60 ", new { type = "setScreen", mode = "live", page = 99 });
        await HiddenAsync(api, wall, "Said as number 7 ",
            new { type = "setScreen", mode = "live", spotlight = await api.IdOfStartAsync("Said as number 7 ") });
        await HiddenAsync(api, wall, "Said as number 8 ",
            new { type = "setScreen", mode = "live", spotlight = await api.IdOfStartAsync("Said as number 8 ") },
            new { type = "setScreen", mode = "held" });
    }

    [Fact]
    public async Task SCREEN_6_one_contribution_is_as_large_as_it_goes_with_the_spine_beside_it()
    {
        var hub = shared.Hub;
        var (api, token) = await ScreenScenes.Of("a20-alone").SetAsync(hub);
        using var _ = api;
        await using var context = await chromium.WallAsync();
        var wall = await context.ScreenAsync(hub, token);
        await Assertions.Expect(wall.Locator(".alone")).ToContainTextAsync("gold-plated");
        await Assertions.Expect(wall.Locator(".alone")).ToContainTextAsync("Start small, prove the value");
        await Assertions.Expect(wall.Locator(".spine .code")).ToBeVisibleAsync();
        Assert.True(await wall.EvaluateAsync<double>("parseFloat(getComputedStyle(document.querySelector('.alone .what')).fontSize)") > 80);
        await api.SendAsync(new { type = "moveToStep", activityId = "floor", step = "group" });
        await Assertions.Expect(wall.Locator(".alone")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task SCREEN_a_picture_that_is_not_live_says_since_when_and_is_live_again_by_itself()
    {
        await using var hub = await HubProcess.StartAsync();
        using var api = await Api.KickStartAsync(hub);
        await api.SendAsync(new { type = "startActivity", activityId = "chain" });
        await using var context = await chromium.WallAsync();
        var wall = await context.ScreenAsync(hub, await api.ScreenAsync());
        await hub.KillAsync();
        await Assertions.Expect(wall.Locator(".spine [data-stale]")).ToContainTextAsync("Picture from", new() { Timeout = 20_000 });
        await Assertions.Expect(wall.Locator(".spine [data-net]")).ToHaveTextAsync("Not live");
        await Assertions.Expect(wall.Locator(".spine .code")).ToBeVisibleAsync();
        await hub.StartAgainAsync();
        await wall.ConnectedAsync();
        await Assertions.Expect(wall.Locator(".spine [data-net]")).ToHaveTextAsync("Live");
        await Assertions.Expect(wall.Locator(".spine [data-stale]")).ToBeHiddenAsync();
        await api.SendAsync(new { type = "contribute", activityId = "chain", laneId = "challenge", text = "Said after the restart" });
        await wall.SeesAsync("Said after the restart");
    }

    [Fact]
    public async Task SCREEN_what_is_new_is_marked_for_twenty_seconds_and_there_is_no_cursor()
    {
        var hub = shared.Hub;
        using var api = await Api.OfAsync(hub, "roundtable");
        await api.SendAsync(new { type = "startActivity", activityId = "floor" });
        await using var context = await chromium.WallAsync();
        await context.Clock.InstallAsync();
        var wall = await context.ScreenAsync(hub, await api.ScreenAsync());
        await api.SendAsync(new { type = "contribute", activityId = "floor", laneId = "risk", text = "Stuck with the first solution" });
        await Assertions.Expect(wall.Locator(".entry.new")).ToContainTextAsync("Stuck with the first solution");
        await context.Clock.FastForwardAsync(22_000);
        await Assertions.Expect(wall.Locator(".entry.new")).ToHaveCountAsync(0);
        Assert.Equal("none", await wall.EvaluateAsync<string>("getComputedStyle(document.querySelector('.entry')).cursor"));
    }

    // Shown there, then hidden: nowhere in the document any more.
    private static async Task HiddenAsync(Api api, IPage wall, string text, params object[] shows)
    {
        foreach (var show in shows) await api.SendAsync(show);
        await wall.SeesAsync(text);
        await api.SendAsync(new { type = "hide", contributionId = await api.IdOfStartAsync(text), hidden = true });
        await Assertions.Expect(wall.GetByText(text)).ToHaveCountAsync(0);
        Assert.DoesNotContain(text, await wall.ContentAsync(), StringComparison.Ordinal);
    }
}

/// <summary>What the tests of the screen ask of the room and of the page.</summary>
internal static class FullScreen
{
    public static async Task<string> IdOfStartAsync(this Api api, string text) =>
        (await api.StateAsync()).GetProperty("contributions").EnumerateArray()
        .Single(c => c.GetProperty("text").GetString()!.StartsWith(text, StringComparison.Ordinal)).GetProperty("contributionId")
            .GetString()!;

    /// <summary>How many pages the wall says that it has.</summary>
    public static async Task<int> PagesAsync(this IPage wall) =>
        int.Parse((await wall.Locator("[data-page]").TextContentAsync())!.Split(' ')[^1],
            System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Some entry with this text lies within the part of its wall that is shown.</summary>
    public static Task<bool> IsSeenAsync(this IPage wall, string text) => wall.EvaluateAsync<bool>(
        """
        text => [...document.querySelectorAll('.wall .entry')].some(e => {
          const r = e.getBoundingClientRect(), clip = e.closest('.wall').getBoundingClientRect();
          return e.textContent.includes(text) && r.left >= clip.left - 1 && r.right <= clip.right + 1;
        })
        """,
        text);
}
