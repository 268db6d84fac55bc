using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;
using WorkshopHub.Core;
using WorkshopHub.Core.Summaries;

namespace WorkshopHub.Web.Exports;

/// <summary>CommonMark with GitHub's tables; UTF-8 without a BOM, lines end in LF.</summary>
internal sealed class MarkdownExporter(IStringLocalizer<ExportText> words) : IExporter
{
    public string Format => "md";

    public string ContentType => "text/markdown; charset=utf-8";

    public void Write(Summary summary, Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine($"# {MarkdownText.OneLine(summary.Head.Title)}".TrimEnd());
        writer.WriteLine();
        writer.WriteLine(Facts(summary.Head));

        var otherMarker = false;
        Block? before = null;
        foreach (var block in summary.Blocks)
        {
            // Two lists of one kind in a row would run into one; another marker starts a list of its own.
            otherMarker = block is Block.Points now && before is not null && EndsInList(before) is { } numbered && now.Numbered == numbered
                && !otherMarker;
            writer.WriteLine();
            Write(writer, block, otherMarker);
            before = block;
        }
    }

    private static bool? EndsInList(Block block) => block switch
    {
        Block.Points points => points.Numbered,
        Block.Lists or Block.Bars => false,
        _ => null,
    };

    private string Facts(SummaryHead head)
    {
        var facts = HeadLine.Facts(head, words);
        if (head.Topic is { } topic) facts = facts.Prepend(topic);
        return string.Join(HeadLine.Separator, facts.Select(MarkdownText.OneLine));
    }

    private void Write(TextWriter writer, Block block, bool otherMarker)
    {
        switch (block)
        {
            case Block.Heading heading:
                writer.WriteLine($"{new string('#', Math.Clamp(heading.Level, 1, 4) + 1)} {MarkdownText.OneLine(heading.Text)}".TrimEnd());
                break;
            case Block.Points points:
                WritePoints(writer, points, otherMarker);
                break;
            case Block.Table table:
                WriteTable(writer, table);
                break;
            case Block.Note note:
                WriteQuote(writer, [note.Text], "");
                break;
            case Block.Remark remark:
                writer.WriteLine(Wrapped("*", MarkdownText.Inline(remark.Text)));
                break;
            case Block.Lists lists:
                WriteLists(writer, lists.Items);
                break;
            case Block.Quotes quotes:
                WriteQuotes(writer, quotes);
                break;
            case Block.Bars bars:
                WriteBars(writer, bars);
                break;
            case Block.Shift shift:
                WriteRow(writer, [MarkdownText.OneLine(shift.From.Title), MarkdownText.OneLine(shift.To.Title)]);
                WriteRow(writer, ["---", "---"]);
                WriteRow(writer, [CellText(new(shift.From.Entries)), CellText(new(shift.To.Entries))]);
                break;
            default:
                throw new UnreachableException($"No Markdown for {block.GetType().Name}.");
        }
    }

    private static void WritePoints(TextWriter writer, Block.Points points, bool otherMarker)
    {
        for (var i = 0; i < points.Items.Count; i++)
        {
            var marker = points.Numbered
                ? (i + 1).ToString(CultureInfo.InvariantCulture) + (otherMarker ? ")" : ".")
                : otherMarker ? "*" : "-";
            writer.WriteLine($"{marker} {Text(points.Items[i])}".TrimEnd());
            WriteQuote(writer, points.Items[i].Notes ?? [], new string(' ', marker.Length + 1));
        }
    }

    // Side by side is not for Markdown: one list after the other, each under its name.
    private static void WriteLists(TextWriter writer, ValueList<NamedList> lists)
    {
        for (var i = 0; i < lists.Count; i++)
        {
            if (i > 0) writer.WriteLine();
            writer.WriteLine(Wrapped("**", MarkdownText.OneLine(lists[i].Title)));
            if (lists[i].Entries.Count == 0) continue;
            writer.WriteLine();
            WritePoints(writer, new(false, lists[i].Entries), otherMarker: false);
        }
    }

    private void WriteQuotes(TextWriter writer, Block.Quotes quotes)
    {
        for (var i = 0; i < quotes.Items.Count; i++)
        {
            if (i > 0) writer.WriteLine();
            var (entry, spokenFor) = quotes.Items[i];
            // Words without a paragraph are nobody's words.
            WriteQuote(writer, [words["Quoted", entry.Text]], "");
            var told = string
                .Join("; ", new[] { spokenFor, entry.Detail }.Where(d => !string.IsNullOrWhiteSpace(d))
                .Select(d => MarkdownText.Inline(d!)));
            if (entry.Marked)
            {
                told = told.Length == 0
                    ? Wrapped("**", MarkdownText.Inline(words["Picked"]))
                    : $"{Wrapped("**", MarkdownText.Inline(words["Picked"]))}; {told}";
            }

            if (told.Length > 0) writer.WriteLine($">\n> – {told}");
            foreach (var note in NotesInCell(entry)) writer.WriteLine($">\n> {note}");
        }
    }

    private void WriteBars(TextWriter writer, Block.Bars bars)
    {
        foreach (var bar in bars.Items)
        {
            var label = MarkdownText.Inline(bar.Label);
            var figure = MarkdownText.Inline(BarFigure.Of(bar, bars.Of, words));
            writer.WriteLine($"- {(bar.Marked ? Wrapped("**", label) : label)}: {figure}");
        }
    }

    private static void WriteQuote(TextWriter writer, IEnumerable<string> texts, string indent)
    {
        var quote = string.Join($"\n{indent}>\n{indent}> ", texts.SelectMany(MarkdownText.Paragraphs));
        if (quote.Length > 0) writer.WriteLine($"{indent}> {quote}");
    }

    private void WriteTable(TextWriter writer, Block.Table table)
    {
        WriteRow(writer, table.Heads.Select(MarkdownText.OneLine));
        WriteRow(writer, table.Heads.Select(_ => "---"));
        foreach (var row in table.Rows) WriteRow(writer, row.Select(CellText));
    }

    private static void WriteRow(TextWriter writer, IEnumerable<string> cells) => writer.WriteLine($"| {string.Join(" | ", cells)} |");

    private string CellText(Cell cell)
    {
        var bullet = cell.Entries.Count > 1 ? "• " : "";
        var lines = cell.Entries.SelectMany(entry => NotesInCell(entry).Prepend(bullet + Text(entry)));
        return string.Join(MarkdownText.LineBreak, lines);
    }

    private IEnumerable<string> NotesInCell(SummaryEntry entry) =>
        (entry.Notes ?? []).Select(note => Wrapped("*", MarkdownText.Inline(words["NoteInCell", note.Trim()])));

    private static string Text(SummaryEntry entry)
    {
        var text = MarkdownText.Inline(entry.Text);
        if (entry.Marked) text = Wrapped("**", text);
        return string.IsNullOrWhiteSpace(entry.Detail) ? text : $"{text} *({MarkdownText.Inline(entry.Detail)})*".TrimStart();
    }

    /// <summary>Around nothing the signs would show as themselves.</summary>
    private static string Wrapped(string sign, string text) => text.Length == 0 ? "" : sign + text + sign;
}
