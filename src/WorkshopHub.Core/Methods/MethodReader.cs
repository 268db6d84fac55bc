using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace WorkshopHub.Core.Methods;

/// <summary>Reads a method's file and says all that is wrong with it, each with its place.</summary>
public static class MethodReader
{
    /// <summary>So many faults are told at once; who has more has enough to do.</summary>
    public const int MostFaults = 50;

    /// <summary>How methods are written; unknown properties are mistakes, not extensions.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        MaxDepth = MethodFile.DepthMax,
        NumberHandling = JsonNumberHandling.Strict,
        ReadCommentHandling = JsonCommentHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    // A file is read by people, too: line by line, and in their own letters.
    private static readonly JsonSerializerOptions Legible =
        new(Json) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // What is there too often or is unknown was told; what else there is can still be looked at.
    private static readonly JsonSerializerOptions Lenient = new(Json)
    {
        AllowDuplicateProperties = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
    };

    /// <returns>
    /// The method, or null and a refusal, <c>invalid-method</c> with all that is wrong, a line each, or <c>too-large</c>.
    /// </returns>
    /// <param name="layouts">Those that it can name.</param>
    public static Method? Read(string json, ILayoutNeeds layouts, out Refusal? refusal)
    {
        if (json.Length > MethodLimits.FileMax || Encoding.UTF8.GetByteCount(json) > MethodLimits.FileMax)
        {
            refusal = RefusalKind.TooLarge.With(MethodLimits.FileMax / 1024);
            return null;
        }

        var method = Read(MethodFile.Parse(json, out var unreadable), unreadable, layouts, out var faults);
        refusal = faults.Count == 0 ? null : RefusalKind.InvalidMethod.With(string.Join('\n', faults));
        return refusal is null ? method : null;
    }

    /// <summary>The faults of a refused file, each a sentence that begins with its place.</summary>
    public static IReadOnlyList<string> Faults(Refusal refusal) =>
        refusal.Kind == RefusalKind.InvalidMethod ? ((string)refusal.Details[0]).Split('\n') : [];

    /// <summary>A file of the product's own: the tests hold that it keeps the rules.</summary>
    internal static Method ReadOwn(string json) => JsonSerializer.Deserialize<Method>(json, Json)!;

    /// <summary>A method's file.</summary>
    public static string Write(Method method) => JsonSerializer.Serialize(method, Legible);

    /// <summary>What is wrong with an activity that comes by itself, with the places; null: nothing.</summary>
    internal static string? Fault(MethodActivity activity, ILayoutNeeds layouts) =>
        MethodRules.Faults(activity, layouts).Take(MostFaults).ToList() is { Count: > 0 } faults ? string.Join('\n', faults) : null;

    private static Method? Read(MethodFile? file, string? unreadable, ILayoutNeeds layouts, out List<string> told)
    {
        told = [];
        if (file is null)
        {
            told.Add(unreadable!);
            return null;
        }

        using (file)
        {
            var shape = MethodShape.Faults(file.Root).Take(MostFaults + 1).ToList();
            Method? method = null;
            try
            {
                method = JsonSerializer.Deserialize<Method>(file.Root, shape.Count == 0 ? Json : Lenient);
            }
            catch (JsonException e) when (shape.Count == 0)
            {
                shape.Add(new(NestedJson.Place(e).TrimStart('$', '.'), "this cannot be read."));
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException && shape.Count > 0)
            {
                // Its shape was told above.
            }

            var faults = shape.Concat(method is null ? Enumerable.Empty<MethodFault>() : MethodRules.Faults(method, layouts))
                .Take(MostFaults + 1).ToList();
            told.AddRange(faults.Take(MostFaults).Select(file.Say));
            if (faults.Count > MostFaults) told.Add("There is more; mend these first.");
            return method;
        }
    }
}
