using System.Text.Json;

namespace WorkshopHub.Core;

/// <summary>
/// Reading a part from inside a converter. The serializer counts the path of such a part from anew, so a mistake in it
/// would be told without its place; here the inner path travels along.
/// </summary>
internal static class NestedJson
{
    private const string Inner = "inner path";

    internal static T? Read<T>(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(ref reader, options);
        }
        catch (JsonException e)
        {
            // Without a path of its own, so that the serializer outside adds its path up to here.
            throw new JsonException(Said(e), e) { Data = { [Inner] = Below(e) } };
        }
    }

    /// <summary>The whole path of a mistake.</summary>
    internal static string Place(JsonException e) => $"${Below(e)}";

    /// <summary>What is wrong, without the path that the serializer writes after it.</summary>
    internal static string Said(JsonException e) => e.Message.Split(" Path:")[0];

    private static string Below(JsonException e) => $"{e.Path?.TrimStart('$')}{e.Data[Inner]}";
}
