using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace WorkshopHub.Web.Exports;

/// <summary>Real lists: Word renumbers them when somebody edits the document, and a screen reader counts them.</summary>
internal sealed class DocxNumbering
{
    /// <summary>Points and numbers hang here, in twentieths of a point; details and notes below them stand in line.</summary>
    public const int Indent = 480;

    /// <summary>The same in a cell.</summary>
    public const int CellIndent = 200;

    /// <summary>The bulleted lists need one instance each; nothing in them counts.</summary>
    public const int Points = 1, CellPoints = 2;

    private const int PointsForm = 1, CellPointsForm = 2, NumbersForm = 3;

    private readonly Numbering numbering;
    private int last = CellPoints;

    public DocxNumbering(MainDocumentPart main)
    {
        numbering = new(
            Form(PointsForm, Dash(Indent)),
            Form(CellPointsForm, Dash(CellIndent)),
            Form(NumbersForm, Number()),
            new NumberingInstance(new AbstractNumId { Val = PointsForm }) { NumberID = Points },
            new NumberingInstance(new AbstractNumId { Val = CellPointsForm }) { NumberID = CellPoints });
        main.AddNewPart<NumberingDefinitionsPart>().Numbering = numbering;
    }

    /// <summary>A numbered list that begins at 1, whatever was numbered before.</summary>
    public int NewNumbers()
    {
        numbering.Append(new NumberingInstance(
            new AbstractNumId { Val = NumbersForm },
            new LevelOverride(new StartOverrideNumberingValue { Val = 1 }) { LevelIndex = 0 })
        { NumberID = ++last });
        return last;
    }

    private static AbstractNum Form(int id, Level level) =>
        new(new MultiLevelType { Val = MultiLevelValues.SingleLevel }, level) { AbstractNumberId = id };

    private static Level Dash(int indent) => Level(NumberFormatValues.Bullet, "–", indent, new NumberingSymbolRunProperties());

    private static Level Number() => Level(NumberFormatValues.Decimal, "%1", Indent, new NumberingSymbolRunProperties
    {
        RunFonts = DocxStyles.Voice(),
        Bold = new(),
        BoldComplexScript = new(),
    });

    private static Level Level(NumberFormatValues format, string text, int indent, NumberingSymbolRunProperties look) => new(
        new StartNumberingValue { Val = 1 },
        new NumberingFormat { Val = format },
        new LevelText { Val = text },
        new LevelJustification { Val = LevelJustificationValues.Left },
        new PreviousParagraphProperties(new Indentation { Left = DocxStyles.Whole(indent), Hanging = DocxStyles.Whole(indent) }),
        look)
    { LevelIndex = 0 };
}
