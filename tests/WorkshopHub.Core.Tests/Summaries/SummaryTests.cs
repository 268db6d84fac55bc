using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Summaries;
using WorkshopHub.Core.Tests.World;
using WorkshopHub.Core.Views;
using static WorkshopHub.Core.Tests.World.KickStart;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Summaries;

public sealed class SummaryTests
{
    private const string Weekends = "Poor scheduling and consensus management of IT Maintenance weekends";
    private const string Culture = "Historical focus on technology impact due to cultural attitude of department";
    private const string Arrives = "Business Stakeholders arrives with a technical solution";
    private const string Involved = "Not involved in day to day business operations";

    /// <summary>The two rows of the table in the write-up of the forum, as the room would have made them.</summary>
    private static readonly Scenario Forum = At("challenges")
        .Given(Ben, Challenge(Weekends), "weekends")
        .Given(Chen, Challenge(Arrives), "arrives")
        .MovesTo("root-causes")
        .Given(Dora, RootCause("Old tools", "weekends"), "tools")
        .Given(Chen, RootCause(Culture, "weekends"), "culture")
        .Given(Ben, RootCause(Involved, "arrives"), "involved")
        .Given(Chen, new Nod("culture", true)).Given(Dora, new Nod("culture", true))
        .MovesTo("pick")
        .Given(Amara, new Pick("tools", true))
        .MovesTo("solutions")
        .Given(Ben, Solution("Buy new tools", "tools"), "buy")
        .Given(Amara, new Pick("culture", true, "tools"))
        .Given(Amara, new Pick("involved", true))
        .Given(Ben, Solution("Involve business peers in the decision making process", "culture"), "peers")
        .Given(Chen, Solution("Create yearly plan", "culture"), "plan")
        .Given(Dora, Solution("Make business Units accountable for decision", "culture"), "units")
        .Given(Ben, Solution("“Hang out” at watercooler", "involved"), "watercooler")
        .Given(Chen, Solution("Invite business person for a “day in the life of…” discussion / show and tell", "involved"), "invite")
        .Given(Dora, Solution("Co-location 1 day per week", "involved"), "location");

    private static Summary Of(Scenario scenario) => SummaryBuilder.Build(scenario.State);

    private static string Written(Scenario scenario) => Picture.Of(Of(scenario).Blocks);

    private static Block.Table Table(Scenario scenario) => Of(scenario).Blocks.OfType<Block.Table>().Single(t => t.Heads[0] == "Challenge");

    [Fact]
    public void SUM_1_decisions_and_actions_come_first()
    {
        var blocks = Of(Forum
            .Given(Amara, new RecordDecision("We plan the year", ["culture"]), "d")
            .Given(Amara, new RecordAction("Draw up the plan", "Ben", new(2026, 6, 26), 4, ["d"]))).Blocks;
        Assert.Equal(new Block.Heading(1, "Decisions"), blocks[0]);
        Assert.Equal(new Block.Points(true, [new("We plan the year", $"From: {Culture} (to: Challenge “{Weekends}”)")]), blocks[1]);
        Assert.Equal(new Block.Heading(1, "Actions"), blocks[2]);
        Assert.Equal(
            new Block.Table(
                ["What", "Who", "By when", "Confidence"],
                [[new([new("Draw up the plan", "From: We plan the year")]), new([new("Ben")]), new([new("26 June 2026")]),
                    new([new("4 of 5")])]]),
            blocks[3]);
        Assert.Equal([new Block.Heading(1, "What was said"), new Block.Heading(2, "Challenges to solutions")], blocks.Skip(4).Take(2));
    }

    [Fact]
    public void SUM_1_a_summary_without_decisions_or_actions_says_so()
    {
        var blocks = Of(Forum).Blocks;
        Assert.Equal(new Block.Remark("No decisions were recorded."), blocks[1]);
        Assert.Equal(new Block.Remark("No actions were recorded."), blocks[3]);
    }

    [Fact]
    public void SUM_2_the_kick_start_comes_out_as_the_table_of_the_forum()
    {
        var table = Table(Forum);
        Assert.Equal(["Challenge", "Most significant root cause", "Solutions"], table.Heads);
        Assert.Equal(
            [
                [[Weekends], [Culture],
                    ["Involve business peers in the decision making process", "Create yearly plan",
                    "Make business Units accountable for decision"]],
                [[Arrives], [Involved],
                    ["“Hang out” at watercooler", "Invite business person for a “day in the life of…” discussion / show and tell",
                    "Co-location 1 day per week"]],
            ],
            table.Rows.Select(r => r.Select(c => c.Entries.Select(e => e.Text).ToArray()).ToArray()).ToArray());
    }

    [Fact]
    public void SUM_2_the_pick_is_marked_with_how_many_there_were_and_how_many_nod()
    {
        var rows = Table(Forum).Rows;
        Assert.Equal(new SummaryEntry(Culture, "picked from 2; 2 of 3 nods", true), Assert.Single(rows[0][1].Entries));
        Assert.Equal(new SummaryEntry(Involved, null, true), Assert.Single(rows[1][1].Entries));
        Assert.False(rows[0][0].Entries[0].Marked);
    }

    [Fact]
    public void SUM_2_what_is_not_picked_yet_leaves_its_cells_empty()
    {
        var row = Assert.Single(Table(AtThePick()).Rows);
        Assert.Equal([1, 0, 0], row.Select(c => c.Entries.Count));
    }

    [Fact]
    public void SUM_3_everything_else_that_was_said_comes_after_the_table()
    {
        var blocks = Of(Forum).Blocks;
        var rest = blocks.SkipWhile(b => b is not Block.Table).Skip(1).ToList();
        Assert.Equal(
            [
                new Block.Heading(3, "Root causes: also said"),
                new Block.Remark($"To “{Weekends}”:"),
                new Block.Points(false, [new("Old tools")]),
                new Block.Heading(3, "Solutions: also said"),
                new Block.Remark("To “Old tools”:"),
                new Block.Points(false, [new("Buy new tools")]),
            ],
            rest);
    }

    [Fact]
    public void SUM_3_suggested_next_steps_are_told_apart_from_actions()
    {
        var blocks =
            Of(Open().Given(Amara, new StartActivity("next-steps"))
            .Given(Ben, new Contribute("next-steps", "next-step", "Meet again"))).Blocks;
        Assert.Equal([new Block.Heading(2, "Next steps: suggested"), new Block.Points(false, [new("Meet again")])], blocks.Skip(5));
    }

    [Fact]
    public void SUM_3_a_briefing_comes_with_the_points_that_were_shown()
    {
        var briefing = Open().Given(Amara, new StartActivity("briefing"));
        Assert.Equal(4, Of(briefing).Blocks.Count);
        Assert.Equal(2, Assert.IsType<Block.Points>(Of(briefing.Given(Amara, new ShowPoint("briefing", 2))).Blocks[^1]).Items.Count);
    }

    [Fact]
    public void SUM_4_what_was_withdrawn_or_came_late_is_nowhere()
    {
        var withdrawn = Forum.Given(Chen, new WithdrawContribution("plan"));
        Assert.Contains("Create yearly plan", Picture.Of(Of(Forum)), StringComparison.Ordinal);
        Assert.DoesNotContain("Create yearly plan", Picture.Of(Of(withdrawn)), StringComparison.Ordinal);

        var late = Forum.Later(500).Given(Ben, Challenge("Came too late") with { Late = true }, "late");
        Assert.DoesNotContain("Came too late", Picture.Of(Of(late)), StringComparison.Ordinal);
        Assert.Contains("Came too late", Picture.Of(Of(late.Given(Amara, new TakeLate("late")))), StringComparison.Ordinal);
    }

    [Fact]
    public void SUM_4_what_answered_a_withdrawn_one_stays_under_withdrawn()
    {
        var withdrawn = Forum.Given(Amara, new WithdrawContribution("weekends")).Given(Amara, new WithdrawContribution("culture"));
        Assert.Equal("withdrawn", Table(withdrawn).Rows[0][0].Entries[0].Text);
        Assert.Contains(new Block.Remark("To “withdrawn”:"), Of(withdrawn).Blocks);
        Assert.Contains("Create yearly plan", Written(withdrawn), StringComparison.Ordinal);
        Assert.DoesNotContain(Culture, Picture.Of(Of(withdrawn)), StringComparison.Ordinal);
    }

    [Fact]
    public void SUM_4_what_is_hidden_is_only_in_the_records_and_flagged_there()
    {
        var hidden = Forum.Given(Amara, new Hide("plan", true));
        Assert.DoesNotContain("Create yearly plan", Written(hidden), StringComparison.Ordinal);
        Assert.True(Of(hidden).Records.Single(r => r.Id == "plan").Hidden);
        Assert.False(Of(Forum).Records.Single(r => r.Id == "plan").Hidden);
    }

    [Fact]
    public void SUM_5_only_what_the_room_still_sees_is_named_as_a_source()
    {
        var decided = Forum.Given(Amara, new RecordDecision("We plan the year", ["culture", "plan"]));
        Assert.Contains(
            $"From: {Culture} (to: Challenge “{Weekends}”); Create yearly plan (to: Root cause “{Culture}”; Challenge “{Weekends}”)",
            Written(decided), StringComparison.Ordinal);
        Assert.Contains($"From: {Culture} (to: Challenge “{Weekends}”)\"", Written(decided.Given(Amara, new Hide("plan", true))),
            StringComparison.Ordinal);
        Assert.Contains($"From: {Culture} (to: Challenge “{Weekends}”)\"", Written(decided.Given(Amara, new WithdrawContribution("plan"))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void SUM_6_a_summary_is_there_at_any_time_and_says_how_the_session_stands()
    {
        var draft = Of(Draft()).Head;
        Assert.Equal(("The session has not been opened.", null, "0 delegates"), (draft.Stage, draft.Date, draft.DelegatesInWords));
        Assert.Equal(4, Of(Draft()).Blocks.Count);
        var open = Of(Forum).Head;
        Assert.Equal("The session is still open: this is how it stands.", open.Stage);
        var closed =
            Of(Forum.Given(Amara, new RemoveDelegate("ben", false)).Given(Amara, new RemoveDelegate("dora", false))
            .Given(Amara, new CloseSession())).Head;
        Assert.Equal(new SummaryHead("Beyond Service Partner", "What holds us back", new(2026, 6, 18), 1, "en", null, "1 delegate"),
            closed);
    }

    [Fact]
    public void SUM_7_notes_stand_under_what_they_are_on()
    {
        var noted = Forum.Given(Amara, new WriteNote("All about trust", Chain))
            .Given(Amara, new WriteNote("Begin with this", ContributionId: "plan"));
        var blocks = Of(noted).Blocks;
        Assert.Equal([new Block.Heading(2, "Challenges to solutions"), new Block.Note("All about trust")], blocks.Skip(5).Take(2));
        Assert.Equal(["Begin with this"], Table(noted).Rows[0][2].Entries[1].Notes);
        Assert.Equal(["Begin with this"], Of(noted).Records.Single(r => r.Id == "plan").Notes);
        Assert.Equal("All about trust", Of(noted).Records.Single(r => r.Kind == "note").Text);
    }

    [Fact]
    public void SUM_7_a_note_on_something_hidden_is_not_in_the_text()
    {
        var noted = Forum.Given(Amara, new WriteNote("Begin with this", ContributionId: "plan")).Given(Amara, new Hide("plan", true));
        Assert.DoesNotContain("Begin with this", Written(noted), StringComparison.Ordinal);
        Assert.Equal(["Begin with this"], Of(noted).Records.Single(r => r.Id == "plan").Notes);
    }

    [Fact]
    public void SUM_7_a_note_on_an_activity_in_which_nothing_was_said_has_its_heading()
    {
        var blocks = Of(Open().Given(Amara, new WriteNote("We ran out of time", Chain))).Blocks;
        Assert.Equal([new Block.Heading(2, "Challenges to solutions"), new Block.Note("We ran out of time")], blocks.Skip(5));
    }

    [Fact]
    public void SUM_8_who_noted_or_edited_is_said_and_names_only_where_the_session_shows_them()
    {
        var aloud = AtTheSolutions().Given(Amara, Solution("Said aloud", "culture"), "aloud")
            .Given(Amara, new EditContribution("plan", "Create a plan"));
        Assert.Equal(["edited by the facilitator", "noted by the facilitator"], Table(aloud).Rows[0][2].Entries.Select(e => e.Detail));
        Assert.All(Of(aloud).Records, r => Assert.Null(r.By));
        Assert.Equal("Ben", Of(AtTheSolutions(Named)).Records.Single(r => r.Id == "plan").By);
        Assert.Equal("Ben", Table(AtTheSolutions(Named)).Rows[0][2].Entries[0].Detail);
    }

    [Fact]
    public void SUM_9_the_records_hold_everything_flat_with_what_it_answers()
    {
        var records =
            Of(Forum.Given(Amara, new RecordDecision("We plan", ["culture"]), "d")
            .Given(Amara, new RecordAction("Draw up", "Ben", null, 4, ["d"]), "a")).Records;
        Assert.Equal(["decision", "action", .. Enumerable.Repeat("contribution", 12)], records.Select(r => r.Kind));
        Assert.Equal(new SummaryRecord
        {
            Kind = "decision",
            Id = "d",
            Text = "We plan",
            FromIds = ["culture"],
        }, records[0]);
        Assert.Equal(new SummaryRecord
        {
            Kind = "action",
            Id = "a",
            Text = "Draw up",
            Owner = "Ben",
            Confidence = 4,
            FromIds = ["d"],
        }, records[1]);
        Assert.Equal(
            new SummaryRecord
            {
                Kind = "contribution",
                Id = "culture",
                Text = Culture,
                Activity = "Challenges to solutions",
                Lane = "Root cause",
                ParentId = "weekends",
                ParentText = Weekends,
                Nods = 2,
                Picked = true,
            },
            records.Single(r => r.Id == "culture"));
    }

    [Fact]
    public void SUM_4_what_answers_something_hidden_is_flagged_too_and_does_not_quote_it()
    {
        var records = Of(Forum.Given(Amara, new Hide("culture", true))).Records;
        Assert.Equal((true, null), (records.Single(r => r.Id == "plan").Hidden, records.Single(r => r.Id == "plan").ParentText));
        Assert.DoesNotContain(Culture, Picture.Of(records.Where(r => !r.Hidden)), StringComparison.Ordinal);
        Assert.False(records.Single(r => r.Id == "buy").Hidden);
        Assert.True(Of(Forum.Given(Amara, new Hide("weekends", true))).Records.Single(r => r.Id == "plan").Hidden);
    }

    [Fact]
    public void SUM_5_what_answers_something_hidden_is_not_named_as_a_source()
    {
        var decided = Forum.Given(Amara, new RecordDecision("We plan the year", ["plan", "location"]));
        Assert.Contains($"From: Create yearly plan (to: Root cause “{Culture}”; Challenge “{Weekends}”); Co-location 1 day per week (to: ",
            Written(decided), StringComparison.Ordinal);
        Assert.Contains("From: Co-location 1 day per week", Written(decided.Given(Amara, new Hide("weekends", true))),
            StringComparison.Ordinal);
    }
}
