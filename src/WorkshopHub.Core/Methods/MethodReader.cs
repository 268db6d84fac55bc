using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Methods;

/// <summary>Reads a method's file and says, with the place, what is wrong with it.</summary>
public static class MethodReader
{
    /// <summary>How methods are written; unknown properties are mistakes, not extensions.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        MaxDepth = 16,
        NumberHandling = JsonNumberHandling.Strict,
        ReadCommentHandling = JsonCommentHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    // A file is read by people, too: line by line, and in their own letters.
    private static readonly JsonSerializerOptions Legible = new(Json) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>The method, or null and a refusal that names the place: <c>invalid-method</c>, or <c>too-large</c>.</returns>
    public static Method? Read(string json, out Refusal? refusal)
    {
        if (json.Length > MethodLimits.FileMax || Encoding.UTF8.GetByteCount(json) > MethodLimits.FileMax)
        {
            refusal = RefusalKind.TooLarge.With(MethodLimits.FileMax / 1024);
            return null;
        }

        Method? method;
        try
        {
            method = JsonSerializer.Deserialize<Method>(json, Json);
        }
        catch (JsonException e)
        {
            refusal = RefusalKind.InvalidMethod.With($"At {NestedJson.Place(e)}: {NestedJson.Said(e)}");
            return null;
        }

        var fault = method is null ? "It is empty." : MethodRules.Faults(method).FirstOrDefault();
        refusal = fault is null ? null : RefusalKind.InvalidMethod.With(fault);
        return fault is null ? method : null;
    }

    /// <summary>A method's file.</summary>
    public static string Write(Method method) => JsonSerializer.Serialize(method, Legible);

    /// <summary>What is wrong with an activity that comes by itself, with the place; null: nothing.</summary>
    internal static string? Fault(MethodActivity activity) => MethodRules.Faults(activity).FirstOrDefault();
}
