using System.Diagnostics;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.Extensions.Localization;
using WorkshopHub.Core;
using WorkshopHub.Core.Summaries;
using Summary = WorkshopHub.Core.Summaries.Summary;

namespace WorkshopHub.Web.Exports;

/// <summary>A Word document on A4 that a sponsor can edit: real styles, lists, table heads and page numbers; no author's name.</summary>
internal sealed class DocxExporter(IStringLocalizer<ExportText> words) : IExporter
{
    // A4 and its margins, in twentieths of a point: 16 mm above, 18 mm below, 17 mm at the sides.
    private const int PageWidth = 11906, PageHeight = 16838, MarginTop = 907, MarginBottom = 1021, MarginSide = 964;
    private const int TextWidth = PageWidth - (2 * MarginSide);

    public string Format => "docx";

    public string ContentType => "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public void Write(Summary summary, Stream stream)
    {
        // A package is written back and forth; a response's stream only goes forth.
        using var buffer = new MemoryStream();
        using (var document = WordprocessingDocument.Create(buffer, WordprocessingDocumentType.Document)) Fill(document, summary);
        buffer.Position = 0;
        buffer.CopyTo(stream);
    }

    private void Fill(WordprocessingDocument document, Summary summary)
    {
        // The culture is the session's language where that is known; what is not, Word would refuse.
        var language = CultureInfo.CurrentUICulture.Name is { Length: > 0 } name ? name : "en";
        document.PackageProperties.Title = CleanText.OneLine(summary.Head.Title);
        document.PackageProperties.Language = language;
        if (summary.Head.Topic is { } topic) document.PackageProperties.Subject = CleanText.OneLine(topic);

        var main = document.AddMainDocumentPart();
        main.AddNewPart<StyleDefinitionsPart>().Styles = DocxStyles.All(language);
        main.AddNewPart<DocumentSettingsPart>().Settings = Settings();
        var footer = main.AddNewPart<FooterPart>();
        footer.Footer = new(PageNumbers());

        var body = new Body(Head(summary.Head));
        var numbering = new DocxNumbering(main);
        foreach (var block in summary.Blocks) body.Append(Of(block, numbering));
        body.Append(Page(main.GetIdOfPart(footer)));
        main.Document = new(body);
    }

    private IEnumerable<OpenXmlElement> Head(SummaryHead head)
    {
        yield return DocxText.Paragraph(CleanText.OneLine(head.Title), DocxStyles.Title);
        if (head.Topic is { } topic) yield return DocxText.Paragraph(topic, DocxStyles.Topic);
        yield return DocxText.Paragraph(string.Join(HeadLine.Separator, HeadLine.Facts(head, words)), DocxStyles.Facts);
    }

    private IEnumerable<OpenXmlElement> Of(Block block, DocxNumbering numbering) => block switch
    {
        Block.Heading heading => [DocxText.Paragraph(CleanText.OneLine(heading.Text), DocxStyles.Heading(heading.Level))],
        Block.Points points => Points(points, numbering),
        // Without a paragraph between them Word makes one table of two.
        Block.Table table => [DocxTable.Of(table, TextWidth, IsRightToLeft), DocxText.Paragraph("", DocxStyles.AfterTable)],
        Block.Note note => [DocxText.Paragraph(note.Text, DocxStyles.Note)],
        Block.Remark remark => [DocxText.Paragraph(remark.Text, DocxStyles.Remark)],
        Block.Lists lists => SideBySide(lists.Items),
        Block.Shift shift => SideBySide([shift.From, shift.To]),
        Block.Quotes quotes => quotes.Items.SelectMany(Quote),
        Block.Bars bars => [DocxTable.Bars(bars, TextWidth, IsRightToLeft, words), DocxText.Paragraph("", DocxStyles.AfterTable)],
        _ => throw new UnreachableException($"No Word for {block.GetType().Name}."),
    };

    private static bool IsRightToLeft => CultureInfo.CurrentUICulture.TextInfo.IsRightToLeft;

    private static IEnumerable<OpenXmlElement> Points(Block.Points points, DocxNumbering numbering)
    {
        var list = points.Numbered ? numbering.NewNumbers() : DocxNumbering.Points;
        var styles = points.Numbered ? DocxEntryStyles.Numbered : DocxEntryStyles.Bulleted;
        return points.Items.SelectMany(entry => DocxText.Entry(entry, styles, list));
    }

    private static IEnumerable<OpenXmlElement> SideBySide(ValueList<NamedList> lists) =>
    [
        DocxTable.Of(new(lists.Select(l => l.Title).ToValueList(), [lists.Select(l => new Cell(l.Entries)).ToValueList()]), TextWidth,
            IsRightToLeft, mayBreak: true),
        DocxText.Paragraph("", DocxStyles.AfterTable),
    ];

    private IEnumerable<OpenXmlElement> Quote(Quote quote)
    {
        var text = DocxText
            .Paragraph(words["Quoted", quote.Entry.Text], DocxStyles.Note, null, quote.Entry.Marked ? DocxStyles.Marked : null);
        yield return text;
        var told = string.Join("; ", new[] { quote.SpokenFor, quote.Entry.Detail }.Where(d => !string.IsNullOrWhiteSpace(d)));
        if (told.Length > 0)
        {
            text.ParagraphProperties!.KeepNext = new();
            yield return DocxText.Paragraph(told, DocxStyles.Detail);
        }

        foreach (var note in quote.Entry.Notes ?? []) yield return DocxText.Paragraph(note, DocxStyles.NoteInList);
    }

    /// <summary>"Page 1 of 3" as fields, in the order that the language wants.</summary>
    private Paragraph PageNumbers()
    {
        const string This = "\u0001", Last = "\u0002";
        var paragraph = new Paragraph(new ParagraphProperties { ParagraphStyleId = new() { Val = DocxStyles.Footer } });
        var sentence = words["PageOf", This, Last].Value;
        var start = 0;
        while (start < sentence.Length)
        {
            var end = sentence.IndexOfAny([This[0], Last[0]], start) is >= 0 and var found ? found : sentence.Length;
            if (end > start) paragraph.Append(Plain(sentence[start..end]));
            if (end < sentence.Length)
            {
                paragraph.Append(new SimpleField(Plain("1")) { Instruction = sentence[end] == This[0] ? " PAGE " : " NUMPAGES " });
            }

            start = end + 1;
        }

        return paragraph;
    }

    private static Run Plain(string text) => new(new Text(text) { Space = SpaceProcessingModeValues.Preserve });

    /// <summary>Without it Word opens the document in its compatibility mode of 2007.</summary>
    private static Settings Settings() => new(new Compatibility(new CompatibilitySetting
    {
        Name = CompatSettingNameValues.CompatibilityMode,
        Uri = "http://schemas.microsoft.com/office/word",
        Val = "15",
    }));

    private static SectionProperties Page(string footer)
    {
        var page = new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.Default, Id = footer },
            new PageSize { Width = PageWidth, Height = PageHeight },
            new PageMargin
            {
                Top = MarginTop,
                Bottom = MarginBottom,
                Left = MarginSide,
                Right = MarginSide,
                Header = 480,
                Footer = 480,
                Gutter = 0
            });
        if (IsRightToLeft) page.Append(new BiDi());
        return page;
    }
}
