using Microsoft.Playwright;

namespace WorkshopHub.Browser.Tests;

/// <summary>What the screen leaves out when not everything fits.</summary>
public sealed class FullWallTests(Chromium chromium, SharedHub shared)
{
    [Fact]
    public async Task SEE_a_full_chain_keeps_the_rows_that_are_answered()
    {
        var hub = shared.Hub;
        using var api = await Api.KickStartAsync(hub);
        await api.SendAsync(new { type = "startActivity", activityId = "chain" });
        var first = "";
        for (var i = 1; i <= 20; i++)
        {
            var id = await api
                .SendAsync(new { type = "contribute", activityId = "chain", laneId = "challenge", text = $"Challenge number {i}" });
            if (i == 1) first = id!;
        }

        await api.SendAsync(new { type = "moveToStep", activityId = "chain", step = "root-causes" });
        var cause = await api
            .SendAsync(new
            {
                type = "contribute",
                activityId = "chain",
                laneId = "root-cause",
                parentId = first,
                text = "Nobody owns the calendar"
            });
        await api.SendAsync(new { type = "moveToStep", activityId = "chain", step = "pick" });
        await api.SendAsync(new { type = "pick", targetId = cause, picked = true });
        await using var projector = await chromium.WallAsync();
        var wall = await projector.ScreenAsync(hub, await api.ScreenAsync());

        await Assertions.Expect(wall.Locator("[data-more]")).ToContainTextAsync("more are on the phones");
        await Assertions.Expect(wall.GetByText("Nobody owns the calendar")).ToBeVisibleAsync();
        await Assertions.Expect(wall.GetByText("Challenge number 1", new() { Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(wall.GetByText("Challenge number 2", new() { Exact = true })).ToBeHiddenAsync();
    }
}
