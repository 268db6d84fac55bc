using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Summaries;
using WorkshopHub.Core.Tests.World;
using WorkshopHub.Core.Views;
using static WorkshopHub.Core.Tests.World.KickStart;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Sessions;

public sealed class NotesTests
{
    [Fact]
    public void OUT_1_a_note_stands_on_an_activity_or_on_a_contribution()
    {
        var onAll = AtTheSolutions().When(Amara, new WriteNote(" In my words ", Chain))
            .Then(new NoteKept(Chain, null, null, Amara.Id, new("new", "In my words")));
        var onOne = onAll.When(Amara, new WriteNote("On the plan", ContributionId: "plan"))
            .Then(new NoteKept(Chain, "plan", null, Amara.Id, new("new", "On the plan")));
        Assert.Equal("In my words", onOne.State.NoteOn(Chain, null));
        Assert.Equal("On the plan", onOne.State.NoteOn(Chain, "plan"));
        onOne.When(Amara, new WriteNote("Other words", Chain)).Then<NoteKept>();
        onOne.When(Amara, new WriteNote("In my words", Chain)).ThenNothing();
    }

    [Fact]
    public void OUT_1_an_empty_note_takes_it_away()
    {
        var noted = AtTheSolutions().Given(Amara, new WriteNote("In my words", Chain));
        Assert.Empty(noted.When(Amara, new WriteNote(" \n", Chain)).Then(new NoteKept(Chain, null, null, Amara.Id, null)).State.Notes);
        AtTheSolutions().When(Amara, new WriteNote("", Chain)).ThenNothing();
    }

    [Fact]
    public void OUT_1_a_note_has_at_most_4000_characters()
    {
        AtTheSolutions().When(Amara, new WriteNote(new string('n', 4_000), Chain)).Then<NoteKept>();
        AtTheSolutions().When(Amara, new WriteNote(new string('n', 4_001), Chain)).ThenRefused(RefusalKind.TextTooLong);
    }

    [Fact]
    public void OUT_1_a_note_needs_something_to_stand_on()
    {
        AtTheSolutions().When(Amara, new WriteNote("On what?")).ThenRefused(RefusalKind.NoSuchActivity);
        AtTheSolutions().When(Amara, new WriteNote("On what?", "nowhere")).ThenRefused(RefusalKind.NoSuchActivity);
        AtTheSolutions().When(Amara, new WriteNote("On what?", ContributionId: "nothing")).ThenRefused(RefusalKind.NoSuchContribution);
        AtTheSolutions().When(Amara, new WriteNote("Elsewhere", "next-steps", "plan")).ThenRefused(RefusalKind.NoSuchContribution);
        AtTheSolutions().When(Amara, new WriteNote("On what?", ThemeId: "nothing")).ThenRefused(RefusalKind.NoSuchTheme);
        Samples.Full.When(Amara, new WriteNote("Elsewhere", "next-steps", ThemeId: "theme")).ThenRefused(RefusalKind.NoSuchTheme);
        Samples.Full.When(Amara, new WriteNote("On both?", ContributionId: "plan", ThemeId: "theme")).ThenRefused(RefusalKind.Malformed);
    }

    [Fact]
    public void OUT_1_a_note_stands_on_a_theme_and_goes_with_it()
    {
        var noted = Samples.Full.When(Amara, new WriteNote("What it is about", ThemeId: "theme"))
            .Then(new NoteKept(Chain, null, "theme", Amara.Id, new("new", "What it is about")));
        Assert.Equal("What it is about", noted.State.NoteOn(Chain, null, "theme"));
        Assert.Null(noted.State.NoteOn(Chain, null));
        Assert.Empty(noted.Given(Amara, new RemoveTheme("theme")).State.Notes);
        Assert.Empty(noted.Given(Amara, new WriteNote(" ", ThemeId: "theme")).State.Notes);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("plan", null)]
    [InlineData(null, "theme")]
    public void OUT_6_each_has_a_note_of_their_own_and_nobody_writes_over_another_ones(string? contribution, string? theme)
    {
        var activity = contribution is null && theme is null ? Chain : null;
        var both = Noted().Given(Sam, new WriteNote("As it was said", activity, contribution, theme))
            .Given(Amara, new WriteNote("In my words", activity, contribution, theme))
            .Given(Cleo, new WriteNote("And in mine", activity, contribution, theme));
        Assert.Equal(["As it was said", "In my words", "And in mine"], Texts(both, contribution, theme));
        var edited =
            both.Given(Amara, new WriteNote("In other words", activity, contribution, theme))
            .Given(Cleo, new WriteNote(" ", activity, contribution, theme));
        Assert.Equal(["As it was said", "In other words"], Texts(edited, contribution, theme));
        Assert.Equal("In other words", edited.State.NoteBy(Amara.Id, Chain, contribution, theme)?.Text);
        // Nobody is in the way of another one's undo.
        var version = edited.Journal.First(r => r.By == Sam).Version;
        Assert.Equal(["In other words"], Texts(edited.Given(Amara, new Undo(version)), contribution, theme));
    }

    [Fact]
    public void OUT_7_a_facilitator_takes_another_ones_note_away_by_naming_it_and_a_scribe_does_not()
    {
        var both = Noted().Given(Sam, new WriteNote("As it was said", Chain)).Given(Amara, new WriteNote("In my words", Chain));
        both.When(Sam, new WriteNote("", Chain, Of: "amara")).ThenRefused(RefusalKind.NotYours);
        both.When(Amara, new WriteNote("Other words", Chain, Of: "sam")).ThenRefused(RefusalKind.Malformed);
        both.When(Amara, new WriteNote("", Chain, Of: "sam", Was: "As I saw it")).ThenRefused(RefusalKind.ChangedMeanwhile);
        both.When(Amara, new WriteNote("", Chain, Of: "nobody")).ThenNothing();
        var taken = both.When(Amara, new WriteNote("", Chain, Of: "sam")).Then(new NoteKept(Chain, null, null, Sam.Id, null));
        Assert.Equal(["In my words"], Texts(taken, null, null));
        var back = taken.Given(Cleo, new Undo(taken.State.Version));
        Assert.Equal(("As it was said", Sam.Id),
            (back.State.NoteBy(Sam.Id, Chain, null)?.Text, back.State.NotesOn(Chain, null).First(n => n.By == Sam.Id).By));
    }

    [Fact]
    public void OUT_6_a_journal_with_one_note_for_all_reads_as_it_did_and_goes_on_with_one_each()
    {
        var old = Noted().Happened(Sam, [new NoteWritten(Chain, null, new("n1", "First"))])
            .Happened(Amara, [new NoteWritten(Chain, null, new("n2", "Over it"))]);
        Assert.Equal(["Over it"], Texts(old, null, null));
        var on = old.Given(Sam, new WriteNote("Mine again", Chain)).Given(Amara, new WriteNote("Over mine", Chain));
        Assert.Equal(["Over mine", "Mine again"], Texts(on, null, null));
        Assert.Equal(["Over it", "Mine again"], Texts(on.Given(Cleo, new Undo(on.State.Version)), null, null));
        Assert.Equal(Picture.Of(on.State), Picture.Of(Session.Replay(on.State.Id, on.Journal)));
        Assert.Empty(old.Happened(Sam, [new NoteWritten(Chain, null, null)]).State.Notes);
    }

    [Fact]
    public void OUT_6_notes_go_with_their_theme_and_come_back_with_it_each_with_its_author()
    {
        var both = Noted().Given(Sam, new WriteNote("As it was said", ThemeId: "theme"))
            .Given(Amara, new WriteNote("In my words", ThemeId: "theme"));
        var gone = both.Given(Amara, new RemoveTheme("theme"));
        Assert.Empty(gone.State.Notes);
        var back = gone.Given(Amara, new Undo(gone.State.Version));
        Assert.Equal(Picture.Of(both.State.Notes.Values.OrderBy(n => n.Order).Select(n => (n.By, n.Text))),
            Picture.Of(back.State.Notes.Values.OrderBy(n => n.Order).Select(n => (n.By, n.Text))));
        var made = both.Journal.Single(r => r.Event is ThemeCreated).Version;
        both.When(Amara, new Undo(made)).ThenRefused(RefusalKind.Overtaken);
    }

    [Theory]
    [InlineData("en", "Scribe: As it was said", "Facilitator 1: In my words", "Facilitator 2: And in mine")]
    [InlineData("de", "Protokoll: As it was said", "Moderation 1: In my words", "Moderation 2: And in mine")]
    public void OUT_6_the_summary_says_whose_each_of_several_is(string language, params string[] said)
    {
        var one = Noted().Given(Sam, new WriteNote("As it was said", Chain));
        Assert.Equal(["As it was said"], Told(one));
        Assert.Equal(said, Told(one.Given(Amara, new WriteNote("In my words", Chain)).Given(Cleo, new WriteNote("And in mine", Chain))));

        IEnumerable<string> Told(Scenario s) =>
            SummaryBuilder.Build(s.State, SummaryWords.In(language)).Blocks.OfType<Block.Note>().Select(n => n.Text);
    }

    private static Scenario Noted() => Samples.Full.WithHelpers();

    private static IEnumerable<string?> Texts(Scenario s, string? contribution, string? theme) =>
        s.State.NotesOn(Chain, contribution, theme).Select(n => n.Text);
}
