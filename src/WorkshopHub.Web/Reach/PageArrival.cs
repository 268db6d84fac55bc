using Microsoft.AspNetCore.Components;

namespace WorkshopHub.Web.Reach;

/// <summary>How the page came here on which a console runs: a circuit has no request that could tell.</summary>
public sealed class PageArrival
{
    /// <summary>Taken from the page's request, and kept as long as the page stands.</summary>
    [PersistentState]
    public Arrival? Arrival { get; set; }
}
