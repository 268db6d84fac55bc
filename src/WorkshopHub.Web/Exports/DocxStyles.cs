using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace WorkshopHub.Web.Exports;

/// <summary>
/// The summary's look on paper: people speak in the serif, the tool in the sans; strong rules of ink; the marker for
/// what the room has picked. The built-in names (Title, heading 1, Quote, …) make Word's outline and contents work.
/// </summary>
internal static class DocxStyles
{
    public const string Title = "Title", Topic = "Subtitle", Facts = "Facts", Footer = "Footer";
    public const string NumberedPoint = "NumberedPoint", Point = "Point", Detail = "Caption", DetailInList = "DetailInList";
    public const string Note = "Quote", NoteInList = "NoteInList", Remark = "Remark", Marked = "Marked";
    public const string Table = "SummaryTable", TableHead = "TableHead", TableText = "TableText", TableLead = "TableLead";
    public const string TableDetail = "TableDetail", TableDetailInList = "TableDetailInList", TableNote = "TableNote", AfterTable =
        "AfterTable";

    private const string Normal = "Normal";
    private static readonly string[] BuiltIn = [Normal, Title, Topic, Heading(1), Heading(2), Heading(3), Heading(4), Detail, Note, Footer];

    private const string Ink = "1A1612", InkSecond = "453D34", Rule = "8A7E6E", Marker = "FFC233";

    public static string Heading(int level) => "Heading" + Whole(Math.Clamp(level, 1, 4));

    public static RunFonts Voice() =>
        new() { Ascii = "Georgia", HighAnsi = "Georgia", EastAsia = "Georgia", ComplexScript = "Times New Roman" };

    public static RunFonts Tool() => new() { Ascii = "Arial", HighAnsi = "Arial", EastAsia = "Arial", ComplexScript = "Arial" };

    public static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static Styles All(string language) => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle
            {
                RunFonts = Voice(),
                Color = new() { Val = Ink },
                FontSize = new() { Val = "21" },
                FontSizeComplexScript = new() { Val = "21" },
                Languages = new() { Val = language, EastAsia = language, Bidi = language },
            }),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle
            {
                SpacingBetweenLines = new() { After = "80", Line = "271", LineRule = LineSpacingRuleValues.Auto },
            })),
        Paragraph(Normal, "Normal", null),
        Paragraph(Title, "Title", Normal, Space(0, 100, 228), Look(Voice(), 52, bold: true), keepNext: true),
        Paragraph(Topic, "Subtitle", Normal, Space(0, 120), Look(Voice(), 25), keepNext: true),
        Paragraph(Facts, "Facts", Normal, Space(200, 200), Look(Tool(), 18, bold: true), borders: AboveAndBelow()),
        Outline(Paragraph(Heading(1), "heading 1", Normal, Space(480, 120, 252), Look(Voice(), 29, bold: true), keepNext: true,
            borders: Above()), 0),
        Outline(Paragraph(Heading(2), "heading 2", Normal, Space(280, 80, 252), Look(Voice(), 24, bold: true), keepNext: true), 1),
        Outline(Paragraph(Heading(3), "heading 3", Normal, Space(200, 60, 252), Look(Tool(), 19, bold: true), keepNext: true), 2),
        Outline(Paragraph(Heading(4), "heading 4", Normal, Space(160, 40, 252), Look(Voice(), 21, bold: true), keepNext: true), 3),
        Paragraph(NumberedPoint, "Numbered point", Normal, Space(100, 40), Look(Voice(), 23, bold: true), keepLines: true,
            indent: DocxNumbering.Indent),
        Paragraph(Point, "Point", Normal, Space(40, 40), keepLines: true, indent: DocxNumbering.Indent),
        Paragraph(Detail, "caption", Normal, Space(0, 80), Small(), keepLines: true),
        Paragraph(DetailInList, "Detail in list", Detail, indent: DocxNumbering.Indent),
        Paragraph(Note, "Quote", Normal, Space(120, 120), Italic(), borders: AtStart(), indent: 200),
        Paragraph(NoteInList, "Note in list", Note, Space(40, 100), indent: DocxNumbering.Indent + 200),
        Paragraph(Remark, "Remark", Normal, Space(60, 120), Look(Tool(), 19, color: InkSecond)),
        Paragraph(TableText, "Table text", Normal, Space(0, 40, 252), Look(Voice(), 20)),
        Paragraph(TableLead, "Table lead", TableText, look: Look(null, 20, bold: true)),
        Paragraph(TableHead, "Table head", TableText, look: Look(Tool(), 17, bold: true), keepNext: true),
        Paragraph(TableDetail, "Table detail", Detail, Space(0, 60)),
        Paragraph(TableDetailInList, "Table detail in list", TableDetail, indent: DocxNumbering.CellIndent),
        Paragraph(TableNote, "Table note", Note, Space(40, 60), Look(null, 18), indent: 120),
        Paragraph(AfterTable, "After table", Normal, Space(0, 0, 120), Look(null, 8)),
        Paragraph(Footer, "footer", Normal, Space(0, 0), Small(), justified: JustificationValues.Right),
        TableLook(),
        new Style(
            new StyleName { Val = "Marked" },
            new StyleRunProperties
            {
                Color = new() { Val = Ink },
                Shading = new() { Val = ShadingPatternValues.Clear, Color = "auto", Fill = Marker }
            })
        { Type = StyleValues.Character, StyleId = Marked, CustomStyle = true });

    private static Style Paragraph(
        string id,
        string name,
        string? basedOn,
        SpacingBetweenLines? space = null,
        StyleRunProperties? look = null,
        bool keepNext = false,
        bool keepLines = false,
        ParagraphBorders? borders = null,
        int indent = 0,
        JustificationValues? justified = null)
    {
        var properties = new StyleParagraphProperties();
        if (keepNext) properties.KeepNext = new();
        if (keepNext || keepLines) properties.KeepLines = new();
        properties.ParagraphBorders = borders;
        properties.SpacingBetweenLines = space;
        if (indent > 0) properties.Indentation = new() { Left = Whole(indent) };
        if (justified is { } side) properties.Justification = new() { Val = side };

        var style = new Style(new StyleName { Val = name })
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            Default = basedOn is null
            ? true : null
        };
        if (basedOn is not null) style.BasedOn = new() { Val = basedOn };
        style.CustomStyle = BuiltIn.Contains(id) ? null : true;
        style.PrimaryStyle = new();
        style.StyleParagraphProperties = properties;
        style.StyleRunProperties = look;
        return style;
    }

    private static Style Outline(Style style, int level)
    {
        style.StyleParagraphProperties!.OutlineLevel = new() { Val = level };
        style.NextParagraphStyle = new() { Val = Normal };
        return style;
    }

    private static StyleRunProperties Look(RunFonts? fonts, int halfPoints, bool bold = false, string? color = null)
    {
        var look = new StyleRunProperties { RunFonts = fonts };
        if (bold) (look.Bold, look.BoldComplexScript) = (new(), new());
        if (color is not null) look.Color = new() { Val = color };
        look.FontSize = new() { Val = Whole(halfPoints) };
        look.FontSizeComplexScript = new() { Val = Whole(halfPoints) };
        return look;
    }

    private static StyleRunProperties Small() => Look(Tool(), 17, color: InkSecond);

    private static StyleRunProperties Italic() => new() { Italic = new(), ItalicComplexScript = new() };

    private static SpacingBetweenLines Space(int before, int after, int line = 271) =>
        new() { Before = Whole(before), After = Whole(after), Line = Whole(line), LineRule = LineSpacingRuleValues.Auto };

    private static T Line<T>(uint eighths, string color, uint space = 0)
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = eighths, Color = color, Space = space };

    private static ParagraphBorders Above() => new() { TopBorder = Line<TopBorder>(36, Ink, 6) };

    private static ParagraphBorders AboveAndBelow() =>
        new() { TopBorder = Line<TopBorder>(12, Ink, 6), BottomBorder = Line<BottomBorder>(12, Ink, 6) };

    private static ParagraphBorders AtStart() => new() { LeftBorder = Line<LeftBorder>(24, Ink, 8) };

    private static Style TableLook() => new(
        new StyleName { Val = "Summary table" },
        new StyleTableProperties(
            new TableBorders { BottomBorder = Line<BottomBorder>(6, Rule), InsideHorizontalBorder = Line<InsideHorizontalBorder>(6, Rule) },
            new TableCellMarginDefault
            {
                TopMargin = new() { Width = "70", Type = TableWidthUnitValues.Dxa },
                TableCellLeftMargin = new() { Width = 0, Type = TableWidthValues.Dxa },
                BottomMargin = new() { Width = "50", Type = TableWidthUnitValues.Dxa },
                TableCellRightMargin = new() { Width = 160, Type = TableWidthValues.Dxa },
            }),
        new TableStyleProperties(new TableStyleConditionalFormattingTableCellProperties(
            new TableCellBorders { BottomBorder = Line<BottomBorder>(12, Ink) },
            new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Bottom }))
        { Type = TableStyleOverrideValues.FirstRow })
    { Type = StyleValues.Table, StyleId = Table, CustomStyle = true };
}
