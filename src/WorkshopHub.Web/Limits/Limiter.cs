using System.Threading.RateLimiting;
using WorkshopHub.Web.Ambient;

namespace WorkshopHub.Web.Limits;

/// <summary>
/// Limits how often something happens (a wrong password, a wrong code, a command), for each key by itself and by one policy. To acquire
/// nothing asks whether one more would be too much and keeps nothing; to acquire one counts it. The framework's own limiters read
/// their own clock, and keep an object for each key that was only asked about, which would let strangers choose how much is
/// kept. Here a key is kept as a number or two, and only as long as it counts.
/// </summary>
internal sealed class Limiter<TKey>(TimeProvider clock, LimitPolicy policy) : PartitionedRateLimiter<TKey>
    where TKey : notnull
{
    private const int SweepAtLeastAbove = 1024;

    private readonly Lock gate = new();
    private readonly Dictionary<TKey, LimitPolicy.Kept> kept = [];
    private int sweepAbove = SweepAtLeastAbove;

    /// <summary>How many keys are kept.</summary>
    internal int Kept
    {
        get
        {
            lock (gate) return kept.Count;
        }
    }

    /// <summary>Whether anything of this key still counts.</summary>
    public bool Counts(TKey key)
    {
        lock (gate) return kept.TryGetValue(key, out var of) && of.Until > clock.Steady();
    }

    public override RateLimiterStatistics? GetStatistics(TKey resource) => null;

    protected override RateLimitLease AttemptAcquireCore(TKey resource, int permitCount)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(permitCount, policy.AtOnce);
        lock (gate)
        {
            var now = clock.Steady();
            var of = kept.GetValueOrDefault(resource);
            if (policy.Take(ref of, now, permitCount) is var tooMuch && tooMuch > TimeSpan.Zero) return new Lease(tooMuch);
            if (permitCount == 0) return Lease.Acquired;
            kept[resource] = of;
            if (kept.Count > sweepAbove) Sweep(now);
            return Lease.Acquired;
        }
    }

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(TKey resource, int permitCount, CancellationToken cancellationToken) =>
        ValueTask.FromResult(AttemptAcquireCore(resource, permitCount));

    private void Sweep(TimeSpan now)
    {
        foreach (var (key, of) in kept)
        {
            if (of.Until <= now) kept.Remove(key);
        }

        sweepAbove = Math.Max(SweepAtLeastAbove, 2 * kept.Count);
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
