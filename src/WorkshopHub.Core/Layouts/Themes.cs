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
public sealed record ThemeMemberModel(string Text, bool Quotation, string? SpokenFor) : ViewModel;

/// <summary>Themes as phones have them, with what those who look can read.</summary>
internal static class Themes
{
    internal static Node List(SessionState state, Activity activity, string? team)
    {
        var themes = state.ThemesOf(activity.ActivityId).Select(t => Theme(state, activity, t, team)).OfType<Node>().ToSeq();
        return new("themes", new ThemeListModel(themes.Count > 0), themes);
    }

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
            Lanes.MostDots(state, activity, DotTargets.Themes));
        return new(theme.Id, model, read.Select(c => new Node($"in-{c.Id}", new ThemeMemberModel(c.Text!, c.Quotation, c.SpokenFor))).ToSeq());
    }
}
