using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace WorkshopHub.Core.Sessions;

/// <summary>Groups like contributions of one activity under a name.</summary>
/// <param name="Title">1 to 120 characters.</param>
/// <param name="ContributionIds">May be empty; what is in another theme moves.</param>
public sealed record CreateTheme(string ActivityId, string Title, ValueList<string>? ContributionIds = null) : Command;

/// <param name="Was">The title that the sender saw; see <see cref="Basis"/>.</param>
public sealed record RenameTheme(string ThemeId, string Title, string? Was = null) : Command;

/// <summary>What was in it is in no theme then, and the dots on it come back to those who put them there.</summary>
public sealed record RemoveTheme(string ThemeId) : Command;

/// <param name="ThemeId">Null: into no theme.</param>
public sealed record MoveToTheme(string ContributionId, string? ThemeId) : Command;

/// <param name="Order">Its place among the themes; null: after all others.</param>
public sealed record ThemeCreated(string ThemeId, string ActivityId, Words Title, ValueList<string> ContributionIds, int? Order = null)
    : SessionEvent;

public sealed record ThemeRenamed(string ThemeId, Words Title) : SessionEvent;

public sealed record ThemeRemoved(string ThemeId) : SessionEvent;

public sealed record MovedToTheme(string ContributionId, string? ThemeId) : SessionEvent;

/// <summary>Like contributions under one name. Its nods and dots are those of its members, a delegate counted once.</summary>
public static class Theming
{
    private const int ThemesMax = 60;

    // Every theme asks, several times for each view; as long as no contribution changes, the answer is the same.
    private static readonly ConditionalWeakTable<ImmutableDictionary<string, Contribution>, ILookup<string, Contribution>> Grouped = [];

    internal static Ruling Decide(SessionState state, CreateTheme c, Occasion now)
    {
        if (state.Activity(c.ActivityId) is null) return RefusalKind.NoSuchActivity;
        if (Writing.Take(c.Title, Writing.TitleMax, out var refusal) is not { } title) return refusal!;
        if (state.ThemesOf(c.ActivityId).Count() >= ThemesMax) return RefusalKind.OutOfRange.With("The number of themes", 0, ThemesMax);
        var members = (c.ContributionIds ?? []).Distinct().ToValueList();
        foreach (var id in members)
        {
            if (Member(state, id, c.ActivityId) is { } bad) return bad;
        }

        return Ruling.Created(now.NewId, new ThemeCreated(now.NewId, c.ActivityId, new(now.NewId, title), members));
    }

    internal static Ruling Decide(SessionState state, RenameTheme c, Occasion now)
    {
        if (!state.Themes.TryGetValue(c.ThemeId, out var theme)) return RefusalKind.NoSuchTheme;
        if (Writing.Take(c.Title, Writing.TitleMax, out var refusal) is not { } title) return refusal!;
        if (title == theme.Title) return Ruling.Nothing;
        return Basis.Refuse(c.Was, theme.Title) is { } changed ? changed : new ThemeRenamed(theme.Id, new(now.NewId, title));
    }

    internal static Ruling Decide(SessionState state, RemoveTheme c) =>
        state.Themes.ContainsKey(c.ThemeId) ? new ThemeRemoved(c.ThemeId) : RefusalKind.NoSuchTheme;

    internal static Ruling Decide(SessionState state, MoveToTheme c)
    {
        if (!state.Contributions.TryGetValue(c.ContributionId, out var contribution)) return RefusalKind.NoSuchContribution;
        if (c.ThemeId is null) return contribution.ThemeId is null ? Ruling.Nothing : new MovedToTheme(contribution.Id, null);
        if (!state.Themes.TryGetValue(c.ThemeId, out var theme)) return RefusalKind.NoSuchTheme;
        if (Member(state, contribution.Id, theme.ActivityId) is { } bad) return bad;
        return contribution.ThemeId == theme.Id ? Ruling.Nothing : new MovedToTheme(contribution.Id, theme.Id);
    }

    internal static SessionState Apply(SessionState state, ThemeCreated e)
    {
        var order = e.Order ?? state.Themes.Values.Select(t => t.Order).DefaultIfEmpty().Max() + 1;
        var next = state with
        {
            Themes = state.Themes.SetItem(e.ThemeId, new(e.ThemeId, e.ActivityId, e.Title.Text, order) { TitleId = e.Title.Id })
        };
        return e.ContributionIds.Aggregate(next, (s, id) => s.With(id, c => c with { ThemeId = e.ThemeId }));
    }

    internal static SessionState Apply(SessionState state, ThemeRenamed e) => state.Themes.TryGetValue(e.ThemeId, out var theme)
        ? state with { Themes = state.Themes.SetItem(e.ThemeId, theme with { Title = e.Title.Text, TitleId = e.Title.Id }) }
        : state;

    internal static SessionState Apply(SessionState state, ThemeRemoved e)
    {
        var members =
            state.Contributions.Where(c => c.Value.ThemeId == e.ThemeId)
            .Select(c => KeyValuePair.Create(c.Key, c.Value with { ThemeId = null }));
        return state with
        {
            Themes = state.Themes.Remove(e.ThemeId),
            Contributions = state.Contributions.SetItems(members),
            Notes = Notes.WithoutThoseOn(state, e.ThemeId),
        };
    }

    internal static SessionState Apply(SessionState state, MovedToTheme e) =>
        state.With(e.ContributionId, c => c with { ThemeId = e.ThemeId });

    /// <summary>The themes of an activity, in the order in which they were made.</summary>
    public static IEnumerable<Theme> ThemesOf(this SessionState state, string activityId) =>
        state.Themes.Values.Where(t => t.ActivityId == activityId).OrderBy(t => t.Order).ThenBy(t => t.Id, StringComparer.Ordinal);

    /// <summary>What is in a theme, in order of arrival.</summary>
    public static IEnumerable<Contribution> MembersOf(this SessionState state, string themeId) =>
        Grouped.GetValue(state.Contributions, Group)[themeId];

    private static ILookup<string, Contribution> Group(ImmutableDictionary<string, Contribution> contributions) =>
        contributions.Values.Where(c => c.ThemeId is not null).OrderBy(c => c.Order).ToLookup(c => c.ThemeId!);

    private static Refusal? Member(SessionState state, string id, string activityId)
    {
        if (!state.Contributions.TryGetValue(id, out var c) || c.ActivityId != activityId) return RefusalKind.NoSuchContribution;
        return c.Withdrawn ? RefusalKind.Withdrawn : c.Late ? RefusalKind.NoSuchContribution : null;
    }
}
