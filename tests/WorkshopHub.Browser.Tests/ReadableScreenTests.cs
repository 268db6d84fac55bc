using Microsoft.Playwright;

namespace WorkshopHub.Browser.Tests;

/// <summary>
/// Every layout can be read from the back row: at 1080p no text is under 28 px, every text has a contrast of 7 or more in
/// light and in dark, nothing leaves its stage, and axe finds nothing.
/// </summary>
public sealed class ReadableScreenTests(Chromium chromium, SharedHub shared)
{
    public static TheoryData<string> Scenes => [.. ScreenScenes.All.Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Scenes))]
    public async Task SEE_7_every_layout_is_large_enough_dark_enough_and_within_its_stage(string name)
    {
        Assert.NotNull(chromium.Browser);
        var scene = ScreenScenes.Of(name);
        var (api, token) = await scene.SetAsync(shared.Hub);
        using var _ = api;
        await using var context = await chromium.WallAsync();
        var wall = await context.ScreenAsync(shared.Hub, token);
        await Assertions.Expect(wall.GetByText(scene.Sign).First).ToBeVisibleAsync();
        foreach (var scheme in new[] { "light", "dark" })
        {
            await wall.EvaluateAsync("scheme => document.documentElement.dataset.theme = scheme", scheme);
            Assert.Empty(await wall.EvaluateAsync<string[]>(Unreadable));
        }

        await wall.EvaluateAsync("delete document.documentElement.dataset.theme");
        await wall.PassesAsync(name);
        // The same picture on a smaller projector, and one that is higher.
        foreach (var (width, height) in new[] { (1280, 720), (1024, 768) })
        {
            await wall.SetViewportSizeAsync(width, height);
            await wall.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
            Assert.Empty(await wall.EvaluateAsync<string[]>(Outside));
        }
    }

    private const string Outside = """
        () => {
          const found = [];
          const d = document.documentElement;
          if (d.scrollHeight > innerHeight + 1 || d.scrollWidth > innerWidth + 1) found.push('the page is larger than the screen');
          const over = (el, what) => { if (el.scrollHeight > el.clientHeight + 2 || (!what.endsWith('wall') && el.scrollWidth > el.clientWidth + 2)) found.push(`${what}: ${el.scrollWidth}x${el.scrollHeight} in ${el.clientWidth}x${el.clientHeight}`); };
          for (const el of document.querySelectorAll('#masthead ~ :not(#key, #spine)')) over(el, 'stage');
          for (const el of document.querySelectorAll('.spine, .key, .alone .what, .lobby .stage, .gate')) over(el, el.className);
          for (const el of document.querySelectorAll('.paged [data-flow]')) over(el, 'wall');
          return found;
        }
        """;

    private const string Unreadable = """
        () => {
          const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true });
          const rgba = color => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data]; };
          const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => (v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)).reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
          const ground = el => {
            for (let at = el; at; at = at.parentElement) {
              const style = getComputedStyle(at);
              if (style.backgroundImage.includes('gradient')) return rgba(style.backgroundImage.match(/rgba?\([^)]*\)/g).find(c => rgba(c)[3] === 255) ?? 'white');
              const color = rgba(style.backgroundColor);
              if (color[3] === 255) return color;
            }
            return [255, 255, 255, 255];
          };
          const found = [];
          const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walk.nextNode()) {
            const el = walk.currentNode.parentElement;
            if (!walk.currentNode.data.trim() || el.closest('.vh, script, style') || !el.checkVisibility({ visibilityProperty: true })) continue;
            const style = getComputedStyle(el);
            const said = walk.currentNode.data.trim().slice(0, 40);
            if (parseFloat(style.fontSize) < 27.99) found.push(`${said}: ${style.fontSize}`);
            if (style.textOverflow === 'ellipsis') found.push(`${said}: an ellipsis`);
            const [a, b] = [light(rgba(style.color)), light(ground(el))].sort((x, y) => y - x);
            const contrast = (a + .05) / (b + .05);
            if (contrast < 7) found.push(`${said}: contrast ${contrast.toFixed(1)}`);
          }
          return found;
        }
        """;
}
