using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using static WorkshopHub.Core.Tests.World.Exercises;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Sessions;

public sealed class AnsweringTests
{
    private static readonly Lane Now = LadderActivity.Lane("now")!;

    private static Scenario Marking => Open().GoesTo(Ladder);

    private static Distribution Told(Scenario s) => Distribution.Of(s.State, LadderActivity, Now);

    private static Scenario Answers(SettingsPatch? settings, params (string Who, string? Sector, int Value)[] all)
    {
        var room = all.Aggregate(Open(Agenda, settings), (s, a) => s.Joins(Delegate(a.Who), a.Sector)).GoesTo(Ladder);
        return all.Aggregate(room, (s, a) => s.Given(Delegate(a.Who), new GiveAnswer(Ladder, "now", a.Value))).GoesTo(Ladder, "show");
    }

    [Fact]
    public void ANS_1_an_answer_is_one_of_the_values_by_name_or_by_position_from_1()
    {
        Marking.When(Ben, new GiveAnswer(Ladder, "now", "Defined")).Then(new AnswerGiven(Ladder, "now", null, 2));
        Marking.When(Ben, new GiveAnswer(Ladder, "now", " Defined ")).Then(new AnswerGiven(Ladder, "now", null, 2));
        Marking.When(Ben, new GiveAnswer(Ladder, "now", 3)).Then(new AnswerGiven(Ladder, "now", null, 2));
        foreach (var bad in new AnswerValue[] { "defined", "", 0, 5, -1 })
        {
            Marking.When(Ben, new GiveAnswer(Ladder, "now", bad)).ThenRefused(RefusalKind.NoSuchValue);
        }

        Assert.Contains("Ad hoc, Repeatable, Defined, Managed", Marking.When(Ben, new GiveAnswer(Ladder, "now", 9)).Turn.Refusal!.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void ANS_2_the_newest_answer_counts_and_can_be_taken_back()
    {
        var answered = Marking.Given(Ben, new GiveAnswer(Ladder, "now", 1)).Given(Ben, new GiveAnswer(Ladder, "now", 2));
        Assert.Equal(1, Answering.AnswerOf(answered.State, Ladder, "now", null, answered.State.VoterOf(Ladder, Ben.Id)));
        Assert.Equal(1, Told(answered).Answered);
        answered.When(Ben, new GiveAnswer(Ladder, "now", 2)).ThenNothing();
        var back = answered.When(Ben, new GiveAnswer(Ladder, "now", null)).Then(new AnswerGiven(Ladder, "now", null, null));
        Assert.Empty(back.State.Answers);
        back.When(Ben, new GiveAnswer(Ladder, "now", null)).ThenNothing();
    }

    [Fact]
    public void ANS_3_answers_are_taken_only_in_the_steps_that_take_them()
    {
        Marking.GoesTo(Ladder, "show").When(Ben, new GiveAnswer(Ladder, "now", 1)).ThenRefused(RefusalKind.AnswersClosed);
        Marking.GoesTo(Quiet).When(Ben, new GiveAnswer(Ladder, "now", 1)).ThenRefused(RefusalKind.AnswersClosed);
        Marking.GoesTo(Ladder, "obstacles").When(Ben, new GiveAnswer(Ladder, "want", 1)).ThenRefused(RefusalKind.AnswersClosed);
        Marking.When(Ben, new GiveAnswer(Ladder, "obstacle", 1)).ThenRefused(RefusalKind.LaneTakesText);
        Marking.When(Ben, new GiveAnswer(Ladder, "nowhere", 1)).ThenRefused(RefusalKind.NoSuchLane);
        Marking.When(Ben, new GiveAnswer("nowhere", "now", 1)).ThenRefused(RefusalKind.NoSuchActivity);
    }

    [Fact]
    public void ANS_4_under_a_contribution_each_is_answered_for_itself()
    {
        var said = Marking.GoesTo(Ladder, "obstacles").Given(Ben, new Contribute(Ladder, "obstacle", "No time"), "o1");
        said.When(Chen, new GiveAnswer(Ladder, "size", "Large", "o1")).Then(new AnswerGiven(Ladder, "size", "o1", 1));
        said.When(Chen, new GiveAnswer(Ladder, "size", "Large")).ThenRefused(RefusalKind.ParentMissing);
        said.When(Chen, new GiveAnswer(Ladder, "now", 1, "o1")).ThenRefused(RefusalKind.ParentUnwanted);
        said.When(Chen, new GiveAnswer(Ladder, "size", "Large", "nothing")).ThenRefused(RefusalKind.NoSuchContribution);
        said.Given(Amara, new Hide("o1", true)).When(Chen, new GiveAnswer(Ladder, "size", "Large", "o1")).ThenRefused(RefusalKind.Hidden);
        said.Given(Ben, new WithdrawContribution("o1")).When(Chen, new GiveAnswer(Ladder, "size", "Large", "o1"))
            .ThenRefused(RefusalKind.Withdrawn);
    }

    [Fact]
    public void ANS_5_a_team_answers_only_in_its_own_lanes()
    {
        var replying = Writing().GoesTo(Mutual, "boil").Given(Amara, new Pick("ben-1", true)).GoesTo(Mutual, "reply");
        replying.When(Chen, new GiveAnswer(Mutual, "reply-to-it", "Yes", "ben-1")).Then<AnswerGiven>();
        replying.When(Ben, new GiveAnswer(Mutual, "reply-to-it", "Yes", "ben-1")).ThenRefused(RefusalKind.NotYourTeam);
        replying.Joins(Delegate("fay")).When(Delegate("fay"), new GiveAnswer(Mutual, "reply-to-it", "Yes", "ben-1"))
            .ThenRefused(RefusalKind.NoTeamYet);
    }

    [Fact]
    public void ANS_6_before_the_reveal_it_is_told_how_many_answered_and_then_how_many_gave_which()
    {
        var answered =
            Marking.Given(Ben, new GiveAnswer(Ladder, "now", 1)).Given(Chen, new GiveAnswer(Ladder, "now", 3))
            .Given(Dora, new GiveAnswer(Ladder, "now", 3));
        Assert.Equal((3, true, true), (Told(answered).Answered, Told(answered).Counts is null, Told(answered).Median is null));
        var told = Told(answered.GoesTo(Ladder, "show"));
        Assert.Equal([1, 0, 2, 0], told.Counts!);
        Assert.Equal(2, told.Median);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0, 1)]
    [InlineData(0, 1, 2)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 2, 0, 2)]
    [InlineData(0, 0, 2, 2)]
    public void ANS_6_the_median_is_a_named_level_the_lower_one_of_two(params int[]? counts)
    {
        var all = (counts ?? []).SelectMany((n, level) => Enumerable.Repeat(level, n)).ToList();
        Assert.Equal(all.Count == 0 ? null : all[(all.Count - 1) / 2], Answering.Median((counts ?? [0, 0]).ToValueList()));
    }

    [Fact]
    public void ANS_6_a_choice_has_no_median()
    {
        var said = Marking.GoesTo(Ladder, "obstacles").Given(Ben, new Contribute(Ladder, "obstacle", "No time"), "o1")
            .Given(Chen, new GiveAnswer(Ladder, "size", 2, "o1"));
        var told = Distribution.Of(said.State, LadderActivity, LadderActivity.Lane("size")!, "o1");
        Assert.Equal([0, 1], told.Counts!);
        Assert.Null(told.Median);
    }

    [Fact]
    public void ANS_7_answers_stay_when_somebody_is_removed_because_what_changed_then_would_tell_whose_they_were()
    {
        var removed = Answers(null, ("a", null, 1), ("b", null, 4)).Given(Amara, new RemoveDelegate("b", false));
        Assert.Equal([1, 0, 0, 1], Told(removed).Counts!);
        Assert.Equal(2, Told(removed).Answered);
    }

    [Fact]
    public void ANS_8_a_sector_with_fewer_than_three_answers_is_not_told_apart()
    {
        var told = Told(
            Answers(KickStart.Sectors, ("a", "Public", 1), ("b", "Public", 1), ("c", "Public", 2), ("d", "Private", 3),
            ("e", "Private", 3), ("f", "Charity", 4)));
        Assert.Equal([new("Public", [2, 1, 0, 0]), new(null, [0, 0, 2, 1])], told.Sectors);
        Assert.Empty(Told(Answers(null, ("a", null, 1))).Sectors);
        Assert.Empty(Told(Answers(KickStart.Sectors, ("a", "Public", 1), ("b", "Private", 1))).Sectors);
    }

    [Fact]
    public void ANS_8_nor_can_its_answers_be_counted_back_from_the_whole()
    {
        var five = new[] { ("a", "Public", 1), ("b", "Public", 1), ("c", "Public", 2), ("d", "Private", 3), ("e", "Private", 3),
            ("f", "Private", 3), ("h", "Private", 3) };
        var told = Told(Answers(KickStart.Sectors, [.. five.Select(a => (a.Item1, (string?)a.Item2, a.Item3)), ("g", "Charity", 4)]));
        Assert.Equal([new("Private", [0, 0, 4, 0]), new(null, [2, 1, 0, 1])], told.Sectors);
    }
}
