using System.Diagnostics;
using System.IO.Compression;
using Microsoft.Playwright;

namespace WorkshopHub.Browser.Tests;

/// <summary>
/// A phone on a slow network: what it waits for, and how much comes over the line. How long it took stands in the output;
/// it is no assertion, because a machine that builds beside it takes longer.
/// </summary>
public sealed class PhoneSpeedTests(Chromium chromium, SharedHub shared)
{
    private const int MostBytes = 40 * 1024;

    [Fact]
    public async Task PHONE_9_a_phone_is_usable_after_one_script_and_all_of_it_is_small()
    {
        var hub = shared.Hub;
        using var api = await Api.OfAsync(hub, "open-floor");
        await api.SendAsync(new { type = "startActivity", activityId = "floor" });
        await using var joined = await chromium.PhoneAsync();
        await joined.JoinAsync(hub, api.Code);
        // The same delegate with nothing in the cache.
        await using var context = await chromium.PhoneAsync();
        await context
            .AddCookiesAsync((await joined.CookiesAsync())
            .Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path }));

        var page = await context.OpenAsync();
        var files = new Dictionary<string, int>();
        page.RequestFinished += async (_, request) =>
        {
            var path = new Uri(request.Url).AbsolutePath;
            if (path.StartsWith("/hub/", StringComparison.Ordinal) || path.EndsWith("/mine", StringComparison.Ordinal)) return;
            if (await request.ResponseAsync() is not { } response) return;
            var bytes = Zipped(await response.BodyAsync());
            lock (files) files[path] = bytes;
        };
        var line = await context.NewCDPSessionAsync(page);
        await line.SendAsync("Network.enable");
        await line.SendAsync("Network.emulateNetworkConditions",
            new Dictionary<string, object>
            {
                ["offline"] = false,
                ["latency"] = 400,
                ["downloadThroughput"] = 400 * 1000 / 8,
                ["uploadThroughput"] =
            400 * 1000 / 8
            });
        await line.SendAsync("Emulation.setCPUThrottlingRate", new Dictionary<string, object> { ["rate"] = 4 });
        var watch = Stopwatch.StartNew();
        await page.GotoAsync($"{hub.Url}/j/{api.Code}", new() { WaitUntil = WaitUntilState.Commit });
        await page.Locator("html[data-view=write]").WaitForAsync();
        await page.Locator("#write-example textarea").FillAsync("Typed at once");
        var usable = watch.Elapsed;
        await page.ConnectedAsync();
        TestContext.Current.TestOutputHelper?.WriteLine($"usable after {usable.TotalMilliseconds:0} ms");
        lock (files)
        {
            foreach (var (path, bytes) in files) TestContext.Current.TestOutputHelper?.WriteLine($"{bytes,6} {path}");
            TestContext.Current.TestOutputHelper?.WriteLine($"{files.Values.Sum(),6} all");
            Assert.InRange(files.Values.Sum(), 10_000, MostBytes);
        }

    }

    private static int Zipped(byte[] body)
    {
        using var to = new MemoryStream();
        using (var zip = new GZipStream(to, CompressionLevel.Optimal, leaveOpen: true)) zip.Write(body);
        return (int)to.Length;
    }
}
