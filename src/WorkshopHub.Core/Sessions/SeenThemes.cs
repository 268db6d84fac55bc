using WorkshopHub.Core.Methods;

namespace WorkshopHub.Core.Sessions;

/// <summary>A theme as the room sees it.</summary>
/// <param name="Members">Those that the room sees, in order of arrival.</param>
/// <param name="Home">The lane that it stands in.</param>
internal sealed record SeenTheme(Theme Theme, ValueList<Contribution> Members, string Home);

/// <summary>The themes that the room sees, and what stands in them instead of in its lane.</summary>
internal static class SeenThemes
{
    /// <summary>
    /// The themes of an activity, each with the members that the room sees, and the lane that it stands in: the one that
    /// most of them were said in. A theme stands on the wall once, so that its numbers are counted once.
    /// </summary>
    internal static IEnumerable<SeenTheme> Of(SessionState state, Activity activity)
    {
        if (!state.Themes.Values.Any(t => t.ActivityId == activity.ActivityId)) return [];
        var members =
            state.Contributions.Values.Where(c => c.ThemeId is not null && Sight.Reads(state, c)).OrderBy(c => c.Order)
            .ToLookup(c => c.ThemeId!);
        var first = activity.TextLanes(null).FirstOrDefault()?.LaneId ?? "";
        return state.ThemesOf(activity.ActivityId).Where(t => Sight.Reads(state, t)).Select(t => new SeenTheme(
            t,
            members[t.Id].ToValueList(),
            members[t.Id].GroupBy(c => Root(activity, c.LaneId)).OrderByDescending(g => g.Count()).Select(g => g.Key).FirstOrDefault()
                ?? first));
    }

    /// <summary>
    /// What stands in a theme and so not in its lane. A theme of several lanes takes them out of all only where all lanes
    /// stand as walls; elsewhere a word would be lost.
    /// </summary>
    /// <param name="everyLane">Whether all lanes do.</param>
    internal static HashSet<string> Grouped(Lane lane, IEnumerable<SeenTheme> themes, bool everyLane) =>
        [.. themes.Where(t => t.Home == lane.LaneId || everyLane).SelectMany(t => t.Members).Select(c => c.Id)];

    internal static bool IsGrouped(SessionState state, Contribution c) =>
        c.ThemeId is not null && state.Themes.ContainsKey(c.ThemeId) && c.Stands;

    private static string Root(Activity activity, string laneId) =>
        activity.Lane(laneId)?.ParentLaneId is { } parent ? Root(activity, parent) : laneId;
}
