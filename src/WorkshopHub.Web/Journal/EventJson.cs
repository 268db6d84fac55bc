using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.Journal;

/// <summary>The form of an event's JSON.</summary>
internal static class EventJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.General)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        // A null where the type promises none fails when it is written, and not years later when it is read.
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        // The data never reaches a page, and umlauts stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { OnlyWhatIsReadBack } },
        Converters = {
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
            new SenderJson(),
            new WordsJson(),
            new ProfileJson(),
        },
    };

    /// <summary>A converter sees nothing of the call it serves, and a call never leaves its thread; so this goes beside it.</summary>
    [ThreadStatic]
    private static DetachedTexts? detached;

    public static Call With(DetachedTexts given)
    {
        detached = given;
        return default;
    }

    /// <summary>A property that is computed from others stays out: it would say twice what may have to vanish.</summary>
    private static void OnlyWhatIsReadBack(JsonTypeInfo type)
    {
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            if (type.Properties[i] is { Set: null, AssociatedParameter: null }) type.Properties.RemoveAt(i);
        }
    }

    internal readonly struct Call : IDisposable
    {
        public void Dispose() => detached = null;
    }

    private sealed class SenderJson : JsonConverter<Sender>
    {
        public override Sender Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var key = reader.GetString()!;
            try
            {
                return Sender.Parse(key);
            }
            catch (FormatException e)
            {
                throw new JsonException("A sender has another form.", e);
            }
        }

        public override void Write(Utf8JsonWriter writer, Sender value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Key);
    }

    private sealed class WordsJson : JsonConverter<Words>
    {
        public override Words Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            detached!.Words(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, Words value, JsonSerializerOptions options)
        {
            if (string.IsNullOrEmpty(value.Id)) throw new JsonException("A text needs an id.");
            writer.WriteStringValue(value.Id);
            detached!.Keep(value);
        }
    }

    private sealed class ProfileJson : JsonConverter<Profile>
    {
        public override Profile Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            detached!.Profile(new(reader.GetString()!));

        public override void Write(Utf8JsonWriter writer, Profile value, JsonSerializerOptions options)
        {
            if (string.IsNullOrEmpty(value.Id.Value)) throw new JsonException("A profile needs its delegate's id.");
            writer.WriteStringValue(value.Id.Value);
            detached!.Keep(value);
        }
    }
}
