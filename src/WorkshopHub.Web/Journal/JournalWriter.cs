using System.Data.Common;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Journal;

/// <summary>
/// The only one who writes journals. Whatever waits, from all sessions, shares one commit: a disk that needs 10 ms to
/// sync still takes thousands of entries a second. The order within a session is always kept.
/// </summary>
public sealed class JournalWriter : IHostedService
{
    /// <summary>Bounds how long one commit can make everybody wait.</summary>
    internal const int MostEntries = 1000;

    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(4);

    private readonly Channel<Waiting> queue = Channel.CreateUnbounded<Waiting>(new() { SingleReader = true });
    private readonly TaskCompletionSource drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IDbContextFactory<HubDb> contexts;
    private readonly IDatabase database;
    private readonly EventCodec codec;
    private readonly IReadOnlyList<IProjection> projections;
    private readonly JournalMetrics metrics;
    private readonly StorageHealth health;
    private readonly ILogger<JournalWriter> log;
    private Thread? thread;
    private bool unscrubbed;

    internal JournalWriter(
        IDbContextFactory<HubDb> contexts,
        IDatabase database,
        EventCodec codec,
        IEnumerable<IProjection> projections,
        JournalMetrics metrics,
        StorageHealth health,
        ILogger<JournalWriter> log)
    {
        this.contexts = contexts;
        this.database = database;
        this.codec = codec;
        this.projections = [.. projections];
        this.metrics = metrics;
        this.health = health;
        this.log = log;
    }

    /// <summary>
    /// Puts an entry in the queue. Exactly one of <paramref name="committed"/> and <paramref name="failed"/> is called
    /// later, never from within this call. They run on the writer and hold up everybody: no waiting in them.
    /// </summary>
    /// <param name="stillCurrent">
    /// Asked on the writer when the entry's turn comes. After a failure the session says no for what it had decided on
    /// the state that was lost, and must have learnt so by the time <paramref name="failed"/> returns.
    /// </param>
    public void Enqueue(JournalEntry entry, Func<bool> stillCurrent, Action committed, Action<Exception> failed)
    {
        var waiting = new Waiting(entry, stillCurrent, committed, failed);
        if (queue.Writer.TryWrite(waiting)) return;

        // The caller may hold a lock that its callback wants.
        ThreadPool.QueueUserWorkItem(_ => Tell(waiting, new JournalClosedException()));
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // A thread of its own: it is blocked by the disk most of the time, which no thread of the pool should be.
        thread = new(Run) { IsBackground = true, Name = "journal" };
        thread.Start();
        return Task.CompletedTask;
    }

    /// <summary>
    /// Takes nothing new and returns when all that waits is written, whatever others did with the time there was: this is
    /// what must not be left half done. Only a disk that does not answer ends it earlier; its senders were told nothing.
    /// </summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        queue.Writer.TryComplete();
        if (thread is null) return;
        try
        {
            await drained.Task.WaitAsync(LongestGoodbye, CancellationToken.None);
        }
        catch (TimeoutException)
        {
            log.NotDrained();
        }
    }

    private void Run()
    {
        while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult()) Settle(Take());
        drained.SetResult();
    }

    private List<Waiting> Take()
    {
        var batch = new List<Waiting>();
        while (batch.Count < MostEntries && queue.Reader.TryRead(out var waiting)) batch.Add(waiting);
        return batch;
    }

    private void Settle(List<Waiting> batch)
    {
        if (Write(batch) is not { } failure)
        {
            Tell(batch, null);
            return;
        }

        // One poisoned row must not take the other sessions with it.
        var sessions = batch.GroupBy(x => x.Entry.SessionId).ToList();
        log.CommitFailed(batch.Count, sessions.Count, DataLog.Reason(failure));
        foreach (var session in sessions) Settle(session.Key.Value, [.. session]);
    }

    private void Settle(string session, List<Waiting> batch)
    {
        var failure = Write(batch);
        if (failure is not null) log.SessionFailed(batch.Count, session, DataLog.Reason(failure));
        Tell(batch, failure);
    }

    /// <summary>Writes what is still current, in one transaction; says why when that failed.</summary>
    private Exception? Write(List<Waiting> batch)
    {
        foreach (var waiting in batch) waiting.Stale = !IsCurrent(waiting);
        var current = batch.Where(x => !x.Stale).Select(x => x.Entry).ToList();
        if (current.Count == 0) return null;
        try
        {
            using var db = contexts.CreateDbContext();
            new JournalTransaction(db, codec, projections).Write(current);
            metrics.Committed(current.Count);
            health.Worked();
            if (current.Any(x => x.Record.Erases) || unscrubbed) unscrubbed = !Scrub(db);
            return null;
        }
#pragma warning disable CA1031 // Whatever it was, the senders are told and the next session gets its turn.
        catch (Exception e)
#pragma warning restore CA1031
        {
            metrics.Failed();
            health.Failed(e);
            return e;
        }
    }

    /// <summary>
    /// The entries are committed by now: that the old pages are still about is no reason to call them failed. The next commit
    /// tries again.
    /// </summary>
    private bool Scrub(HubDb db)
    {
        try
        {
            if (database.Scrub(db)) return true;
            log.NotScrubbed("busy");
        }
        catch (DbException e)
        {
            log.NotScrubbed(DataLog.Reason(e));
        }

        return false;
    }

    private bool IsCurrent(Waiting waiting)
    {
        var current = false;
        Guard(waiting, () => current = waiting.StillCurrent());
        return current;
    }

    private void Tell(List<Waiting> batch, Exception? failure)
    {
        foreach (var waiting in batch) Tell(waiting, waiting.Stale ? new StaleEntryException() : failure);
    }

    private void Tell(Waiting waiting, Exception? failure) => Guard(waiting, () =>
    {
        if (failure is null) waiting.Committed();
        else waiting.Failed(failure);
    });

    /// <summary>A fault in one session's callback must not stop the journal of all.</summary>
    private void Guard(Waiting waiting, Action callback)
    {
        try
        {
            callback();
        }
#pragma warning disable CA1031
        catch (Exception e)
#pragma warning restore CA1031
        {
            log.CallbackFailed(waiting.Entry.SessionId.Value, e.GetType().Name, e.StackTrace);
        }
    }

    private sealed class Waiting(JournalEntry entry, Func<bool> stillCurrent, Action committed, Action<Exception> failed)
    {
        public JournalEntry Entry => entry;

        public Func<bool> StillCurrent => stillCurrent;

        public Action Committed => committed;

        public Action<Exception> Failed => failed;

        public bool Stale { get; set; }
    }
}
