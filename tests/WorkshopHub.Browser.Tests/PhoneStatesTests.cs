using Microsoft.Playwright;
using WorkshopHub.Browser.Tests.Scenes;

namespace WorkshopHub.Browser.Tests;

/// <summary>
/// Every state of a phone: axe finds nothing in light and dark, and nothing is wider than the narrowest phone, than text at
/// twice its size, or than a page that runs from right to left. Where <c>WORKSHOPHUB_PICTURES</c> names a folder, each is
/// also drawn there, to be compared with the design.
/// </summary>
public sealed class PhoneStatesTests(Chromium chromium, SharedHub shared)
{
    private static readonly int[] Widths = [390, 360, 320, 180];
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("WORKSHOPHUB_PICTURES");

    [Fact]
    public async Task PHONE_1_every_state_is_accessible_and_fits_in_light_and_dark_narrow_large_and_from_right_to_left()
    {
        var hub = shared.Hub;
        var wrong = new List<string>();
        foreach (var (name, set) in new PhoneScenes(hub).All)
        {
            await using var phone = await chromium.PhoneAsync();
            try
            {
                var page = await set(phone);
                await page.PassesAsync(name);
                await PictureAsync(page, name);
                wrong.AddRange(await TooWideAsync(page, name));
            }
            catch (Exception e) when (e is PlaywrightException or TimeoutException or Xunit.Sdk.XunitException)
            {
                wrong.Add($"{name}: {e.Message}");
            }
        }

        Assert.Empty(wrong);
    }

    private static async Task<List<string>> TooWideAsync(IPage page, string name)
    {
        var wrong = new List<string>();
        foreach (var direction in new[] { "ltr", "rtl" })
        {
            await page.EvaluateAsync("d => document.documentElement.dir = d", direction);
            foreach (var width in Widths)
            {
                await page.SetViewportSizeAsync(width, 780);
                var over = await page.EvaluateAsync<string?>(
                    """
                    () => {
                      const wide = document.documentElement.clientWidth;
                      const out = [...document.querySelectorAll('body *')].find(e => !e.closest('.vh, [hidden], .sign, svg') && e.checkVisibility()
                        && (e.getBoundingClientRect().right > wide + 1 || e.getBoundingClientRect().left < -1) && getComputedStyle(e).clipPath === 'none' && !e.matches('.chip input, .row input'));
                      return document.documentElement.scrollWidth > wide || out ? (out?.outerHTML.slice(0, 120) ?? 'the page') : null;
                    }
                    """);
                if (over is not null) wrong.Add($"{name}, {direction}, {width} px: {over}");
                if (direction == "rtl" && width == 360) await PictureAsync(page, $"{name}-rtl");
                if (direction == "ltr" && width == 180) await PictureAsync(page, $"{name}-large");
            }
        }

        return wrong;
    }

    private static async Task PictureAsync(IPage page, string name)
    {
        if (Pictures is null) return;
        await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}.png") });
        if (name.EndsWith("-rtl", StringComparison.Ordinal) || name.EndsWith("-large", StringComparison.Ordinal)) return;
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}-dark.png") });
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }
}
