using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WorkshopHub.Fuzz;

/// <summary>JSON that is nearly right, or not at all.</summary>
internal static class OddJson
{
    /// <summary>The body with one to three things wrong with it; as bytes, because not all of it is text.</summary>
    internal static byte[] Next(Random chance, JsonObject body)
    {
        var odd = (JsonObject)body.DeepClone();
        for (var i = chance.Next(1, 4); i > 0; i--) Change(chance, odd);
        var text = Text(odd);
        return chance.Next(12) switch
        {
            0 => Encoding.UTF8.GetBytes(text[..chance.Next(text.Length + 1)]),
            1 => [.. Encoding.UTF8.GetBytes(text), (byte)chance.Next(256), (byte)chance.Next(256)],
            2 => Flipped(chance, Encoding.UTF8.GetBytes(text)),
            3 => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("[", chance.Next(1, 2_000))) + text),
            4 => Encoding.Unicode.GetBytes(text),
            5 => Encoding.UTF8.GetBytes(text.Replace("\"type\":", "\"type\":\"nod\",\"type\":", StringComparison.Ordinal)),
            _ => Encoding.UTF8.GetBytes(text),
        };
    }

    /// <summary>A value of whatever kind.</summary>
    internal static JsonNode? Value(Random chance) => chance.Next(12) switch
    {
        0 => null,
        1 => JsonValue.Create(chance.Next(2) == 0),
        2 => JsonValue.Create(chance.Next(-3, 1_000)),
        3 => JsonValue.Create(long.MaxValue),
        4 => JsonValue.Create(-1e300),
        5 => new JsonArray(),
        6 => new JsonArray([.. Enumerable.Range(0, chance.Next(1, 120)).Select(i => (JsonNode)JsonValue.Create($"id{i}"))]),
        7 => new JsonObject { ["a"] = new JsonObject { ["b"] = OddText.Next(chance) } },
        8 => JsonValue.Create(Commands.NewGuid(chance).ToString()),
        _ => JsonValue.Create(OddText.Next(chance)),
    };

    // A surrogate that stands alone is no text for a serialiser; written as an escape it travels.
    private static string Text(JsonNode node)
    {
        var text = new StringBuilder();
        Write(text, node);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonNode? node)
    {
        switch (node)
        {
            case null: text.Append("null"); break;
            case JsonObject o: text.Append('{').AppendJoin(',', o.Select(p => $"{Quote(p.Key)}:{Text(p.Value)}")).Append('}'); break;
            case JsonArray a: text.Append('[').AppendJoin(',', a.Select(Text)).Append(']'); break;
            case JsonValue v when v.GetValueKind() == JsonValueKind.String: text.Append(Quote(v.GetValue<string>())); break;
            default: text.Append(node.ToJsonString()); break;
        }

        static string Text(JsonNode? n)
        {
            var part = new StringBuilder();
            Write(part, n);
            return part.ToString();
        }
    }

    private static string Quote(string text) =>
        '"' + string.Concat(text.Select(c => c is '"' or '\\' || c < ' ' || char.IsSurrogate(c) ? $"\\u{(int)c:x4}" : c.ToString())) + '"';

    private static void Change(Random chance, JsonObject body)
    {
        var keys = body.Select(p => p.Key).ToList();
        var key = keys.Count == 0 ? "type" : keys[chance.Next(keys.Count)];
        switch (chance.Next(6))
        {
            case 0: body.Remove(key); break;
            case 1: body[OddText.Next(chance)] = Value(chance); break;
            case 2 when body[key] is JsonObject inner: Change(chance, inner); break;
            default: body[key] = Value(chance); break;
        }
    }

    private static byte[] Flipped(Random chance, byte[] bytes)
    {
        for (var i = 0; i < 3 && bytes.Length > 0; i++) bytes[chance.Next(bytes.Length)] = (byte)chance.Next(256);
        return bytes;
    }
}
