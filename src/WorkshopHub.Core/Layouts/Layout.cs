using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Summaries;

namespace WorkshopHub.Core.Layouts;

/// <summary>How an activity is shown: the tree for phones, the tree for the screen, and its part of the summary.</summary>
public abstract class Layout
{
    /// <summary>The name that methods use.</summary>
    public abstract string Name { get; }

    /// <summary>What an activity lacks to have anything to show in this layout, in words; nothing where all is there.</summary>
    public virtual IEnumerable<string> Needs(MethodActivity activity) => LayoutNeeds.NoPoints(activity);

    /// <summary>Whether what is picked is seen on its stage while the room picks, so that a vote's ranking gives way to it.</summary>
    public virtual bool ShowsItsPicks => false;

    /// <summary>What phones show between the head and the foot.</summary>
    /// <param name="team">The team of those who look, or null.</param>
    public abstract IEnumerable<Node> Phone(SessionState state, Activity activity, string? team);

    /// <summary>What stands on the screen's stage.</summary>
    public abstract Node Screen(SessionState state, Activity activity);

    /// <summary>The evidence; nothing where nothing was said.</summary>
    public abstract IEnumerable<Block> Summary(SessionState state, Activity activity, SummaryWords words);
}

/// <summary>The flat list of layouts. A new one is a folder here, a folder in the Room, and one line.</summary>
public static class LayoutCatalogue
{
    public static IReadOnlyList<Layout> All { get; } =
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

    public static Layout? Find(string name) => All.FirstOrDefault(l => l.Name == name);
}
