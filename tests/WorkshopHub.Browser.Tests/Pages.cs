using Microsoft.Playwright;

namespace WorkshopHub.Browser.Tests;

/// <summary>What delegates and the wall do, in their words; every wait is for a sign in the page.</summary>
internal static class Pages
{
    /// <summary>A page whose errors stand in the test's output.</summary>
    public static async Task<IPage> OpenAsync(this IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        var output = TestContext.Current.TestOutputHelper;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") output?.WriteLine($"{message.Type}: {message.Text}");
        };
        page.PageError += (_, error) => output?.WriteLine($"page error: {error}");
        page.Response += (_, response) =>
        {
            if (response.Status >= 400) output?.WriteLine($"{response.Status} {response.Request.Method} {response.Url}");
        };
        return page;
    }

    /// <summary>Follows the code, joins and waits until the phone is connected.</summary>
    public static async Task<IPage> JoinAsync(this IBrowserContext phone, HubProcess hub, string code, string? sector =
        null, string? name = null)
    {
        var page = await phone.OpenAsync();
        await page.GotoAsync($"{hub.Url}/j/{code}");
        if (sector is not null) await page.GetByText(sector, new() { Exact = true }).ClickAsync();
        if (name is not null) await page.GetByLabel("Name").FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Join", Exact = true }).ClickAsync();
        await page.ConnectedAsync();
        return page;
    }

    public static async Task<IPage> ScreenAsync(this IBrowserContext wall, HubProcess hub, string token)
    {
        var page = await wall.OpenAsync();
        await page.GotoAsync($"{hub.Url}/screen/{token}");
        await page.ConnectedAsync();
        return page;
    }

    /// <summary>The facilitator's laptop: signs in and opens the session's console.</summary>
    /// <param name="url">Where people open the hub; without a slash at its end.</param>
    public static async Task<IPage> CockpitAsync(this IBrowserContext laptop, string url, Api api)
    {
        var page = await laptop.OpenAsync();
        await page.GotoAsync($"{url}/sign-in");
        await page.GetByLabel("Email").FillAsync(HubProcess.Email);
        await page.GetByLabel("Password").FillAsync(HubProcess.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.Locator(".wh-page[data-ready=true]").WaitForAsync();
        await page.GotoAsync($"{url}/console/sessions/{api.SessionId}");
        await page.Locator(".wh-cockpit[data-ready=true]").WaitForAsync();
        return page;
    }

    /// <summary>The page says that it is connected.</summary>
    public static Task ConnectedAsync(this IPage page) =>
        Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-live", "connected", new() { Timeout = 20_000 });

    public static Task OfflineAsync(this IPage page) =>
        Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-live", "offline", new() { Timeout = 20_000 });

    /// <summary>Writes into the composer of a lane (under a parent) and sends.</summary>
    public static async Task ContributeAsync(this IPage page, string lane, string text, string? parentId = null)
    {
        var chip = page.Locator($"#lanes [data-for='write-{lane}']");
        if (await chip.IsVisibleAsync()) await chip.ClickAsync();
        var composer = page.Locator(parentId is null ? $"#write-{lane}" : $"#write-{lane}-{parentId}");
        await composer.Locator("textarea").FillAsync(text);
        await composer.Locator("button.btn").ClickAsync();
    }

    /// <summary>Goes into a contribution, where it can be answered.</summary>
    public static Task GoIntoAsync(this IPage page, string contributionId) =>
        page.Locator($"a.go-in[href='#{contributionId}']").ClickAsync();

    /// <summary>The text stands somewhere on the page where it can be seen.</summary>
    public static Task SeesAsync(this IPage page, string text, int timeout = 10_000) =>
        Assertions.Expect(page.GetByText(text).First).ToBeVisibleAsync(new() { Timeout = timeout });

    /// <summary>The id of the contribution with this text, from the page itself.</summary>
    public static async Task<string> IdOfAsync(this Api api, string text)
    {
        var state = await api.StateAsync();
        return state.GetProperty("contributions").EnumerateArray().Single(c => c.GetProperty("text").GetString() == text)
            .GetProperty("contributionId").GetString()!;
    }
}
