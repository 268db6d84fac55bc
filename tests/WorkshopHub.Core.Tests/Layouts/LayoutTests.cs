using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using WorkshopHub.Core.Views;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Layouts;

/// <summary>What holds for every layout, whatever a method makes of it.</summary>
public sealed class LayoutTests
{
    private static readonly Lane First = new("first", "First", "Firsts", null, "What?", null, LaneKind.Text, 250);
    private static readonly Lane Left = First with { LaneId = "left", Title = "Left", Plural = "Lefts", ParentLaneId = "first" };
    private static readonly Lane Right = First with { LaneId = "right", Title = "Right", Plural = "Rights", ParentLaneId = "first" };
    private static readonly Lane Aside = First with { LaneId = "aside", Title = "Aside", Plural = "Asides" };

    public static TheoryData<string> Layouts => [.. LayoutCatalogue.All.Select(l => l.Name)];

    public static TheoryData<string> WithLanes => [.. LayoutCatalogue.All.Where(l => !l.ShowsPoints).Select(l => l.Name)];

    private static Scenario Session(string layout, params Lane[] lanes)
    {
        var step = new Step("all", StepKind.Collect, "All", null, lanes.Select(l => l.LaneId).ToValueList(), [], true, 0, 0, [], null,
            Visibility.All, false);
        return Scenario.Empty
            .Given(Amara, new CreateSession("Own", null, null, [new("own", "Own", "", layout, [], lanes.ToValueList(), [step])]))
            .Given(Amara, new OpenSession()).Given(Amara, new StartActivity("own"));
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void METHOD_7_a_layout_without_lanes_shows_nothing_and_fails_nowhere(string layout)
    {
        var state = Session(layout).State;
        Assert.Empty(PhoneView.Build(state).Models<EntryTextModel>());
        Assert.Empty(ScreenView.Build(state).Models<EntryTextModel>());
        Assert.Equal(4, SummaryBuilder.Build(state).Blocks.Count);
    }

    [Theory]
    [MemberData(nameof(WithLanes))]
    public void SUM_3_every_lane_is_in_the_summary_wherever_it_hangs(string layout)
    {
        var said = Session(layout, First, Left, Right, Aside)
            .Given(Amara, new Contribute("own", "first", "Text one"), "one")
            .Given(Amara, new Contribute("own", "left", "Text left", "one"))
            .Given(Amara, new Contribute("own", "right", "Text right", "one"))
            .Given(Amara, new Contribute("own", "aside", "Text aside")).State;
        var written = Picture.Of(SummaryBuilder.Build(said).Blocks);
        foreach (var text in new[] { "Text one", "Text left", "Text right", "Text aside" })
        {
            Assert.Single(written.Split($"\"{text}\"")[1..]);
            Assert.Contains($"\"{text}\"", Picture.Of(PhoneView.Build(said)), StringComparison.Ordinal);
        }
    }
}
