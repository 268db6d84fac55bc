using System.Reflection;
using System.Text.Json;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Tests.World;

/// <summary>
/// A command of any kind that the catalogue builds, made from its shape, so that a new one is tried without anybody
/// writing it down here. Its values look right; whether anything answers to them is not the matter.
/// </summary>
internal static class Plausible
{
    private static readonly Dictionary<string, object> ByName = new(StringComparer.OrdinalIgnoreCase)
    {
        ["activityId"] = "chain",
        ["laneId"] = "solution",
        ["step"] = "solutions",
        ["contributionId"] = "plan",
        ["targetId"] = "culture",
        ["delegateId"] = "chen",
        ["decisionId"] = "decision",
        ["actionId"] = "action",
        ["accountId"] = "nobody",
        ["role"] = "none",
        ["mode"] = "live",
    };

    private static readonly MethodInfo Empty = typeof(Plausible).GetMethod(nameof(None), BindingFlags.NonPublic | BindingFlags.Static)!;

    private static readonly MethodInfo Single = typeof(Plausible).GetMethod(nameof(One), BindingFlags.NonPublic | BindingFlags.Static)!;

    internal static Command Command(Type shape) =>
        (Command)Constructor(shape)
            .Invoke([.. Constructor(shape).GetParameters().Select(p => p.HasDefaultValue ? Default(p) : Value(p.Name!, p.ParameterType))]);

    /// <summary>What the command cannot do without, by its names in the contract.</summary>
    internal static Dictionary<string, object?> Properties(Type shape) => Constructor(shape).GetParameters().Where(p => !p.HasDefaultValue)
        .ToDictionary(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name!), p => Value(p.Name!, p.ParameterType));

    /// <summary>
    /// A command with all that it can hold, and with this text in every field that takes one. Where it names something
    /// by its id, that is there; <paramref name="ids"/>: there, too, stands the text.
    /// </summary>
    internal static Command Written(Type shape, string text, bool ids = false) => (Command)Full("", shape, text, ids, 0)!;

    private static object? Full(string name, Type type, string text, bool ids, int deep)
    {
        if (type == typeof(string)) return ids ? text : ByName.GetValueOrDefault(name, text);
        if (type == typeof(InLanguages)) return new InLanguages(new Dictionary<string, string> { ["en"] = text, ["de"] = text });
        if (Nullable.GetUnderlyingType(type) is { } inner) return Full(name, inner, text, ids, deep);
        if (!type.IsGenericType)
        {
            return type.IsPrimitive || type.IsEnum || type == typeof(DateOnly) ? Value(name, type) : deep > 6 ? null : Made(type);
        }

        if (type.GetGenericTypeDefinition() == typeof(ValueList<>))
        {
            return Single.MakeGenericMethod(type.GetGenericArguments())
                .Invoke(null, [Full(name, type.GetGenericArguments()[0], text, ids, deep + 1)]);
        }

        return type.GetGenericTypeDefinition() == typeof(Change<>)
            ? Activator.CreateInstance(type, true, Full(name, type.GetGenericArguments()[0], text, ids, deep)) : Made(type);

        object? Made(Type t) => t == typeof(JsonElement) ? Value(name, t)
            : t.GetConstructors().Length == 0 ? null
            : Constructor(t).Invoke([.. Constructor(t).GetParameters().Select(p => Full(p.Name!, p.ParameterType, text, ids, deep + 1))]);
    }

    private static ValueList<T> None<T>() => [];

    private static ValueList<T> One<T>(T item) => [item];

    private static ConstructorInfo Constructor(Type type) =>
        type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();

    // The default of a value type comes as null.
    private static object? Default(ParameterInfo p) =>
        p.DefaultValue ?? (p.ParameterType.IsValueType ? Activator.CreateInstance(p.ParameterType) : null);

    private static object? Value(string name, Type type)
    {
        if (type == typeof(string)) return ByName.GetValueOrDefault(name, "Text");
        if (type == typeof(JsonElement)) return JsonSerializer.SerializeToElement("Text");
        if (type.IsValueType) return type == typeof(int) ? 1 : Activator.CreateInstance(type);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>))
        {
            return Empty.MakeGenericMethod(type.GetGenericArguments()).Invoke(null, null);
        }

        return Constructor(type).Invoke([.. Constructor(type).GetParameters().Select(p => Value(p.Name!, p.ParameterType))]);
    }
}
