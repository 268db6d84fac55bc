using System.Globalization;
using System.Threading.RateLimiting;
using WorkshopHub.Core;

namespace WorkshopHub.Web.Limits;

/// <summary>How long somebody has to wait, in whole seconds: as a refusal, and as a header.</summary>
internal static class Waits
{
    /// <summary>Null: acquired. A lease that does not know how long it takes means a second.</summary>
    public static Refusal? Refuse(this RateLimitLease lease) =>
        lease.IsAcquired
            ? null
            : RefusalKind.TooManyAttempts.After(lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : default);

    /// <summary>One more of this key. Null: it may be; else it is not counted.</summary>
    public static Refusal? Take<T>(this PartitionedRateLimiter<T> limiter, T key)
    {
        using var lease = limiter.AttemptAcquire(key);
        return lease.Refuse();
    }

    /// <summary>The same for whoever says no in other words.</summary>
    public static bool Takes<T>(this PartitionedRateLimiter<T> limiter, T key)
    {
        using var lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired;
    }

    /// <summary>Whether one more of this key would still be free. Null: yes. Counts nothing.</summary>
    public static Refusal? Look<T>(this PartitionedRateLimiter<T> limiter, T key)
    {
        using var lease = limiter.AttemptAcquire(key, 0);
        return lease.Refuse();
    }

    /// <summary>One more of this key, free or not.</summary>
    public static void Count<T>(this PartitionedRateLimiter<T> limiter, T key)
    {
        using var lease = limiter.AttemptAcquire(key);
    }

    /// <summary>This refusal, which ends after that time.</summary>
    public static Refusal After(this RefusalKind kind, TimeSpan wait) => kind.With(Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)));

    /// <summary><c>Retry-After</c>, where the refusal is one that ends by waiting.</summary>
    public static void SayWait(this HttpResponse response, Refusal refusal)
    {
        if (refusal.Kind.Status != StatusCodes.Status429TooManyRequests) return;
        // Of connections it says how many there are.
        response.Headers.RetryAfter = refusal.Kind != RefusalKind.TooManyConnections && refusal.Details is [int seconds, ..]
            ? seconds.ToString(CultureInfo.InvariantCulture)
            : "1";
    }
}
