using System.Text.Json;
using System.Text.Json.Serialization;

namespace WorkshopHub.Core.Sessions;

/// <summary>
/// Ids of sessions and people are types of their own: mixing these up would be a security fault, so the compiler
/// watches. What a session contains (activities, lanes, contributions, …) is named by plain strings that only this
/// session understands. All ids are opaque to others.
/// </summary>
[JsonConverter(typeof(IdJson<SessionId>))]
public readonly record struct SessionId(string Value) : IId<SessionId>
{
    public static SessionId From(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>A person who signs in: facilitators in all their roles.</summary>
[JsonConverter(typeof(IdJson<AccountId>))]
public readonly record struct AccountId(string Value) : IId<AccountId>
{
    public static AccountId From(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>A person who joined one session by its code; no account.</summary>
[JsonConverter(typeof(IdJson<DelegateId>))]
public readonly record struct DelegateId(string Value) : IId<DelegateId>
{
    /// <summary>No delegate's own: stands in place of one where nobody may tell who it was; see <see cref="Aliases"/>.</summary>
    public bool IsAlias => Value.StartsWith('~');

    internal static DelegateId Alias(string of) => new($"~{of}");

    public static DelegateId From(string value) => new(value);

    public override string ToString() => Value;
}

public interface IId<TSelf>
    where TSelf : struct
{
    string Value { get; }

    static abstract TSelf From(string value);
}

internal sealed class IdJson<T> : JsonConverter<T>
    where T : struct, IId<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.From(reader.GetString() ?? throw new JsonException("An id is a text."));

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.From(reader.GetString()!);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.Value);
}
