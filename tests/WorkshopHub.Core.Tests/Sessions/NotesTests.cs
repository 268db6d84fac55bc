using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using static WorkshopHub.Core.Tests.World.KickStart;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Sessions;

public sealed class NotesTests
{
    [Fact]
    public void OUT_1_a_note_stands_on_an_activity_or_on_a_contribution()
    {
        var onAll = AtTheSolutions().When(Amara, new WriteNote(" In my words ", Chain)).Then(new NoteWritten(Chain, null, new("new", "In my words")));
        var onOne = onAll.When(Amara, new WriteNote("On the plan", ContributionId: "plan")).Then(new NoteWritten(Chain, "plan", new("new", "On the plan")));
        Assert.Equal("In my words", onOne.State.NoteOn(Chain, null));
        Assert.Equal("On the plan", onOne.State.NoteOn(Chain, "plan"));
        onOne.When(Amara, new WriteNote("Other words", Chain)).Then<NoteWritten>();
        onOne.When(Amara, new WriteNote("In my words", Chain)).ThenNothing();
    }

    [Fact]
    public void OUT_1_an_empty_note_takes_it_away()
    {
        var noted = AtTheSolutions().Given(Amara, new WriteNote("In my words", Chain));
        Assert.Empty(noted.When(Amara, new WriteNote(" \n", Chain)).Then(new NoteWritten(Chain, null, null)).State.Notes);
        AtTheSolutions().When(Amara, new WriteNote("", Chain)).ThenNothing();
    }

    [Fact]
    public void OUT_1_a_note_has_at_most_4000_characters()
    {
        AtTheSolutions().When(Amara, new WriteNote(new string('n', 4_000), Chain)).Then<NoteWritten>();
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
        var noted = Samples.Full.When(Amara, new WriteNote("What it is about", ThemeId: "theme")).Then(new NoteWritten(Chain, null, new("new", "What it is about"), "theme"));
        Assert.Equal("What it is about", noted.State.NoteOn(Chain, null, "theme"));
        Assert.Null(noted.State.NoteOn(Chain, null));
        Assert.Empty(noted.Given(Amara, new RemoveTheme("theme")).State.Notes);
        Assert.Empty(noted.Given(Amara, new WriteNote(" ", ThemeId: "theme")).State.Notes);
    }
}
