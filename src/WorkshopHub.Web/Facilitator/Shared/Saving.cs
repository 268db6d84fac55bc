using WorkshopHub.Core;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Facilitator.Shared;

/// <summary>What the console writes without a session's journal: a disk that says no must not end the page.</summary>
internal static class Saving
{
    /// <returns>Null: it is done; else why it is not.</returns>
    public static async Task<Refusal?> TryAsync(Func<Task> thing)
    {
        try
        {
            await thing();
            return null;
        }
        catch (Exception e) when (StorageFailures.CauseOf(e) is not null)
        {
            return RefusalKind.NotSaved;
        }
    }
}
