namespace WorkshopHub.Core.Sessions;

/// <summary>Sets what the projector does.</summary>
/// <param name="Spotlight">The contribution that stands there alone and large; null ends that, left out it stays as it is.</param>
/// <param name="Page">The page of a full wall, from 1; null lets it turn by itself again, left out it stays as it is.</param>
public sealed record SetScreen(string Mode, Change<string> Spotlight = default, Change<int?> Page = default) : Command;

public sealed record ScreenSet(ScreenMode Mode, string? Spotlight = null, int? Page = null) : SessionEvent;

/// <summary>Live, held or blank; one contribution in large; a page. A held screen shows the state in which it was held.</summary>
internal static class ScreenControl
{
    private const int MostPages = 99;

    internal static Ruling Decide(SessionState state, SetScreen c)
    {
        ScreenMode? mode = c.Mode switch
        {
            "live" => ScreenMode.Live,
            "held" => ScreenMode.Held,
            "blank" => ScreenMode.Blank,
            _ => null,
        };
        if (mode is null) return RefusalKind.Malformed.With("mode is live, held or blank.");
        if (c.Page.Value is < 1 or > MostPages) return RefusalKind.OutOfRange.With("page", 1, MostPages);
        if (c.Spotlight.Value is { } id && WhyNot(state, id) is { } why) return why;
        var set = new ScreenSet(mode.Value, c.Spotlight.Over(state.Screen.Spotlight), c.Page.Over(state.Screen.Page));
        return set == new ScreenSet(state.Screen.Mode, state.Screen.Spotlight, state.Screen.Page) ? Ruling.Nothing : set;
    }

    internal static SessionState Apply(SessionState state, ScreenSet e, DateTimeOffset at) => state with
    {
        Screen = new(e.Mode, e.Mode == state.Screen.Mode ? state.Screen.Since : at) { Spotlight = e.Spotlight, Page = e.Page },
        Held = e.Mode != ScreenMode.Held ? null : state.Screen.Mode == ScreenMode.Held ? state.Held : Standing(state),
    };

    /// <summary>What a held screen goes on showing. Without the secrets: it outlives them in what can be taken back.</summary>
    internal static SessionState Standing(SessionState state) => state with { Aliases = Aliases.None };

    /// <summary>Events that take something off the wall (words, a name) also take it off a held one; what is shown again waits.</summary>
    internal static bool ReachesHeld(SessionEvent e) =>
        e is ContributionWithdrawn or ContributionHidden { Hidden: true } or ContributionEdited or ContributionErased
            or ProfileChanged or DelegateRemoved or DelegatesRemoved or DelegateErased;

    /// <summary>What is not on the wall any more is not in the spotlight either, and does not come back into it by itself.</summary>
    internal static SessionState WithoutStaleSpotlight(SessionState state) =>
        state.Screen.Spotlight is { } id && WhyNot(state, id) is not null
            ? state with { Screen = state.Screen with { Spotlight = null } }
            : state;

    private static Refusal? WhyNot(SessionState state, string contributionId)
    {
        if (!state.Contributions.TryGetValue(contributionId, out var c)) return RefusalKind.NoSuchContribution;
        return Sight.WhyNotOnWall(state, c) ?? (Sight.IsCovered(state, c) ? RefusalKind.Covered : null);
    }
}
