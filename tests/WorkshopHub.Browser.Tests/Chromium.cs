using Microsoft.Playwright;

namespace WorkshopHub.Browser.Tests;

/// <summary>
/// One browser for all tests, each test with contexts of its own. Where there is no Chromium, the tests are skipped and say so.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] UsualPlaces =
    [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/usr/bin/google-chrome-stable",
        "/snap/bin/chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
        @"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    ];

    // The browser's own address bar is made of pages: two processes more for each context, 40 % of the tests' time. The rest is
    // what Playwright leaves out, because of two such lists the last one counts.
    private static readonly string[] Without =
    [
        "WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "AimEnabled",
        "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "DialMediaRouteProvider", "GlobalMediaControls",
            "HttpsUpgrades",
        "LensOverlay", "MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning", "BlockOriginHeaderModificationOnRedirect",
        "AvoidCorsURLLoaderRestartOnRedirect", "Translate", "AutoDeElevate", "OptimizationHints", "NetworkTimeServiceQuerying",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    private static string? ExecutablePath =>
        Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } given ? given : UsualPlaces.FirstOrDefault(File.Exists);

    public IBrowser Browser
    {
        get
        {
            Assert.SkipWhen(browser is null, "No Chromium here. Install it, or set CHROMIUM_PATH to one.");
            return browser!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (ExecutablePath is not { } path) return;
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path,
            Args = [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                    "--disable-component-update",
                "--disable-sync", $"--disable-features={string.Join(',', Without)}",
            ],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.CloseAsync();
        playwright?.Dispose();
    }

    /// <summary>A delegate's phone: its own cookies and storage.</summary>
    public Task<IBrowserContext> PhoneAsync(bool script = true, bool dark = false) => Browser.NewContextAsync(new()
    {
        ViewportSize = new() { Width = 390, Height = 844 },
        DeviceScaleFactor = 2,
        IsMobile = true,
        HasTouch = true,
        JavaScriptEnabled = script,
        ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
        Locale = "en-GB",
    });

    /// <summary>The projector.</summary>
    public Task<IBrowserContext> WallAsync(int width = 1920, int height = 1080) =>
        Browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, Locale = "en-GB" });

    /// <summary>The facilitator's laptop.</summary>
    public Task<IBrowserContext> LaptopAsync(bool dark = false) => Browser.NewContextAsync(new()
    {
        ViewportSize = new() { Width = 1440, Height = 900 },
        ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
        Locale = "en-GB",
    });
}
