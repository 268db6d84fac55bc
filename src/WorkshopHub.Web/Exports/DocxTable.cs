using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.Extensions.Localization;
using WorkshopHub.Core.Summaries;

namespace WorkshopHub.Web.Exports;

/// <summary>A table of the page's whole width: its head repeats on every page, its rows stay whole.</summary>
internal static class DocxTable
{
    /// <param name="mayBreak">Rows may go over a page's end, because one of them holds a whole list.</param>
    public static Table Of(Block.Table table, int pageWidth, bool rightToLeft, bool mayBreak = false)
    {
        var widths = mayBreak ? [.. table.Heads.Select(_ => pageWidth / Math.Max(1, table.Heads.Count))] : Widths(table, pageWidth);
        var result = new Table(Properties(rightToLeft), new TableGrid(widths.Select(w => new GridColumn { Width = DocxStyles.Whole(w) })));
        result.Append(
            Row(table.Heads.Select((head, i) => Cell(widths[i], [DocxText.Paragraph(CleanText.OneLine(head), DocxStyles.TableHead)])),
            isHead: true));
        foreach (var row in table.Rows)
            result.Append(Row(row.Select((cell, i) => Cell(widths[i], Paragraphs(cell, i == 0 && !mayBreak))), isHead: false, mayBreak));
        return result;
    }

    /// <summary>Figures with bars of plain characters: they print, and a reader that cannot see them reads the figure.</summary>
    public static Table Bars(Block.Bars bars, int pageWidth, bool rightToLeft, IStringLocalizer words)
    {
        const int Longest = 24;
        var most = Math.Max(1, bars.Items.Select(b => b.Count).DefaultIfEmpty().Max());
        int[] widths = [pageWidth * 45 / 100, pageWidth * 15 / 100, pageWidth * 40 / 100];
        var result = new Table(Properties(rightToLeft), new TableGrid(widths.Select(w => new GridColumn { Width = DocxStyles.Whole(w) })));
        foreach (var bar in bars.Items)
        {
            result.Append(Row(
            [
                Cell(widths[0], [DocxText.Paragraph(bar.Label, DocxStyles.TableText, null, bar.Marked ? DocxStyles.Marked : null)]),
                Cell(widths[1], [DocxText.Paragraph(BarFigure.Of(bar, bars.Of, words), DocxStyles.TableLead)]),
                Cell(widths[2], [DocxText.Paragraph(new string('\u25A0', bar.Count * Longest / most), DocxStyles.TableDetail)]),
            ], isHead: false));
        }

        return result;
    }

    private static TableProperties Properties(bool rightToLeft)
    {
        var properties = new TableProperties { TableStyle = new() { Val = DocxStyles.Table } };
        if (rightToLeft) properties.BiDiVisual = new();
        properties.TableWidth = new() { Width = "5000", Type = TableWidthUnitValues.Pct };
        properties.TableLayout = new() { Type = TableLayoutValues.Fixed };
        properties.TableLook =
            new()
            {
                Val = "0020",
                FirstRow = true,
                LastRow = false,
                FirstColumn = false,
                LastColumn = false,
                NoHorizontalBand = true,
                NoVerticalBand = true
            };

        return properties;
    }

    private static TableRow Row(IEnumerable<TableCell> cells, bool isHead, bool mayBreak = false)
    {
        var properties = new TableRowProperties();
        if (!mayBreak) properties.Append(new CantSplit());
        if (isHead) properties.Append(new TableHeader());
        var row = new TableRow(properties);
        row.Append(cells);
        return row;
    }

    private static TableCell Cell(int width, IEnumerable<Paragraph> paragraphs)
    {
        var cell = new TableCell(
            new TableCellProperties { TableCellWidth = new() { Width = DocxStyles.Whole(width), Type = TableWidthUnitValues.Dxa } });
        cell.Append(paragraphs);
        return cell;
    }

    /// <summary>Several entries are a list; a cell without any still needs a paragraph.</summary>
    private static IEnumerable<Paragraph> Paragraphs(Cell cell, bool isFirstColumn)
    {
        var styles = isFirstColumn ? DocxEntryStyles.FirstColumn : DocxEntryStyles.Column;
        int? list = cell.Entries.Count > 1 ? DocxNumbering.CellPoints : null;
        return cell.Entries.Count == 0
            ? [DocxText.Paragraph("", styles.Text)]
            : cell.Entries.SelectMany(entry => DocxText.Entry(entry, styles, list));
    }

    /// <summary>
    /// Columns take the page as their longest entries need it, from the width of the head up to that of a short
    /// sentence: "By when" stays narrow, columns of sentences are alike.
    /// </summary>
    private static int[] Widths(Block.Table table, int pageWidth)
    {
        const int Gap = 3, Sentence = 40;
        var needs = table.Heads.Select((head, i) =>
        {
            var longest = table.Rows.SelectMany(row => row[i].Entries).Select(e => e.Text.Length).DefaultIfEmpty().Max();
            return Math.Clamp(longest, Math.Min(head.Length, Sentence), Sentence) + Gap;
        }).ToArray();
        var sum = needs.Sum();
        return [.. needs.Select(need => pageWidth * need / sum)];
    }
}
