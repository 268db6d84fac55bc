using DocumentFormat.OpenXml.Wordprocessing;
using WorkshopHub.Core.Summaries;

namespace WorkshopHub.Web.Exports;

/// <summary>A table of the page's whole width: its head repeats on every page, its rows stay whole.</summary>
internal static class DocxTable
{
    public static Table Of(Block.Table table, int pageWidth, bool rightToLeft)
    {
        var widths = Widths(table, pageWidth);
        var properties = new TableProperties { TableStyle = new() { Val = DocxStyles.Table } };
        if (rightToLeft) properties.BiDiVisual = new();
        properties.TableWidth = new() { Width = "5000", Type = TableWidthUnitValues.Pct };
        properties.TableLayout = new() { Type = TableLayoutValues.Fixed };
        properties.TableLook = new() { Val = "0020", FirstRow = true, LastRow = false, FirstColumn = false, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true };

        var result = new Table(properties, new TableGrid(widths.Select(w => new GridColumn { Width = DocxStyles.Whole(w) })));
        result.Append(Row(table.Heads.Select((head, i) => Cell(widths[i], [DocxText.Paragraph(CleanText.OneLine(head), DocxStyles.TableHead)])), isHead: true));
        foreach (var row in table.Rows)
            result.Append(Row(row.Select((cell, i) => Cell(widths[i], Paragraphs(cell, i == 0))), isHead: false));
        return result;
    }

    private static TableRow Row(IEnumerable<TableCell> cells, bool isHead)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (isHead) properties.Append(new TableHeader());
        var row = new TableRow(properties);
        row.Append(cells);
        return row;
    }

    private static TableCell Cell(int width, IEnumerable<Paragraph> paragraphs)
    {
        var cell = new TableCell(new TableCellProperties { TableCellWidth = new() { Width = DocxStyles.Whole(width), Type = TableWidthUnitValues.Dxa } });
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
