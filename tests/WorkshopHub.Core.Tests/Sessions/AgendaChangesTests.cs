using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Sessions;

public sealed class AgendaChangesTests
{
    private static Outcome Change(ChangeActivity change) => KickStart.Draft().When(Amara, change);

    [Fact]
    public void LIVE_10_a_facilitator_rewords_an_activity_and_what_is_left_out_stays()
    {
        var before = KickStart.Draft().State.Activity(KickStart.Chain)!;
        var after = Change(new(
                KickStart.Chain,
                Title: "From pain to plan",
                Lanes: [new("challenge", MaxLength: 120), new("root-cause", Title: "Reason", Prompt: " ")],
                Steps: [new("pick", Title: "Choose", Minutes: null), new("solutions", Minutes: 20)]))
            .Then<ActivityChanged>().State.Activity(KickStart.Chain)!;

        Assert.Equal(("From pain to plan", before.Prompt), (after.Title, after.Prompt));
        Assert.Equal(("Challenge", 120), (after.Lane("challenge")!.Title, after.Lane("challenge")!.MaxLength));
        Assert.Equal(("Choose", null), (after.Step("pick")!.Title, after.Step("pick")!.Minutes));
        Assert.Equal((before.Step("solutions")!.Title, 20), (after.Step("solutions")!.Title, after.Step("solutions")!.Minutes));
        Assert.Equal(before.Step("challenges"), after.Step("challenges"));
        Assert.Equal("", after.Lane("root-cause")!.Prompt);
    }

    [Fact]
    public void LIVE_10_a_new_word_for_a_lane_is_used_in_every_form_of_it()
    {
        var lane = Change(new(KickStart.Chain, Lanes: [new("root-cause", Title: "Reason")]))
            .Then<ActivityChanged>().State.Activity(KickStart.Chain)!.Lane("root-cause")!;
        Assert.Equal(("Reason", "Reason", "Reason"), (lane.Title, lane.Plural, lane.PickedTitle));
        var other = Change(new(KickStart.Chain, Lanes: [new("solution", Title: "Idea")]))
            .Then<ActivityChanged>().State.Activity(KickStart.Chain)!.Lane("solution")!;
        Assert.Null(other.PickedTitle);
    }

    [Fact]
    public void LIVE_10_what_was_said_is_not_touched()
    {
        var before = KickStart.AtTheSolutions();
        var after = before.Given(Amara, new ChangeActivity(KickStart.Chain, Lanes: [new("solution", MaxLength: 20)]));
        Assert.Equal(Picture.Of(before.State.Contributions), Picture.Of(after.State.Contributions));
        after.When(Ben, KickStart.Solution(new string('s', 21), "culture")).ThenRefused(RefusalKind.TextTooLong);
    }

    [Fact]
    public void LIVE_10_points_are_replaced_as_a_whole_and_there_are_at_most_20()
    {
        Change(new("briefing", Points: [" One ", "Two"])).Then<ActivityChanged>(e => Assert.Equal(["One", "Two"], e.Activity.Points));
        Change(new("briefing", Points: [])).Then<ActivityChanged>(e => Assert.Empty(e.Activity.Points));
        Change(new("briefing", Points: Enumerable.Repeat("Point", 21).ToValueList())).ThenRefused(RefusalKind.OutOfRange);
        Change(new("briefing", Points: ["One", " "])).ThenRefused(RefusalKind.TextEmpty);
    }

    [Fact]
    public void LIVE_10_a_bad_change_names_its_fault_and_changes_nothing()
    {
        Change(new("nowhere", Title: "A")).ThenRefused(RefusalKind.NoSuchActivity);
        Change(new(KickStart.Chain)).ThenRefused(RefusalKind.NothingToChange);
        Change(new(KickStart.Chain, Title: "")).ThenRefused(RefusalKind.TextEmpty);
        Change(new(KickStart.Chain, Title: new string('t', 121))).ThenRefused(RefusalKind.TextTooLong);
        Change(new(KickStart.Chain, Prompt: new string('p', 251))).ThenRefused(RefusalKind.TextTooLong);
        Change(new(KickStart.Chain, Title: "Good", Lanes: [new("nowhere", "A")])).ThenRefused(RefusalKind.NoSuchLane);
        Change(new(KickStart.Chain, Lanes: [new("challenge", MaxLength: 19)])).ThenRefused(RefusalKind.OutOfRange);
        Change(new(KickStart.Chain, Lanes: [new("challenge", MaxLength: 1001)])).ThenRefused(RefusalKind.OutOfRange);
        Change(new(KickStart.Chain, Lanes: [new("challenge", Title: ""), new("solution", Title: "Idea")]))
            .ThenRefused(RefusalKind.TextEmpty);
        Change(new(KickStart.Chain, Steps: [new("nowhere", "A")])).ThenRefused(RefusalKind.NoSuchStep);
        Change(new(KickStart.Chain, Steps: [new("pick", Minutes: 0)])).ThenRefused(RefusalKind.OutOfRange);
        Change(new(KickStart.Chain, Steps: [new("pick", Minutes: 241)])).ThenRefused(RefusalKind.OutOfRange);
        Change(new(KickStart.Chain, Steps: [new("pick", Title: " "), new("solutions", Title: "Fix")])).ThenRefused(RefusalKind.TextEmpty);
    }

    [Fact]
    public void LIVE_9_rewording_to_the_same_words_is_no_event()
    {
        Change(new(KickStart.Chain, Title: " Challenges to solutions ")).ThenNothing();
        Change(new(KickStart.Chain, Lanes: [], Steps: [])).ThenNothing();
    }
}
