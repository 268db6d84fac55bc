using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace WorkshopHub.Browser.Tests;

/// <summary>
/// axe in a page that stands there. The usual binding opens a further page for each look and loads axe anew into every frame:
/// that took longer than looking. Here it is loaded once into a document, and frames answer it by themselves.
/// </summary>
internal static class Axe
{
    private const int MostTries = 5;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>How many rules were kept, and each element that breaks one, with the rule's name.</summary>
    internal static async Task<(int Kept, IReadOnlyList<string> Broken)> LookAsync(IPage page)
    {
        foreach (var frame in page.Frames) await LoadAsync(page, frame);

        var result = await page.EvaluateAsync<JsonElement>(
            """
            async () => {
              const { passes, violations } = await axe.run(document, { resultTypes: ['violations'] });
              return { kept: passes.length, broken: violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.html}`)) };
            }
            """);
        return (result.GetProperty("kept").GetInt32(), [.. result.GetProperty("broken").EnumerateArray().Select(b => b.GetString()!)]);
    }

    // A picture of the screen inside the page may still be on its way: what was loaded into the empty frame is gone with it.
    private static async Task LoadAsync(IPage page, IFrame frame)
    {
        for (var tries = 1; !frame.IsDetached; tries++)
        {
            try
            {
                await frame.WaitForLoadStateAsync();
                if (!await frame.EvaluateAsync<bool>("() => typeof axe === 'object'")) await frame.EvaluateAsync(Script);
                return;
            }
            catch (PlaywrightException) when (frame != page.MainFrame && tries < MostTries)
            {
                // It has gone on; its new document is waited for.
            }
        }
    }
}
