using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WorkshopHub.Web.Exports;

namespace WorkshopHub.Web.Tests.Exports;

/// <summary>Reads a file as its reader would: every text in it, without the format's own signs.</summary>
internal static class ReadBack
{
    public static IReadOnlyList<string> Texts(string format, SummaryFile file) => format switch
    {
        "md" => [.. Unescaped(Utf8(file)).Split('\n')],
        "docx" => Paragraphs(file),
        "csv" => [.. Csv.Parse(Utf8(file)).SelectMany(row => row)],
        "json" => [.. Strings(JsonDocument.Parse(file.Content).RootElement)],
        _ => throw new ArgumentException($"Say here how {format} is read.", nameof(format)),
    };

    public static string Utf8(SummaryFile file) => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(file.Content);

    private static string Unescaped(string markdown)
    {
        var text = new StringBuilder();
        for (var i = 0; i < markdown.Length; i++) text.Append(markdown[i] == '\\' ? markdown[++i] : markdown[i]);
        return System.Net.WebUtility.HtmlDecode(text.ToString());
    }

    private static List<string> Paragraphs(SummaryFile file)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(file.Content), false);
        return [.. document.MainDocumentPart!.Document!.Descendants<Paragraph>().Select(p => p.InnerText)];
    }

    private static IEnumerable<string> Strings(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => [json.GetString()!],
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(p => Strings(p.Value)),
        _ => [],
    };
}
