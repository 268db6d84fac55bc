using WorkshopHub.Fuzz;

namespace WorkshopHub.Web.Tests.Doors;

/// <summary>A short run of the fuzzer; the long one is a command, see the README.</summary>
public sealed class FuzzTests(HubServer server) : IClassFixture<HubServer>
{
    [Fact]
    public async Task DOOR_5_odd_input_gets_an_answer_changes_nothing_without_right_and_stops_nobody()
    {
        var fuzzer = new Fuzzer(server.Address, HubServer.Email, HubServer.Password, seed: 7);
        await fuzzer.RunAsync(2_000);
        Assert.Equal([], fuzzer.Findings.Faults);
        Assert.True(fuzzer.Findings.Inputs >= 2_000, $"Only {fuzzer.Findings.Inputs} inputs were sent.");
        Assert.Contains(fuzzer.Findings.Answers, a => a.Key == "200" && a.Value > 20);
    }
}
