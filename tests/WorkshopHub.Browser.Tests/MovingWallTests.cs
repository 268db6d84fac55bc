using Microsoft.Playwright;

namespace WorkshopHub.Browser.Tests;

/// <summary>The wall while something moves on it: each frame is looked at, with motion as a room has it.</summary>
public sealed class MovingWallTests(Chromium chromium, SharedHub shared)
{
    // What was left out in any frame, by its first words.
    private const string Watch = """
        window.lost = new Set(); window.frames = 0;
        (function look() {
          for (const e of document.querySelectorAll('[data-said]')) if (e.closest('.unfit')) window.lost.add(e.textContent.trim().slice(0, 30));
          window.frames++;
          requestAnimationFrame(look);
        })();
        """;

    [Fact]
    public async Task SCREEN_11_whatever_fits_stands_there_in_every_frame_in_layouts_that_fill_the_screen()
    {
        var hub = shared.Hub;
        await using var context =
            await chromium.Browser
            .NewContextAsync(
            new() { ViewportSize = new() { Width = 1920, Height = 1080 }, ReducedMotion = ReducedMotion.NoPreference, BypassCSP = true });
        foreach (var (method, activity, steps) in Rooms)
        {
            using var api = await Api.OfAsync(hub, method);
            await api.SendAsync(new { type = "startActivity", activityId = activity });
            var wall = await context.ScreenAsync(hub, await api.ScreenAsync());
            await wall.EvaluateAsync(Watch);
            // A longer way than the product's own: whatever moves, and by how much, must not count.
            await wall.AddStyleTagAsync(
                new()
                {
                    Content = "@keyframes far { from { translate: 0 40rem; scale: 3; } } .new { animation: far 600ms linear !important; }"
                });
            foreach (var (step, lane, picks) in steps)
            {
                await api.SendAsync(new { type = "moveToStep", activityId = activity, step });
                // What is picked stands for the rest of its side: there it alone has to be seen.
                for (var i = 0; i < (picks ? 1 : 3); i++)
                {
                    var text = $"{lane} number {i}, in a few words";
                    var id = await api.SendAsync(new { type = "contribute", activityId = activity, laneId = lane, text });
                    await Assertions.Expect(wall.Locator("[data-said]", new() { HasText = text }).First).ToBeVisibleAsync();
                    if (picks) await api.SendAsync(new { type = "pick", targetId = id, picked = true });
                }

                await wall.EvaluateAsync("() => Promise.all(document.getAnimations().map(a => a.finished.catch(() => {})))");
            }

            Assert.Empty(await wall.EvaluateAsync<string[]>("[...window.lost]"));
            Assert.True(await wall.EvaluateAsync<int>("window.frames") > 0);
            await wall.CloseAsync();
        }
    }

    [Fact]
    public async Task JOIN_36_no_name_takes_the_place_of_others_words_and_none_looks_like_a_note()
    {
        var hub = shared.Hub;
        using var api = await Api.OfAsync(hub, "open-floor", names: "named");
        await api.SendAsync(new { type = "startActivity", activityId = "floor" });
        string[] names =
            [string.Concat(Enumerable.Repeat("\U00012031", 60)), string.Concat(Enumerable.Repeat("\uFDFD", 60)),
            string.Concat(Enumerable.Repeat($"Z{new string('\u030C', 14)}", 5)), "noted by the facilitator", "\u202EFacilitator\t✎"];
        for (var i = 0; i < names.Length; i++)
        {
            var guest = await api.GuestAsync(name: names[i]);
            await guest.SendAsync(new { type = "contribute", activityId = "floor", laneId = "risk", text = $"Said by a guest, {i}" });
        }

        await api.SendAsync(new { type = "contribute", activityId = "floor", laneId = "risk", text = "Noted for somebody" });
        await using var context = await chromium.WallAsync();
        var wall = await context.ScreenAsync(hub, await api.ScreenAsync());
        await Assertions.Expect(wall.Locator("[data-said]")).ToHaveCountAsync(6);
        await Assertions.Expect(wall.Locator("[data-said].unfit")).ToHaveCountAsync(0);
        await Assertions.Expect(wall.Locator("[data-density='1']")).ToHaveCountAsync(1);
        Assert.True(await wall
            .EvaluateAsync<bool>(
            "[...document.querySelectorAll('.author')].every(a => a.getBoundingClientRect().height < 3 * " +
            "parseFloat(getComputedStyle(a).fontSize) && a.getBoundingClientRect().right <= " +
            "a.closest('.entry').getBoundingClientRect().right + 1)"));
        await Assertions.Expect(wall.Locator("[data-said]:has(.noted)"))
            .ToHaveTextAsync([new System.Text.RegularExpressions.Regex("Noted for somebody")]);

        var longNamed = await api.GuestAsync(name: "Jürgen Freiherr von Hohenstaufen-Wolkenstein zu Schleiß");
        await longNamed
            .SendAsync(new { type = "contribute", activityId = "floor", laneId = "risk", text = "Said by somebody with a long name" });
        await using var ben = await chromium.PhoneAsync();
        var phone = await ben.JoinAsync(hub, api.Code);
        await phone.Locator("#lanes [data-for='write-risk']").ClickAsync();
        await phone.SeesAsync("Said by somebody with a long name");
        await Assertions.Expect(phone.Locator(".said:has(.noted)")).ToHaveCountAsync(1);
        await Assertions.Expect(phone.Locator(".said:has(.noted)")).ToContainTextAsync("noted by the facilitator");
        Assert.True(await phone.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"));
    }

    private static IEnumerable<(string Method, string Activity, (string Step, string Lane, bool Picks)[] Steps)> Rooms =>
    [
        ("metaphor-shift", "shift", [("today", "today", true), ("needed", "needed", true), ("how", "how", false)]),
        ("causal-layered-analysis", "layers", [("litany", "litany", false), ("metaphor", "metaphor", true)]),
        ("kick-start", "chain", [("challenges", "challenge", false)]),
        ("open-floor", "floor", [("collect", "risk", false)]),
    ];
}
