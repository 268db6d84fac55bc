using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace WorkshopHub.Web.Exports;

/// <summary>What people typed as text in a page; their line breaks stay.</summary>
internal static class HtmlText
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Of(string text) => string.Join("<br>", CleanText.Of(text).Trim().Split('\n').Select(line => Encoder.Encode(line)));

    public static string OneLine(string text) => Encoder.Encode(CleanText.OneLine(text));

    /// <summary>Paragraphs, parted in the text by empty lines.</summary>
    public static IEnumerable<string> Paragraphs(string text) =>
        CleanText.Of(text).Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Of);
}
