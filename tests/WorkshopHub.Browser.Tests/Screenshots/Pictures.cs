using Microsoft.Playwright;

namespace WorkshopHub.Browser.Tests.Screenshots;

/// <summary>The folder of the pictures: <c>artifacts/screenshots</c>, which git ignores.</summary>
internal static class Pictures
{
    private static readonly string Folder = Path.Combine(Repository.Root, "artifacts", "screenshots");

    /// <summary>Of the window as it is.</summary>
    public static async Task TakeAsync(this IPage page, string name)
    {
        await page.EvaluateAsync("() => document.fonts.ready");
        await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{name}.png"), Animations = ScreenshotAnimations.Disabled });
    }

    /// <summary>Of the whole page, however long.</summary>
    public static Task TakeWholeAsync(this IPage page, string name) =>
        page.ScreenshotAsync(
            new() { Path = Path.Combine(Folder, $"{name}.png"), FullPage = true, Animations = ScreenshotAnimations.Disabled });

    /// <summary>In each window in turn; the page is given a moment to lay itself out anew, and says when it has.</summary>
    public static async Task TakeInAsync(this IPage page, string name, params (int Width, int Height)[] windows)
    {
        foreach (var (width, height) in windows)
        {
            await page.SetViewportSizeAsync(width, height);
            await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
            await page.TakeAsync($"{name}-{width}x{height}");
        }

        await page.SetViewportSizeAsync(windows[0].Width, windows[0].Height);
    }

    /// <summary>Everything of this version is on the page.</summary>
    public static async Task StandsAtAsync(this IPage page, Api api)
    {
        var version = (await api.StateAsync()).GetProperty("version").GetInt64();
        await page.WaitForFunctionAsync("v => Number((document.querySelector('[data-version]') ?? document.body).dataset.version) >= v",
            version);
    }
}
