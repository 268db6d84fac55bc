using Microsoft.Playwright;

namespace WorkshopHub.Browser.Tests;

/// <summary>Nothing typed is ever lost, and nothing is said twice.</summary>
public sealed class KeepingTests(Chromium chromium, SharedHub shared)
{
    private const string Said = "Written while the wifi was gone";

    [Fact]
    public async Task KEEP_what_is_sent_offline_survives_a_killed_server_and_is_there_exactly_once()
    {
        await using var hub = await HubProcess.StartAsync();
        using var api = await Api.KickStartAsync(hub);
        await api.SendAsync(new { type = "startActivity", activityId = "chain" });
        await using var ben = await chromium.PhoneAsync();
        await using var chen = await chromium.PhoneAsync();
        var phone = await ben.JoinAsync(hub, api.Code);
        var other = await chen.JoinAsync(hub, api.Code);

        await ben.SetOfflineAsync(true);
        await phone.ContributeAsync("challenge", Said);
        await phone.SeesAsync("Waiting to send");
        await hub.KillAsync();
        await phone.ComeBackAsync(ben, hub);

        await other.ConnectedAsync();
        await other.SeesAsync(Said, 30_000);
        await phone.SeesAsync("Saved", 30_000);
        await Assertions.Expect(other.Locator("#list-challenge-in > *")).ToHaveCountAsync(1);
        Assert.Equal([Said], await api.TextsAsync());
    }

    [Fact]
    public async Task KEEP_an_answer_that_never_came_is_asked_for_again_and_counts_once()
    {
        var hub = shared.Hub;
        using var api = await Api.KickStartAsync(hub);
        await api.SendAsync(new { type = "startActivity", activityId = "chain" });
        await using var ben = await chromium.PhoneAsync();
        var phone = await ben.JoinAsync(hub, api.Code);
        var lost = 0;
        await phone.RouteAsync("**/commands", async route =>
        {
            // The server hears it; the phone never hears the server.
            if (lost++ > 0)
            {
                await route.ContinueAsync();
                return;
            }

            await route.FetchAsync();
            await route.AbortAsync();
        });

        var heard = phone.WaitForResponseAsync("**/commands");
        await phone.ContributeAsync("challenge", Said);
        Assert.Equal(200, (await heard).Status);
        await Assertions.Expect(phone.Locator("#mine")).ToContainTextAsync("Saved");
        await Assertions.Expect(phone.Locator("#list-challenge-in > *")).ToHaveCountAsync(1);

        Assert.Equal(2, lost);
        Assert.Equal([Said], await api.TextsAsync());
    }

    [Fact]
    public async Task KEEP_an_answer_that_is_not_the_servers_saves_nothing()
    {
        var hub = shared.Hub;
        using var api = await Api.KickStartAsync(hub);
        await api.SendAsync(new { type = "startActivity", activityId = "chain" });
        await using var ben = await chromium.PhoneAsync();
        var phone = await ben.JoinAsync(hub, api.Code);
        var asked = 0;
        await phone.RouteAsync("**/commands", async route =>
        {
            // A guest network asks for its voucher first.
            if (asked++ > 0) await route.ContinueAsync();
            else await route.FulfillAsync(new() { ContentType = "text/html", Body = "<h1>Welcome to the wifi</h1>" });
        });

        await phone.ContributeAsync("challenge", Said);
        await Assertions.Expect(phone.Locator("#mine")).ToContainTextAsync("Saved");

        Assert.Equal(2, asked);
        Assert.Equal([Said], await api.TextsAsync());
    }

    [Fact]
    public async Task KEEP_a_draft_survives_a_reload()
    {
        var hub = shared.Hub;
        using var api = await Api.KickStartAsync(hub);
        await api.SendAsync(new { type = "startActivity", activityId = "chain" });
        await using var ben = await chromium.PhoneAsync();
        var phone = await ben.JoinAsync(hub, api.Code);
        var field = phone.Locator("#write-challenge textarea");

        await field.PressSequentiallyAsync("Half a thou");
        await phone.ReloadAsync();

        await Assertions.Expect(field).ToHaveValueAsync("Half a thou");
    }

    [Fact]
    public async Task KEEP_what_one_tab_has_sent_stands_in_no_other_tab_to_be_sent_again()
    {
        var hub = shared.Hub;
        using var api = await Api.KickStartAsync(hub);
        await api.SendAsync(new { type = "startActivity", activityId = "chain" });
        await using var ben = await chromium.PhoneAsync();
        var first = await ben.JoinAsync(hub, api.Code);
        var second = await ben.OpenAsync();
        await second.GotoAsync($"{hub.Url}/j/{api.Code}");
        await second.ConnectedAsync();

        await first.Locator("#write-challenge textarea").PressSequentiallyAsync("Begun in one tab");
        await Assertions.Expect(second.Locator("#write-challenge textarea")).ToHaveValueAsync("Begun in one tab");
        await second.Locator("#write-challenge button.btn").ClickAsync();

        await Assertions.Expect(first.Locator("#list-challenge")).ToContainTextAsync("Begun in one tab");
        await Assertions.Expect(first.Locator("#write-challenge textarea")).ToHaveValueAsync("");
        Assert.Equal(["Begun in one tab"], await api.TextsAsync());
    }

    [Fact]
    public async Task KEEP_typing_goes_on_while_others_contribute_and_the_field_keeps_its_focus()
    {
        var hub = shared.Hub;
        using var api = await Api.KickStartAsync(hub);
        await api.SendAsync(new { type = "startActivity", activityId = "chain" });
        await using var ben = await chromium.PhoneAsync();
        var phone = await ben.JoinAsync(hub, api.Code);
        var field = phone.Locator("#write-challenge textarea");

        await field.PressSequentiallyAsync("I am typ");
        await api.SendAsync(new { type = "contribute", activityId = "chain", laneId = "challenge", text = "Somebody else" });
        await Assertions.Expect(phone.Locator("#list-challenge")).ToContainTextAsync("Somebody else");
        await phone.Keyboard.TypeAsync("ing");

        await Assertions.Expect(field).ToHaveValueAsync("I am typing");
        await Assertions.Expect(field).ToBeFocusedAsync();
    }

    [Fact]
    public async Task MOVE_a_step_that_moves_on_keeps_what_was_being_typed_and_takes_it_within_the_grace()
    {
        await using var hub = await HubProcess.StartAsync();
        using var api = await Api.KickStartAsync(hub);
        await api.SendAsync(new { type = "startActivity", activityId = "chain" });
        await using var ben = await chromium.PhoneAsync();
        var phone = await ben.JoinAsync(hub, api.Code);

        await phone.Locator("#write-challenge textarea").PressSequentiallyAsync("Almost finished");
        await api.SendAsync(new { type = "moveToStep", activityId = "chain", step = "root-causes" });
        await phone.GetByRole(AriaRole.Button, new() { NameRegex = new("Send it anyway") }).ClickAsync();
        await Assertions.Expect(phone.Locator("#list-challenge")).ToContainTextAsync("Almost finished", new() { Timeout = 10_000 });

        Assert.Equal(["Almost finished"], await api.TextsAsync());
    }
}

internal static class Restarting
{
    /// <summary>Starts the killed server again, then gives the phone its network back.</summary>
    public static async Task ComeBackAsync(this IPage phone, IBrowserContext context, HubProcess hub)
    {
        await phone.OfflineAsync();
        await hub.StartAgainAsync();
        await context.SetOfflineAsync(false);
        await phone.ConnectedAsync();
    }
}
