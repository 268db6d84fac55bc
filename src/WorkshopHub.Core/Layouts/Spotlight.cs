using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Layouts;

/// <summary>One contribution, alone and large, whatever the layout.</summary>
/// <param name="Lane">What one of its lane is called.</param>
/// <param name="Theme">The theme that it is in, or null.</param>
public sealed record SpotlightModel(EntryTextModel Said, string Lane, string? Theme) : ViewModel
{
    // A note says so in words beside it, and what is picked is alone.
    public override KeySigns Signs() => Said.Spread.Sign();
}

/// <summary>Takes the stage while it lasts; it shows what the wall would, and nothing that is not on it.</summary>
internal static class Spotlight
{
    /// <summary>The stage, or null: there is no spotlight.</summary>
    internal static Node? Of(SessionState state)
    {
        if (state.Screen.Spotlight is not { } id || !state.Contributions.TryGetValue(id, out var c) || !Sight.Reads(state, c)) return null;
        if (state.Activity(c.ActivityId) is not { } activity || activity.Lane(c.LaneId) is not { } lane) return null;
        var theme = c.ThemeId is { } themeId && state.Themes.TryGetValue(themeId, out var found) && Sight.Reads(state, found)
            ? found.Title
            : null;
        return new("spotlight", new SpotlightModel(Wall.Said(state, activity, lane, c, 0), lane.Title, theme));
    }
}
