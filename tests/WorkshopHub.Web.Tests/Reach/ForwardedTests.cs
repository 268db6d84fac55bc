using System.Net;
using Microsoft.Extensions.Configuration;
using WorkshopHub.Web.OwnSettings;
using WorkshopHub.Web.Reach;

namespace WorkshopHub.Web.Tests.Reach;

/// <summary>Whose word counts about who asks.</summary>
public sealed class ForwardedTests
{
    private const string Proxies = "10.0.0.0/8, 192.168.8.9, 2001:db8:1::/48, 127.0.0.1";

    [Theory]
    [InlineData("203.0.113.7", "198.51.100.1", "203.0.113.7")] // nobody's proxy
    [InlineData("10.0.0.5", "203.0.113.7", "203.0.113.7")]
    [InlineData("10.0.0.5", "", "10.0.0.5")]
    [InlineData("10.0.0.5", "198.51.100.1, 203.0.113.7", "203.0.113.7")] // made up before it came to the proxy
    [InlineData("10.0.0.5", "198.51.100.1, 203.0.113.7, 10.1.2.3, 192.168.8.9", "203.0.113.7")]
    [InlineData("10.0.0.5", "198.51.100.1, 192.168.8.10, 10.1.2.3", "192.168.8.10")]
    [InlineData("10.0.0.5", "198.51.100.1, unknown", "10.0.0.5")]
    [InlineData("10.0.0.5", "198.51.100.1, unknown, 10.1.2.3", "10.1.2.3")]
    [InlineData("10.0.0.5", "203.0.113.7:54321", "203.0.113.7")]
    [InlineData("10.0.0.5", "\"[2001:db8::7]:443\"", "2001:db8::7")]
    [InlineData("10.0.0.5", "2001:db8::7", "2001:db8::7")]
    [InlineData("10.0.0.5", "::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("10.0.0.5", "203.0.113.7, ::ffff:10.1.2.3", "203.0.113.7")]
    [InlineData("10.0.0.5", "0313.0.0113.07", "10.0.0.5")] // no address as people write it
    [InlineData("10.0.0.5", "7", "10.0.0.5")]
    [InlineData("::ffff:10.0.0.5", "203.0.113.7", "203.0.113.7")]
    [InlineData("2001:db8:1::1", "203.0.113.7, 2001:db8:1:2::3", "203.0.113.7")]
    [InlineData("2001:db8:2::1", "203.0.113.7", "2001:db8:2::1")]
    [InlineData("127.0.0.1", "198.51.100.1, 127.0.0.1", "127.0.0.1")] // somebody on the proxy's machine
    [InlineData("127.0.0.1", "198.51.100.1, 127.0.0.1, 10.1.2.3", "127.0.0.1")]
    [InlineData("10.0.0.5", "10.0.0.6, 10.0.0.7", "10.0.0.6")]
    public void RUN_2_who_asks_is_the_nearest_address_that_is_no_known_proxy(string peer, string heard, string client)
    {
        var read = Forwarded.Read(IPAddress.Parse(peer), Entries(heard), [], Known(Proxies));

        Assert.Equal(IPAddress.Parse(client), Networks.Plain(read.Client!));
    }

    [Theory]
    [InlineData("10.0.0.5", "203.0.113.7", "https", "https")]
    [InlineData("10.0.0.5", "", "HTTPS", "https")]
    [InlineData("10.0.0.5", "203.0.113.7", "wss", "https")]
    [InlineData("10.0.0.5", "203.0.113.7, 10.1.2.3", "https, http", "https")]
    [InlineData("10.0.0.5", "203.0.113.7", "https, http", "http")] // the first is the client's own
    [InlineData("10.0.0.5", "203.0.113.7, 10.1.2.3", "https", "https")]
    [InlineData("10.0.0.5", "203.0.113.7", "gopher", null)]
    [InlineData("203.0.113.7", "198.51.100.1", "https", null)]
    public void RUN_2_the_scheme_is_what_a_known_proxy_says(string peer, string heard, string said, string? scheme) =>
        Assert.Equal(scheme, Forwarded.Read(IPAddress.Parse(peer), Entries(heard), Entries(said), Known(Proxies)).Scheme);

    [Fact]
    public void RUN_2_where_it_is_switched_on_and_nobody_is_named_only_this_machine_is_known()
    {
        var known = From(Settings(null, "TRUE"));

        foreach (var here in (string[])["127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1"])
        {
            Assert.True(known.Knows(IPAddress.Parse(here)), here);
        }

        foreach (var elsewhere in (string[])["10.0.0.5", "192.168.8.9", "fe80::1", "::2"])
        {
            Assert.False(known.Knows(IPAddress.Parse(elsewhere)), elsewhere);
        }

        Assert.True(known.Knows(null));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("", "false")]
    [InlineData("10.0.0.5", "False")]
    public void RUN_2_where_it_is_not_switched_on_nobody_is_believed(string? proxies, string? on)
    {
        var known = From(Settings(proxies, on));

        Assert.False(known.IsOn);
        Assert.False(known.Knows(IPAddress.Loopback));
    }

    [Theory]
    [InlineData("10.0.0.5", "10.0.0.5", "10.0.0.6")]
    [InlineData("10.0.0.77/24;fd00::/8", "10.0.0.200", "10.0.1.1")]
    [InlineData("10.0.0.77/24;fd00::/8", "fd12::1", "fe00::1")]
    [InlineData("::ffff:10.0.0.0/104", "10.9.9.9", "11.0.0.1")]
    [InlineData("192.168.8.8/29\n 172.16.0.1", "192.168.8.15", "192.168.8.16")]
    [InlineData("10.0.0.5", "::ffff:10.0.0.5", "127.0.0.1")] // who names proxies names all of them
    public void RUN_2_proxies_are_named_by_address_and_by_network(string setting, string known, string unknown)
    {
        var proxies = From(Settings(setting, null));

        Assert.True(proxies.Knows(IPAddress.Parse(known)));
        Assert.False(proxies.Knows(IPAddress.Parse(unknown)));
    }

    [Theory]
    [InlineData("proxy.example")]
    [InlineData("10.0.0.5, nginx")]
    [InlineData("10.0.0")]
    [InlineData("010.0.0.5")]
    [InlineData("10.0.0.5:8080")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.0/-1")]
    [InlineData("10.0.0.0/")]
    [InlineData("0.0.0.0/0")]
    [InlineData("::/0")]
    [InlineData("::ffff:0.0.0.0/96")]
    [InlineData("fd00::/129")]
    public void RUN_3_a_setting_that_names_no_proxy_is_refused_by_its_name(string setting)
    {
        var refused = Assert.Throws<CannotStartException>(() => From(Settings(setting, "true")));

        Assert.Contains("WorkshopHub__KnownProxies", refused.Message, StringComparison.Ordinal);
        Assert.Contains(setting.Split(", ")[^1], refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RUN_3_the_setting_can_be_a_list()
    {
        var configuration =
            new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>
                { ["WorkshopHub:KnownProxies:0"] = "10.0.0.5", ["WorkshopHub:KnownProxies:1"] = "fd00::/8" }).Build();

        Assert.True(From(configuration).Knows(IPAddress.Parse("fd00::7")));
    }

    private static List<string> Entries(string header) =>
        [.. header.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static KnownProxies From(IConfiguration configuration) => KnownProxies.From(HubSettings.Read(configuration), configuration);

    private static KnownProxies Known(string proxies) => From(Settings(proxies, null));

    private static IConfiguration Settings(string? proxies, string? on) => new ConfigurationBuilder()
        .AddInMemoryCollection(
            new Dictionary<string, string?>
            { ["WorkshopHub:KnownProxies"] = proxies, ["FORWARDEDHEADERS_ENABLED"] = on }).Build();
}
