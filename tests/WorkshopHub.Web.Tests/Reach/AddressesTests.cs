using System.Net;
using WorkshopHub.Web.OwnSettings;
using WorkshopHub.Web.Reach;

namespace WorkshopHub.Web.Tests.Reach;

public sealed class AddressesTests
{
    private static readonly NetworkCard Loopback = Card("lo", "127.0.0.1");
    private static readonly NetworkCard Wifi = Card("wlan0", "192.168.1.20", hasGateway: true);
    private static readonly NetworkCard Cable = Card("eth0", "10.1.2.3");
    private static readonly NetworkCard Docker = Card("docker0", "172.17.0.1");
    private static readonly NetworkCard Nobody = Card("eth1", "169.254.7.7");
    private static readonly string[] Everywhere = ["http://0.0.0.0:5080"];

    [Theory]
    [InlineData("https://hub.example", "https://hub.example")]
    [InlineData(" https://hub.example/ ", "https://hub.example")]
    [InlineData("https://example.org/hub/", "https://example.org/hub")]
    [InlineData("http://example.org:8080/rooms/hub-1", "http://example.org:8080/rooms/hub-1")]
    public void The_setting_wins_without_a_slash_at_its_end(string setting, string address) =>
        Assert.Equal([address], Addresses.Candidates(PublicUrl.Parse(setting), Everywhere, [Loopback, Wifi]));

    [Theory]
    [InlineData("hub.example")]
    [InlineData("ftp://hub.example")]
    [InlineData("https://example.org//hub")]
    [InlineData("https://example.org/a hub")]
    [InlineData("https://example.org/hub?room=1")]
    [InlineData("https://example.org/?")]
    [InlineData("https://hub.example/#frag")]
    [InlineData("https://user:pw@hub.example")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_web_address_is_no_setting(string? setting)
    {
        Assert.Null(PublicUrl.Parse(setting));
        Assert.Equal(["http://192.168.1.20:5080"], Addresses.Candidates(PublicUrl.Parse(setting), Everywhere, [Wifi]));
    }

    [Fact]
    public void The_network_with_a_way_out_comes_first_and_containers_and_dead_ends_last() =>
        Assert.Equal(
            ["http://192.168.1.20:5080", "http://10.1.2.3:5080", "http://172.17.0.1:5080", "http://169.254.7.7:5080"],
            Addresses.Candidates(null, Everywhere, [Loopback, Nobody, Docker, Cable, Wifi]));

    [Fact]
    public void A_private_address_comes_before_a_public_one() =>
        Assert.Equal("http://10.1.2.3:5080", Addresses.Candidates(null, Everywhere, [Card("eth9", "203.0.113.9"), Cable])[0]);

    [Theory]
    [InlineData("http://*:80", "http://192.168.1.20")]
    [InlineData("http://+:8080", "http://192.168.1.20:8080")]
    [InlineData("http://[::]:5080", "http://192.168.1.20:5080")]
    [InlineData("https://0.0.0.0:443", "https://192.168.1.20")]
    public void Every_way_to_say_everywhere_is_understood(string listening, string address) =>
        Assert.Equal([address], Addresses.Candidates(null, [listening], [Loopback, Wifi]));

    [Fact]
    public void A_server_that_listens_on_one_address_has_that_one() =>
        Assert.Equal(["http://10.1.2.3:5080"], Addresses.Candidates(null, ["http://10.1.2.3:5080"], [Wifi, Cable]));

    [Fact]
    public void Http_comes_before_https_because_phones_do_not_trust_a_laptop() =>
        Assert.Equal(
            ["http://192.168.1.20:5080", "https://192.168.1.20:5443"],
            Addresses.Candidates(null, ["https://0.0.0.0:5443", "http://0.0.0.0:5080"], [Wifi]));

    [Fact]
    public void Loopback_is_named_only_when_nothing_else_is_there()
    {
        Assert.Equal(["http://localhost:5080"], Addresses.Candidates(null, Everywhere, [Loopback]));
        Assert.Equal(["http://127.0.0.1:5080"], Addresses.Candidates(null, ["http://127.0.0.1:5080"], [Loopback, Wifi]));
        Assert.Equal(["http://192.168.1.20:5080"],
            Addresses.Candidates(null, ["http://127.0.0.1:5080", "http://192.168.1.20:5080"], [Loopback, Wifi]));
        Assert.Equal(["http://localhost"], Addresses.Candidates(null, [], []));
    }

    [Theory]
    [InlineData("http://localhost:5080", true)]
    [InlineData("http://127.0.0.1:5080", true)]
    [InlineData("http://127.8.0.1", true)]
    [InlineData("http://[::1]:5080", true)]
    [InlineData("http://192.168.1.20:5080", false)]
    [InlineData("https://hub.example", false)]
    public void It_is_known_which_addresses_no_phone_can_open(string url, bool leadsToLoopback) =>
        Assert.Equal(leadsToLoopback, Addresses.LeadsToLoopback(url));

    private static NetworkCard Card(string name, string address, bool hasGateway = false) =>
        new(name, IPAddress.Parse(address), hasGateway);
}
