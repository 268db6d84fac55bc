using System.Text;
using System.Text.Json;

namespace WorkshopHub.Core.Methods;

/// <summary>A method's file as JSON, with the lines on which its parts stand.</summary>
internal sealed class MethodFile : IDisposable
{
    internal const int DepthMax = 16;

    // Doubled properties are found by name and told with their place.
    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = true, MaxDepth = DepthMax };

    private readonly byte[] utf8;
    private readonly JsonDocument document;
    private Dictionary<string, int>? lines;

    private MethodFile(byte[] utf8, JsonDocument document) => (this.utf8, this.document) = (utf8, document);

    internal JsonElement Root => document.RootElement;

    /// <summary>Null: it is no JSON, and why, with line and column.</summary>
    internal static MethodFile? Parse(string json, out string? unreadable)
    {
        // What editors put before the text is no part of it.
        var text = json.TrimStart('\uFEFF');
        var utf8 = Encoding.UTF8.GetBytes(text);
        try
        {
            unreadable = null;
            return new(utf8, JsonDocument.Parse(utf8, Options));
        }
        catch (JsonException e)
        {
            unreadable = JsonSyntax.Say(text, e, DepthMax);
            return null;
        }
    }

    /// <summary>A fault with the path and the line, and with what stands there.</summary>
    internal string Say(MethodFault fault)
    {
        lines ??= JsonLines.Of(utf8, DepthMax);
        var (path, line) = (fault.Path, 0);
        // What is missing has no line; then it is the one of what it should stand in.
        for (var at = path; !lines.TryGetValue(at, out line) && at.Length > 0;) at = Outside(at);
        var here = fault.Rule.Contains(" stands here", StringComparison.Ordinal) || Standing(path) is not { } stands
            || (stands[0] == '“' && fault.Rule.Contains(stands, StringComparison.Ordinal)) ? "" : $" {stands} stands here.";
        return JsonWords.Line($"{(path.Length == 0 ? "The file" : path)}, line {Math.Max(line, 1)}: {fault.Rule}{here}");
    }

    public void Dispose() => document.Dispose();

    private static string Outside(string path) => path[..Math.Max(path.LastIndexOfAny(['.', '[']), 0)];

    private string? Standing(string path)
    {
        try
        {
            return Find(path) is { ValueKind: JsonValueKind.String or JsonValueKind.Number } value ? JsonWords.Describe(value) : null;
        }
        catch (InvalidOperationException)
        {
            // A name around it is no text.
            return null;
        }
    }

    private JsonElement? Find(string path)
    {
        var at = Root;
        foreach (var part in path.Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part[0] == '[')
            {
                if (at.ValueKind != JsonValueKind.Array || !int.TryParse(part.AsSpan(1, part.Length - 2), out var i)
                    || i >= at.GetArrayLength())
                {
                    return null;
                }

                at = at[i];
            }
            else if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(part, out at))
            {
                return null;
            }
        }

        return at;
    }
}
