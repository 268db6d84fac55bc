using System.Collections.Immutable;
using System.Data.Common;
using WorkshopHub.Core;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Ambient;
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
    private ImmutableList<Action<Commit>> followers = [];
    private ImmutableList<Action<DelegateId, string>> watchers = [];
    private Dictionary<Guid, Carried> carriedOut;
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
        carriedOut = Receipts(stored);
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

    public Task<CommandResult> SendAsync(Sender sender, Guid commandId, Command command)
    {
        lock (gate)
        {
            touched = clock.GetTimestamp();
            if (retired) return SendAgainAsync(sender, commandId, command);
            if (unsure) return SendWhenSureAsync(reading ??= Task.Run(ReadAgainAsync), sender, commandId, command);
            if (carriedOut.TryGetValue(commandId, out var carried))
            {
                return Anonymity.MayHear(pending, carried.Author, sender)
                    ? carried.Answer
                    : Task.FromResult(CommandResult.Refused(RefusalKind.CommandIdTaken));
            }

            var at = Tick();
            if (Take(sender, command, NewIds.Occasion(at, Limits)) is not { } turn)
            {
                return Task.FromResult(CommandResult.Refused(RefusalKind.Fault));
            }

            if (turn.Refusal is { } refusal) return Task.FromResult(CommandResult.Refused(refusal));
            return command is React reaction ? Task.FromResult(Reacted(sender, commandId, reaction)) : Queue(turn, commandId);
        }
    }

    public Following Follow(Action<Commit> committed)
    {
        lock (gate)
        {
            touched = clock.GetTimestamp();
            // Told outside of the lock: of those who are told of one commit, nobody has come after it.
            followers = followers.Add(committed);
            return new(durable, () =>
            {
                lock (gate) followers = followers.Remove(committed);
            });
        }
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
            if (underWay > 0 || followers.Count > 0 || clock.GetElapsedTime(touched) < idle) return false;
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
    private Turn? Take(Sender sender, Command command, Occasion now)
    {
        try
        {
            return Turn.Take(pending, sender, command, now);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.DecidingFailed(Id, command.GetType().Name, e);
            return null;
        }
    }

    // Neither an event nor a receipt: a smile leaves no trace.
    private CommandResult Reacted(Sender sender, Guid commandId, React reaction)
    {
        if (sender is Sender.Delegate d && reactions.Add(commandId))
        {
            foreach (var watcher in watchers) watcher(d.Id, reaction.Symbol);
        }

        return new(durable.Version, null, null);
    }

    private Task<CommandResult> Queue(Turn turn, Guid commandId)
    {
        var answer = new CommandResult(turn.Next.Version, turn.ResultId, null);
        var entry = JournalEntry.Of(pending, turn, commandId);
        var told = new TaskCompletionSource<CommandResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        var decidedIn = epoch;
        carriedOut[commandId] = new(entry.Receipt!.Author, told.Task);
        pending = turn.Next;
        underWay++;
        journal.Enqueue(
            entry,
            () => decidedIn == Volatile.Read(ref epoch),
            () => Committed(turn, told, answer),
            _ => Failed(decidedIn, commandId, told));
        return told.Task;
    }

    private void Committed(Turn turn, TaskCompletionSource<CommandResult> told, CommandResult answer)
    {
        ImmutableList<Action<Commit>> following;
        lock (gate)
        {
            durable = turn.Next;
            OneLessUnderWay();
            following = followers;
        }

        told.SetResult(answer);
        if (turn.Events.Count == 0) return;
        var commit = Commit.Of(turn);
        foreach (var follower in following) follower(commit);
    }

    private void Failed(int decidedIn, Guid commandId, TaskCompletionSource<CommandResult> told)
    {
        lock (gate)
        {
            OneLessUnderWay();
            // After a second look at the journal the id may stand there with its answer.
            if (carriedOut.TryGetValue(commandId, out var mine) && mine.Answer == told.Task) carriedOut.Remove(commandId);
            // The first one of a lost batch takes everything back; what was decided after that stands on firm ground.
            if (decidedIn == epoch)
            {
                pending = durable;
                epoch++;
                unsure = true;
            }
        }

        told.SetResult(CommandResult.Refused(RefusalKind.NotSaved));
    }

    private void OneLessUnderWay()
    {
        if (--underWay == 0) quiet?.SetResult();
    }

    private async Task<CommandResult> SendWhenSureAsync(Task<bool> sure, Sender sender, Guid commandId, Command command) =>
        await sure ? await SendAsync(sender, commandId, command) : CommandResult.Refused(RefusalKind.NotSaved);

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
        Commit came;
        ImmutableList<Action<Commit>> following;
        lock (gate)
        {
            came = new([.. stored.Events.Where(e => e.Version > durable.Version)], stored.Secrets, ForgetsSecrets: true);
            durable = pending = StateOf(stored);
            carriedOut = Receipts(stored);
            unsure = false;
            following = followers;
        }

        if (came.Events.Count == 0) return;
        foreach (var follower in following) follower(came);
    }

    private async Task<CommandResult> SendAgainAsync(Sender sender, Guid commandId, Command command)
    {
        // For a moment the host may still give this one: ask again, but not ever deeper on the same stack.
        await Task.Yield();
        return await again(Id) is { } successor
            ? await successor.SendAsync(sender, commandId, command)
            : CommandResult.Refused(RefusalKind.NoSuchSession);
    }

    private static SessionState StateOf(StoredSession stored) => Session.Replay(stored.Id, stored.Events).With(stored.Secrets);

    private static Dictionary<Guid, Carried> Receipts(StoredSession stored) =>
        stored.Receipts.Where(r => !IsForgotten(r))
            .ToDictionary(r => r.CommandId, r => new Carried(r.Author, Task.FromResult(new CommandResult(r.Version, r.ResultId, null))));

    // Who joined with it nobody can tell any more; so it says nothing, and least of all an alias.
    private static bool IsForgotten(Receipt receipt) => receipt.ResultId is { } id && new DelegateId(id).IsAlias;

    private readonly record struct Carried(Sender Author, Task<CommandResult> Answer);

    private sealed class Subscription(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
