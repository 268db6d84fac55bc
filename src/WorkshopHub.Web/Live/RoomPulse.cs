using Microsoft.AspNetCore.SignalR;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.Live;

/// <summary>What is true now and stands in no journal (who is connected, the clock, reactions), told to all once a second.</summary>
/// <param name="phones">Who is connected now.</param>
internal sealed class RoomPulse(ILiveSession session, Func<Phones> phones, TimeProvider clock)
{
    private const int QuietBeats = 10;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private readonly ReactionCount reactions = new();
    private PulseMessage? beaten;
    private volatile bool restarting;

    internal PulseMessage Now
    {
        get
        {
            var state = session.State;
            return new(
                session.Now,
                phones().Connected.Count(id => RoomLines.IsIn(state, id)),
                state.Present.Count(),
                state.CountDone(),
                state.Timer is { } timer ? new(timer.EndsAt) : null)
            {
                Restarting = restarting ? true : null,
            };
        }
    }

    internal void Reacted(DelegateId id, string symbol) => reactions.Add(id, symbol);

    /// <summary>
    /// How long the timer still runs, for one that has just come in: after a sleep its own clock may not know. Null: none runs.
    /// </summary>
    internal SerializedHubMessage? Greeting()
    {
        if (session.State.Timer is not { } timer) return null;
        var counts = Volatile.Read(ref beaten) ?? Now;
        return RoomMessages.Pulse(counts with { Now = session.Now, Timer = new(timer.EndsAt), Reactions = null });
    }

    /// <summary>From now on each pulse says that the server is about to start anew; this is the first.</summary>
    internal SerializedHubMessage Restarting()
    {
        restarting = true;
        return RoomMessages.Pulse(Now);
    }

    /// <param name="isAnybodyThere">Else nothing is worked out.</param>
    internal async Task BeatAsync(Func<bool> isAnybodyThere, Action<SerializedHubMessage> tell, CancellationToken ending)
    {
        using var timer = new PeriodicTimer(Beat, clock);
        PulseMessage? last = null;
        var quiet = 0;
        var sent = 0L;
        while (await timer.WaitForNextTickAsync(ending))
        {
            var reacted = reactions.Take();
            if (!isAnybodyThere()) continue;
            var pulse = Now with { Reactions = reacted };
            Volatile.Write(ref beaten, pulse);
            var same = last is not null && pulse == last with { Now = pulse.Now };
            // Now and then also when nothing changed, and at once when the computer's clock was set: clients set theirs by it.
            var wasSet = last is not null && pulse.Now - last.Now - clock.GetElapsedTime(sent) > Beat;
            if (same && !wasSet && ++quiet < QuietBeats) continue;
            (last, quiet, sent) = (pulse, 0, clock.GetTimestamp());
            tell(RoomMessages.Pulse(pulse));
        }
    }
}
