using System.Globalization;
using WorkshopHub.Web.Reach;
using WorkshopHub.Web.Tests.Texts;

namespace WorkshopHub.Web.Tests.Reach;

/// <summary>What the start page finds between the browser and the program.</summary>
public sealed class FindingsTests
{
    private const string Url = "https://hub.example";
    private static readonly Dictionary<string, string> Words = ResxFile.Merged("ConsoleWords", "");

    // Behind a proxy on this machine that does all that the recipes say.
    private static readonly Arrival Well =
        new("https", "hub.example", "203.0.113.7", "127.0.0.1", PassedOn: true, SaysWho: true, IsOn: true, IsKnown: true);

    // No proxy at all.
    private static readonly Arrival Straight =
        new("http", "192.168.1.20:5080", "192.168.1.33", "192.168.1.33", PassedOn: false, SaysWho: false, IsOn: false, IsKnown: false);

    [Fact]
    public void RUN_6_where_all_is_well_nothing_is_found()
    {
        Assert.Empty(Findings.Of(Well, Url, true, Url));
        Assert.Empty(Findings.Of(Well, Url, true, null));
        Assert.Empty(Findings.Of(Well with { Host = "hub.example:443" }, Url, true, Url));
        Assert.Empty(Findings.Of(Well with { Client = "127.0.0.1" }, "https://hub.example/workshop", true, Url));
        Assert.Empty(Findings.Of(Straight, "http://192.168.1.20:5080", false, "http://192.168.1.20:5080"));
        Assert.Empty(Findings.Of(Straight with { Host = "localhost:5080", Peer = "127.0.0.1" }, "http://192.168.1.20:5080", false, null));
        // Opened at the machine itself, past the proxy.
        Assert.Empty(Findings
            .Of(Straight with { Host = "localhost:5080", IsOn = true, IsKnown = true }, Url, true, "http://localhost:5080"));
    }

    [Fact]
    public void RUN_6_each_fault_of_a_proxy_is_found_and_its_words_name_what_to_do()
    {
        Assert.Equal(["reach-ignored"], Keys(Well with { IsOn = false, IsKnown = false, Client = "127.0.0.1", Scheme = "http" }));
        Assert.Contains("ASPNETCORE_FORWARDEDHEADERS_ENABLED=true", Said(Well with { IsOn = false, IsKnown = false }),
            StringComparison.Ordinal);
        Assert.Equal(["reach-unknown"], Keys(Well with { IsOn = false, IsKnown = false, Peer = "10.0.0.5", Client = "10.0.0.5" }));
        Assert.Contains("WorkshopHub__KnownProxies to 10.0.0.5", Said(Well with { IsKnown = false, Peer = "10.0.0.5" }),
            StringComparison.Ordinal);
        Assert.Equal(["reach-no-scheme"], Keys(Well with { Scheme = "http" }));
        Assert.Equal(["reach-no-client"], Keys(Well with { SaysWho = false, Client = "127.0.0.1" }));
        Assert.Equal(["reach-host"], Keys(Well with { Host = "127.0.0.1:5080" }));
        Assert.Contains("127.0.0.1:5080", Said(Well with { Host = "127.0.0.1:5080" }), StringComparison.Ordinal);
        Assert.Equal(["reach-host", "reach-no-scheme"], Keys(Well with { Host = "backend", Scheme = "http" }).Order());
        Assert.Equal(["reach-no-url"], Findings.Of(Well, "http://192.168.1.20:5080", false, Url).Select(f => f.Key));
    }

    [Fact]
    public void RUN_6_a_proxy_that_says_nothing_is_found_by_what_the_browser_says()
    {
        var silent = Straight with { Host = "127.0.0.1:5080", Peer = "127.0.0.1" };

        Assert.Equal(["reach-silent"], Findings.Of(silent, Url, true, Url).Select(f => f.Key));
        Assert.Equal(["reach-silent", "reach-no-url"], Findings.Of(silent, "http://192.168.1.20:5080", false, Url).Select(f => f.Key));
        Assert.Equal(["reach-silent"], Findings.Of(silent with { Host = "hub.example" }, Url, true, null).Select(f => f.Key));
    }

    private static IEnumerable<string> Keys(Arrival arrival) => Findings.Of(arrival, Url, true, Url).Select(f => f.Key);

    private static string Said(Arrival arrival) => string.Join('\n', Findings.Of(arrival, Url, true, Url)
        .Select(f => string.Format(CultureInfo.InvariantCulture, Words[f.Key], f.With)));
}
