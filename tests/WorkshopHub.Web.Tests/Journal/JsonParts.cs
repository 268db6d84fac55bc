using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using WorkshopHub.Core;
using WorkshopHub.Web.Journal;

namespace WorkshopHub.Web.Tests.Journal;

/// <summary>
/// The parts of the events' JSON: each property of each type that stands in one, and each word of each enum. What has a
/// form of its own (a text, a sender, an id) is one part.
/// </summary>
internal static class JsonParts
{
    /// <summary>All parts that an event of this type can have, as “Type.property” or “Enum.word”.</summary>
    public static IEnumerable<string> Of(Type type) => Of(type, []);

    /// <summary>The parts that this line shows: properties with a value that they do not have by themselves.</summary>
    public static IEnumerable<string> Shown(Type type, JsonElement json)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (json.ValueKind == JsonValueKind.Null) return [];
        if (type.IsEnum) return [Part(type, json.GetString()!)];
        if (ItemOf(type) is { } item) return json.EnumerateArray().SelectMany(i => Shown(item, i));
        return PropertiesOf(type).Where(p => json.TryGetProperty(p.Name, out _)).SelectMany(p => Shown(type, p, json.GetProperty(p.Name)));
    }

    /// <summary>What stands in one JSON and not in the other, by its place.</summary>
    public static IEnumerable<string> Lost(JsonElement before, JsonElement after, string place = "")
    {
        if (before.ValueKind != after.ValueKind) return [place];
        return before.ValueKind switch
        {
            JsonValueKind.Object => before.EnumerateObject().SelectMany(p =>
                after.TryGetProperty(p.Name, out var same) ? Lost(p.Value, same, $"{place}/{p.Name}") : [$"{place}/{p.Name}"]),
            JsonValueKind.Array when before.GetArrayLength() == after.GetArrayLength() =>
                before.EnumerateArray().Zip(after.EnumerateArray()).SelectMany((pair, i) => Lost(pair.First, pair.Second, $"{place}/{i}")),
            _ => before.GetRawText() == after.GetRawText() ? [] : [place],
        };
    }

    private static IEnumerable<string> Of(Type type, HashSet<Type> seen)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (!seen.Add(type)) return [];
        if (type.IsEnum) return Enum.GetValues(type).Cast<object>().Select(v => Part(type, WordOf(type, v)));
        if (ItemOf(type) is { } item) return Of(item, seen);
        return PropertiesOf(type).SelectMany(p => Of(p.PropertyType, seen).Prepend(Part(type, p.Name))).ToList();
    }

    private static IEnumerable<string> Shown(Type type, JsonPropertyInfo property, JsonElement value)
    {
        var nested = Shown(property.PropertyType, value);
        return SaysSomething(property, value) ? nested.Prepend(Part(type, property.Name)) : nested;
    }

    private static bool SaysSomething(JsonPropertyInfo property, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => false,
        JsonValueKind.True or JsonValueKind.False => value.GetBoolean() != (property.AssociatedParameter?.DefaultValue is true),
        JsonValueKind.Number => value.GetRawText() != "0",
        JsonValueKind.String => value.GetString()!.Length > 0,
        JsonValueKind.Array => value.GetArrayLength() > 0,
        _ => value.EnumerateObject().Any(),
    };

    private static IEnumerable<JsonPropertyInfo> PropertiesOf(Type type) =>
        EventJson.Options.GetTypeInfo(type) is { Kind: JsonTypeInfoKind.Object } info ? info.Properties : [];

    private static Type? ItemOf(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>)
        ? type.GetGenericArguments()[0]
        : EventJson.Options.GetTypeInfo(type) is { Kind: JsonTypeInfoKind.Enumerable } list ? list.ElementType : null;

    private static string WordOf(Type type, object value) => JsonSerializer.SerializeToElement(value, type, EventJson.Options).GetString()!;

    private static string Part(Type type, string name) => $"{type.Name}.{name}";
}
