using System.Text.Json;
using System.Text.Json.Serialization;

namespace WorkshopHub.Core.Sessions;

/// <summary>A property of a change: left out (stays as it is), or given, perhaps as null (is cleared).</summary>
[JsonConverter(typeof(ChangeJson))]
public readonly record struct Change<T>(bool Given, T? Value)
{
    public T? Over(T? now) => Given ? Value : now;

    public static implicit operator Change<T>(T? value) => new(true, value);
}

internal sealed class ChangeJson : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Change<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class Of<T> : JsonConverter<Change<T>>
    {
        public override bool HandleNull => true;

        public override Change<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Null ? new(true, default) : new(true, NestedJson.Read<T>(ref reader, options));

        public override void Write(Utf8JsonWriter writer, Change<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Value, options);
    }
}
