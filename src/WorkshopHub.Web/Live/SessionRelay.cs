using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;
using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.Live;

/// <summary>
/// Carries one session's changes to its phones and screens. After each commit it builds the view of every audience that
/// somebody looks at, once however many look, compares it with the last one and pushes what differs. It sends at once
/// when idle; while it is busy changes gather, and then share one push.
/// </summary>
internal sealed class SessionRelay : IAsyncDisposable
{
    /// <summary>The longest that a change waits for the one before it to get out.</summary>
    internal static readonly TimeSpan MostGathering = TimeSpan.FromMilliseconds(50);

    /// <summary>What one phone's share of a push costs, roughly: writing, sending and receiving on one machine.</summary>
    private static readonly TimeSpan ForEachLine = TimeSpan.FromMicroseconds(40);
    private const int MostPieces = 500;

    private readonly Lock gate = new();
    private readonly ILiveSession session;
    private readonly IViewDrawing drawing;
    private readonly IPresence presence;
    private readonly TimeProvider clock;
    private readonly ILogger log;
    private readonly Following following;
    private readonly IDisposable watching;
    private readonly Channel<bool> signal =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource ending = new();
    private readonly Task[] running;
    private readonly AudienceViews views;
    private readonly RoomLines lines = new();
    private readonly RoomPulse pulse;
    private readonly Concerned concerned = new();
    private TaskCompletionSource published = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool ended;
    private long lastUsed;

    internal SessionRelay(ILiveSession session, IViewDrawing drawing, IPresence presence, TimeProvider clock, ILogger log)
    {
        (this.session, this.drawing, this.presence, this.clock, this.log) = (session, drawing, presence, clock, log);
        (views, pulse) = (new(session, drawing), new(session, () => Phones, clock));
        lastUsed = clock.GetTimestamp();
        following = session.Follow(Committed);
        watching = session.SubscribeReactions(pulse.Reacted);
        running = [Task.Run(RelayAsync), Task.Run(() => pulse.BeatAsync(() => lines.Count > 0, Tell, ending.Token))];
    }

    internal ILiveSession Session => session;

    /// <summary>Who is connected to the session. Other processes are told at least as often as the pulse beats who is here.</summary>
    internal Phones Phones
    {
        get
        {
            if (!Volatile.Read(ref ended)) presence.Report(session.Id, lines.Phones);
            return presence.Of(session.Id);
        }
    }

    internal PulseMessage Pulse => pulse.Now;

    /// <summary>Nobody is connected, and nobody has asked for a while.</summary>
    internal bool IsIdle(TimeSpan idle) => lines.Count == 0 && clock.GetElapsedTime(Volatile.Read(ref lastUsed)) > idle;

    internal void MarkUsed() => Volatile.Write(ref lastUsed, clock.GetTimestamp());

    /// <summary>
    /// An audience's view, at least as new as the session was when asked. While somebody of the audience is connected it
    /// is one that was pushed, so that the asker can go on from it; under load that is what keeps a thousand phones that
    /// come back from fetching again and again.
    /// </summary>
    internal async Task<ViewAt> ViewAsync(Audience audience, CancellationToken cancel = default)
    {
        var wanted = session.State.Version;
        while (true)
        {
            Task next;
            lock (gate)
            {
                MarkUsed();
                if (views.Of(audience) is var view && view.Version >= wanted) return view;
                if (ended || !views.IsWatched(audience)) return views.Renew(audience);
                next = published.Task;
            }

            await next.WaitAsync(cancel);
        }
    }

    /// <summary>Lets a connection in. What is pushed from now on reaches it.</summary>
    /// <returns>The version from which the next push goes on; null: it has ended, and would push nothing.</returns>
    internal long? Enter(string connectionId, RoomLine line)
    {
        lock (gate)
        {
            if (ended) return null;
            Leave(connectionId);
            line.Audience = RoomLines.AudienceOf(session.State, line);
            var view = views.Enter(line.Audience);
            lines.Add(connectionId, line);
            return view.Version;
        }
    }

    /// <summary>The same for a connection that has an owner, who may have so many.</summary>
    /// <param name="crowded">The owner has them already; those that are there stay.</param>
    internal long? Enter(string connectionId, RoomLine line, int most, out bool crowded)
    {
        lock (gate)
        {
            crowded = lines.IsCrowded(connectionId, line, most);
            return crowded ? null : Enter(connectionId, line);
        }
    }

    /// <summary>Tells one that has just come in how long the timer still runs.</summary>
    internal void Greet(RoomLine line)
    {
        if (pulse.Greeting() is { } greeting) line.Offer(greeting);
    }

    internal void Leave(string connectionId)
    {
        lock (gate)
        {
            if (lines.Remove(connectionId) is not { } line) return;
            views.Leave(line.Audience);
            MarkUsed();
        }
    }

    /// <summary>What stands on screens besides the view has changed (how to join): they fetch it, drawn anew.</summary>
    internal void RedrawScreens()
    {
        lock (gate)
        {
            views.Redraw(Surface.Screen);
            foreach (var line in lines.All.Where(l => l.Audience.Surface == Surface.Screen)) line.Send(Fetch(), Fetch);
        }
    }

    /// <summary>Says to everybody that the server is about to start anew.</summary>
    /// <returns>How many lines there are.</returns>
    internal int TellRestart()
    {
        var message = pulse.Restarting();
        RoomLine[] all = [.. lines.All];
        foreach (var line in all) line.Send(message, () => message);
        return all.Length;
    }

    /// <summary>Cuts the lines of a screen whose link was revoked.</summary>
    internal void CloseScreen(string screenId)
    {
        foreach (var line in lines.All.Where(l => l.ScreenId == screenId)) line.Close();
    }

    public async ValueTask DisposeAsync()
    {
        following.Dispose();
        watching.Dispose();
        lock (gate) ended = true;
        await ending.CancelAsync();
        Published();
        foreach (var line in lines.All) line.Close();
        foreach (var task in running) await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        presence.Report(session.Id, Phones.None);
        ending.Dispose();
    }

    /// <summary>From the start of one push to the start of the next, while changes keep coming.</summary>
    internal static TimeSpan Gathering(int lines) => ForEachLine * lines < MostGathering ? ForEachLine * lines : MostGathering;

    // On the journal's writer: note whom it concerns, signal, return.
    private void Committed(Commit commit)
    {
        concerned.Note(session.State, commit.Events);
        signal.Writer.TryWrite(true);
    }

    private void Tell(SerializedHubMessage message)
    {
        foreach (var line in lines.In(session.State)) line.Offer(message);
    }

    private void Regroup(SessionState state)
    {
        foreach (var (line, audience) in lines.Regrouped(state))
        {
            views.Leave(line.Audience);
            line.Audience = audience;
            views.Enter(audience);
            line.Send(Fetch(), Fetch);
        }
    }

    private async Task RelayAsync()
    {
        await foreach (var _ in signal.Reader.ReadAllAsync(ending.Token))
        {
            var began = clock.GetTimestamp();
            try
            {
                await PushAsync();
            }
#pragma warning disable CA1031 // Whatever it was, the next change gets its chance, and clients that missed one fetch.
            catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
            {
                log.RelayFailed(session.Id, e);
            }

            // A push is not out when this loop has written it: phones and the network are still at it. So the more phones, the
            // longer until the next one; a small room, and the first change after a pause, wait for nothing.
            var rest = Gathering(lines.Count) - clock.GetElapsedTime(began);
            if (rest > TimeSpan.Zero) await Task.Delay(rest, clock, ending.Token);
        }
    }

    private async Task PushAsync()
    {
        List<(Audience Audience, ViewAt Before, ViewAt After)> behind;
        SessionState state;
        var isConcerned = concerned.Take();
        lock (gate)
        {
            state = session.State;
            Regroup(state);
            behind = views.Behind(state);
        }

        foreach (var (audience, before, after) in behind)
        {
            var message = await DrawnAsync(audience, before, after);
            lock (gate)
            {
                // Entering happens under the same lock: whoever enters is either in this push or starts from its version.
                views.Pushed(audience, after);
                foreach (var line in lines.In(state).Where(l => l.Audience == audience)) line.Send(message, Fetch);
            }
        }

        var mine = RoomMessages.Mine(state.Version);
        foreach (var line in lines.All.Where(l => l.DelegateId is { } id && isConcerned(id))) line.Send(mine, FetchMine);
        Published();
    }

    private void Published()
    {
        lock (gate)
        {
            var done = published;
            published = new(TaskCreationOptions.RunContinuationsAsynchronously);
            done.SetResult();
        }
    }

    // Nobody stands at -1: whoever gets this fetches.
    private SerializedHubMessage Fetch() => RoomMessages.Changed(-1, session.State.Version, []);

    private SerializedHubMessage FetchMine() => RoomMessages.Mine(session.State.Version);

    // What cannot be drawn must not hold up the other audiences, nor those who wait for a view as new as this.
    private async Task<SerializedHubMessage> DrawnAsync(Audience audience, ViewAt before, ViewAt after)
    {
        try
        {
            var changes = ViewDiff.Between(before.Node, after.Node);
            // Where a thousand things go at once the whole view is the smaller message, and it is drawn once for all.
            if (changes.Count > MostPieces) return Fetch();
            return RoomMessages.Changed(before.Version, after.Version, await PiecesAsync(audience, changes));
        }
#pragma warning disable CA1031 // Whatever it was, the clients fetch, and hear there what is wrong.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            log.RelayFailed(session.Id, e);
            return Fetch();
        }
    }

    private async Task<IReadOnlyList<PushedPiece>> PiecesAsync(Audience audience, IReadOnlyList<ViewChange> changes)
    {
        var pieces = new List<PushedPiece>();
        foreach (var change in changes)
        {
            var op = change.Op switch { ViewOp.Append => "append", ViewOp.Replace => "replace", _ => "remove" };
            pieces.Add(new(change.Target, op, change.Node is null ? null : await drawing.DrawAsync(audience, session.Code, change.Node)));
        }

        return pieces;
    }
}
