using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace WorkshopHub.Core.Tests.World;

/// <summary>
/// Everything in a value as one text: equal pictures, equal values. Immutable dictionaries compare by reference, so
/// states cannot be compared directly; and a text that must not be in a view is searched for in its picture.
/// </summary>
internal static class Picture
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Known = new();

    internal static string Of(object? value) => value switch
    {
        null => "null",
        string s => $"\"{s}\"",
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        bool b => b ? "true" : "false",
        IDictionary d => Sorted(d.Keys.Cast<object>().Select(k => $"{Of(k)}: {Of(d[k])}")),
        IEnumerable e when IsSet(e) => Sorted(e.Cast<object>().Select(Of)),
        IEnumerable e => $"[{string.Join(", ", e.Cast<object?>().Select(Of))}]",
        _ => Record(value),
    };

    private static string Record(object value)
    {
        var text = new StringBuilder(value.GetType().Name).Append('(');
        foreach (var p in Known.GetOrAdd(value.GetType(), Properties))
        {
            text.Append(p.Name).Append('=').Append(Of(p.GetValue(value))).Append(' ');
        }

        return text.Append(')').ToString();
    }

    // What is computed follows from the rest.
    private static PropertyInfo[] Properties(Type type) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite && p.GetIndexParameters().Length == 0)
            .OrderBy(p => p.Name)];

    private static bool IsSet(IEnumerable e) =>
        e.GetType().GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IReadOnlySet<>));

    private static string Sorted(IEnumerable<string> items) => $"{{{string.Join(", ", items.Order(StringComparer.Ordinal))}}}";
}
