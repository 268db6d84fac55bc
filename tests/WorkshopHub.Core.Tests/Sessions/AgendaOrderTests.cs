using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Summaries;
using WorkshopHub.Core.Tests.World;
using WorkshopHub.Core.Views;
using static WorkshopHub.Core.Tests.World.KickStart;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Sessions;

public sealed class AgendaOrderTests
{
    private static readonly Method Again = BuiltInMethods.Find("kick-start")!;

    private static IEnumerable<string> Ids(Scenario scenario) => scenario.State.Agenda.Select(a => a.ActivityId);

    [Fact]
    public void AGENDA_1_an_activity_is_added_at_the_end_or_before_another_one()
    {
        Assert.Equal(["briefing", "chain", "next-steps", "closing"], Ids(Draft().Given(Amara, new AddActivity(Activity: Closing))));
        Assert.Equal(["briefing", "closing", "chain", "next-steps"],
            Ids(AtTheSolutions().Given(Amara, new AddActivity(Activity: Closing, Before: Chain))));
        Open().When(Amara, new AddActivity(Activity: Closing, Before: "nowhere")).ThenRefused(RefusalKind.NoSuchActivity);
        Assert.Equal("closing", Open().When(Amara, new AddActivity(Activity: Closing)).Turn.ResultId);
    }

    [Fact]
    public void AGENDA_1_a_whole_method_is_added()
    {
        var added = Open().Given(Amara, new AddActivity("kick-start", Before: "briefing").With(Again));
        Assert.Equal(["briefing-2", "chain-2", "next-steps-2", "briefing", "chain", "next-steps"], Ids(added));
        Open().When(Amara, new AddActivity("no-such-thing")).ThenRefused(RefusalKind.NoSuchMethod);
        Open().When(Amara, new AddActivity()).ThenRefused(RefusalKind.Malformed);
        Open().When(Amara, new AddActivity("kick-start", Closing).With(Again)).ThenRefused(RefusalKind.Malformed);
    }

    [Fact]
    public void AGENDA_1_a_mistake_in_an_activity_is_told_with_its_place()
    {
        var refused = Open().When(Amara, new AddActivity(Activity: Closing with { Layout = "spiral" }));
        refused.ThenRefused(RefusalKind.InvalidMethod);
        Assert.Contains("“spiral”", refused.Turn.Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AGENDA_2_ids_stay_unique_also_among_removed_ones()
    {
        var twice = Open().Given(Amara, new AddActivity(Activity: Closing)).Given(Amara, new AddActivity(Activity: Closing));
        Assert.Equal(["closing", "closing-2"], Ids(twice).Skip(3));
        Assert.Equal(["closing-2", "closing-3"],
            Ids(twice.Given(Amara, new RemoveActivity("closing")).Given(Amara, new AddActivity(Activity: Closing))).Skip(3));
    }

    [Fact]
    public void AGENDA_3_a_session_has_1_to_60_activities()
    {
        var full = Enumerable.Range(0, 57).Aggregate(Draft(), (s, _) => s.Given(Amara, new AddActivity(Activity: Closing)));
        full.When(Amara, new AddActivity(Activity: Closing)).ThenRefused(RefusalKind.OutOfRange);
        var one = Draft().Given(Amara, new RemoveActivity("briefing")).Given(Amara, new RemoveActivity(Chain));
        one.When(Amara, new RemoveActivity("next-steps")).ThenRefused(RefusalKind.OutOfRange);
    }

    [Fact]
    public void AGENDA_4_activities_change_places_with_what_is_said_in_them()
    {
        var moved = AtTheSolutions().When(Amara, new MoveActivity("next-steps", "briefing"))
            .Then(new ActivityMoved("next-steps", "briefing"));
        Assert.Equal(["next-steps", "briefing", "chain"], Ids(moved));
        Assert.Equal(["briefing", "next-steps", "chain"], Ids(moved.Given(Amara, new MoveActivity(Chain))
            .Given(Amara, new MoveActivity("next-steps", "chain"))));
        Assert.Equal(Picture.Of(AtTheSolutions().State.Contributions), Picture.Of(moved.State.Contributions));
        moved.When(Amara, new MoveActivity("next-steps", "briefing")).ThenNothing();
        moved.When(Amara, new MoveActivity(Chain)).ThenNothing();
        moved.When(Amara, new MoveActivity(Chain, Chain)).ThenNothing();
        moved.When(Amara, new MoveActivity("nowhere")).ThenRefused(RefusalKind.NoSuchActivity);
        moved.When(Amara, new MoveActivity(Chain, "nowhere")).ThenRefused(RefusalKind.NoSuchActivity);
    }

    [Fact]
    public void AGENDA_5_the_activity_in_which_the_room_is_stays()
    {
        AtTheSolutions().When(Amara, new RemoveActivity(Chain)).ThenRefused(RefusalKind.ActivityRunning);
        AtTheSolutions().When(Amara, new RemoveActivity("nowhere")).ThenRefused(RefusalKind.NoSuchActivity);
        AtTheSolutions().Given(Amara, new StartActivity("next-steps")).When(Amara, new RemoveActivity(Chain))
            .Then(new ActivityRemoved(Chain));
    }

    [Fact]
    public void AGENDA_6_what_was_said_in_a_removed_activity_is_parked_and_still_named()
    {
        var removed = AtTheSolutions()
            .Given(Amara, new RecordAction("Draw up the plan", FromIds: ["plan"]))
            .Given(Amara, new WriteNote("In short", Chain))
            .Given(Amara, new StartActivity("next-steps"))
            .Given(Amara, new RemoveActivity(Chain));
        var summary = SummaryBuilder.Build(removed.State);
        var end = summary.Blocks.SkipWhile(b => b is not Block.Heading { Text: "Parked" }).ToList();
        Assert.Equal(new Block.Heading(2, "Challenges to solutions"), end[1]);
        Assert.Equal(new Block.Note("In short"), end[2]);
        foreach (var text in new[] { "Poor scheduling", "Cultural attitude", "Old tools", "Create yearly plan" })
        {
            Assert.Contains(text, Picture.Of(end), StringComparison.Ordinal);
        }

        Assert.Contains("From: Create yearly plan (to: Root cause “Cultural attitude”; Challenge “Poor scheduling”)",
            Picture.Of(summary.Blocks), StringComparison.Ordinal);
        Assert.True(summary.Records.Single(r => r.Id == "plan").Parked);
        Assert.Equal("parked", MineView.Build(removed.State, Ben.Id).Own.Single(o => o.Id == "plan").State);
        Assert.DoesNotContain("Create yearly plan", Picture.Of(PhoneView.Build(removed.State)), StringComparison.Ordinal);
    }
}
