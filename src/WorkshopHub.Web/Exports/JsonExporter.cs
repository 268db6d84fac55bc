using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using WorkshopHub.Core.Summaries;

namespace WorkshopHub.Web.Exports;

/// <summary>The summary as data, in the shape of <see cref="JsonSummary"/>: UTF-8, indented for people who look inside.</summary>
internal sealed class JsonExporter : IExporter
{
    private static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        // Letters of every script stay readable; the encoder still escapes < > & and quotes, should a page embed the file.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public string Format => "json";

    public string ContentType => "application/json";

    public void Write(Summary summary, Stream stream) => JsonSerializer.Serialize(stream, Of(summary), Shape);

    private static JsonSummary Of(Summary summary) => new(
        new(summary.Head.Title, summary.Head.Topic, summary.Head.Date, summary.Head.Delegates, summary.Head.Language, summary.Head.Stage),
        summary.Blocks.Select(Of),
        summary.Records.Select(Of));

    private static JsonBlock Of(Block block) => block switch
    {
        Block.Heading heading => new JsonHeading(heading.Level, heading.Text),
        Block.Points points => new JsonPoints(points.Numbered, points.Items.Select(Of)),
        Block.Table table => new JsonTable(table.Heads, table.Rows.Select(row => row.Select(cell => cell.Entries.Select(Of)))),
        Block.Note note => new JsonNote(note.Text),
        Block.Remark remark => new JsonRemark(remark.Text),
        Block.Lists lists => new JsonLists(lists.Items.Select(Of)),
        Block.Quotes quotes =>
            new JsonQuotes(quotes.Items
                .Select(q => new JsonQuote(q.Entry.Text, q.SpokenFor, q.Entry.Detail, q.Entry.Marked, q.Entry.Notes ?? []))),
        Block.Bars bars => new JsonBars(bars.Items.Select(b => new JsonBar(b.Label, b.Count, b.Marked)), bars.Of),
        Block.Shift shift => new JsonShift(Of(shift.From), Of(shift.To)),
        _ => throw new UnreachableException($"No JSON for {block.GetType().Name}."),
    };

    private static JsonList Of(NamedList list) => new(list.Title, list.Entries.Select(Of));

    private static JsonEntry Of(SummaryEntry entry) => new(entry.Text, entry.Detail, entry.Marked, entry.Notes ?? []);

    private static JsonRecord Of(SummaryRecord record) => new(
        record.Kind,
        record.Id,
        record.Activity,
        record.Lane,
        record.Text,
        record.ParentId,
        record.ParentText,
        record.Nods,
        record.Picked,
        record.Hidden,
        record.NotedByFacilitator,
        record.EditedByFacilitator,
        record.By,
        record.Owner,
        record.Due,
        record.Confidence,
        record.FromIds ?? [],
        record.Notes ?? [],
        record.Parked,
        record.JoinedInto,
        record.CarriedFrom,
        record.Theme,
        record.Quotation,
        record.SpokenFor,
        record.Count,
        record.Of);
}
