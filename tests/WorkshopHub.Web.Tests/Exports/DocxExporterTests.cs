using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using WorkshopHub.Core.Summaries;
using Summary = WorkshopHub.Core.Summaries.Summary;
using Table = DocumentFormat.OpenXml.Wordprocessing.Table;

namespace WorkshopHub.Web.Tests.Exports;

public sealed class DocxExporterTests
{
    public static TheoryData<string, FileFormatVersions> Validated
    {
        get
        {
            var data = new TheoryData<string, FileFormatVersions>();
            foreach (var name in Named.Keys)
            {
                data.Add(name, FileFormatVersions.Office2019);
                data.Add(name, FileFormatVersions.Microsoft365);
            }

            return data;
        }
    }

    private static Dictionary<string, Summary> Named { get; } = new()
    {
        ["kick start"] = Some.KickStart,
        ["hostile"] = Some.AllHostile,
        ["nothing"] = Some.Nothing,
        ["in Arabic"] = Some.KickStart with { Head = Some.KickStart.Head with { Language = "ar" } },
    };

    [Theory, MemberData(nameof(Validated))]
    public void Word_finds_nothing_to_repair(string summary, FileFormatVersions version)
    {
        using var document = Open(Named[summary]);
        Assert.Empty(new OpenXmlValidator(version).Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}"));
    }

    [Fact]
    public void The_table_of_the_kick_start_comes_out_with_its_two_rows()
    {
        using var document = Open(Some.KickStart);
        var rows = Body(document).Elements<Table>().Last().Elements<TableRow>().ToList();

        Assert.Equal(["Challenge", "Most Significant Root Cause", "Brainstorming Solutions For Root Cause"], Cells(rows[0]));
        Assert.Equal(
            [
                "Poor scheduling and consensus management of IT Maintenance weekends",
                "Historical focus on technology impact due to cultural attitude of department\npicked from 6; 12 of 16 nods",
                "Involve business peers in the decision making process\nCreate yearly plan\nMake business Units accountable for decision",
            ],
            Cells(rows[1]));
        Assert.Equal(
            [
                "Business Stakeholders arrives with a technical solution",
                "Not involved in day to day business operations\npicked from 4; 11 of 16 nods\nSaid by three of the five tables.",
                "“Hang out” at watercooler\nInvite business person for a “day in the life of…” discussion / show and tell\n5 " +
                    "nods\nCo-location 1 day per week",
            ],
            Cells(rows[2]));
        Assert.Equal(3, rows.Count);
    }

    [Fact]
    public void A_tables_head_repeats_and_its_rows_stay_whole()
    {
        using var document = Open(Some.KickStart);
        foreach (var table in Body(document).Elements<Table>())
        {
            var rows = table.Elements<TableRow>().Select(r => r.TableRowProperties!).ToList();
            Assert.All(rows, r => Assert.NotNull(r.GetFirstChild<CantSplit>()));
            Assert.NotNull(rows[0].GetFirstChild<TableHeader>());
            Assert.All(rows.Skip(1), r => Assert.Null(r.GetFirstChild<TableHeader>()));
            Assert.Equal("5000", table.GetFirstChild<TableProperties>()!.TableWidth!.Width!.Value);
        }
    }

    [Fact]
    public void Each_numbered_list_begins_at_one()
    {
        using var document =
            Open(Some.Nothing with { Blocks = [new Block.Points(true, [new("a"), new("b")]), new Block.Points(true, [new("c")])] });
        var lists = Body(document).Elements<Paragraph>().Select(NumberingOf).OfType<int>().ToList();
        Assert.Equal(3, lists.Count);
        Assert.Equal(lists[0], lists[1]);
        Assert.NotEqual(lists[1], lists[2]);
        var instances = document.MainDocumentPart!.NumberingDefinitionsPart!.Numbering!.Elements<NumberingInstance>();
        Assert.All(instances.Where(i => lists.Contains(i.NumberID!)), i =>
            Assert.Equal(1, i.GetFirstChild<LevelOverride>()!.StartOverrideNumberingValue!.Val!.Value));
    }

    [Fact]
    public void What_the_room_has_picked_is_under_the_marker()
    {
        using var document = Open(Some.KickStart);
        var marked =
            Body(document).Descendants<Run>().Where(r => r.RunProperties?.RunStyle?.Val?.Value == "Marked").Select(r => r.InnerText);
        Assert.Equal(
            [
                "Historical focus on technology impact due to cultural attitude of department",
                "Not involved in day to day business operations",
                "Resistance to acknowledging problems with concerns raised not taken on board as ‘we’ve not seen any incidents logged’",
            ],
            marked);
        var style = Assert.Single(document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>(), s => s.StyleId == "Marked");
        Assert.Equal("FFC233", style.StyleRunProperties!.Shading!.Fill!.Value);
    }

    [Fact]
    public void Every_style_that_is_used_exists()
    {
        using var document = Open(Some.AllHostile);
        var styles = document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().Select(s => s.StyleId!.Value!).ToHashSet();
        Assert.Subset(styles, Body(document).Descendants<ParagraphStyleId>().Select(s => s.Val!.Value!).ToHashSet());
        Assert.Subset(styles, Body(document).Descendants<RunStyle>().Select(s => s.Val!.Value!).ToHashSet());
        Assert.Subset(styles, document.MainDocumentPart.StyleDefinitionsPart.Styles.Descendants<BasedOn>().Select(s => s.Val!.Value!)
            .ToHashSet());
    }

    [Fact]
    public void The_document_says_its_title_and_language_and_nobodys_name()
    {
        using var document = Open(Some.KickStart);
        Assert.Equal("Beyond Service Partner", document.PackageProperties.Title);
        Assert.Equal("en", document.PackageProperties.Language);
        Assert.Null(document.PackageProperties.Creator);
        Assert.Null(document.PackageProperties.LastModifiedBy);
        Assert.Equal("en", document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Descendants<Languages>().Single().Val!.Value);
    }

    [Fact]
    public void The_footer_counts_the_pages()
    {
        using var document = Open(Some.KickStart);
        var footer = document.MainDocumentPart!.FooterParts.Single().Footer!;
        Assert.Equal("Page 1 of 1", footer.InnerText);
        Assert.Equal([" PAGE ", " NUMPAGES "], footer.Descendants<SimpleField>().Select(f => f.Instruction!.Value!));
    }

    [Theory]
    [InlineData("مرحبا (hello)", true)]
    [InlineData("42: שלום", true)]
    [InlineData("hello مرحبا", false)]
    [InlineData("١٢٣", false)]
    public void A_paragraph_runs_as_its_first_letter_does(string text, bool rightToLeft)
    {
        using var document = Open(Some.Nothing with { Blocks = [new Block.Note(text)] });
        var paragraph = Body(document).Elements<Paragraph>().Last();
        Assert.Equal(text, paragraph.InnerText);
        Assert.Equal(rightToLeft, paragraph.ParagraphProperties!.BiDi is not null);
        Assert.Equal(rightToLeft, paragraph.GetFirstChild<Run>()!.RunProperties?.RightToLeftText is not null);
    }

    [Fact]
    public void Line_breaks_and_forbidden_characters()
    {
        using var document = Open(Some.Nothing with { Blocks = [new Block.Note("a\r\nb\u0007\uD83D\n\nc")] });
        var run = Assert.Single(Body(document).Elements<Paragraph>().Last().Elements<Run>());
        Assert.Equal(["a", "br", "b", "br", "br", "c"], run.ChildElements.Select(e => e is Break ? "br" : e.InnerText));
    }

    private static int? NumberingOf(Paragraph paragraph) => paragraph.ParagraphProperties?.NumberingProperties?.NumberingId?.Val?.Value;

    private static IEnumerable<string> Cells(TableRow row) =>
        row.Elements<TableCell>().Select(c => string.Join('\n', c.Elements<Paragraph>().Select(p => p.InnerText)));

    private static Body Body(WordprocessingDocument document) => document.MainDocumentPart!.Document!.Body!;

    private static WordprocessingDocument Open(Summary summary) =>
        WordprocessingDocument.Open(new MemoryStream(summary.Export("docx").Content), false);
}
