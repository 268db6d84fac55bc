using System.Collections.Immutable;
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
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private const int QuietBeats = 10;
    private const int MostPieces = 500;

    private readonly Lock gate = new();
    private readonly ILiveSession session;
    private readonly IViewDrawing drawing;
    private readonly TimeProvider clock;
    private readonly ILogger log;
    private readonly IDisposable subscription;
    private readonly IDisposable watching;
    private readonly ReactionCount reactions = new();
    private readonly Channel<bool> signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly CancellationTokenSource ending = new();
    private readonly Task[] running;
    private readonly Dictionary<Audience, Feed> feeds = [];
    private readonly Lock noting = new();
    private ImmutableDictionary<string, RoomLine> lines = ImmutableDictionary<string, RoomLine>.Empty;
    private readonly Dictionary<string, int> owned = new(StringComparer.Ordinal);
    private HashSet<DelegateId> touched = [];
    private bool everybodyTouched;
    private (object? Teams, object? Delegates, string? Language, string? ActivityId) grouped;
    private bool ended;
    private TaskCompletionSource published = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long lastUsed;
    private PulseMessage? beaten;
    private volatile bool restarting;

    internal SessionRelay(ILiveSession session, IViewDrawing drawing, TimeProvider clock, ILogger log)
    {
        (this.session, this.drawing, this.clock, this.log) = (session, drawing, clock, log);
        lastUsed = clock.GetTimestamp();
        subscription = session.Subscribe(Committed);
        watching = session.SubscribeReactions(reactions.Add);
        running = [Task.Run(RelayAsync), Task.Run(PulseAsync)];
    }

    internal ILiveSession Session => session;

    internal IReadOnlyCollection<RoomLine> Lines => [.. lines.Values];

    internal PulseMessage Pulse
    {
        get
        {
            var state = session.State;
            var present = lines.Values.Where(l => l.DelegateId is not null && IsIn(state, l)).Select(l => l.DelegateId!.Value).Distinct().Count();
            return new(
                session.Now,
                present,
                state.Present.Count(),
                state.CountDone(),
                state.Timer is { } timer ? new(timer.EndsAt) : null)
            {
                Restarting = restarting ? true : null,
            };
        }
    }

    /// <summary>Nobody is connected, and nobody has asked for a while.</summary>
    internal bool IsIdle(TimeSpan idle) => lines.Count == 0 && clock.GetElapsedTime(Volatile.Read(ref lastUsed)) > idle;

    internal void Touch() => Volatile.Write(ref lastUsed, clock.GetTimestamp());

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
                Touch();
                var feed = FeedOf(audience);
                if (feed.View.Version >= wanted) return feed.View;
                if (feed.Lines == 0 || ended)
                {
                    var state = session.State;
                    return feed.View = new(state.Version, Build(audience, state), this, audience);
                }

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
            line.Audience = AudienceOf(session.State, line);
            var feed = FeedOf(line.Audience);
            if (feed.Lines == 0 && feed.View.Version < session.State.Version)
            {
                var state = session.State;
                feed.View = new(state.Version, Build(line.Audience, state), this, line.Audience);
            }

            feed.Lines++;
            lines = lines.SetItem(connectionId, line);
            if (line.Owner is { } owner) owned[owner] = owned.GetValueOrDefault(owner) + 1;
            return feed.View.Version;
        }
    }

    /// <summary>Tells one that has just come in how long the timer still runs: after a sleep its own clock may not know.</summary>
    internal void Greet(RoomLine line)
    {
        if (session.State.Timer is not { } timer) return;
        var counts = Volatile.Read(ref beaten) ?? Pulse;
        line.Offer(RoomMessages.Pulse(counts with { Now = session.Now, Timer = new(timer.EndsAt), Reactions = null }));
    }

    /// <summary>The same for a connection that has an owner, who may have so many.</summary>
    /// <param name="crowded">The owner has them already; those that are there stay.</param>
    internal long? Enter(string connectionId, RoomLine line, int most, out bool crowded)
    {
        lock (gate)
        {
            crowded = line.Owner is { } owner && !lines.ContainsKey(connectionId) && owned.GetValueOrDefault(owner) >= most;
            return crowded ? null : Enter(connectionId, line);
        }
    }

    internal void Leave(string connectionId)
    {
        lock (gate)
        {
            if (!lines.TryGetValue(connectionId, out var line)) return;
            lines = lines.Remove(connectionId);
            if (line.Owner is { } owner && --owned[owner] == 0) owned.Remove(owner);
            FeedOf(line.Audience).Lines--;
            Touch();
        }
    }

    /// <summary>What stands on screens besides the view has changed (how to join): they fetch it, drawn anew.</summary>
    internal void RedrawScreens()
    {
        lock (gate)
        {
            foreach (var (audience, feed) in feeds.Where(f => f.Key.Surface == Surface.Screen))
            {
                feed.View = new(feed.View.Version, feed.View.Node, this, audience);
            }

            foreach (var line in lines.Values.Where(l => l.Audience.Surface == Surface.Screen)) line.Send(Fetch(), Fetch);
        }
    }

    /// <summary>Says to everybody that the server is about to start anew.</summary>
    /// <returns>How many lines there are.</returns>
    internal int TellRestart()
    {
        restarting = true;
        var message = RoomMessages.Pulse(Pulse);
        var all = lines;
        foreach (var line in all.Values) line.Send(message, () => message);
        return all.Count;
    }

    /// <summary>Cuts the lines of a screen whose link was revoked.</summary>
    internal void CloseScreen(string screenId)
    {
        foreach (var line in lines.Values.Where(l => l.ScreenId == screenId)) line.Close();
    }

    public async ValueTask DisposeAsync()
    {
        subscription.Dispose();
        watching.Dispose();
        lock (gate) ended = true;
        await ending.CancelAsync();
        Published();
        foreach (var line in lines.Values) line.Close();
        foreach (var task in running) await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ending.Dispose();
    }

    /// <summary>From the start of one push to the start of the next, while changes keep coming.</summary>
    internal static TimeSpan Gathering(int lines) => ForEachLine * lines < MostGathering ? ForEachLine * lines : MostGathering;

    private static Node Build(Audience audience, SessionState state) => audience.Surface == Surface.Phone
        ? PhoneView.Build(state.In(audience.Language), audience.Team)
        : ScreenView.Build(state.In(audience.Language));

    /// <summary>
    /// With whom a delegate or a screen sees the same: on phones, the team counts in which they are in the current activity,
    /// and on both the language.
    /// </summary>
    /// <param name="language">A screen's own; null: the delegate's, or the session's.</param>
    internal static Audience AudienceOf(SessionState state, Surface surface, DelegateId? who, string? language = null) =>
        new(surface, who is { } id && state.Now is { } now ? state.TeamOf(now.ActivityId, id) : null, language ?? state.LanguageOf(who));

    private static Audience AudienceOf(SessionState state, RoomLine line) => AudienceOf(state, line.Surface, line.DelegateId, line.Language);

    // Whoever sees something else from now on (took a team, another activity with teams began, another language) fetches it
    // whole. Delegates stay the same while nobody joins, leaves or changes their profile.
    private void Regroup(SessionState state)
    {
        var now = (state.Teams, state.Delegates, state.Settings.Language, state.Now?.ActivityId);
        if (ReferenceEquals(now.Teams, grouped.Teams) && ReferenceEquals(now.Delegates, grouped.Delegates) && now.Language == grouped.Language && now.ActivityId == grouped.ActivityId) return;
        grouped = now;
        foreach (var line in lines.Values)
        {
            var audience = AudienceOf(state, line);
            if (audience == line.Audience) continue;
            FeedOf(line.Audience).Lines--;
            line.Audience = audience;
            FeedOf(audience).Lines++;
            line.Send(Fetch(), Fetch);
        }
    }

    private Feed FeedOf(Audience audience)
    {
        if (!feeds.TryGetValue(audience, out var feed))
        {
            var state = session.State;
            feeds[audience] = feed = new() { View = new(state.Version, Build(audience, state), this, audience) };
        }

        return feed;
    }

    // On the journal's writer: note whom it concerns, signal, return. Under a lock of its own, because views are built
    // under the other one, and a large room must not hold up the commits of all.
    private void Committed(IReadOnlyList<Recorded> events)
    {
        lock (noting)
        {
            foreach (var recorded in events) Touch(recorded);
        }

        signal.Writer.TryWrite(true);
    }

    private void Touch(Recorded recorded)
    {
        if (Own.Concerns(session.State, recorded) is { } somebody) touched.UnionWith(somebody);
        else everybodyTouched = true;
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
        List<(Audience Audience, ViewAt Before, ViewAt After)> moving;
        HashSet<DelegateId> own;
        bool everybody;
        SessionState state;
        lock (noting)
        {
            (own, everybody) = (touched, everybodyTouched);
            (touched, everybodyTouched) = ([], false);
        }

        lock (gate)
        {
            state = session.State;
            Regroup(state);
            moving = [.. feeds.Where(f => f.Value.Lines > 0 && f.Value.View.Version < state.Version)
                .Select(f => (f.Key, f.Value.View, new ViewAt(state.Version, Build(f.Key, state), this, f.Key)))];
        }

        foreach (var (audience, before, after) in moving)
        {
            var message = await DrawnAsync(audience, before, after);
            lock (gate)
            {
                // Entering happens under the same lock: whoever enters is either in this push or starts from its version.
                FeedOf(audience).View = after;
                foreach (var line in lines.Values.Where(l => l.Audience == audience && IsIn(state, l))) line.Send(message, Fetch);
            }
        }

        var mine = RoomMessages.Mine(state.Version);
        foreach (var line in lines.Values.Where(l => l.DelegateId is { } id && (everybody || own.Contains(id)))) line.Send(mine, FetchMine);
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

    // Who was removed hears that and nothing more; let in again, the next change finds the phone behind and it fetches.
    private static bool IsIn(SessionState state, RoomLine line) =>
        line.DelegateId is not { } id || (state.Delegates.TryGetValue(id, out var person) && !person.Removed);

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

    private async Task PulseAsync()
    {
        using var timer = new PeriodicTimer(Beat, clock);
        PulseMessage? last = null;
        var quiet = 0;
        var sent = 0L;
        while (await timer.WaitForNextTickAsync(ending.Token))
        {
            var reacted = reactions.Take();
            if (lines.Count == 0) continue;
            var pulse = Pulse with { Reactions = reacted };
            Volatile.Write(ref beaten, pulse);
            var same = last is not null && pulse == last with { Now = pulse.Now };
            // Now and then also when nothing changed, and at once when the computer's clock was set: clients set theirs by it.
            var wasSet = last is not null && pulse.Now - last.Now - clock.GetElapsedTime(sent) > Beat;
            if (same && !wasSet && ++quiet < QuietBeats) continue;
            (last, quiet, sent) = (pulse, 0, clock.GetTimestamp());
            var message = RoomMessages.Pulse(pulse);
            var state = session.State;
            foreach (var line in lines.Values.Where(l => IsIn(state, l))) line.Offer(message);
        }
    }

    private sealed class Feed
    {
        public required ViewAt View { get; set; }

        public int Lines { get; set; }
    }

    /// <summary>A view at a version; its HTML is drawn when somebody fetches it, and then once.</summary>
    internal sealed class ViewAt(long version, Node node, SessionRelay relay, Audience audience)
    {
        private readonly Lazy<Task<string>> html = new(() => relay.drawing.DrawAsync(audience, relay.session.Code, node));

        internal long Version => version;

        internal Node Node => node;

        internal Task<string> HtmlAsync() => html.Value;
    }
}
