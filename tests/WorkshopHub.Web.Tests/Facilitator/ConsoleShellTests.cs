using System.Net;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.Facilitator;

namespace WorkshopHub.Web.Tests.Facilitator;

public sealed partial class ConsoleShellTests(HubServer hub) : IClassFixture<HubServer>
{
    [Fact]
    public async Task The_console_has_one_heading_a_landmark_and_words_for_an_empty_list()
    {
        using var browser = await hub.SignedInAsync();

        var page = await browser.GetStringAsync("console");

        Assert.Contains("<h1>Your sessions</h1>", page, StringComparison.Ordinal);
        Assert.Contains("<main", page, StringComparison.Ordinal);
        Assert.Contains("No sessions yet.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_that_the_pages_load_is_there()
    {
        using var browser = await hub.SignedInAsync();
        var paths = new HashSet<string>();
        foreach (var page in new[] { "console", "console/account", "sign-out" })
        {
            paths.UnionWith(Loaded().Matches(await browser.GetStringAsync(page)).Select(x => x.Groups[1].Value));
        }

        paths.UnionWith(
            ["lib/signalr/signalr.min.js", "lib/vollkorn/vollkorn-latin-wght-normal.woff2",
            "lib/vollkorn/vollkorn-latin-ext-wght-italic.woff2"]);
        Assert.Contains(paths, x => x.StartsWith("_content/MudBlazor/MudBlazor.min.css?v=", StringComparison.Ordinal));
        foreach (var path in paths)
        {
            using var file = await browser.GetAsync(path);
            Assert.Equal((HttpStatusCode.OK, path), (file.StatusCode, path));
            Assert.NotEmpty(await file.Content.ReadAsByteArrayAsync());
        }
    }

    [Theory]
    [InlineData("console")]
    [InlineData("console/account")]
    [InlineData("sign-out")]
    public async Task Pages_say_what_may_run_in_them(string path)
    {
        using var browser = await hub.SignedInAsync();

        using var page = await browser.GetAsync(path);

        var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'self'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", page.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", page.Headers.GetValues("Referrer-Policy").Single());
        Assert.DoesNotContain("<script>", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_with_nothing_says_so()
    {
        using var browser = hub.Browser();

        using var page = await browser.GetAsync("nothing/here");

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Contains("There is nothing at this address", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(AccountWords))]
    [InlineData(typeof(ConsoleWords))]
    public void Every_string_that_a_page_asks_for_is_in_its_resources(Type words)
    {
        var source = Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../src/WorkshopHub.Web/Facilitator");
        var localizer = (IStringLocalizer)hub.Services.GetRequiredService(typeof(IStringLocalizer<>).MakeGenericType(words));
        // Pages of accounts name theirs; all others have the console's from the imports or name it.
        var asked = Directory.EnumerateFiles(source, "*.razor", SearchOption.AllDirectories).Select(File.ReadAllText)
            .Where(x => x.Contains("IStringLocalizer<AccountWords> L", StringComparison.Ordinal) == (words == typeof(AccountWords)))
            .SelectMany(x => Asked().Matches(x).Select(m => m.Groups[1].Value)).Distinct().ToList();

        Assert.NotEmpty(asked);
        Assert.All(asked, x => Assert.False(localizer[x].ResourceNotFound, x));
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;

    [GeneratedRegex("(?:src|rel=\"(?:stylesheet|icon)\" href)=\"([^\"]+)\"")]
    private static partial Regex Loaded();

    [GeneratedRegex("\\bL\\[\"([^\"]+)\"")]
    private static partial Regex Asked();
}
