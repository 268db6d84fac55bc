using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace WorkshopHub.Core.Methods;

/// <summary>
/// Compares a file with the records that it becomes: what is missing, unknown, there twice or of another kind. It finds all of
/// them, where the serializer stops at the first and says it in the words of the program.
/// </summary>
internal static class MethodShape
{
    private const string Text = "a text in quotation marks";
    private const string ByLanguage = "a text by language, such as { \"en\": \"…\" }";

    internal static IEnumerable<MethodFault> Faults(JsonElement root) => Faults(root, typeof(Method), "");

    private static IEnumerable<MethodFault> Faults(JsonElement value, Type type, string path)
    {
        var kind = Nullable.GetUnderlyingType(type) ?? type;
        if (kind == typeof(InLanguages)) return Languages(value, path);
        if (kind == typeof(string)) return value.ValueKind != JsonValueKind.String ? Wrong(path, value, Text) : Unreadable(path, value);
        if (kind == typeof(int))
        {
            return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _) ? [] : Wrong(path, value, "a whole number");
        }

        if (kind == typeof(bool))
        {
            return value.ValueKind is JsonValueKind.True or JsonValueKind.False ? [] : Wrong(path, value, "true or false");
        }

        if (kind.IsEnum) return Word(value, kind, path);
        return kind.GetGenericArguments() is [var item] ? Items(value, item, path) : Properties(value, kind, path);
    }

    private static IEnumerable<MethodFault> Properties(JsonElement value, Type type, string path)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            foreach (var fault in Wrong(path, value, "an object { … }")) yield return fault;
            yield break;
        }

        var known = MethodReader.Json.GetTypeInfo(type).Properties;
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in value.EnumerateObject())
        {
            var name = JsonWords.Name(property);
            var at = MethodFault.Join(path, name);
            if (!seen.Add(name)) yield return new(at, "it is there twice; once is enough.");
            else if (Find(known, name) is not { } named)
            {
                yield return new(at, $"there is no such property here. There are: {Names(known)}.");
            }
            else if (property.Value.ValueKind == JsonValueKind.Null && MayBeNull(named)) continue;
            else foreach (var fault in Faults(property.Value, named.PropertyType, at)) yield return fault;
        }

        foreach (var missing in known.Where(p => p.IsRequired && !seen.Contains(p.Name)))
        {
            yield return new(MethodFault.Join(path, missing.Name), $"it is missing. It has to be {Kind(missing.PropertyType)}.");
        }
    }

    private static IEnumerable<MethodFault> Items(JsonElement value, Type item, string path) => value.ValueKind == JsonValueKind.Array
        ? value.EnumerateArray().SelectMany((v, i) => Faults(v, item, $"{path}[{i}]"))
        : Wrong(path, value, "a list [ … ]");

    private static IEnumerable<MethodFault> Languages(JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            foreach (var fault in Wrong(path, value, ByLanguage)) yield return fault;
            yield break;
        }

        // Tags are the same in any case: "DE" beside "de" would be two texts for one language.
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var text in value.EnumerateObject())
        {
            var tag = JsonWords.Name(text);
            var at = MethodFault.Join(path, tag);
            if (!seen.Add(tag)) yield return new(at, "this language is there twice; once is enough.");
            foreach (var fault in Faults(text.Value, typeof(string), at)) yield return fault;
        }

        if (!value.EnumerateObject().Any(t => JsonWords.Name(t) == Core.Languages.First))
        {
            yield return new(path, "it has no English (\"en\"); every text has that.");
        }
    }

    private static MethodFault[] Word(JsonElement value, Type type, string path)
    {
        var words = Words(type).ToList();
        return value.ValueKind == JsonValueKind.String && words.Contains(JsonWords.Text(value), StringComparer.OrdinalIgnoreCase)
            ? []
            : Wrong(path, value, $"one of {string.Join(", ", words.Select(w => $"\"{w}\""))}");
    }

    private static IEnumerable<string> Words(Type type) => Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName);

    private static MethodFault[] Wrong(string path, JsonElement value, string may) =>
        [new(path, $"{JsonWords.Describe(value)} stands here. It has to be {may}.")];

    // Half of a character that takes two: no text that could be kept.
    private static MethodFault[] Unreadable(string path, JsonElement value) =>
        JsonWords.Text(value) is null ? [new(path, "this text holds half a character (\\ud800 to \\udfff alone).")] : [];

    private static string Kind(Type type)
    {
        var kind = Nullable.GetUnderlyingType(type) ?? type;
        return kind == typeof(InLanguages) ? ByLanguage
            : kind == typeof(string) ? Text
            : kind == typeof(int) ? "a whole number"
            : kind.IsEnum ? $"one of {string.Join(", ", Words(kind).Select(w => $"\"{w}\""))}"
            : kind.IsGenericType ? "a list [ … ]" : "an object { … }";
    }

    private static JsonPropertyInfo? Find(IList<JsonPropertyInfo> known, string name) =>
        known.FirstOrDefault(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase));

    private static string Names(IEnumerable<JsonPropertyInfo> known) =>
        string.Join(", ", known.Where(p => p.Get is not null).Select(p => p.Name));

    // What a record may be without may be null, too.
    private static bool MayBeNull(JsonPropertyInfo property) => property.IsSetNullable && !property.IsRequired;
}
