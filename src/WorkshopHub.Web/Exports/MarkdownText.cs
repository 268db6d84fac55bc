using System.Text;

namespace WorkshopHub.Web.Exports;

/// <summary>
/// Escapes what people typed so that Markdown shows it as it is. Everything that opens markup somewhere is escaped
/// everywhere, also the signs of common extensions (tables, ~~strike~~, $maths$, {attributes}), rather than by
/// guessing what a reader's renderer supports. HTML goes as entities: a backslash does not hold in raw HTML blocks.
/// </summary>
internal static class MarkdownText
{
    public const string LineBreak = "<br>";

    /// <summary>One line of Markdown, whatever the text holds: its own line breaks become <c>&lt;br&gt;</c>.</summary>
    public static string Inline(string text) =>
        string.Join(LineBreak, CleanText.Of(text).Trim().Split('\n', StringSplitOptions.TrimEntries).Select(Escape));

    public static string OneLine(string text) => Escape(CleanText.OneLine(text));

    /// <summary>Paragraphs, parted in the text by empty lines.</summary>
    public static IEnumerable<string> Paragraphs(string text) =>
        CleanText.Of(text).Split('\n', StringSplitOptions.TrimEntries)
            .Aggregate(new List<List<string>> { new() }, (all, line) =>
            {
                if (line.Length > 0) all[^1].Add(line);
                else if (all[^1].Count > 0) all.Add([]);
                return all;
            })
            .Where(lines => lines.Count > 0)
            .Select(lines => string.Join(LineBreak, lines.Select(Escape)));

    private static string Escape(string line)
    {
        var escaped = new StringBuilder(line.Length + 8);
        var marker = ListMarkerAt(line);
        for (var i = 0; i < line.Length; i++)
        {
            if (i == marker || IsMarkup(line[i]) || StartsLink(line, i)) escaped.Append('\\');
            escaped.Append(line[i] switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '\t' => " ",
                var c => c.ToString(),
            });
        }

        return escaped.ToString();
    }

    private static bool IsMarkup(char c) =>
        c is '\\' or '`' or '*' or '_' or '[' or ']' or '{' or '}' or '|' or '~' or '^' or '$' or '#' or '=' or '@';

    /// <summary>
    /// Where renderers make links of bare addresses: the colon of <c>https://</c> and <c>mailto:</c>, the dot of
    /// <c>www.</c> A renderer that looks for addresses only in its finished text (remark-gfm does) links them all the
    /// same, as a mail client would; an invisible character would stop it, and spoil the address for who copies it.
    /// </summary>
    private static bool StartsLink(string line, int at) => line[at] switch
    {
        ':' => line.AsSpan(at + 1).StartsWith("//") || Before(line, at, "mailto") || Before(line, at, "xmpp"),
        '.' => Before(line, at, "www"),
        _ => false,
    };

    private static bool Before(string line, int at, string word) =>
        line.AsSpan(0, at).EndsWith(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>The sign at the start of a line that would open a list, a rule or a definition; -1: none.</summary>
    private static int ListMarkerAt(string line)
    {
        if (line.Length == 0) return -1;
        if (line[0] is '-' or '+' or ':') return 0;
        var digits = line.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits > 0 && line[digits] is '.' or ')' ? digits : -1;
    }
}
