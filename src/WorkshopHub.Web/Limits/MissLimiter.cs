using System.Threading.RateLimiting;

namespace WorkshopHub.Web.Limits;

/// <summary>
/// Counts misses (a wrong password, a wrong code), for each key by itself: so many are free at once, and one more comes back
/// every so often. To acquire nothing asks whether a miss would still be free and keeps nothing; to acquire one counts it.
/// The framework's own bucket reads its own clock, and keeps an object for each key that was only asked about, which would
/// let strangers choose how much is kept. Here a key is kept as a number, and only as long as a miss of it counts.
/// </summary>
/// <param name="free">Misses at once.</param>
/// <param name="every">After which time one more is free.</param>
internal sealed class MissLimiter<TKey>(TimeProvider clock, int free, TimeSpan every) : PartitionedRateLimiter<TKey>
    where TKey : notnull
{
    private const int SweepAtLeastAbove = 1024;

    private readonly long period = (long)(every.TotalSeconds * clock.TimestampFrequency);
    private readonly Lock gate = new();

    // By key, the moment from which on nothing counts any more; on the clock that nobody sets.
    private readonly Dictionary<TKey, long> until = [];
    private int sweepAbove = SweepAtLeastAbove;

    /// <summary>How many keys are kept.</summary>
    internal int Kept
    {
        get
        {
            lock (gate) return until.Count;
        }
    }

    /// <summary>Whether a miss of this key still counts.</summary>
    public bool HasMissed(TKey key)
    {
        lock (gate) return until.GetValueOrDefault(key, long.MinValue) > clock.GetTimestamp();
    }

    public override RateLimiterStatistics? GetStatistics(TKey resource) => null;

    protected override RateLimitLease AttemptAcquireCore(TKey resource, int permitCount)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(permitCount, free);
        lock (gate)
        {
            var now = clock.GetTimestamp();
            var counts = Math.Max(now, until.GetValueOrDefault(resource, now)) - now;
            var tooMuch = counts + (Math.Max(1, permitCount) - free) * period;
            if (tooMuch > 0) return new Lease(clock.GetElapsedTime(0, tooMuch));
            if (permitCount == 0) return Lease.Acquired;
            until[resource] = now + counts + (permitCount * period);
            if (until.Count > sweepAbove) Sweep(now);
            return Lease.Acquired;
        }
    }

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(TKey resource, int permitCount, CancellationToken cancellationToken) =>
        ValueTask.FromResult(AttemptAcquireCore(resource, permitCount));

    private void Sweep(long now)
    {
        foreach (var (key, at) in until)
        {
            if (at <= now) until.Remove(key);
        }

        sweepAbove = Math.Max(SweepAtLeastAbove, 2 * until.Count);
    }

    private sealed class Lease(TimeSpan? wait) : RateLimitLease
    {
        public static readonly Lease Acquired = new(wait: null);

        public override bool IsAcquired => wait is null;

        public override IEnumerable<string> MetadataNames => wait is null ? [] : [MetadataName.RetryAfter.Name];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = metadataName == MetadataName.RetryAfter.Name ? wait : null;
            return metadata is not null;
        }
    }
}
