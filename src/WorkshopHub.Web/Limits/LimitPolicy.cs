namespace WorkshopHub.Web.Limits;

/// <summary>How much of something one key may have. Who limits something names its policy.</summary>
internal abstract record LimitPolicy(int AtOnce)
{
    /// <summary>So much at once, and one more comes back every so often.</summary>
    public static LimitPolicy Bucket(int atOnce, TimeSpan oneMoreEvery) => new RefilledBucket(atOnce, oneMoreEvery);

    /// <summary>So much at once, and so many more each second.</summary>
    public static LimitPolicy Bucket(int atOnce, int perSecond) => new RefilledBucket(atOnce, TimeSpan.FromSeconds(1) / perSecond);

    /// <summary>So much within that time from the first on; then all of it comes back.</summary>
    public static LimitPolicy Window(int most, TimeSpan length) => new FixedWindow(most, length);

    /// <summary>Takes so many; nothing of what is kept where that is too much.</summary>
    /// <param name="kept">What counts of the key so far; by default nothing.</param>
    /// <param name="permits">0: would one more be too much?</param>
    /// <returns>How long it is too much; zero or less: it is not.</returns>
    internal abstract TimeSpan Take(ref Kept kept, TimeSpan now, int permits);

    /// <summary>What is kept of a key.</summary>
    /// <param name="Until">From when on nothing of it counts any more; on the clock that nobody sets.</param>
    /// <param name="Count">Of a window.</param>
    internal readonly record struct Kept(TimeSpan Until, int Count);

    private sealed record RefilledBucket(int AtOnce, TimeSpan Every) : LimitPolicy(AtOnce)
    {
        internal override TimeSpan Take(ref Kept kept, TimeSpan now, int permits)
        {
            var counts = kept.Until > now ? kept.Until - now : TimeSpan.Zero;
            var tooMuch = counts + ((Math.Max(1, permits) - AtOnce) * Every);
            if (tooMuch <= TimeSpan.Zero) kept = new(now + counts + (permits * Every), 0);
            return tooMuch;
        }
    }

    private sealed record FixedWindow(int AtOnce, TimeSpan Length) : LimitPolicy(AtOnce)
    {
        internal override TimeSpan Take(ref Kept kept, TimeSpan now, int permits)
        {
            var current = kept.Until > now ? kept : new(now + Length, 0);
            if (current.Count + Math.Max(1, permits) > AtOnce) return current.Until - now;
            kept = current with { Count = current.Count + permits };
            return TimeSpan.Zero;
        }
    }
}
