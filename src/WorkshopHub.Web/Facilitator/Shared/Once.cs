using WorkshopHub.Core;

namespace WorkshopHub.Web.Facilitator.Shared;

/// <summary>
/// Lets a form or a button do its thing once. While that is under way, and for a moment after it has worked, a second
/// click does nothing: it is the second one of a double click, and what lies under the finger by then is something else.
/// What was refused can be tried again at once.
/// </summary>
internal sealed class Once(TimeProvider clock)
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(600);
    private long? done;

    /// <summary>It is under way.</summary>
    public bool Busy { get; private set; }

    /// <summary>It has only just been done.</summary>
    public bool Rests => done is { } at && clock.GetElapsedTime(at) < Moment;

    /// <summary>Why it was refused; stays until the next time.</summary>
    public Refusal? Refused { get; private set; }

    /// <returns>Whether it was done now, and worked.</returns>
    public async Task<bool> DoAsync(Func<Task<Refusal?>> thing)
    {
        if (Busy || Rests) return false;
        Busy = true;
        try
        {
            Refused = await thing();
            if (Refused is null) done = clock.GetTimestamp();
            return Refused is null;
        }
        finally
        {
            Busy = false;
        }
    }

    public void Forgive() => Refused = null;
}
