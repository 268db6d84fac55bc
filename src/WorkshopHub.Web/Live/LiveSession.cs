using System.Collections.Immutable;
using System.Data.Common;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Journal;

namespace WorkshopHub.Web.Live;

/// <summary>
/// An open session's one writer. It decides on <see cref="pending"/>, what is decided but not yet on disk, so that
/// nobody waits for a commit before the next command; readers see only <see cref="State"/>, what is on disk. When a
/// commit fails, pending falls back to it and everybody who waited is told; as a commit can fail after it reached the
/// disk, the journal is read again before anything else is decided.
/// </summary>
internal sealed class LiveSession : ILiveSession
{
    private readonly Lock gate = new();
    private readonly JournalWriter journal;
    private readonly Func<Task<StoredSession?>> read;
    private readonly TimeProvider clock;
    private readonly Func<SessionId, Task<ILiveSession?>> again;
    private readonly ILogger log;
    private readonly RecentIds reactions = new();
    private ImmutableList<Action<IReadOnlyList<Recorded>>> subscribers = [];
    private ImmutableList<Action<DelegateId, string>> watchers = [];
    private Dictionary<Guid, Taken> taken;
    private SessionState pending;
    private volatile SessionState durable;
    private TaskCompletionSource? quiet;
    private Task<bool>? reading;
    private int epoch;
    private int underWay;
    private bool unsure;
    private bool retired;
    private long touched;
    private SessionTime time;

    /// <param name="read">Reads the session from its journal; null: it was deleted.</param>
    /// <param name="again">Finds the successor of a session that was let go.</param>
    internal LiveSession(
        StoredSession stored,
        JournalWriter journal,
        Func<Task<StoredSession?>> read,
        TimeProvider clock,
        Func<SessionId, Task<ILiveSession?>> again,
        ILogger log,
        SessionLimits limits)
    {
        (Id, Code) = (stored.Id, stored.Code);
        durable = pending = StateOf(stored);
        taken = Receipts(stored);
        (this.journal, this.read, this.clock, this.again, this.log, Limits) = (journal, read, clock, again, log, limits);
        touched = clock.GetTimestamp();
        time = SessionTime.Begin(pending, clock.GetUtcNow(), clock.Steady());
    }

    public SessionId Id { get; }

    public string Code { get; }

    public SessionLimits Limits { get; }

    public SessionState State => durable;

    public DateTimeOffset Now
    {
        get
        {
            lock (gate) return Tick();
        }
    }

    public Task<Answer> SendAsync(Sender sender, Guid commandId, Command command)
    {
        lock (gate)
        {
            touched = clock.GetTimestamp();
            if (retired) return SendAgainAsync(sender, commandId, command);
            if (unsure) return SendWhenSureAsync(reading ??= Task.Run(ReadAgainAsync), sender, commandId, command);
            if (taken.TryGetValue(commandId, out var before))
            {
                return Anonymity.MayHear(pending, before.Author, sender) ? before.Answer : Task.FromResult(Answer.Refused(RefusalKind.CommandIdTaken));
            }

            var at = Tick();
            if (Decided(sender, command, new(at, NewIds.Next()) { Limits = Limits }) is not { } ruling) return Task.FromResult(Answer.Refused(RefusalKind.Fault));
            if (ruling.Refusal is { } refusal) return Task.FromResult(Answer.Refused(refusal));
            if (command is React reaction) return Task.FromResult(Reacted(sender, commandId, reaction));
            // The moment would tell who was seen typing: what is anonymous has the time of what came before it.
            var stamped = Anonymity.IsVeiled(pending, sender, command) ? pending.At : at;
            return Queue(command, Anonymity.AuthorOf(pending, sender, command), commandId, ruling, stamped);
        }
    }

    public IDisposable Subscribe(Action<IReadOnlyList<Recorded>> committed)
    {
        lock (gate)
        {
            touched = clock.GetTimestamp();
            subscribers = subscribers.Add(committed);
        }

        return new Subscription(() =>
        {
            lock (gate) subscribers = subscribers.Remove(committed);
        });
    }

    public IDisposable SubscribeReactions(Action<DelegateId, string> reacted)
    {
        lock (gate) watchers = watchers.Add(reacted);
        return new Subscription(() =>
        {
            lock (gate) watchers = watchers.Remove(reacted);
        });
    }

    /// <summary>Somebody is about to use it, so that it stays for a while. False: it was let go before.</summary>
    internal bool Use()
    {
        lock (gate)
        {
            if (retired) return false;
            touched = clock.GetTimestamp();
            return true;
        }
    }

    /// <summary>Leaves memory if nobody uses it. From then on it forwards to its successor.</summary>
    internal bool RetireIfIdle(TimeSpan idle)
    {
        lock (gate)
        {
            if (underWay > 0 || subscribers.Count > 0 || clock.GetElapsedTime(touched) < idle) return false;
            return retired = true;
        }
    }

    /// <summary>From now on it forwards to its successor; returns when nothing of its own is on its way to the disk.</summary>
    internal Task RetireAsync()
    {
        lock (gate)
        {
            retired = true;
            if (underWay == 0) return Task.CompletedTask;
            quiet ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            return quiet.Task;
        }
    }

    private DateTimeOffset Tick() => (time = time.Next(pending, clock.GetUtcNow(), clock.Steady())).At;

    // What the core stumbles over is that one command's fault: nobody else's, at no door a torn line or a dead page.
    private Ruling? Decided(Sender sender, Command command, Occasion now)
    {
        try
        {
            return Session.Decide(pending, sender, command, now);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.DecidingFailed(Id, command.GetType().Name, e);
            return null;
        }
    }

    // Neither an event nor a receipt: a smile leaves no trace.
    private Answer Reacted(Sender sender, Guid commandId, React reaction)
    {
        if (sender is Sender.Delegate d && reactions.Add(commandId))
        {
            foreach (var watcher in watchers) watcher(d.Id, reaction.Symbol);
        }

        return new(durable.Version, null, null);
    }

    private Task<Answer> Queue(Command command, Sender author, Guid commandId, Ruling ruling, DateTimeOffset at)
    {
        var version = pending.Version;
        var events = ruling.Events.Select(e => new Recorded(++version, at, author, e)).ToList();
        var (next, made, forgotten) = Secrecy.Settle(pending, events.Aggregate(pending, Session.Apply));
        var (signedBy, resultId) = Roll.Veiled(pending, command, author, ruling.ResultId);
        var answer = new Answer(version, ruling.ResultId, null);
        var entry = new Entry
        {
            SessionId = Id,
            Events = Secrecy.Veiled(pending, events),
            People = Secrecy.PeopleOf(events),
            Receipt = new(commandId, signedBy, version, resultId),
            Listing = Listings.Changed(pending, next),
            Secrets = made,
            ForgetsSecrets = forgotten,
            Erases = events.Any(e => e.Event is ContributionErased or DelegateErased) || (forgotten && !pending.Aliases.IsEmpty),
        };
        var told = new TaskCompletionSource<Answer>(TaskCreationOptions.RunContinuationsAsynchronously);
        var decidedIn = epoch;
        taken[commandId] = new(signedBy, told.Task);
        pending = next;
        underWay++;
        journal.Enqueue(
            entry,
            () => decidedIn == Volatile.Read(ref epoch),
            () => Committed(next, events, told, answer),
            _ => Failed(decidedIn, commandId, told));
        return told.Task;
    }

    private void Committed(SessionState next, List<Recorded> events, TaskCompletionSource<Answer> told, Answer answer)
    {
        ImmutableList<Action<IReadOnlyList<Recorded>>> listening;
        lock (gate)
        {
            durable = next;
            Settled();
            listening = subscribers;
        }

        told.SetResult(answer);
        if (events.Count == 0) return;
        foreach (var listener in listening) listener(events);
    }

    private void Failed(int decidedIn, Guid commandId, TaskCompletionSource<Answer> told)
    {
        lock (gate)
        {
            Settled();
            // After a second look at the journal the id may stand there with its answer.
            if (taken.TryGetValue(commandId, out var mine) && mine.Answer == told.Task) taken.Remove(commandId);
            // The first one of a lost batch takes everything back; what was decided after that stands on firm ground.
            if (decidedIn == epoch)
            {
                pending = durable;
                epoch++;
                unsure = true;
            }
        }

        told.SetResult(Answer.Refused(RefusalKind.NotSaved));
    }

    private void Settled()
    {
        if (--underWay == 0) quiet?.SetResult();
    }

    private async Task<Answer> SendWhenSureAsync(Task<bool> sure, Sender sender, Guid commandId, Command command) =>
        await sure ? await SendAsync(sender, commandId, command) : Answer.Refused(RefusalKind.NotSaved);

    /// <returns>False: the journal cannot be read either; the next command tries again.</returns>
    private async Task<bool> ReadAgainAsync()
    {
        try
        {
            if (await read() is not { } stored) return false;
            GoOnFrom(stored);
            return true;
        }
        catch (Exception e) when (e is DbException or IOException)
        {
            return false;
        }
        finally
        {
            lock (gate) reading = null;
        }
    }

    // Nothing is on its way to the disk: what was decided before the failure is not written any more.
    private void GoOnFrom(StoredSession stored)
    {
        List<Recorded> came;
        ImmutableList<Action<IReadOnlyList<Recorded>>> listening;
        lock (gate)
        {
            came = [.. stored.Events.Where(e => e.Version > durable.Version)];
            durable = pending = StateOf(stored);
            taken = Receipts(stored);
            unsure = false;
            listening = subscribers;
        }

        if (came.Count == 0) return;
        foreach (var listener in listening) listener(came);
    }

    private async Task<Answer> SendAgainAsync(Sender sender, Guid commandId, Command command)
    {
        // For a moment the host may still give this one: ask again, but not ever deeper on the same stack.
        await Task.Yield();
        return await again(Id) is { } successor
            ? await successor.SendAsync(sender, commandId, command)
            : Answer.Refused(RefusalKind.NoSuchSession);
    }

    private static SessionState StateOf(StoredSession stored) => Secrecy.With(Session.Replay(stored.Id, stored.Events), stored.Secrets);

    private static Dictionary<Guid, Taken> Receipts(StoredSession stored) =>
        stored.Receipts.Where(r => !IsForgotten(r)).ToDictionary(r => r.CommandId, r => new Taken(r.Author, Task.FromResult(new Answer(r.Version, r.ResultId, null))));

    // Who joined with it nobody can tell any more; so it says nothing, and least of all an alias.
    private static bool IsForgotten(Receipt receipt) => receipt.ResultId is { } id && new DelegateId(id).IsAlias;

    private readonly record struct Taken(Sender Author, Task<Answer> Answer);

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
