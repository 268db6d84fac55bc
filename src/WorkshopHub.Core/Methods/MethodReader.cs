using System.Text.Json;
using System.Text.Json.Serialization;
using WorkshopHub.Core.Layouts;
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

    /// <returns>The method, or null and an <c>invalid-method</c> refusal that names the place.</returns>
    public static Method? Read(string json, out Refusal? refusal)
    {
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

        var fault = method is null ? "It is empty." : Faults(method).FirstOrDefault();
        refusal = fault is null ? null : RefusalKind.InvalidMethod.With(fault);
        return fault is null ? method : null;
    }

    private static IEnumerable<string> Faults(Method m)
    {
        if (!IsName(m.Id)) yield return "id: lower case letters, digits and hyphens, at most 60.";
        if (m.Version < 1) yield return "version: 1 or more.";
        if (m.Activities.Count == 0) yield return "activities: at least one.";
        if (Twice(m.Activities.Select(a => a.Id)) is { } twice) yield return $"activities: “{twice}” is there twice.";
        foreach (var fault in m.Activities.SelectMany(Faults)) yield return fault;
    }

    private static IEnumerable<string> Faults(MethodActivity a)
    {
        var here = $"activity “{a.Id}”";
        if (!IsName(a.Id)) yield return $"{here}: id: lower case letters, digits and hyphens, at most 60.";
        if (LayoutCatalogue.Find(a.Layout) is null) yield return $"{here}: there is no layout “{a.Layout}”.";
        if (a.Names is not null && NamesPolicies.Find(a.Names) is null) yield return $"{here}: {NamesPolicies.Choice}";
        if (a.Steps.Count == 0) yield return $"{here}: steps: at least one.";
        if (Twice(a.Steps.Select(s => s.Id)) is { } step) yield return $"{here}: step “{step}” is there twice.";
        var lanes = a.Lanes ?? [];
        if (Twice(lanes.Select(l => l.Id)) is { } lane) yield return $"{here}: lane “{lane}” is there twice.";
        foreach (var fault in lanes.SelectMany(l => Faults(l, lanes)).Concat(a.Steps.SelectMany(s => Faults(s, lanes)))) yield return $"{here}: {fault}";
    }

    private static IEnumerable<string> Faults(MethodLane l, Seq<MethodLane> lanes)
    {
        var here = $"lane “{l.Id}”";
        if (!IsName(l.Id)) yield return $"{here}: id: lower case letters, digits and hyphens, at most 60.";
        if (l.MaxLength is < MethodLimits.LengthMin or > MethodLimits.LengthMax) yield return $"{here}: maxLength: {MethodLimits.LengthMin} to {MethodLimits.LengthMax}.";
        if (l.Kind != LaneKind.Text) yield return $"{here}: only text lanes are available in this version.";
        // A parent has to stand before its child, so that there can be no loop.
        if (l.Parent is not null && !lanes.TakeWhile(x => x.Id != l.Id).Any(x => x.Id == l.Parent)) yield return $"{here}: parent “{l.Parent}” is not a lane before it.";
    }

    private static IEnumerable<string> Faults(MethodStep s, Seq<MethodLane> lanes)
    {
        var here = $"step “{s.Id}”";
        if (!IsName(s.Id)) yield return $"{here}: id: lower case letters, digits and hyphens, at most 60.";
        if (s.Minutes is < MethodLimits.MinutesMin or > MethodLimits.MinutesMax) yield return $"{here}: minutes: {MethodLimits.MinutesMin} to {MethodLimits.MinutesMax}.";
        foreach (var id in (s.Collects ?? []).Concat(s.Answers ?? []).Concat(s.Picks ?? []))
        {
            if (!lanes.Any(l => l.Id == id)) yield return $"{here}: there is no lane “{id}”.";
        }

        if (s.PickBudget is { PerParent: < 1 }) yield return $"{here}: pickBudget: perParent is 1 or more.";
        if (s.Dots != 0 || s.MaxPerTarget is not null) yield return $"{here}: votes with dots are not available in this version.";
        if (s.Visibility != Visibility.All || s.Reveals) yield return $"{here}: covered steps are not available in this version.";
        if (s.Answers is { Count: > 0 }) yield return $"{here}: answers are not available in this version.";
    }

    private static bool IsName(string id) => id.Length is > 0 and <= 60 && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static string? Twice(IEnumerable<string> ids) => ids.GroupBy(i => i).FirstOrDefault(g => g.Count() > 1)?.Key;
}
