using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using WorkshopHub.Core.Views;
using static WorkshopHub.Core.Tests.World.KickStart;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Sessions;

public sealed class SightTests
{
    private static string Views(Scenario scenario) =>
        Picture.Of(PhoneView.Build(scenario.State)) + Picture.Of(ScreenView.Build(scenario.State));

    private static void Gone(string text, Scenario scenario)
    {
        Assert.Contains(text, Views(AtTheSolutions()), StringComparison.Ordinal);
        Assert.DoesNotContain(text, Views(scenario), StringComparison.Ordinal);
    }

    [Fact]
    public void SEE_1_what_is_hidden_is_in_no_view_and_neither_is_what_answers_it()
    {
        Gone("Create yearly plan", AtTheSolutions().Given(Amara, new Hide("plan", true, "A reason")));
        Gone("Create yearly plan", AtTheSolutions().Given(Amara, new Hide("weekends", true)));
        Gone("Old tools", AtTheSolutions().Given(Amara, new Hide("weekends", true)));
        Assert.DoesNotContain("A reason", Views(AtTheSolutions().Given(Amara, new Hide("plan", true, "A reason"))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void SEE_1_what_was_withdrawn_is_in_no_view() =>
        Gone("Create yearly plan", AtTheSolutions().Given(Ben, new WithdrawContribution("plan")));

    [Fact]
    public void SEE_1_what_came_late_is_in_no_view_before_it_is_taken_in()
    {
        var late = AtTheSolutions().Later(200).Given(Chen, Challenge("Came too late") with { Late = true }, "late");
        Assert.DoesNotContain("Came too late", Views(late), StringComparison.Ordinal);
        Assert.Contains("Came too late", Views(late.Given(Amara, new TakeLate("late"))), StringComparison.Ordinal);
    }

    [Fact]
    public void SEE_1_notes_and_names_of_drafts_are_in_no_view()
    {
        var noted = AtTheSolutions().Given(Amara, new WriteNote("For the summary", Chain))
            .Given(Amara, new WriteNote("For the summary", ContributionId: "plan"));
        Assert.DoesNotContain("For the summary", Views(noted), StringComparison.Ordinal);
    }

    [Fact]
    public void SEE_2_what_was_withdrawn_and_has_answers_stays_without_its_text()
    {
        var withdrawn = AtTheSolutions().Given(Ben, new WithdrawContribution("weekends"));
        Gone("Poor scheduling", withdrawn);
        Assert.Null(PhoneView.Build(withdrawn.State).Model<EntryTextModel>("text-weekends").Text);
        Assert.Null(ScreenView.Build(withdrawn.State).Model<EntryTextModel>("weekends").Text);
        Assert.Contains("Cultural attitude", Views(withdrawn), StringComparison.Ordinal);
        Assert.False(PhoneView.Build(withdrawn.State).Model<EntryTextModel>("text-weekends").NodsOpen);
    }

    [Fact]
    public void SEE_2_it_goes_when_its_last_answer_goes()
    {
        var withdrawn = At("challenges").Given(Ben, Challenge("Poor scheduling"), "weekends").MovesTo("root-causes")
            .Given(Chen, RootCause("Cultural attitude", "weekends"), "culture").Given(Ben, new WithdrawContribution("weekends"));
        Assert.NotNull(PhoneView.Build(withdrawn.State).Find("weekends"));
        Assert.Null(PhoneView.Build(withdrawn.Given(Chen, new WithdrawContribution("culture")).State).Find("weekends"));
        Assert.Null(PhoneView.Build(withdrawn.Given(Amara, new Hide("culture", true)).State).Find("weekends"));
    }

    [Fact]
    public void SEE_3_names_stand_under_contributions_only_where_the_session_shows_names()
    {
        Assert.All(PhoneView.Build(AtTheSolutions().State).Models<EntryTextModel>(), t => Assert.Null(t.Author));
        Assert.DoesNotContain("Chen", Views(AtTheSolutions()), StringComparison.Ordinal);
        Assert.Equal("Chen", PhoneView.Build(AtTheSolutions(Named).State).Model<EntryTextModel>("text-culture").Author);
    }

    [Fact]
    public void SEE_3_what_a_facilitator_noted_has_no_name() =>
        Assert.Null(PhoneView.Build(AtTheSolutions(Named).Given(Amara, Solution("Said aloud", "culture"), "aloud").State)
            .Model<EntryTextModel>("text-aloud").Author);

    [Fact]
    public void SEE_4_a_sector_of_fewer_than_three_people_is_not_told_apart()
    {
        var room = Room("Public", "Public", "Public", "Private", "Private", "Charity");
        Assert.Equal([new SectorCount("Public", 3), new SectorCount(null, 3)], Sight.Sectors(room.State));
    }

    [Fact]
    public void SEE_4_several_small_sectors_are_left_out_while_they_are_under_three_together()
    {
        Assert.Equal([new SectorCount("Public", 3)], Sight.Sectors(Room("Public", "Public", "Public", "Private", "Charity").State));
        Assert.Empty(Sight.Sectors(Room("Public", "Private").State));
        Assert.Empty(Sight.Sectors(AtTheSolutions().State));
    }

    [Fact]
    public void SEE_4_who_was_removed_or_did_not_say_counts_in_no_sector()
    {
        var room = Room("Public", "Public", "Public", null, null, null);
        Assert.Equal([new SectorCount("Public", 3)], Sight.Sectors(room.State));
        Assert.Empty(Sight.Sectors(room.Given(Amara, new RemoveDelegate("p1", false)).State));
    }

    [Fact]
    public void SEE_4_the_spread_of_nods_counts_these_groups()
    {
        var room = Room("Public", "Public", "Public", "Private", "Private", "Charity")
            .Given(Delegate("p1"), new Nod("culture", true)).Given(Delegate("p2"), new Nod("culture", true));
        Assert.Equal(new Spread(1, 2), Sight.SpreadOf(room.State, room.State.Contributions["culture"]));
        var wider = room.Given(Delegate("p6"), new Nod("culture", true)).State;
        Assert.Equal(new Spread(2, 2), Sight.SpreadOf(wider, wider.Contributions["culture"]));
        Assert.Null(Sight.SpreadOf(wider, wider.Contributions["tools"]));
    }

    [Fact]
    public void SEE_4_no_spread_is_told_over_fewer_than_two_groups()
    {
        var room = Room("Public", "Public", "Public", "Private").Given(Delegate("p4"), new Nod("culture", true)).State;
        Assert.Null(Sight.SpreadOf(room, room.Contributions["culture"]));
    }

    [Fact]
    public void SEE_1_a_lane_that_is_collected_under_cover_is_seen_by_nobody_yet()
    {
        var agenda =
            Agenda.Select(a => a with { Steps = a.Steps.Select(s => s with { Visibility = Visibility.Own }).ToValueList() }).ToValueList();
        var covered = Scenario.Empty.Given(Amara, new CreateSession("Covered", null, null, agenda)).Given(Amara, new OpenSession())
            .Given(Amara, new StartActivity(Chain)).Given(Amara, Challenge("Poor scheduling"), "weekends");
        Assert.DoesNotContain("Poor scheduling", Views(covered), StringComparison.Ordinal);
    }

    // People p1, p2, … of these sectors, at the pick; Ben, Chen and Dora do not say theirs.
    private static Scenario Room(params string?[] sectors) =>
        sectors.Index().Aggregate(AtThePick(KickStart.Sectors), (room, s) => room.Joins(Delegate($"p{s.Index + 1}"), s.Item));

    [Fact]
    public void SEE_2_what_was_hidden_with_its_answers_does_not_come_back_by_being_withdrawn() =>
        Gone("Cultural attitude", AtTheSolutions().Given(Amara, new Hide("weekends", true))
            .Given(Ben, new WithdrawContribution("weekends")));

    [Fact]
    public void SEE_2_answers_to_what_was_withdrawn_stay_when_its_author_is_removed()
    {
        var removed = AtTheSolutions().Given(Ben, new WithdrawContribution("weekends")).Given(Amara, new RemoveDelegate("ben", true));
        Assert.Contains("Cultural attitude", Views(removed), StringComparison.Ordinal);
    }

    [Fact]
    public void SEE_3_what_was_withdrawn_has_no_name_left()
    {
        Assert.Equal("Ben", PhoneView.Build(AtTheSolutions(Named).State).Model<EntryTextModel>("text-weekends").Author);
        var withdrawn = AtTheSolutions(Named).Given(Ben, new WithdrawContribution("weekends"));
        Assert.Null(PhoneView.Build(withdrawn.State).Model<EntryTextModel>("text-weekends").Author);
    }

    [Fact]
    public void SEE_4_answers_to_an_earlier_question_count_no_more()
    {
        var room = Room("Public", "Public", "Public", "Private", "Private", "Private")
            .Given(Delegate("p1"), new Nod("culture", true))
            .Given(Delegate("p4"), new Nod("culture", true))
            .Given(Amara, new ChangeSession(Settings: new(SectorQuestion: new("What do you do?", ["Private", "Finance", "Service"]))));
        Assert.Equal([new SectorCount("Private", 3)], Sight.Sectors(room.State));
        var others = new[] { "p7", "p8", "p9" }.Aggregate(room, (r, p) => r.Joins(Delegate(p), "Finance")).State;
        Assert.Equal(new Spread(1, 2), Sight.SpreadOf(others, others.Contributions["culture"]));
    }
}
