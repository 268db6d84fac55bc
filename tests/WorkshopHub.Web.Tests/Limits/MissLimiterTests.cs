using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Time.Testing;
using WorkshopHub.Web.Limits;

namespace WorkshopHub.Web.Tests.Limits;

public sealed class MissLimiterTests
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void So_many_misses_are_free_and_one_more_comes_back_every_so_often()
    {
        using var limiter = new MissLimiter<string>(clock, 3, Every);

        Assert.Equal([null, null, null, Every], Misses(limiter, 4));
        clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(TimeSpan.FromSeconds(6), Wait(limiter, 1));
        clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal([null, Every], Misses(limiter, 2));
        clock.Advance(Every * 3);
        Assert.False(limiter.HasMissed("a"));
        Assert.Equal([null, null, null, Every], Misses(limiter, 4));
    }

    [Fact]
    public void Asking_counts_nothing_and_keeps_nothing()
    {
        using var limiter = new MissLimiter<string>(clock, 1, Every);

        for (var i = 0; i < 5_000; i++) Assert.Null(Wait(limiter, 0, $"{i}"));

        Assert.Equal(0, limiter.Kept);
        Assert.False(limiter.HasMissed("1"));
        Assert.Null(Wait(limiter, 1, "1"));
        Assert.Equal(Every, Wait(limiter, 0, "1"));
        Assert.True(limiter.HasMissed("1"));
        Assert.Null(Wait(limiter, 1, "2"));
    }

    [Fact]
    public void Keys_are_kept_only_as_long_as_they_count()
    {
        using var limiter = new MissLimiter<int>(clock, 5, Every);

        for (var i = 0; i < 100_000; i++)
        {
            using var lease = limiter.AttemptAcquire(i);
            clock.Advance(TimeSpan.FromMilliseconds(20));
        }

        // 500 count at a time.
        Assert.InRange(limiter.Kept, 500, 2_048);
    }

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:1:2:3", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7", true)]
    [InlineData("192.0.2.7", "192.0.2.8", false)]
    public void A_network_of_ipv6_is_one_address(string one, string other, bool same) =>
        Assert.Equal(same, AddressKey.Of(IPAddress.Parse(one)) == AddressKey.Of(IPAddress.Parse(other)));

    private static TimeSpan?[] Misses(MissLimiter<string> limiter, int times) => [.. Enumerable.Range(0, times).Select(_ => Wait(limiter, 1))];

    private static TimeSpan? Wait(MissLimiter<string> limiter, int permits, string key = "a")
    {
        using var lease = limiter.AttemptAcquire(key, permits);
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : default;
    }
}
