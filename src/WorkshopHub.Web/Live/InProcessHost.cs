using System.Collections.Concurrent;
using WorkshopHub.Core;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Journal;

namespace WorkshopHub.Web.Live;

/// <summary>All open sessions in this process: found by id or code, brought back from the journal, let go when idle.</summary>
internal sealed class InProcessHost(
    JournalWriter writer, JournalReader reader, JournalDeletion deletion, TimeProvider clock, SessionLimits limits,
        ILogger<InProcessHost> log)
    : BackgroundService, ISessionHost
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(10);
    private const int CodeTries = 20;

    // Lazy, so that a hundred phones that come back at once read the journal once.
    private readonly ConcurrentDictionary<SessionId, Lazy<Task<LiveSession?>>> live = new();
    private readonly ConcurrentDictionary<string, SessionId> byCode = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<SessionId, bool> leaving = new();

    public async Task<(ILiveSession? Session, Refusal? Refusal)> CreateAsync(AccountId lead, CreateSession command, SessionId? id =
        null, CancellationToken cancel = default)
    {
        for (var i = 0; i < CodeTries; i++)
        {
            var sessionId = id ?? new SessionId(NewIds.Next());
            var code = NewIds.NextCode();
            if (await reader.FindByCodeAsync(code, cancel) is not null) continue;
            var empty = new SessionState { Id = sessionId };
            var at = clock.GetUtcNow();
            var turn = Turn.Take(empty, new Sender.Account(lead), command, NewIds.Occasion(at, limits));
            if (turn.Refusal is not null) return (null, turn.Refusal);
            switch (await WriteAsync(JournalEntry.Of(empty, turn) with { Creation = new(code, at) }))
            {
                case null: return (await FindAsync(sessionId, cancel), null);
                // Somebody took the code in this very moment.
                case CodeTakenException: continue;
                default: return (null, RefusalKind.NotSaved);
            }
        }

        return (null, RefusalKind.NotSaved);
    }

    public async Task<ILiveSession?> FindAsync(SessionId id, CancellationToken cancel = default)
    {
        if (leaving.ContainsKey(id)) return null;
        var loading = live.GetOrAdd(id, key => new(() => LoadAsync(key)));
        try
        {
            var session = await loading.Value.WaitAsync(cancel);
            // Whoever subscribes to one that is being let go would never hear of what its successor takes.
            if (session?.Use() == true) return session;
            // Made-up ids must not fill the memory.
            live.TryRemove(KeyValuePair.Create(id, loading));
            return session is null ? null : await FindAsync(id, cancel);
        }
        // One that cannot be read is remembered: a thousand phones that try again must not read its journal a thousand times.
        catch (Exception e) when (e is not (OperationCanceledException or UnreadableSessionException))
        {
            live.TryRemove(KeyValuePair.Create(id, loading));
            throw;
        }
    }

    public async Task<ILiveSession?> FindByCodeAsync(string code, CancellationToken cancel = default)
    {
        if (byCode.TryGetValue(code, out var known) && await FindAsync(known, cancel) is { } session) return session;
        // Not known, or of a session that is gone; its code may belong to another one by now.
        if (await reader.FindByCodeAsync(code, cancel) is not { } id) return null;
        // Before it is looked at: one that does not open is asked for as often as any.
        byCode[code] = id;
        if (await FindAsync(id, cancel) is { } found) return found;
        byCode.TryRemove(KeyValuePair.Create(code, id));
        return null;
    }

    public async Task DeleteAsync(SessionId id, CancellationToken cancel = default)
    {
        // First nobody finds it any more, then what is on its way gets to the disk; only then can all of it be deleted.
        leaving[id] = true;
        try
        {
            if (live.TryRemove(id, out var loading) && await loading.Value is { } session)
            {
                await session.RetireAsync();
                byCode.TryRemove(session.Code, out _);
            }

            await deletion.DeleteAsync(id, cancel);
        }
        finally
        {
            leaving.TryRemove(id, out _);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) Sweep();
    }

    /// <summary>Lets go of sessions that nobody has used for a while.</summary>
    internal void Sweep()
    {
        foreach (var (id, loading) in live)
        {
            if (!loading.IsValueCreated || !loading.Value.IsCompletedSuccessfully || loading.Value.Result is not { } session) continue;
            if (!session.RetireIfIdle(Idle)) continue;
            live.TryRemove(KeyValuePair.Create(id, loading));
            byCode.TryRemove(session.Code, out _);
            log.Unloaded(id);
        }
    }

    /// <summary>How many sessions are in memory.</summary>
    internal int Count => live.Count;

    private async Task<LiveSession?> LoadAsync(SessionId id)
    {
        if (await ReadAsync(id) is not { } stored) return null;
        log.Loaded(id, stored.Events.Count);
        return new LiveSession(stored, writer, () => reader.LoadAsync(id), clock, successor => FindAsync(successor), log, limits);
    }

    private async Task<StoredSession?> ReadAsync(SessionId id)
    {
        try
        {
            return await reader.LoadAsync(id);
        }
        catch (UnreadableSessionException e)
        {
            log.Shut(id, e.Message);
            throw;
        }
    }

    private Task<Exception?> WriteAsync(JournalEntry entry)
    {
        var written = new TaskCompletionSource<Exception?>(TaskCreationOptions.RunContinuationsAsynchronously);
        writer.Enqueue(entry, () => true, () => written.SetResult(null), written.SetResult);
        return written.Task;
    }
}
