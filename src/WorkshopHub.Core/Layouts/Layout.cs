using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Summaries;

namespace WorkshopHub.Core.Layouts;

/// <summary>
/// How an activity is shown: the tree for phones, the tree for the screen, and its part of the summary; and all that
/// others have to know of it, so that nobody asks a layout for its name.
/// </summary>
public abstract class Layout
{
    /// <summary>The name that methods use.</summary>
    public abstract string Name { get; }

    /// <summary>What people who make a method read where they choose it.</summary>
    public abstract InLanguages Title { get; }

    /// <summary>A sentence about it, for the same people.</summary>
    public abstract InLanguages Hint { get; }

    /// <summary>Shows an activity's points, one by one; only then can an activity have any.</summary>
    public virtual bool ShowsPoints => false;

    /// <summary>Puts lanes together under the heading that a lane's group names.</summary>
    public virtual bool ShowsGroups => false;

    /// <summary>Whether what is picked is seen on its stage while the room picks, so that a vote's ranking gives way to it.</summary>
    public virtual bool ShowsItsPicks => false;

    /// <summary>
    /// Whether every lane that stands alone is a wall of its own: then a theme takes its members out of all of them. Elsewhere a
    /// word would be lost.
    /// </summary>
    public virtual bool ShowsEveryLane => false;

    /// <summary>What an activity lacks to have anything to show in this layout, in words; nothing where all is there.</summary>
    public virtual IEnumerable<string> Needs(MethodActivity activity) => [];

    /// <summary>What phones show between the head and the foot.</summary>
    /// <param name="team">The team of those who look, or null.</param>
    public virtual IEnumerable<Node> Phone(SessionState state, Activity activity, string? team) => PhoneTree.Top(state, activity, team);

    /// <summary>What stands on the screen's stage.</summary>
    public abstract Node Screen(SessionState state, Activity activity);

    /// <summary>What the key at the foot of the screen explains of this stage, besides the signs that models tell by themselves.</summary>
    public virtual IEnumerable<Node> Legend(Node stage) => [];

    /// <summary>The evidence; nothing where nothing was said.</summary>
    public virtual IEnumerable<Block> Summary(SessionState state, Activity activity, SummaryWords words) =>
        new LaneBlocks(state, activity, words, ShowsEveryLane).All();

    /// <summary>Everything that makes an activity unfit for this layout, in words.</summary>
    internal IEnumerable<string> Faults(MethodActivity activity)
    {
        foreach (var need in Needs(activity)) yield return need;
        if (ShowsPoints || !(activity.Points?.Count > 0)) yield break;
        var those = LayoutCatalogue.All.Where(l => l.ShowsPoints).Select(l => $"“{l.Name}”");
        yield return $"points are shown by {string.Join(", ", those)} only.";
    }
}
