using System.Text.RegularExpressions;
using WorkshopHub.Core;
using WorkshopHub.Core.Summaries;

namespace WorkshopHub.Web.Tests.Exports;

public sealed partial class MarkdownExporterTests
{
    public static TheoryData<string> HostileTexts => [.. Some.Hostile];

    [Fact]
    public void The_kick_start_reads_as_its_golden_file() => Golden.Same("kick-start.md", Markdown(Some.KickStart));

    [Fact]
    public void Hostile_texts_read_as_their_golden_file() => Golden.Same("hostile.md", Markdown(Some.AllHostile));

    [Fact]
    public void The_roundtable_reads_as_its_golden_file() => Golden.Same("roundtable.md", Markdown(Some.Roundtable));

    [Theory, MemberData(nameof(HostileTexts))]
    public void A_row_stays_one_row_of_as_many_cells_as_there_are_heads(string text)
    {
        var lines = Markdown(Of(new Block.Table(["One", "Two"], [[Some.Only(text), new([new(text, text, true, [text]), new(text)])]])))
            .TrimEnd('\n').Split('\n');
        Assert.Equal("| --- | --- |", lines[^2]);
        Assert.Equal(3, UnescapedPipe().Count(lines[^1]));
    }

    [Theory, MemberData(nameof(HostileTexts))]
    public void No_text_opens_markup(string text)
    {
        var point = Markdown(Of(new Block.Points(false, [new(text)]))).TrimEnd('\n').Split('\n')[^1];
        var shown = Escaped().Replace(point.Replace("<br>", "", StringComparison.Ordinal), "x")[1..].TrimStart();
        Assert.DoesNotMatch(@"[<>`*_\[\]{}|~^$#=@\\]|://|www\.|&(?!lt;|gt;|amp;)|^[-+:]|^\d+[.)]", shown);
    }

    [Fact]
    public void Two_lists_in_a_row_stay_two_lists()
    {
        var markdown =
            Markdown(Of(new Block.Points(true, [new("a")]), new Block.Points(true, [new("b")]), new Block.Points(true, [new("c")])));
        Assert.EndsWith("1. a\n\n1) b\n\n1. c\n", markdown, StringComparison.Ordinal);
    }

    private static string Markdown(Summary summary) => ReadBack.Utf8(summary.Export("md"));

    private static Summary Of(params Block[] blocks) => Some.Nothing with { Blocks = blocks.ToValueList() };

    [GeneratedRegex(@"(?<!\\)(?:\\\\)*\|")]
    private static partial Regex UnescapedPipe();

    [GeneratedRegex(@"\\[!-/:-@\[-`{-~]")]
    private static partial Regex Escaped();
}
