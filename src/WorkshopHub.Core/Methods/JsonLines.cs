using System.Text.Json;

namespace WorkshopHub.Core.Methods;

/// <summary>On which line each part of a JSON text begins, by its path.</summary>
internal static class JsonLines
{
    internal static Dictionary<string, int> Of(ReadOnlySpan<byte> utf8, int depthMax)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(utf8, new() { MaxDepth = depthMax });
        // The lists and objects around what is read: their path, and the number of the next item of a list.
        var outside = new Stack<(string Path, int Next)>();
        var (name, line, counted) = ("", 1, 0);
        while (reader.Read())
        {
            var start = (int)reader.TokenStartIndex;
            line += utf8[counted..start].Count((byte)'\n');
            counted = start;
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    name = MethodFault.Join(outside.Peek().Path, Name(ref reader));
                    lines.TryAdd(name, line);
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    outside.Pop();
                    break;
                default:
                    var path = name;
                    if (outside.TryPeek(out var list) && list.Next >= 0)
                    {
                        outside.Push(outside.Pop() with { Next = list.Next + 1 });
                        path = $"{list.Path}[{list.Next}]";
                    }

                    lines.TryAdd(path, line);
                    if (reader.TokenType == JsonTokenType.StartObject) outside.Push((path, -1));
                    if (reader.TokenType == JsonTokenType.StartArray) outside.Push((path, 0));
                    break;
            }
        }

        return lines;
    }

    // A name that is no text has no place that could be told.
    private static string Name(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "…";
        }
    }
}
