using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.Live;

/// <summary>Light reactions between two pulses: counted, and of each delegate each symbol once.</summary>
internal sealed class ReactionCount
{
    private readonly Lock gate = new();
    private HashSet<(DelegateId, string)> seen = [];

    internal void Add(DelegateId id, string symbol)
    {
        lock (gate) seen.Add((id, symbol));
    }

    /// <summary>What came since the last time, by symbol; null: nothing.</summary>
    internal IReadOnlyDictionary<string, int>? Take()
    {
        HashSet<(DelegateId Who, string Symbol)> came;
        lock (gate)
        {
            if (seen.Count == 0) return null;
            (came, seen) = (seen, []);
        }

        return came.CountBy(r => r.Symbol).ToDictionary();
    }
}
