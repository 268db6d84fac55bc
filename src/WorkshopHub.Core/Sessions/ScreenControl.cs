namespace WorkshopHub.Core.Sessions;

/// <summary>Sets what the projector does. Spotlight and pages come with the full screen.</summary>
public sealed record SetScreen(string Mode, string? Spotlight = null, int? Page = null) : Command;

public sealed record ScreenSet(ScreenMode Mode) : SessionEvent;

/// <summary>Live, held or blank. A held screen shows the state in which it was held.</summary>
internal static class ScreenControl
{
    internal static Ruling Decide(SessionState state, SetScreen c)
    {
        if (c.Spotlight is not null) return RefusalKind.NotAvailable.With("The spotlight");
        if (c.Page is not null) return RefusalKind.NotAvailable.With("Paging the screen");
        ScreenMode? mode = c.Mode switch
        {
            "live" => ScreenMode.Live,
            "held" => ScreenMode.Held,
            "blank" => ScreenMode.Blank,
            _ => null,
        };
        if (mode is null) return RefusalKind.Malformed.With("mode is live, held or blank.");
        return mode == state.Screen.Mode ? Ruling.Nothing : new ScreenSet(mode.Value);
    }

    internal static SessionState Apply(SessionState state, ScreenSet e, DateTimeOffset at) => state with
    {
        Screen = new(e.Mode, at),
        Held = e.Mode == ScreenMode.Held ? Standing(state) : null,
    };

    /// <summary>What a held screen goes on showing. Without the secrets: it outlives them in what can be taken back.</summary>
    internal static SessionState Standing(SessionState state) => state with { Aliases = Aliases.None };

    /// <summary>Events that take something off the wall (words, a name) also take it off a held one; what is shown again waits.</summary>
    internal static bool ReachesHeld(SessionEvent e) =>
        e is ContributionWithdrawn or ContributionHidden { Hidden: true } or ContributionEdited or ContributionErased
            or ProfileChanged or DelegateRemoved or DelegateErased;
}
