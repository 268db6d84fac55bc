using System.Collections.Immutable;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Layouts;

/// <summary>The themes of an activity on a phone; they are its children.</summary>
/// <param name="Any">False: there is a place for them and nothing to see.</param>
public sealed record ThemeListModel(bool Any) : ViewModel;

/// <summary>A theme; what is in it are its children.</summary>
/// <param name="Members">How many contributions.</param>
/// <param name="Spread">How far the nods at its members spread over the sectors; null where that is not told.</param>
/// <param name="Dots">On it and on its members, in the newest vote; null: none is told.</param>
/// <param name="MostDots">How many can be put on it now; 0: none.</param>
public sealed record ThemeModel(string Id, string Title, int Members, int Nods, Spread? Spread, int? Dots, int MostDots) : ViewModel;

/// <summary>A contribution among the others of its theme: its words only.</summary>
public sealed record ThemeMemberModel(string Id, string Text, bool Quotation, string? SpokenFor) : ViewModel
{
    /// <summary>
    /// How many dots can lie on it now; 0: none. Those that lie there since before it was put into the theme can be taken back.
    /// </summary>
    public int MostDots { get; init; }
}

/// <summary>Themes as phones have them, with what those who look can read.</summary>
internal static class Themes
{
    internal static Node List(SessionState state, Activity activity, string? team)
    {
        var themes = state.ThemesOf(activity.ActivityId).Select(t => Theme(state, activity, t, team)).OfType<Node>().ToValueList();
        return new("themes", new ThemeListModel(themes.Count > 0), themes);
    }

    /// <summary>
    /// What stands folded in its theme and not by itself: while the room votes on themes, as on the screen. Where the same
    /// step also collects or answers, everything stays, because somebody could be writing under it.
    /// </summary>
    internal static IReadOnlySet<string> Folded(SessionState state, Activity activity, string? team) =>
        OpenLanes.Step(state, activity) is { Dots: > 0, Collects.Count: 0, Answers.Count: 0 } vote
            && vote.DotsOn != DotTargets.Contributions
            ? state.ThemesOf(activity.ActivityId).Where(t => Sight.Reads(state, t, team)).SelectMany(t => state.MembersOf(t.Id))
                .Select(c => c.Id).ToHashSet()
            : ImmutableHashSet<string>.Empty;

    private static Node? Theme(SessionState state, Activity activity, Theme theme, string? team)
    {
        if (!Sight.Reads(state, theme, team)) return null;
        var read = state.MembersOf(theme.Id).Where(c => Sight.Reads(state, c, team)).ToList();
        var model = new ThemeModel(
            theme.Id,
            theme.Title!,
            read.Count,
            Sight.Nods(state, theme),
            Sight.SpreadOf(state, theme),
            Voting.TallyOf(state, activity, theme),
            OpenLanes.MostDots(state, activity, DotTargets.Themes));
        return new(theme.Id, model, read.Select(c => new Node($"in-{c.Id}", new ThemeMemberModel(c.Id, c.Text!, c.Quotation, c.SpokenFor)
        {
            MostDots = OpenLanes.MostDots(state, activity, DotTargets.Contributions),
        })).ToValueList());
    }
}
