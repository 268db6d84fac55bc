using System.Net;
using Microsoft.Extensions.Configuration;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.OwnSettings;

namespace WorkshopHub.Web.Tests.OwnSettings;

/// <summary>The product's own settings, as an environment gives them.</summary>
public sealed class HubSettingsTests
{
    [Fact]
    public void What_is_left_out_or_empty_stands_at_its_default()
    {
        foreach (var settings in new[]
                 {
                     Read(),
                     Read(("PublicUrl", " "), ("DataDirectory", ""), ("KnownProxies", " , "), ("Setup__Email", ""),
                         ("Limits__Screens", "")),
                 })
        {
            Assert.Null(settings.PublicUrl);
            Assert.Null(settings.DataDirectory);
            Assert.Empty(settings.KnownProxies);
            Assert.False(settings.Setup.IsSet);
            Assert.Equal((SessionLimits.Default, new DoorLimits()), (settings.SessionLimits, settings.DoorLimits));
        }
    }

    [Fact]
    public void Each_is_read_by_its_name_whatever_the_case_of_its_letters()
    {
        var settings = Read(
            ("PUBLICURL", "https://hub.example/workshop/"),
            ("datadirectory", "/srv/hub"),
            ("KnownProxies", "10.0.0.5, fd00::/8"),
            ("Setup__Email", "lead@hub.example"),
            ("Setup__Password", "correct horse"),
            ("Limits__Screens", "7"),
            ("Limits__People", "40"));

        Assert.Equal(("https://hub.example/workshop", "/workshop"), (settings.PublicUrl!.Text, settings.PublicUrl.Path));
        Assert.Equal("/srv/hub", settings.DataDirectory);
        Assert.Equal([IPNetwork.Parse("10.0.0.5/32"), IPNetwork.Parse("fd00::/8")], settings.KnownProxies);
        Assert.Equal(new("lead@hub.example", "correct horse"), settings.Setup);
        Assert.Equal((7, 40), (settings.DoorLimits.Screens, settings.SessionLimits.People));
    }

    [Theory]
    [InlineData("PublicUrl", "hub.example", "the whole address that people open")]
    [InlineData("PublicUrl", "ftp://hub.example", "the whole address that people open")]
    [InlineData("PublicUrl", "https://lead@hub.example", "without a user name")]
    [InlineData("KnownProxies", "10.0.0.0/33", "192.168.8.0/24")]
    [InlineData("KnownProxies", "proxy.example", "with commas")]
    [InlineData("Limits__People", "many", "a whole number from 1 to 1000000; without it, it is ")]
    [InlineData("Limits__JoinsPerSecond", "0", "without it, it is 30")]
    public void One_that_cannot_be_is_refused_with_its_name_what_stands_there_and_what_may(string key, string given, string may)
    {
        var refused = Assert.Throws<CannotStartException>(() => Read((key, given)));

        Assert.StartsWith($"WorkshopHub__{key} ", refused.Message, StringComparison.Ordinal);
        Assert.Contains($"“{given}”", refused.Message, StringComparison.Ordinal);
        Assert.Contains(may, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_slip_of_the_pen_among_the_limits_is_refused_with_the_names_that_there_are()
    {
        var refused = Assert.Throws<CannotStartException>(() => Read(("Limits__Peoples", "40")));

        Assert.StartsWith("WorkshopHub__Limits__Peoples is no setting.", refused.Message, StringComparison.Ordinal);
        Assert.Contains("WorkshopHub__Limits__People, ", refused.Message, StringComparison.Ordinal);
    }

    private static HubSettings Read(params (string Name, string Value)[] set) => HubSettings.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(set
            .Select(s => KeyValuePair.Create($"WorkshopHub:{s.Name.Replace("__", ":", StringComparison.Ordinal)}", (string?)s.Value)))
        .Build());
}
