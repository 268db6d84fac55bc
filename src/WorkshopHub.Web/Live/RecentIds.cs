namespace WorkshopHub.Web.Live;

/// <summary>The ids of what was carried out lately and is not journaled, so that a second try counts once. Not thread safe.</summary>
internal sealed class RecentIds
{
    private const int Most = 2_000;
    private readonly HashSet<Guid> known = [];
    private readonly Queue<Guid> order = [];

    /// <returns>False: it was there.</returns>
    internal bool Add(Guid id)
    {
        if (!known.Add(id)) return false;
        order.Enqueue(id);
        if (order.Count > Most) known.Remove(order.Dequeue());
        return true;
    }
}
