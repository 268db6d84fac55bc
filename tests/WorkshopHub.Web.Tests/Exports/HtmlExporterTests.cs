using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using WorkshopHub.Core.Summaries;

namespace WorkshopHub.Web.Tests.Exports;

public sealed class HtmlExporterTests
{
    private static string Html(Summary summary) => ReadBack.Utf8(summary.Export("html"));

    private static IHtmlDocument Page(Summary summary) => new HtmlParser().ParseDocument(Html(summary));

    [Fact]
    public void The_roundtable_reads_as_its_golden_file()
    {
        // The look is the product's and changes with it; what is said is what the golden file holds.
        var html = Html(Some.Roundtable);
        var (from, to) = (html.IndexOf("<style>", StringComparison.Ordinal), html.IndexOf("</style>", StringComparison.Ordinal));
        Golden.Same("roundtable.html", html.Remove(from, to - from));
    }

    [Fact]
    public void A_page_needs_nothing_from_elsewhere_and_runs_nothing()
    {
        foreach (var page in new[] { Page(Some.KickStart), Page(Some.Roundtable), Page(Some.AllHostile) })
        {
            Assert.Empty(page.QuerySelectorAll("script, link, img, iframe, object, embed, a, [src], [href], [onerror]"));
            Assert.StartsWith("default-src 'none'", page.QuerySelector("meta[http-equiv]")!.GetAttribute("content"),
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_people_typed_is_text_in_its_own_direction()
    {
        var page = Page(Some.AllHostile);
        Assert.Contains(page.QuerySelectorAll("li > div"), e => e.TextContent == "<script>alert(1)</script>");
        Assert.All(page.QuerySelectorAll("h2, blockquote, small, li > div:first-child"), e => Assert.Equal("auto", e.GetAttribute("dir")));
    }

    [Fact]
    public void A_bar_has_its_figure_beside_it()
    {
        var bars = Page(Some.Roundtable).QuerySelectorAll(".bars tr").Select(r => (r.Children[0].TextContent, r.Children[1].TextContent))
            .ToList();
        Assert.Contains(("Lack of power and influence", "19"), bars);
        Assert.Contains(("Service provider", "11 of 12"), bars);
    }

    [Fact]
    public void A_page_from_right_to_left_says_so() =>
        Assert.Equal("rtl",
            Page(Some.Roundtable with { Head = Some.Roundtable.Head with { Language = "ar" } }).DocumentElement.GetAttribute("dir"));
}
