using Microsoft.Playwright;

namespace WorkshopHub.Browser.Tests;

/// <summary>
/// Layouts that forget what others say of themselves, and one that was made by the page about layouts: eighty contributions leave
/// none outside the picture without a page or a word.
/// </summary>
public sealed class CarelessLayoutTests(Chromium chromium, HubWithSampleLayouts sample) : IClassFixture<HubWithSampleLayouts>
{
    private const int Cards = 80;

    [Theory]
    [InlineData("copied", true)]
    [InlineData("forgetful", false)]
    [InlineData("hiding", false)]
    [InlineData("headlines", true)]
    public async Task SCREEN_13_whatever_a_layout_forgets_nothing_is_lost_on_the_wall(string layout, bool turnsPages)
    {
        Assert.NotNull(chromium.Browser);
        var hub = sample.Hub;
        using var api = await Api.OfAsync(hub, "kick-start");
        await api.SendAsync(new { type = "addActivity", activity = Activity(layout) });
        await api.SendAsync(new { type = "startActivity", activityId = "own" });
        for (var i = 1; i <= Cards; i++)
        {
            var text = $"Said as number {i} of eighty";
            await api.SendAsync(new { type = "contribute", activityId = "own", laneId = Lane(layout, i), text });
        }

        await using var context = await chromium.WallAsync();
        await context.RouteAsync("**/layouts*.css", r => WithSampleCss(r));
        var wall = await context.ScreenAsync(hub, await api.ScreenAsync());
        await wall.EvaluateAsync("() => document.fonts.ready");
        await wall.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");

        var seen = new HashSet<string>();
        var pages = await wall.Locator("[data-page]").TextContentAsync() is { Length: > 0 } ? await wall.PagesAsync() : 1;
        Assert.Equal(turnsPages, pages > 1);
        for (var page = 1; page <= pages; page++)
        {
            if (pages > 1)
            {
                await api.SendAsync(new { type = "setScreen", mode = "live", page });
                await Assertions.Expect(wall.Locator("[data-page]")).ToContainTextAsync($"Page {page} of {pages}");
            }

            var here = await wall.EvaluateAsync<string[]>(Seen);
            Assert.Contains(here, id => !seen.Contains(id));
            seen.UnionWith(here);
        }

        var left = await wall.Locator("[data-more]").TextContentAsync();
        Assert.Equal(
            Cards - seen.Count,
            left!.Length == 0 ? 0 : int.Parse(left.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(seen.Count == Cards, turnsPages);
        Assert.InRange(seen.Count, 5, Cards);
    }

    // Two lists above each other are harder than one.
    private static string Lane(string layout, int card) => layout == "copied" && card % 3 == 0 ? "b" : "a";

    private static object Activity(string layout) => new
    {
        id = "own",
        title = new { en = "Own" },
        prompt = new { en = "What do you see?" },
        layout,
        lanes = new[] { "a", "b" }.Select(n => new { id = n, title = new { en = $"Lane {n}" }, prompt = new { en = "What?" } }),
        steps = new[]
        {
            new { id = "collect", kind = "collect", title = new { en = "Collect" }, collects = new[] { "a", "b" }, nods = true },
        },
    };

    // As the build would collect it, did the sample lie in the Room.
    private static async Task WithSampleCss(IRoute route)
    {
        var answer = await route.FetchAsync();
        var own = Directory.GetFiles(
            Path.Combine(Repository.Root, "tests", "WorkshopHub.SampleLayouts", "Room"),
            "screen.css",
            SearchOption.AllDirectories);
        var css = await answer.TextAsync() + string.Concat(own.Select(File.ReadAllText));
        await route.FulfillAsync(new() { Response = answer, Body = css });
    }

    // What somebody in the room can read: its first and its last line are there, and nothing lies over them.
    private const string Seen = """
        () => {
          const end = document.getElementById('key').getBoundingClientRect().top;
          const isThere = (el, x, y) => y < end && el.contains(document.elementFromPoint(x, y));
          return [...document.querySelectorAll('#masthead ~ :not(#key, #spine) li[id]')]
            .filter(el => el.textContent.includes('Said as number') && !el.querySelector('li'))
            .filter(el => {
              const parts = [...el.getClientRects()];
              const [first, last] = [parts[0], parts.at(-1)];
              return first && isThere(el, first.left + 8, first.top + 4) && isThere(el, last.left + 8, last.bottom - 4);
            })
            .map(el => el.id);
        }
        """;
}

/// <summary>A server that has the sample layouts in its catalogue, too.</summary>
public sealed class HubWithSampleLayouts : IAsyncLifetime
{
    private HubProcess? hub;

    public HubProcess Hub => hub!;

    public async ValueTask InitializeAsync() => hub = await HubProcess.StartAsync(settings: new Dictionary<string, string>
    {
        ["DOTNET_STARTUP_HOOKS"] = Path.Combine(AppContext.BaseDirectory, "WorkshopHub.SampleLayouts.dll"),
    });

    public async ValueTask DisposeAsync() => await hub!.DisposeAsync();
}
