namespace WorkshopHub.Web.Accounts;

/// <summary>What memory knows of one sign-in. Once over it stays over, whatever the row says later.</summary>
internal sealed class KnownSignIn(string id)
{
    private readonly Lock gate = new();
    private Action? told;
    private Task? reading;
    private long readAt;

    public string Id => id;

    /// <summary>Null: the row was not read yet.</summary>
    public string? AccountId { get; private set; }

    public DateTimeOffset LastUsedAt { get; private set; }

    /// <summary>What the row says about its last use.</summary>
    public DateTimeOffset NotedAt { get; private set; }

    public DateTimeOffset EndsAt { get; private set; } = DateTimeOffset.MaxValue;

    public bool IsOver { get; private set; }

    public bool IsRead => AccountId is not null;

    /// <summary>An open console would like to hear of the end.</summary>
    public bool IsWatched => told is not null;

    public bool IsFresh(TimeProvider time, TimeSpan within) => IsRead && time.GetElapsedTime(Volatile.Read(ref readAt)) < within;

    /// <summary>The row as it is now.</summary>
    public void Read(string account, DateTimeOffset lastUsedAt, DateTimeOffset endsAt, long at)
    {
        lock (gate)
        {
            (AccountId, EndsAt) = (account, endsAt);
            if (lastUsedAt > NotedAt) NotedAt = lastUsedAt;
            if (lastUsedAt > LastUsedAt) LastUsedAt = lastUsedAt;
        }

        Volatile.Write(ref readAt, at);
    }

    /// <summary>The row cannot be read just now: what is known holds for a while longer.</summary>
    public void Spare(long at) => Volatile.Write(ref readAt, at);

    public void Use(DateTimeOffset now)
    {
        lock (gate)
        {
            if (now > LastUsedAt) LastUsedAt = now;
        }
    }

    public void Note(DateTimeOffset lastUsed)
    {
        lock (gate) NotedAt = lastUsed;
    }

    /// <summary>Of many who ask at once one reads.</summary>
    public Task ReadOnce(Func<Task> read)
    {
        lock (gate)
        {
            if (reading is { IsCompleted: false } going) return going;
            return reading = Task.Run(read);
        }
    }

    /// <summary>Over from now on; open consoles hear of it at once.</summary>
    public void End()
    {
        Action? tell;
        lock (gate)
        {
            IsOver = true;
            (tell, told) = (told, null);
        }

        tell?.Invoke();
    }

    /// <summary>Calls back once, when it is over; at once where it is already.</summary>
    public IDisposable Watch(Action ended)
    {
        lock (gate)
        {
            if (!IsOver)
            {
                told += ended;
                return new Watching(this, ended);
            }
        }

        ended();
        return new Watching(this, ended);
    }

    private sealed class Watching(KnownSignIn known, Action ended) : IDisposable
    {
        public void Dispose()
        {
            lock (known.gate) known.told -= ended;
        }
    }
}
