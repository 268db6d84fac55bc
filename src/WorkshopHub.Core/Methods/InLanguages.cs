using System.Text.Json;
using System.Text.Json.Serialization;

namespace WorkshopHub.Core.Methods;

/// <summary>A text in one or more languages, by BCP 47 tag; English is always there.</summary>
[JsonConverter(typeof(InLanguagesJson))]
public sealed class InLanguages(IReadOnlyDictionary<string, string> texts) : IEquatable<InLanguages>
{
    public IReadOnlyDictionary<string, string> Texts { get; } = texts;

    /// <summary>The text in this language, else in its parent ("de" for "de-AT"), else in English.</summary>
    public string In(string language) => Find(language) ?? Texts[Languages.First];

    /// <summary>The text in this language or in its parent; null: there is none.</summary>
    public string? Find(string language)
    {
        for (var tag = language; tag.Length > 0; tag = Languages.Parent(tag))
        {
            if (Texts.TryGetValue(tag, out var text)) return text;
        }

        return null;
    }

    public bool Equals(InLanguages? other) =>
        other is not null && Texts.Count == other.Texts.Count && Texts.All(t => other.Texts.TryGetValue(t.Key, out var o) && o == t.Value);

    public override bool Equals(object? obj) => Equals(obj as InLanguages);

    public override int GetHashCode() => Texts.TryGetValue("en", out var en) ? en.GetHashCode(StringComparison.Ordinal) : 0;
}

internal sealed class InLanguagesJson : JsonConverter<InLanguages>
{
    public override InLanguages Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var texts = NestedJson.Read<Dictionary<string, string?>>(ref reader, options)
            ?? throw new JsonException("a text by language is missing");
        if (!texts.ContainsKey("en")) throw new JsonException("a text by language has to have English (\"en\")");
        if (texts.Values.Any(t => t is null)) throw new JsonException("a text by language is never null");
        // Tags are the same in any case: "DE" beside "de" would be two texts for one language.
        if (texts.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count() < texts.Count)
        {
            throw new JsonException("a text by language has each language once");
        }

        return new(texts.ToDictionary(t => t.Key, t => Writing.Clean(t.Value!), StringComparer.OrdinalIgnoreCase));
    }

    public override void Write(Utf8JsonWriter writer, InLanguages value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value.Texts, options);
}
