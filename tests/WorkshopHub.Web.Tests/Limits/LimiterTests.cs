using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Time.Testing;
using WorkshopHub.Web.Limits;

namespace WorkshopHub.Web.Tests.Limits;

public sealed class LimiterTests
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void So_much_is_free_at_once_and_one_more_comes_back_every_so_often()
    {
        using var limiter = new Limiter<string>(clock, LimitPolicy.Bucket(3, Every));

        Assert.Equal([null, null, null, Every], Takes(limiter, 4));
        clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal(TimeSpan.FromSeconds(6), Wait(limiter, 1));
        clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal([null, Every], Takes(limiter, 2));
        clock.Advance(Every * 3);
        Assert.False(limiter.Counts("a"));
        Assert.Equal([null, null, null, Every], Takes(limiter, 4));
    }

    [Fact]
    public void A_window_gives_all_of_it_back_at_its_end()
    {
        using var limiter = new Limiter<string>(clock, LimitPolicy.Window(2, Every));

        Assert.Null(Wait(limiter, 1));
        clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal([null, TimeSpan.FromSeconds(6)], Takes(limiter, 2));
        Assert.Null(Wait(limiter, 1, "b"));
        clock.Advance(TimeSpan.FromSeconds(6));
        Assert.False(limiter.Counts("a"));
        Assert.Equal([null, null, Every], Takes(limiter, 3));
    }

    [Fact]
    public void So_many_a_second_come_back_one_by_one()
    {
        using var limiter = new Limiter<string>(clock, LimitPolicy.Bucket(2, perSecond: 5));

        Assert.Equal([null, null, TimeSpan.FromMilliseconds(200)], Takes(limiter, 3));
        clock.Advance(TimeSpan.FromMilliseconds(200));
        Assert.Equal([null, TimeSpan.FromMilliseconds(200)], Takes(limiter, 2));
    }

    [Fact]
    public void Asking_counts_nothing_and_keeps_nothing()
    {
        using var limiter = new Limiter<string>(clock, LimitPolicy.Bucket(1, Every));

        for (var i = 0; i < 5_000; i++) Assert.Null(Wait(limiter, 0, $"{i}"));

        Assert.Equal(0, limiter.Kept);
        Assert.False(limiter.Counts("1"));
        Assert.Null(Wait(limiter, 1, "1"));
        Assert.Equal(Every, Wait(limiter, 0, "1"));
        Assert.True(limiter.Counts("1"));
        Assert.Null(Wait(limiter, 1, "2"));
    }

    [Fact]
    public void Keys_are_kept_only_as_long_as_they_count()
    {
        using var limiter = new Limiter<int>(clock, LimitPolicy.Bucket(5, Every));

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

    private static TimeSpan?[] Takes(Limiter<string> limiter, int times) => [.. Enumerable.Range(0, times).Select(_ => Wait(limiter, 1))];

    private static TimeSpan? Wait(Limiter<string> limiter, int permits, string key = "a")
    {
        using var lease = limiter.AttemptAcquire(key, permits);
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : default;
    }
}
