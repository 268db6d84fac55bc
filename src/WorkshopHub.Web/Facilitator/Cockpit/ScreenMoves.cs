using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Facilitator.Cockpit;

/// <summary>What the cockpit does to the screen besides its mode, which stays as it is.</summary>
internal static class ScreenMoves
{
    public static SetScreen Show(SessionState state, string contributionId) => new(Word(state.Screen.Mode), Spotlight: contributionId);

    public static SetScreen BackToAll(SessionState state) => new(Word(state.Screen.Mode), Spotlight: new(true, null));

    public static SetScreen LetTurn(SessionState state) => new(Word(state.Screen.Mode), Page: new(true, null));

    /// <summary>To the next page or the one before; after the last one comes the first.</summary>
    public static SetScreen Turn(SessionState state, ScreenSeen seen, int by) =>
        new(Word(state.Screen.Mode), Page: ((seen.Page - 1 + by + seen.Pages) % seen.Pages) + 1);

    public static string Word(ScreenMode mode) => mode switch
    {
        ScreenMode.Held => "held",
        ScreenMode.Blank => "blank",
        _ => "live",
    };
}
