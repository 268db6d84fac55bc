using System.Text.Json;

namespace WorkshopHub.Core.Methods;

/// <summary>Says why a text is no JSON: line, column, what stands there and what to do.</summary>
internal static class JsonSyntax
{
    internal static string Say(string text, JsonException e, int depthMax)
    {
        if (string.IsNullOrWhiteSpace(text)) return "The file is empty.";
        var at = Position(text, (int)(e.LineNumber ?? 0), (int)(e.BytePositionInLine ?? 0));
        var before = text.AsSpan(0, at);
        var line = before.Count('\n') + 1;
        return $"Line {line}, column {at - (before.LastIndexOf('\n') + 1) + 1}: {Why(text, at, e, depthMax)}";
    }

    private static string Why(string text, int at, JsonException e, int depthMax)
    {
        if (e.Message.Contains("maximum configured depth", StringComparison.Ordinal))
        {
            return $"more than {depthMax} levels stand inside each other.";
        }

        if (at >= text.Length) return "the file ends too early. Something that was opened is not closed: a text, an object { or a list [.";
        var (here, last) = (text[at], text.AsSpan(0, at).TrimEnd() is [.., var c] ? c : '\0');
        return here switch
        {
            '}' or ']' when last == ',' => $"a comma stands before “{here}”. Take it out.",
            '/' or '*' => "a comment stands here. JSON has none; take it out.",
            '“' or '”' or '„' or '«' or '»' or '\'' or '‘' or '’' =>
                $"{here} stands here. JSON takes \" around a text, and nothing else.",
            '\n' or '\r' or '\t' when Quotes(text, at) =>
                "a text goes over the end of its line. Close it with \", or write \\n for a line break.",
            '"' when last == '"' && e.Message.Contains("':'", StringComparison.Ordinal) => "a colon is missing before this.",
            '"' when last is '"' or '}' or ']' || char.IsAsciiDigit(last) => "a comma is missing before this.",
            '{' or '[' when last is '}' or ']' => "a comma is missing before this, or something stands after the end.",
            _ when char.IsAsciiLetter(here) && last is '\0' or '{' or ',' or ':' or '[' =>
                $"{JsonWords.Quoted(Word(text, at))} stands here without quotation marks.",
            _ => $"“{here}” does not belong here.",
        };
    }

    // Whether a text is open where a line ends.
    private static bool Quotes(string text, int at)
    {
        var line = text.AsSpan(0, at);
        line = line[(line.LastIndexOf('\n') + 1)..];
        var open = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '\\') i++;
            else if (line[i] == '"') open = !open;
        }

        return open;
    }

    private static string Word(string text, int at)
    {
        var end = at;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '_')) end++;
        return text[at..end];
    }

    // The parser counts bytes; people count characters.
    private static int Position(string text, int line, int bytes)
    {
        var at = 0;
        for (; line > 0 && text.IndexOf('\n', at) is var end and >= 0; line--) at = end + 1;
        foreach (var rune in text.AsSpan(at).EnumerateRunes())
        {
            if (bytes <= 0) break;
            bytes -= rune.Utf8SequenceLength;
            at += rune.Utf16SequenceLength;
        }

        return Math.Min(at, text.Length);
    }
}
