using Microsoft.Playwright;

namespace WorkshopHub.Browser.Tests.Screenshots;

/// <summary>The states of the screen around the methods, and full walls. See <see cref="ScreenshotsOfMethods"/>.</summary>
public sealed class ScreenshotsOfScreens(Chromium chromium, SharedHub shared)
{
    private static readonly (int, int)[] Windows = [(1920, 1080), (1280, 720), (1024, 768)];

    private static readonly string[] Lanes = ["example", "benefit", "risk", "barrier"];

    // Short, middling and long, as rooms write them.
    private static readonly string[] Texts =
    [
        "Risk aversion",
        "Disagreements about requirements",
        "Nobody owns the calendar of maintenance weekends",
        "A light-touch solution first, its success then paid for the robust one",
        "If the first solution is too good, you might get stuck with it as the final one and never pay for what comes after",
        "Economies of scale when partners share what they run, and agree beforehand who looks after it at night, at weekends and when " +
            "the person who built it has left for another department",
    ];

    [Picture]
    public async Task Take_the_states()
    {
        var hub = shared.Hub;
        using var api = await Api.KickStartAsync(hub, open: false);
        await using var context = await chromium.WallAsync();
        var wall = await context.ScreenAsync(hub, await api.ScreenAsync());

        await wall.TakeInAsync("screen-draft", Windows);
        await api.SendAsync(new { type = "openSession" });
        using var people = await Delegates.JoinAsync(hub, api, 17);
        await wall.StandsAtAsync(api);
        await wall.TakeInAsync("screen-a01-lobby", Windows);
        await api.SendAsync(new { type = "startActivity", activityId = "briefing" });
        await wall.StandsAtAsync(api);
        await wall.TakeInAsync("screen-a00-briefing-empty", Windows);
        await api.BriefAsync();
        await wall.StandsAtAsync(api);
        await wall.TakeInAsync("screen-a00-briefing", Windows);
        var challenge = await api.ChallengeAsync();
        await api.SendAsync(new { type = "setScreen", mode = "live", spotlight = challenge });
        await wall.StandsAtAsync(api);
        await wall.TakeInAsync("screen-spotlight", Windows);
        await api.SendAsync(new { type = "setScreen", mode = "held" });
        await people.SendAsync(1,
            new { type = "contribute", activityId = "chain", laneId = "challenge", text = "Written while it was held" });
        await wall.StandsAtAsync(api);
        await wall.TakeInAsync("screen-a14-held", Windows);
        await api.SendAsync(new { type = "setScreen", mode = "blank" });
        await wall.StandsAtAsync(api);
        await wall.TakeInAsync("screen-a13-blank", Windows);
        await api.SendAsync(new { type = "setScreen", mode = "live" });
        await wall.StandsAtAsync(api);
        await api.SendAsync(new { type = "startActivity", activityId = "next-steps" });
        await wall.StandsAtAsync(api);
        await wall.TakeInAsync("screen-a19-next-steps-empty", Windows);
        await api.NextStepsAsync();
        await wall.StandsAtAsync(api);
        await wall.TakeInAsync("screen-a19-next-steps", Windows);
        await context.SetOfflineAsync(true);
        await Assertions.Expect(wall.Locator("html.is-stale")).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await wall.TakeInAsync("screen-a15-stale", Windows);
        await context.SetOfflineAsync(false);
        await wall.ConnectedAsync();
        await api.SendAsync(new { type = "closeSession" });
        await wall.StandsAtAsync(api);
        await wall.TakeInAsync("screen-closed", Windows);
    }

    [Pictures]
    [InlineData(12)]
    [InlineData(30)]
    [InlineData(80)]
    [InlineData(200)]
    public async Task Take_a_full_wall(int cards)
    {
        var hub = shared.Hub;
        using var api = await Api.OfAsync(hub, "open-floor");
        using var people = await Delegates.JoinAsync(hub, api, 20);
        await api.SendAsync(new { type = "startActivity", activityId = "floor" });
        var ids = new List<string>();
        for (var i = 0; i < cards; i++)
        {
            var said = new
            {
                type = "contribute",
                activityId = "floor",
                laneId = Lanes[i % Lanes.Length],
                text = $"{Texts[i * 7 % Texts.Length]} ({i + 1})"
            };
            if (await people.SendAsync(i, said) is { } id) ids.Add(id);
        }

        await using var context = await chromium.WallAsync();
        var wall = await context.ScreenAsync(hub, await api.ScreenAsync());
        await wall.StandsAtAsync(api);
        await wall.TakeInAsync($"screen-a03-full-{cards}", Windows);

        await api.SendAsync(new { type = "moveToStep", activityId = "floor", step = "group" });
        for (var t = 0; t < cards / 10; t++)
        {
            await api.SendAsync(
                new
                {
                    type = "createTheme",
                    activityId = "floor",
                    title = $"Start small, prove the value ({t + 1})",
                    contributionIds = ids.Skip(t * 8).Take(7).ToArray()
                });
        }

        await wall.StandsAtAsync(api);
        await wall.TakeInAsync($"screen-a03-grouped-{cards}", Windows);
    }
}
