using Microsoft.Extensions.Localization;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Room.Texts;

namespace WorkshopHub.Web.Facilitator.Cockpit;

/// <summary>One quiet line for those who hear the page: how many contributions came, at most every 15 s.</summary>
internal sealed class Arrivals
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(15);
    private int? known;
    private DateTimeOffset said;
    private string line = "";

    public string Say(SessionState state, IStringLocalizer<ConsoleWords> words, DateTimeOffset now)
    {
        known ??= state.Contributions.Count;
        if (state.Contributions.Count <= known || now - said < Quiet) return line;
        line = words.Count("arrived", state.Contributions.Count - known.Value);
        (known, said) = (state.Contributions.Count, now);
        return line;
    }
}
