using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using WorkshopHub.Core.Views;
using static WorkshopHub.Core.Tests.World.People;
using static WorkshopHub.Core.Tests.World.PhoneExercises;

namespace WorkshopHub.Core.Tests.Views;

/// <summary>Sides, answers, dots, themes and covered words on phones.</summary>
public sealed class PhoneExercisesTests
{
    private static Node Phone(Scenario scenario, string? team = null) => PhoneView.Build(scenario.State, team);

    private static IEnumerable<string> Fields(Node phone) => phone.Models<ComposerModel>().Where(c => c.Open).Select(c => c.LaneId);

    private static IEnumerable<string> Texts(Node phone) => phone.Models<EntryTextModel>().Select(t => t.Id);

    [Fact]
    public void SEE_5_who_has_no_side_chooses_one_before_anything_else()
    {
        var phone = Phone(TwoSides);
        Assert.Equal(new TeamsModel(null, 0, true, true), phone.Model<TeamsModel>("teams"));
        Assert.Equal(new TeamModel(Both, "it", "IT", "What is there?", 3), phone.Model<TeamModel>("team-it"));
        Assert.Equal(new TeamSizeModel(1), phone.Model<TeamSizeModel>("size-it"));
        Assert.Empty(Fields(phone));
        Assert.Empty(Texts(phone));
    }

    [Fact]
    public void SEE_5_a_side_has_its_own_fields_and_its_own_words_until_the_reveal()
    {
        var it = Phone(TwoSides, "it");
        Assert.Equal("IT", it.Model<TopModel>("top").Team);
        Assert.Equal(["of-business"], Fields(it));
        Assert.Equal(["need"], Texts(it));
        Assert.Equal(Visibility.Team, it.Model<ComposerModel>("write-of-business").Seen);
        Assert.Equal(new KeptModel(1, Visibility.Team), it.Model<KeptModel>("kept-of-it"));
        foreach (var team in new[] { "it", "business", null })
        {
            Assert.Equal(["wish", "need"], Texts(Phone(TwoSides.Goes(Both, "reveal"), team)));
        }
    }

    [Fact]
    public void SEE_5_sides_can_be_changed_until_something_was_said()
    {
        var free = At(Both, "write").Given(Ben, new TakeTeam(Both, "business"));
        Assert.False(Phone(free, "business").Model<TeamsModel>("teams").Fixed);
        Assert.Equal(["it"], Phone(free, "business").Models<TeamModel>().Select(t => t.TeamId));
        Assert.True(Phone(TwoSides, "business").Model<TeamsModel>("teams").Fixed);
        Assert.Empty(Phone(TwoSides, "business").Models<TeamModel>());
    }

    [Fact]
    public void SEE_6_who_takes_a_side_changes_a_number_and_no_button()
    {
        var change =
            Assert.Single(ViewDiff.Between(Phone(At(Both, "write")), Phone(At(Both, "write").Given(Ben, new TakeTeam(Both, "it")))));
        Assert.Equal((ViewOp.Replace, "size-it"), (change.Op, change.Target));
    }

    [Fact]
    public void SEE_5_what_one_side_said_is_answered_by_the_other()
    {
        var answer = TwoSides.Goes(Both, "answer");
        Assert.True(Phone(answer, "it").Model<AskModel>("ask-promise-wish").Open);
        Assert.False(Phone(answer, "business").Model<AskModel>("ask-promise-wish").Open);
        var told = Phone(answer.Given(Chen, new GiveAnswer(Both, "promise", "Yes", "wish")), "business")
            .Model<AnswersModel>("told-promise-wish");
        Assert.Equal((1, 1), (told.Answered, told.Of));
        Assert.Equal([1, 0], told.Counts!);
    }

    [Fact]
    public void SEE_6_an_answer_changes_what_the_room_answered_and_not_the_question()
    {
        var before = TwoSides.Goes(Both, "answer");
        var change =
            Assert.Single(ViewDiff
            .Between(Phone(before, "it"), Phone(before.Given(Chen, new GiveAnswer(Both, "promise", 1, "wish")), "it")));
        Assert.Equal((ViewOp.Replace, "told-promise-wish"), (change.Op, change.Target));
    }

    [Fact]
    public void SEE_5_covered_answers_tell_how_many_and_the_reveal_tells_which()
    {
        var alone = At(Floor, "alone").Given(Ben, new GiveAnswer(Floor, "level", "High"))
            .Given(Chen, new GiveAnswer(Floor, "level", "Low"));
        var covered = Phone(alone).Model<AnswersModel>("told-level");
        Assert.Equal((2, 3), (covered.Answered, covered.Of));
        Assert.Null(covered.Counts);
        var told = Phone(alone.Goes(Floor, "compare")).Model<AnswersModel>("told-level");
        Assert.Equal([1, 0, 1], told.Counts!);
        Assert.Equal(0, told.Median);
        Assert.False(Phone(alone.Goes(Floor, "compare")).Model<AskModel>("ask-level").Open);
    }

    [Fact]
    public void SEE_5_words_for_oneself_are_counted_and_not_shown_before_the_reveal()
    {
        var alone = At(Floor, "alone").Given(Ben, new Contribute(Floor, "said", "Mine alone"), "mine");
        Assert.Empty(Texts(Phone(alone)));
        Assert.Equal(new KeptModel(1, Visibility.Own), Phone(alone).Model<KeptModel>("kept-said"));
        Assert.Equal(Visibility.Own, Phone(alone).Model<ComposerModel>("write-said").Seen);
        Assert.Equal(["mine"], Texts(Phone(alone.Goes(Floor, "compare"))));
        Assert.Equal(new KeptModel(0, Visibility.All), Phone(alone.Goes(Floor, "compare")).Model<KeptModel>("kept-said"));
    }

    [Fact]
    public void SEE_5_dots_lie_covered_while_the_room_votes_and_are_told_with_the_result()
    {
        var vote = At(Floor, "alone").Given(Ben, new Contribute(Floor, "said", "This"), "this").Goes(Floor, "vote")
            .Given(Amara, new CreateTheme(Floor, "Like things", ["this"]), "theme");
        Assert.Equal(new VoteModel(3, 2), Phone(vote).Model<VoteModel>("vote"));
        Assert.Equal(2, Phone(vote).Model<ThemeMemberModel>("in-this").MostDots);
        Assert.Equal(2, Phone(vote).Model<ThemeModel>("theme").MostDots);
        var voted = vote.Given(Ben, new PlaceDots("this", 1)).Given(Ben, new PlaceDots("theme", 2)).Given(Chen, new PlaceDots("this", 1));
        var change = Assert.Single(ViewDiff.Between(Phone(vote), Phone(voted)));
        Assert.Equal(("voted", new VotedModel(1, 3)), (change.Target, change.Node!.Model));
        var result = Phone(voted.Goes(Floor, "result"));
        Assert.Equal((2, 0), (result.Model<EntryTextModel>("text-this").Dots, result.Model<EntryTextModel>("text-this").MostDots));
        Assert.Equal(4, result.Model<ThemeModel>("theme").Dots);
        Assert.Equal(new VoteModel(0, 0), result.Model<VoteModel>("vote"));
    }

    [Fact]
    public void SEE_38_while_the_room_votes_what_is_in_a_theme_stands_only_in_it_as_on_the_screen()
    {
        var vote = At(Floor, "alone").Given(Ben, new Contribute(Floor, "said", "This"), "this")
            .Given(Ben, new Contribute(Floor, "said", "That"), "that").Goes(Floor, "vote");
        Assert.Equal(["this", "that"], Phone(vote).Models<EntryModel>().Select(e => e.Id));
        var grouped = vote.Given(Amara, new CreateTheme(Floor, "Like things", ["this"]), "theme");
        Assert.Equal(["that"], Phone(grouped).Models<EntryModel>().Select(e => e.Id));
        Assert.Equal(2, Phone(grouped).Model<EntryTextModel>("text-that").Number);
        Assert.NotNull(Phone(grouped).Find("in-this"));
        Assert.Equal(["this", "that"], Phone(grouped.Goes(Floor, "result")).Models<EntryModel>().Select(e => e.Id));
    }

    [Fact]
    public void SEE_5_themes_stand_with_what_is_in_them_and_a_covered_one_does_not()
    {
        var alone = At(Floor, "alone").Given(Ben, new Contribute(Floor, "said", "This", Quotation: true, SpokenFor: "the approver"), "this")
            .Given(Amara, new CreateTheme(Floor, "Like things", ["this"]), "theme");
        Assert.Null(Phone(alone).Find("theme"));
        var told = Phone(alone.Goes(Floor, "compare"));
        Assert.Equal(("Like things", 1), (told.Model<ThemeModel>("theme").Title, told.Model<ThemeModel>("theme").Members));
        Assert.Equal(new ThemeMemberModel("this", "This", true, "the approver"), told.Model<ThemeMemberModel>("in-this"));
        Assert.Equal((true, "the approver"),
            (told.Model<EntryTextModel>("text-this").Quotation, told.Model<EntryTextModel>("text-this").SpokenFor));
    }

    [Fact]
    public void SEE_9_delegates_find_their_own_answers_and_dots_and_nobody_elses()
    {
        var alone = At(Floor, "alone").Given(Ben, new Contribute(Floor, "said", "This"), "this")
            .Given(Ben, new GiveAnswer(Floor, "level", "High"));
        Assert.Equal([new OwnLevel(Floor, "level", null, 2)], MineView.Build(alone.State, Ben.Id).Answers);
        Assert.Empty(MineView.Build(alone.State, Chen.Id).Answers);
        var voted = alone.Goes(Floor, "vote").Given(Chen, new PlaceDots("this", 2));
        Assert.Equal([new OwnDots("this", 2)], MineView.Build(voted.State, Chen.Id).Dots);
        Assert.Empty(MineView.Build(voted.State, Ben.Id).Dots);
        Assert.Empty(MineView.Build(voted.Goes(Floor, "result").State, Chen.Id).Dots);
    }
}
