using System.Text.Json;

namespace WorkshopHub.Core.Methods;

/// <summary>What stands in a file, as it is told to whoever wrote it.</summary>
internal static class JsonWords
{
    private const int Excerpt = 40;
    private const int LineMax = 600;

    internal static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Quoted(Text(value) ?? "…"),
        JsonValueKind.Array => "a list [ … ]",
        JsonValueKind.Object => "an object { … }",
        JsonValueKind.Null => "null",
        _ => Short(value.GetRawText()),
    };

    /// <summary>The text; null: it is none that could be kept.</summary>
    internal static string? Text(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The name of a property.</summary>
    internal static string Name(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return "…";
        }
    }

    internal static string Quoted(string text) => $"“{Short(text)}”";

    /// <summary>A fault is one line, however long a name in the file is.</summary>
    internal static string Line(string text) => Short(text, LineMax);

    private static string Short(string text, int most = Excerpt)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length > most ? $"{line[..most]}…" : line;
    }
}
