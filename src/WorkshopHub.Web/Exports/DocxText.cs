using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace WorkshopHub.Web.Exports;

/// <summary>What people typed as Word's paragraphs: in its own direction, with its own line breaks.</summary>
internal static class DocxText
{
    /// <param name="list">The numbering instance, where the paragraph is a point of a list.</param>
    public static Paragraph Paragraph(string text, string style, int? list = null, string? runStyle = null)
    {
        var clean = CleanText.Of(text).Trim();
        var rightToLeft = TextDirection.IsRightToLeft(clean);
        var properties = new ParagraphProperties { ParagraphStyleId = new() { Val = style } };
        if (list is { } id)
        {
            properties.NumberingProperties = new() { NumberingLevelReference = new() { Val = 0 }, NumberingId = new() { Val = id } };
        }

        if (rightToLeft) properties.BiDi = new();
        var paragraph = new Paragraph(properties);
        if (clean.Length > 0) paragraph.Append(Run(clean, runStyle, rightToLeft));
        return paragraph;
    }

    /// <summary>An entry as one paragraph, its detail and its notes as further ones.</summary>
    public static IEnumerable<Paragraph> Entry(Core.Summaries.SummaryEntry entry, DocxEntryStyles styles, int? list)
    {
        var text = Paragraph(entry.Text, styles.Text, list, entry.Marked ? DocxStyles.Marked : null);
        yield return text;
        if (!string.IsNullOrWhiteSpace(entry.Detail))
        {
            text.ParagraphProperties!.KeepNext = new();
            yield return Paragraph(entry.Detail, list is null ? styles.Detail : styles.DetailInList);
        }

        foreach (var note in entry.Notes ?? []) yield return Paragraph(note, styles.Note);
    }

    private static Run Run(string text, string? style, bool rightToLeft)
    {
        var run = new Run();
        if (style is not null || rightToLeft)
        {
            var properties = new RunProperties();
            if (style is not null) properties.RunStyle = new() { Val = style };
            if (rightToLeft) properties.RightToLeftText = new();
            run.Append(properties);
        }

        var start = 0;
        while (start <= text.Length)
        {
            var end = text.AsSpan(start).IndexOfAny('\n', '\t') is >= 0 and var found ? start + found : text.Length;
            if (end > start) run.Append(new Text(text[start..end]) { Space = SpaceProcessingModeValues.Preserve });
            if (end < text.Length) run.Append(text[end] == '\n' ? new Break() : new TabChar());
            start = end + 1;
        }

        return run;
    }
}

/// <summary>How an entry looks where it stands.</summary>
internal sealed record DocxEntryStyles(string Text, string Detail, string DetailInList, string Note)
{
    public static DocxEntryStyles Numbered { get; } =
        new(DocxStyles.NumberedPoint, DocxStyles.Detail, DocxStyles.DetailInList, DocxStyles.NoteInList);

    public static DocxEntryStyles Bulleted { get; } = Numbered with { Text = DocxStyles.Point };

    public static DocxEntryStyles FirstColumn { get; } =
        new(DocxStyles.TableLead, DocxStyles.TableDetail, DocxStyles.TableDetailInList, DocxStyles.TableNote);

    public static DocxEntryStyles Column { get; } = FirstColumn with { Text = DocxStyles.TableText };
}
