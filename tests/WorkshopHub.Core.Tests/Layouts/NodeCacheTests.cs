using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using WorkshopHub.Core.Views;
using static WorkshopHub.Core.Tests.World.KickStart;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Layouts;

/// <summary>Views are looked at before and after: what was drawn once is where a name could stay.</summary>
public sealed class NodeCacheTests
{
    private const string Ben = "Ben Tal";

    /// <summary>Ben's solution was carried into the next steps, and from there to the closing, where the room is.</summary>
    private static Scenario Carried => Open(Named).Given(People.Ben, new ChangeProfile(Ben)).ToTheSolutions()
        .Given(Amara, new CarryOver("next-steps", "next-step", ["plan"]), "carried")
        .Given(Amara, new AddActivity(Activity: Closing)).Given(Amara, new CarryOver("closing", "word", ["carried"]), "again");

    public static TheoryData<string, string, string> Hidings => new()
    {
        { "next-steps", Chain, "anonymous-to-room" },
        { "closing", Chain, "anonymous-to-room" },
        { "closing", "next-steps", "anonymous-to-room" },
        { "closing", "closing", "anonymous-to-room" },
        { Chain, Chain, "anonymous-to-room" },
    };

    [Theory]
    [MemberData(nameof(Hidings))]
    public void SEE_40_a_name_that_is_made_secret_where_something_was_said_is_gone_wherever_it_went(string looksAt, string changes,
        string names)
    {
        var before = Carried.Given(Amara, new StartActivity(looksAt));
        Assert.All(Views(before.State), view => Assert.Contains(Ben, view, StringComparison.Ordinal));
        var after = before.Given(Amara, new ChangeActivity(changes, Names: names));
        Assert.All(Views(after.State), view => Assert.DoesNotContain(Ben, view, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("next-steps")]
    [InlineData("closing")]
    public void SEE_40_the_same_when_the_whole_session_becomes_stricter(string looksAt)
    {
        var before = Carried.Given(Amara, new StartActivity(looksAt));
        Assert.All(Views(before.State), view => Assert.Contains(Ben, view, StringComparison.Ordinal));
        var after = before.Given(Amara, new ChangeSession(Settings: new(Names: "anonymous-to-room")));
        Assert.All(Views(after.State), view => Assert.DoesNotContain(Ben, view, StringComparison.Ordinal));
    }

    [Fact]
    public void SEE_40_a_new_name_stands_at_once_under_what_was_carried_over()
    {
        var before = Carried.Given(Amara, new StartActivity("closing"));
        _ = Views(before.State).ToList();
        var after = before.Given(People.Ben, new ChangeProfile("Benjamin"));
        Assert.All(Views(after.State), view => Assert.Contains("Benjamin", view, StringComparison.Ordinal));
        Assert.All(Views(after.State), view => Assert.DoesNotContain(Ben, view, StringComparison.Ordinal));
    }

    [Fact]
    public void SEE_40_what_did_not_change_is_the_same_node_so_that_nothing_compares_it()
    {
        var before = At("challenges").Given(People.Ben, Challenge("One"), "one").Given(Chen, Challenge("Two"), "two");
        var entries = List(before.State);
        var after = before.Given(Chen, new Nod("two", true));
        Assert.Same(entries[0], List(after.State)[0]);
        Assert.NotSame(entries[1], List(after.State)[1]);
        // Another team or another language in between takes nothing away.
        _ = PhoneView.Build(after.State.In("de"), "it");
        Assert.Same(List(after.State)[1], List(after.State)[1]);
    }

    private static ValueList<Node> List(SessionState state) =>
        PhoneView.Build(state).Children.Single(n => n.Key == "list-challenge").Children;

    private static IEnumerable<string> Views(SessionState state) =>
        new[] { "en", "de" }.SelectMany(l => new[] { PhoneView.Build(state.In(l)), ScreenView.Build(state.In(l)) }).Select(Picture.Of);
}
