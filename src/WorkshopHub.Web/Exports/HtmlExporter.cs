using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;
using WorkshopHub.Core;
using WorkshopHub.Core.Summaries;

namespace WorkshopHub.Web.Exports;

/// <summary>
/// One page that needs nothing else: no script, no font, no picture from elsewhere, so that it opens from a mail and
/// prints on A4. Whatever people typed is text in it, each in its own direction.
/// </summary>
internal sealed class HtmlExporter(IStringLocalizer<ExportText> words) : IExporter
{
    public string Format => "html";

    public string ContentType => "text/html; charset=utf-8";

    public void Write(Summary summary, Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        var title = HtmlText.OneLine(summary.Head.Title);
        var culture = CultureInfo.CurrentUICulture;
        writer.WriteLine("<!DOCTYPE html>");
        writer.WriteLine(
            $"<html lang=\"{HtmlText.Of(culture.Name is { Length: > 0 } name ? name : "en")}\" " +
            $"dir=\"{(culture.TextInfo.IsRightToLeft ? "rtl" : "ltr")}\">");
        writer.WriteLine("<head>");
        writer.WriteLine("<meta charset=\"utf-8\">");
        writer.WriteLine("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        writer.WriteLine("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        writer.WriteLine($"<title>{title}</title>");
        writer.WriteLine($"<style>\n{HtmlStyle.Css}</style>");
        writer.WriteLine("</head>");
        writer.WriteLine("<body>");
        writer.WriteLine("<article class=\"doc\">");
        writer.WriteLine($"<h1 dir=\"auto\">{title}</h1>");
        if (summary.Head.Topic is { } topic) writer.WriteLine($"<p class=\"lead\" dir=\"auto\">{HtmlText.Of(topic)}</p>");
        var facts = HeadLine.Facts(summary.Head, words).Select(f => $"<span>{HtmlText.OneLine(f)}</span>");
        writer.WriteLine($"<p class=\"how\">{string.Join(" ", facts)}</p>");
        foreach (var block in summary.Blocks) writer.WriteLine(Of(block));
        writer.WriteLine("</article>");
        writer.WriteLine("</body>");
        writer.WriteLine("</html>");
    }

    private string Of(Block block) => block switch
    {
        Block.Heading heading => Heading(heading),
        Block.Points points => List(points.Items, points.Numbered ? "ol" : "ul"),
        Block.Table table => Table(table.Heads.Select(HtmlText.OneLine), table.Rows.Select(r => r.Select(c => Cell(c.Entries)))),
        Block.Note note => Note(note.Text),
        Block.Remark remark => $"<p class=\"meta\" dir=\"auto\">{HtmlText.Of(remark.Text)}</p>",
        Block.Lists lists => $"<div class=\"two\">\n{string.Join("\n", lists.Items.Select(Named))}\n</div>",
        Block.Quotes quotes => string.Join("\n", quotes.Items.Select(Quote)),
        Block.Bars bars => Bars(bars),
        Block.Shift shift =>
            $"<div class=\"shift\">\n{Named(shift.From)}\n<span class=\"arrow\" aria-hidden=\"true\">→</span>\n{Named(shift.To)}\n</div>",
        _ => throw new UnreachableException($"No web page for {block.GetType().Name}."),
    };

    private static string Heading(Block.Heading heading)
    {
        var level = (Math.Clamp(heading.Level, 1, 4) + 1).ToString(CultureInfo.InvariantCulture);
        return $"<h{level} dir=\"auto\">{HtmlText.OneLine(heading.Text)}</h{level}>";
    }

    private static string Named(NamedList list) =>
        "<section><h4 " +
            $"dir=\"auto\">{HtmlText.OneLine(list.Title)}</h4>{(list.Entries.Count == 0 ? "" : List(list.Entries, "ul"))}</section>";

    private static string List(ValueList<SummaryEntry> entries, string tag) =>
        $"<{tag}>\n{string.Concat(entries.Select(e => $"<li>{Entry(e)}</li>\n"))}</{tag}>";

    // Several entries are a list, one stands alone.
    private static string Cell(ValueList<SummaryEntry> entries) => entries.Count switch
    {
        0 => "",
        1 => Entry(entries[0]),
        _ => List(entries, "ul"),
    };

    private static string Table(IEnumerable<string> heads, IEnumerable<IEnumerable<string>> rows)
    {
        var head = string.Concat(heads.Select(h => $"<th scope=\"col\" dir=\"auto\">{h}</th>"));
        var body = string.Concat(rows.Select(r => $"<tr>{string.Concat(r.Select(c => $"<td>{c}</td>"))}</tr>\n"));
        return $"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>";
    }

    private static string Entry(SummaryEntry entry)
    {
        var text = Marked(HtmlText.Of(entry.Text), entry.Marked);
        return $"<div dir=\"auto\">{text}</div>{Detail(entry.Detail)}{Notes(entry)}";
    }

    private static string Notes(SummaryEntry entry) => string.Concat((entry.Notes ?? []).Select(Note));

    private string Quote(Quote quote)
    {
        var told = string.Join("; ", new[] { quote.SpokenFor, quote.Entry.Detail }.Where(d => !string.IsNullOrWhiteSpace(d)));
        var text = Marked(HtmlText.Of(words["Quoted", quote.Entry.Text]), quote.Entry.Marked);
        var caption = told.Length == 0 ? "" : $"<figcaption dir=\"auto\">{HtmlText.Of(told)}</figcaption>";
        return $"<figure><blockquote dir=\"auto\">{text}</blockquote>{caption}{Notes(quote.Entry)}</figure>";
    }

    private string Bars(Block.Bars bars)
    {
        var most = Math.Max(1, bars.Items.Select(b => b.Count).DefaultIfEmpty().Max());
        var rows = bars.Items.Select(bar =>
        {
            var width = (100.0 * bar.Count / most).ToString("0.#", CultureInfo.InvariantCulture);
            var label = $"<th scope=\"row\" dir=\"auto\">{Marked(HtmlText.Of(bar.Label), bar.Marked)}</th>";
            var figure = HtmlText.Of(BarFigure.Of(bar, bars.Of, words));
            return $"<tr>{label}<td>{figure}</td><td><i style=\"inline-size:{width}%\"></i></td></tr>\n";
        });
        return $"<table class=\"bars\">\n<tbody>\n{string.Concat(rows)}</tbody>\n</table>";
    }

    private static string Note(string text) =>
        $"<div class=\"note\">{string.Concat(HtmlText.Paragraphs(text).Select(p => $"<p dir=\"auto\">{p}</p>"))}</div>";

    private static string Detail(string? detail) =>
        string.IsNullOrWhiteSpace(detail) ? "" : $"<small dir=\"auto\">{HtmlText.Of(detail)}</small>";

    private static string Marked(string html, bool marked) => marked && html.Length > 0 ? $"<mark>{html}</mark>" : html;
}
