using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
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
        "html" => Page(file),
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

    private static List<string> Page(SummaryFile file)
    {
        var page = new HtmlParser().ParseDocument(Utf8(file));
        foreach (var br in page.QuerySelectorAll("br").ToList()) br.ReplaceWith(page.CreateTextNode("\n"));
        return [.. page.QuerySelectorAll("h1, h2, h3, h4, h5, p, span, th, td > div, li > div, small, blockquote, figcaption, .bars td")
            .Select(e => e.TextContent)];
    }

    private static List<string> Paragraphs(SummaryFile file)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(file.Content), false);
        return [.. document.MainDocumentPart!.Document!.Descendants<Paragraph>().Select(p => p.InnerText)];
    }

    private static IEnumerable<string> Strings(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => [json.GetString()!],
        JsonValueKind.Number => [json.GetRawText()],
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(p => Strings(p.Value)),
        _ => [],
    };
}
