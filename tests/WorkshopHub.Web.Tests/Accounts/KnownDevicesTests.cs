using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using WorkshopHub.Web.Accounts;

namespace WorkshopHub.Web.Tests.Accounts;

public sealed class KnownDevicesTests
{
    private static readonly Account Amara = new() { Id = "amara", SecurityStamp = "first" };
    private static readonly Account Brendan = new() { Id = "brendan", SecurityStamp = "his" };

    private readonly FakeTimeProvider clock = new(new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));
    private readonly KnownDevices devices;

    public KnownDevicesTests() => devices = new(new EphemeralDataProtectionProvider(), clock);

    [Fact]
    public void SIGN_24_A_browser_is_known_to_the_account_that_signed_in_there_and_to_no_other()
    {
        var cookie = Remember(null, Amara);

        Assert.NotNull(devices.Find(Browser(cookie), Amara));
        Assert.Null(devices.Find(Browser(cookie), Brendan));
        Assert.Null(devices.Find(Browser(null), Amara));
    }

    [Fact]
    public void SIGN_24_A_new_password_a_year_or_another_installation_ends_it()
    {
        var cookie = Remember(null, Amara);

        Assert.Null(devices.Find(Browser(cookie), new() { Id = Amara.Id, SecurityStamp = "second" }));
        Assert.Null(new KnownDevices(new EphemeralDataProtectionProvider(), clock).Find(Browser(cookie), Amara));
        clock.Advance(KnownDevices.Lasts);
        Assert.Null(devices.Find(Browser(cookie), Amara));
    }

    [Theory]
    [InlineData("")]
    [InlineData("amara")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("\u00ff%00;=")]
    public void SIGN_24_What_was_made_up_is_nothing(string cookie) => Assert.Null(devices.Find(Browser(cookie), Amara));

    [Fact]
    public void People_who_share_a_browser_are_each_known_and_the_earliest_is_forgotten()
    {
        var people =
            Enumerable.Range(0, KnownDevices.MostAccounts + 1)
            .Select(i => new Account { Id = Guid.NewGuid().ToString(), SecurityStamp = $"stamp {i}" }).ToList();

        var cookie = people.Aggregate<Account, string?>(null, Remember);

        Assert.Null(devices.Find(Browser(cookie), people[0]));
        Assert.All(people.Skip(1), p => Assert.NotNull(devices.Find(Browser(cookie), p)));
        Assert.Equal(people.Count - 1, people.Select(p => devices.Find(Browser(cookie), p)).OfType<string>().Distinct().Count());
    }

    [Fact]
    public void Its_cookie_says_nothing_is_for_this_site_and_no_script_can_read_it()
    {
        var http = Browser(null);
        http.Request.Scheme = "https";
        devices.Remember(http, Amara);

        var cookie = Assert.Single(http.Response.Headers.SetCookie)!;

        Assert.DoesNotContain("amara", cookie, StringComparison.OrdinalIgnoreCase);
        foreach (var part in (string[])["httponly", "secure", "samesite=strict", "path=/", "max-age=31536000"])
        {
            Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase);
        }
    }

    private string Remember(string? cookie, Account account)
    {
        var http = Browser(cookie);
        devices.Remember(http, account);
        return http.Response.Headers.SetCookie.ToString().Split('=', 2)[1].Split(';')[0];
    }

    private static DefaultHttpContext Browser(string? cookie)
    {
        var http = new DefaultHttpContext();
        if (cookie is not null) http.Request.Headers.Cookie = $"{KnownDevices.CookieName}={cookie}";
        return http;
    }
}
