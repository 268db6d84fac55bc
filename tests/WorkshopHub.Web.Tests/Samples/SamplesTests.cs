using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Views;
using WorkshopHub.Web.Samples;
using WorkshopHub.Web.Tests.Exports;
using WorkshopHub.Web.Tests.Live;

namespace WorkshopHub.Web.Tests.Samples;

/// <summary>The two events as they happened, by the commands that anybody sends.</summary>
public sealed class SamplesTests
{
    public static TheoryData<string> Ids => [.. SampleScript.All().Select(s => s.Id)];

    [Fact]
    public void There_are_the_two_events_and_a_rehearsal() =>
        Assert.Equal(["sample-business-partner-forum", "sample-contact-centre-summit", "sample-rehearsal"], SampleScript.All()
            .Select(s => s.Id).Order());

    [Theory]
    [InlineData("sample-business-partner-forum")]
    [InlineData("sample-contact-centre-summit")]
    public async Task The_summary_of_an_event_reads_as_its_golden_file(string id)
    {
        await using var world = await LiveWorld.StartAsync();
        var session = await RunAsync(world, id);

        Assert.Equal(SessionStage.Closed, session.State.Stage);
        Golden.Same($"{id}.md", ReadBack.Utf8(SummaryBuilder.Build(session.State).Export("md")));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Made_twice_it_is_there_once(string id)
    {
        await using var world = await LiveWorld.StartAsync();
        var version = (await RunAsync(world, id)).State.Version;

        Assert.Equal(version, (await RunAsync(world, id)).State.Version);
    }

    [Fact]
    public async Task One_that_was_cut_short_goes_on_where_it_stopped()
    {
        await using var world = await LiveWorld.StartAsync();
        var whole = Script("sample-business-partner-forum");
        var half = whole with { Moves = [.. whole.Moves!.Take(whole.Moves!.Count / 2)] };
        var runner = new SampleRunner(world.Host);
        await runner.RunAsync(half, LiveWorld.Amara);

        var session = await runner.RunAsync(whole, LiveWorld.Amara);

        Assert.Equal(SessionStage.Closed, session.State.Stage);
        Golden.Same($"{whole.Id}.md", ReadBack.Utf8(SummaryBuilder.Build(session.State).Export("md")));
    }

    [Fact]
    public async Task Delegates_in_a_sample_have_no_names()
    {
        await using var world = await LiveWorld.StartAsync();
        foreach (var script in SampleScript.All())
        {
            Assert.All((await RunAsync(world, script.Id)).State.Delegates.Values, d => Assert.Null(d.Name));
        }
    }

    private static SampleScript Script(string id) => SampleScript.All().Single(s => s.Id == id);

    private static Task<Web.Live.ILiveSession> RunAsync(LiveWorld world, string id) =>
        new SampleRunner(world.Host).RunAsync(Script(id), LiveWorld.Amara);
}
