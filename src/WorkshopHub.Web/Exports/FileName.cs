using System.Globalization;
using System.Text;
using WorkshopHub.Core.Summaries;

namespace WorkshopHub.Web.Exports;

/// <summary>A name for the file from title and date, such as <c>beyond-service-partner-2026-06-14.docx</c>.</summary>
internal static class FileName
{
    private const int LongestSlug = 60;

    public static string Of(SummaryHead head, string extension)
    {
        var slug = Slug(head.Title);
        // Without a date the word stays: it also keeps a title such as "con" from being a device name on Windows.
        var day = head.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "summary";
        return slug.Length == 0 ? $"summary{(head.Date is null ? "" : "-" + day)}.{extension}" : $"{slug}-{day}.{extension}";
    }

    private static string Slug(string title)
    {
        var slug = new StringBuilder();
        foreach (var c in CleanText.Of(title).ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c)) slug.Append(c);
            else if (InTwoLetters(c) is { } letters) slug.Append(letters);
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark || c is '\'' or '’') continue;
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        if (slug.Length > LongestSlug) slug.Length = LongestSlug;
        return slug.ToString().Trim('-');
    }

    private static string? InTwoLetters(char c) => c switch
    {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' => "d",
        'þ' => "th",
        _ => null,
    };
}
