using System.Collections.Immutable;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Tests.World;

/// <summary>What views keep, they keep by the activities and contributions as they are.</summary>
internal static class Forgetting
{
    /// <summary>
    /// The same session, of which nothing was ever drawn: equal to it, and every part that a view could be remembered by is a
    /// copy. (Setting equal values into an immutable dictionary keeps the old ones, so it is made anew.)
    /// </summary>
    internal static SessionState Forgotten(this SessionState state) => state with
    {
        Agenda = state.Agenda.Select(a => a with { }).ToValueList(),
        RemovedActivities = state.RemovedActivities.Select(a => a with { }).ToValueList(),
        Contributions = state.Contributions.ToImmutableDictionary(c => c.Key, c => c.Value with { }),
        Held = state.Held?.Forgotten(),
    };
}
