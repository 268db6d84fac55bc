using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace WorkshopHub.Web.Tests.Doors;

/// <summary>
/// What a phone or a screen shows: fetched once, then kept up by what the hub pushes, by ids and nothing else.
/// </summary>
internal sealed partial class Page(HubClient line, Func<Task<JsonElement>> fetch)
{
    private static readonly HtmlParser Parser = new();
    private AngleSharp.Html.Dom.IHtmlDocument document = Parser.ParseDocument("");

    public long Version { get; private set; }

    public string Html => Plain(document.Body!.InnerHtml);

    /// <summary>How often it had to fetch because it stood elsewhere than a push went on from.</summary>
    public int Fetches { get; private set; }

    /// <summary>The HTML that was pushed since this was last asked.</summary>
    public List<string> Pushed { get; } = [];

    public async Task FetchAsync()
    {
        var view = await fetch();
        Version = view.GetProperty("version").GetInt64();
        document = Parser.ParseDocument(view.GetProperty("html").GetString()!);
        Fetches++;
    }

    /// <summary>Follows the room up to this version.</summary>
    public async Task FollowAsync(long version)
    {
        while (Version < version)
        {
            var change = (await line.UntilAsync(0))[0];
            if (change.GetProperty("from").GetInt64() == Version) Apply(change);
            else if (change.GetProperty("version").GetInt64() > Version) await FetchAsync();
        }
    }

    /// <summary>The view as somebody who comes now gets it.</summary>
    public async Task<(long Version, string Html)> FreshAsync()
    {
        var view = await fetch();
        return (view.GetProperty("version").GetInt64(), Plain(Parser.ParseDocument(view.GetProperty("html").GetString()!).Body!.InnerHtml));
    }

    private void Apply(JsonElement change)
    {
        foreach (var piece in change.GetProperty("pieces").EnumerateArray())
        {
            var target = document.GetElementById(piece.GetProperty("target").GetString()!);
            Assert.NotNull(target);
            var html = piece.TryGetProperty("html", out var drawn) ? drawn.GetString()! : "";
            Pushed.Add(html);
            switch (piece.GetProperty("op").GetString())
            {
                case "append": target.Insert(AdjacentPosition.BeforeEnd, html); break;
                case "replace": target.OuterHtml = html; break;
                case "remove": target.Remove(); break;
                default: Assert.Fail($"No such op in {piece.GetRawText()}"); break;
            }
        }

        Version = change.GetProperty("version").GetInt64();
    }

    // Blanks between elements say nothing.
    private static string Plain(string html) => BetweenElements().Replace(html, "><").Trim();

    [GeneratedRegex(@">\s+<")]
    private static partial Regex BetweenElements();
}
