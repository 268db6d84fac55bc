using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using WorkshopHub.Core.Layouts;
using WorkshopHub.Room.Shared;

namespace WorkshopHub.Room;

/// <summary>
/// Which component draws which model on which surface. Nothing is listed: a component says it by what it derives from,
/// <see cref="PhoneDrawing{TModel}"/> or <see cref="ScreenDrawing{TModel}"/>. What Core's models look like is here; models from
/// another assembly are drawn by that one.
/// </summary>
public static class DrawingCatalogue
{
    private static readonly ConcurrentDictionary<Assembly, Dictionary<(Surface Surface, Type Model), Type>> Found = [];

    /// <summary>Core's models that are drawn on a surface.</summary>
    public static IReadOnlyCollection<Type> On(Surface surface) =>
        [.. In(typeof(DrawingCatalogue).Assembly).Keys.Where(k => k.Surface == surface).Select(k => k.Model)];

    internal static Type For(Surface surface, ViewModel model) => For(surface, model.GetType());

    private static Type For(Surface surface, Type model)
    {
        var assembly = model.Assembly == typeof(ViewModel).Assembly ? typeof(DrawingCatalogue).Assembly : model.Assembly;
        return In(assembly).GetValueOrDefault((surface, model))
            ?? throw new UnreachableException($"Nothing in {assembly.GetName().Name} draws {model.Name} on a {surface}.");
    }

    private static Dictionary<(Surface Surface, Type Model), Type> In(Assembly assembly) => Found.GetOrAdd(assembly, Find);

    // Two for one model would be a fault of whoever wrote the second one: it is told at the first drawing.
    private static Dictionary<(Surface Surface, Type Model), Type> Find(Assembly assembly) => assembly.GetTypes()
        .Where(t => !t.IsAbstract)
        .Select(t => (Component: t, Draws: Draws(t)))
        .Where(t => t.Draws is not null)
        .ToDictionary(t => t.Draws!.Value, t => t.Component);

    private static (Surface Surface, Type Model)? Draws(Type component)
    {
        for (var type = component.BaseType; type is not null; type = type.BaseType)
        {
            if (!type.IsGenericType) continue;
            var definition = type.GetGenericTypeDefinition();
            if (definition == typeof(PhoneDrawing<>)) return (Surface.Phone, type.GenericTypeArguments[0]);
            if (definition == typeof(ScreenDrawing<>)) return (Surface.Screen, type.GenericTypeArguments[0]);
        }

        return null;
    }
}
