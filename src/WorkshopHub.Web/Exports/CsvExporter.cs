using System.Buffers;
using System.Globalization;
using System.Text;
using WorkshopHub.Core;
using WorkshopHub.Core.Summaries;

namespace WorkshopHub.Web.Exports;

/// <summary>
/// One row for each record: RFC 4180, UTF-8 with a BOM (or Excel takes it for the local code page). The columns' names
/// are part of the public contract: new ones come at the end. Several ids or notes stand on lines of their own.
/// </summary>
internal sealed class CsvExporter : IExporter
{
    private static readonly SearchValues<char> StartsFormula = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    private static readonly SearchValues<char> Skipped = SearchValues.Create(" \u00A0\u200B\u2060\uFEFF");

    private static readonly (string Name, Func<SummaryRecord, string?> Value)[] Columns =
    [
        ("kind", r => r.Kind),
        ("id", r => r.Id),
        ("activity", r => r.Activity),
        ("lane", r => r.Lane),
        ("text", r => r.Text),
        ("parentId", r => r.ParentId),
        ("parentText", r => r.ParentText),
        ("nods", r => Number(r.Nods)),
        ("picked", r => YesNo(r.Picked)),
        ("hidden", r => YesNo(r.Hidden)),
        ("notedByFacilitator", r => YesNo(r.NotedByFacilitator)),
        ("editedByFacilitator", r => YesNo(r.EditedByFacilitator)),
        ("by", r => r.By),
        ("owner", r => r.Owner),
        ("due", r => r.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("confidence", r => Number(r.Confidence)),
        ("fromIds", r => Lines(r.FromIds)),
        ("notes", r => Lines(r.Notes)),
        ("parked", r => YesNo(r.Parked)),
        ("joinedInto", r => r.JoinedInto),
        ("carriedFrom", r => r.CarriedFrom),
        ("theme", r => r.Theme),
        ("quotation", r => YesNo(r.Quotation)),
        ("spokenFor", r => r.SpokenFor),
        ("count", r => Number(r.Count)),
        ("of", r => Number(r.Of)),
    ];

    public string Format => "csv";

    public string ContentType => "text/csv; charset=utf-8";

    public void Write(Summary summary, Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(true), leaveOpen: true) { NewLine = "\r\n" };
        writer.WriteLine(string.Join(',', Columns.Select(c => c.Name)));
        foreach (var record in summary.Records) writer.WriteLine(string.Join(',', Columns.Select(c => Field(c.Value(record)))));
    }

    /// <summary>Every text is quoted: an unquoted semicolon would start a new cell, perhaps a formula, where it is the separator.</summary>
    private static string Field(string? value)
    {
        if (string.IsNullOrEmpty(value)) return "";
        return $"\"{Harmless(value).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>
    /// A spreadsheet would run a cell that looks like a formula, and it skips what it cannot see before it looks.
    /// The apostrophe is its own sign for "this is text".
    /// </summary>
    private static string Harmless(string value)
    {
        var clean = CleanText.Of(value);
        return LooksLikeFormula(value) || LooksLikeFormula(clean) ? "'" + clean : clean;
    }

    private static bool LooksLikeFormula(string value)
    {
        var first = value.AsSpan().IndexOfAnyExcept(Skipped);
        return first >= 0 && StartsFormula.Contains(value[first]);
    }

    private static string YesNo(bool value) => value ? "true" : "false";

    private static string? Number(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    private static string? Lines(ValueList<string>? values) => values is null ? null : string.Join('\n', values);
}
