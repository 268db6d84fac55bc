using System.Collections.Immutable;
using WorkshopHub.Core.Methods;

namespace WorkshopHub.Core.Layouts;

/// <summary>The flat list of layouts. A new one is a folder here, a folder in the Room, and one line.</summary>
public static class LayoutCatalogue
{
    private static ImmutableList<Layout> all =
    [
        new Briefing.BriefingLayout(),
        new Chain.ChainLayout(),
        new Columns.ColumnsLayout(),
        new Ladder.LadderLayout(),
        new List.ListLayout(),
        new Sides.SidesLayout(),
        new Sort.SortLayout(),
        new U.ULayout(),
    ];

    public static IReadOnlyList<Layout> All => all;

    /// <summary>The same, as methods are checked by it.</summary>
    public static ILayoutNeeds Needs { get; } = new Known();

    public static Layout? Find(string name) => all.Find(l => l.Name == name);

    /// <summary>A layout from another assembly, before any session is opened. Its drawings are in that assembly, too.</summary>
    /// <exception cref="ArgumentException">There is one of that name.</exception>
    public static void Add(Layout layout) => ImmutableInterlocked.Update(
        ref all,
        known => known.Exists(l => l.Name == layout.Name)
            ? throw new ArgumentException($"There is a layout “{layout.Name}”.", nameof(layout))
            : known.Add(layout));

    private sealed class Known : ILayoutNeeds
    {
        public IReadOnlyList<string> Names => [.. all.Select(l => l.Name)];

        public IEnumerable<string>? Of(MethodActivity activity) => Find(activity.Layout)?.Faults(activity);
    }
}
