using WorkshopHub.Core;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.Facilitator.Cockpit;

/// <summary>
/// The contributions, or the people, that are ticked, for what is done with several of them at once. Nobody else sees it.
/// </summary>
public sealed class Ticks
{
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);

    public event Action? Changed;

    public bool Has(string contributionId) => ids.Contains(contributionId);

    public void Set(string contributionId, bool on)
    {
        if (on ? ids.Add(contributionId) : ids.Remove(contributionId)) Changed?.Invoke();
    }

    /// <summary>Ticks these too.</summary>
    public void Set(IEnumerable<string> more)
    {
        var before = ids.Count;
        ids.UnionWith(more);
        if (ids.Count > before) Changed?.Invoke();
    }

    public void Clear()
    {
        if (ids.Count == 0) return;
        ids.Clear();
        Changed?.Invoke();
    }

    /// <summary>Those of an activity that still stand, in order of arrival.</summary>
    public ValueList<Contribution> In(SessionState state, string activityId) =>
        ids.Select(id => state.Contributions.GetValueOrDefault(id)).OfType<Contribution>()
            .Where(c => c.ActivityId == activityId && c.Stands).OrderBy(c => c.Order).ToValueList();
}
