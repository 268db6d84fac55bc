using Bunit;
using MudBlazor;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Views;
using WorkshopHub.Web.Facilitator.Cockpit;
using WorkshopHub.Web.Facilitator.Prepare;

namespace WorkshopHub.Web.Tests.Facilitator;

/// <summary>Two in the console at the same thing: nothing typed is lost, and nothing saved goes without a word.</summary>
public sealed class BothTextsTests : ConsoleContext
{
    private static readonly Sender Cleo = new Sender.Account(new("cleo"));
    private static readonly Sender Sam = new Sender.Account(new("sam"));
    private readonly Room room = Room.At("challenges");

    public BothTextsTests()
    {
        room.Must(Room.Amara, new ChangeRoles("cleo", "co-facilitator"));
        room.Must(Room.Amara, new ChangeRoles("sam", "scribe"));
    }

    [Fact]
    public async Task OUT_8_a_decision_that_was_changed_meanwhile_stands_beside_what_is_typed()
    {
        var id = room.Must(Room.Amara, new RecordDecision("We plan the year"));
        using var desk = room.Desk();
        var panel = Render<DecisionsPanel>(p => p.Add(x => x.Desk, desk));
        panel.Find(Test($"decision-change-{id}")).Click();
        panel.Render();
        panel.Find(Test($"decision-change-text-{id}")).Input("We plan a month");
        await HeardAsync(desk, () => room.Must(Cleo, new ChangeDecision(id, "We plan two years")));
        panel.Render();
        Assert.Equal("We plan two years", panel.Find(Test($"both-saved-decision-change-text-{id}")).TextContent);
        panel.Find($"{Test($"decision-{id}")} form").Submit();
        Assert.Equal("We plan two years", room.State.Decisions[0].Text);
        panel.Render();
        panel.Find(Test($"both-join-decision-change-text-{id}")).Click();
        panel.Render();
        Assert.Empty(panel.FindAll(Test($"both-decision-change-text-{id}")));
        panel.Find($"{Test($"decision-{id}")} form").Submit();
        Assert.Equal("We plan two years\nWe plan a month", room.State.Decisions[0].Text);
    }

    [Fact]
    public void OUT_8_where_the_news_has_not_come_yet_the_save_is_refused_and_the_text_kept()
    {
        var id = room.Must(Room.Amara, new RecordDecision("We plan the year"));
        using var desk = room.Desk();
        var panel = Render<DecisionsPanel>(p => p.Add(x => x.Desk, desk));
        panel.Find(Test($"decision-change-{id}")).Click();
        panel.Render();
        panel.Find(Test($"decision-change-text-{id}")).Input("We plan a month");
        room.Must(Cleo, new ChangeDecision(id, "We plan two years"));
        panel.Find($"{Test($"decision-{id}")} form").Submit();
        panel.Render();
        Assert.Equal("We plan two years", room.State.Decisions[0].Text);
        Assert.Equal("We plan a month", panel.Find(Test($"decision-change-text-{id}")).GetAttribute("value"));
        panel.Find(Test($"both-mine-decision-change-text-{id}")).Click();
        panel.Render();
        panel.Find($"{Test($"decision-{id}")} form").Submit();
        Assert.Equal("We plan a month", room.State.Decisions[0].Text);
    }

    [Fact]
    public void OUT_8_of_an_action_only_the_parts_that_two_have_changed_are_asked_about()
    {
        var id = room.Must(Room.Amara, new RecordAction("Draw it up", "Ben", new DateOnly(2027, 1, 15)));
        using var desk = room.Desk();
        var panel = Render<ActionsPanel>(p => p.Add(x => x.Desk, desk));
        panel.Find(Test($"action-change-{id}")).Click();
        panel.Find(Test($"action-change-{id}-what")).Input("Draw it up at once");
        panel.Find(Test($"action-change-{id}-due")).Change("2027-03-01");
        room.Must(Cleo, new ChangeAction(id, Due: new DateOnly(2027, 2, 1)));
        panel.Find($"{Test($"action-{id}")} form").Submit();
        panel.Render();
        Assert.Equal("2027-02-01", panel.Find(Test($"both-saved-action-change-{id}-due")).TextContent);
        Assert.Empty(panel.FindAll(Test($"both-action-change-{id}-what")));
        panel.Find(Test($"both-theirs-action-change-{id}-due")).Click();
        panel.Render();
        panel.Find($"{Test($"action-{id}")} form").Submit();
        Assert.Equal(("Draw it up at once", "Ben", new DateOnly(2027, 2, 1)),
            (room.State.Actions[0].What, room.State.Actions[0].Owner, room.State.Actions[0].Due));
    }

    [Fact]
    public async Task OUT_8_a_contribution_that_two_facilitators_edit()
    {
        var said = room.Says(room.Joins("Ben"), "challenge", "Weekends");
        using var desk = room.Desk();
        var row = Draw(desk, said);
        row.Find(Test($"edit-{said}")).Click();
        row.Find(Test($"edit-text-{said}")).Input("Maintenance at weekends");
        await HeardAsync(desk, () => room.Must(Cleo, new EditContribution(said, "Weekend work")));
        row.Render(p => p.Add(x => x.Entry, Entry(desk, said)));
        Assert.Equal("Weekend work", row.Find(Test($"both-saved-edit-text-{said}")).TextContent);
        row.Find("form").Submit();
        Assert.Equal("Weekend work", room.State.Contributions[said].Text);
        Assert.Equal("Maintenance at weekends", desk.Drafts[$"edit:{said}"]);
    }

    [Fact]
    public async Task OUT_6_the_scribes_note_and_the_leads_stand_beside_each_other()
    {
        using var amara = room.Desk();
        var form = Render<NoteForm>(p => p.Add(x => x.Desk, amara).Add(x => x.Activity, room.State.Activity("chain")!));
        form.Find(Test("note-activity-chain")).Input("In my words");
        await HeardAsync(amara, () => room.Must(Sam, new WriteNote("As it was said", "chain")));
        form.Find("form").Submit();
        form.Render();
        Assert.Equal(["As it was said", "In my words"], room.State.NotesOn("chain", null).Select(n => n.Text));
        Assert.Contains("Scribe", form.Find(Test("note-by-sam")).TextContent, StringComparison.Ordinal);
        Assert.Contains("As it was said", form.Find(Test("note-by-sam")).TextContent, StringComparison.Ordinal);
        Assert.Equal("In my words", form.Find(Test("note-activity-chain")).GetAttribute("value"));
        // The scribe sees the lead's, and has nothing to take it away with.
        using var sam = room.Desk("sam");
        var theirs = Render<NoteForm>(p => p.Add(x => x.Desk, sam).Add(x => x.Activity, room.State.Activity("chain")!));
        Assert.Contains("In my words", theirs.Find(Test("note-by-amara")).TextContent, StringComparison.Ordinal);
        Assert.Empty(theirs.FindAll(Test("note-take-amara")));
    }

    [Fact]
    public void OUT_7_a_facilitator_takes_anothers_note_away_after_asking()
    {
        room.Must(Sam, new WriteNote("As it was said", "chain"));
        using var desk = room.Desk();
        var form = Render<NoteForm>(p => p.Add(x => x.Desk, desk).Add(x => x.Activity, room.State.Activity("chain")!));
        var dialogs = Render<MudDialogProvider>();
        form.Find(Test("note-take-sam")).Click();
        Assert.Single(room.State.Notes);
        dialogs.Find(Test("note-take-yes")).Click();
        form.WaitForAssertion(() => Assert.Empty(room.State.Notes));
    }

    [Fact]
    public async Task OUT_8_one_persons_note_on_two_machines()
    {
        using var desk = room.Desk();
        var form = Render<NoteForm>(p => p.Add(x => x.Desk, desk).Add(x => x.Activity, room.State.Activity("chain")!));
        form.Find(Test("note-activity-chain")).Input("On the laptop");
        await HeardAsync(desk, () => room.Must(Room.Amara, new WriteNote("On the phone", "chain")));
        form.Render();
        Assert.Equal("On the phone", form.Find(Test("both-saved-note-activity-chain")).TextContent);
        form.Find(Test("both-join-note-activity-chain")).Click();
        form.Render();
        form.Find("form").Submit();
        Assert.Equal("On the phone\nOn the laptop", room.State.NotesOn("chain", null).Single().Text);
    }

    [Fact]
    public async Task OUT_8_the_question_on_joining_that_two_prepare()
    {
        using var desk = room.Desk();
        var form = Render<SectorForm>(p => p.Add(x => x.Desk, desk));
        form.Find(Test("sector-text")).Input("Where from?");
        form.Find(Test("sector-options")).Input("North\nSouth");
        await HeardAsync(desk, () =>
            room.Must(Cleo, new ChangeSession(Settings: new(SectorQuestion: new("Who are you?", ["Public", "Private"])))));
        form.Find("form").Submit();
        form.Render();
        Assert.Equal("Who are you?", room.State.Settings.SectorQuestion!.Text);
        Assert.Contains("Private", form.Find(Test("both-saved-sector")).TextContent, StringComparison.Ordinal);
        form.Find(Test("both-mine-sector")).Click();
        form.Find("form").Submit();
        Assert.Equal(["North", "South"], room.State.Settings.SectorQuestion!.Options);
    }

    [Fact]
    public void OUT_8_a_text_that_the_browser_kept_remembers_what_it_was_typed_over()
    {
        var drafts = new Drafts();
        drafts.GoOn("decision:1", "Mine", "As it was");
        Assert.Equal(("Mine", "As it was"), (drafts["decision:1"], drafts.BaseOf("decision:1")));
        drafts.Type("decision:1", "Mine, longer", "As it is now");
        Assert.Equal("As it was", drafts.BaseOf("decision:1"));
        drafts.Clear("decision:1");
        Assert.Null(drafts.BaseOf("decision:1"));
    }

    private static BoardEntry Entry(Desk desk, string id) =>
        desk.View.Board(desk.State.Activity("chain")!).Tables.SelectMany(t => t.Rows).SelectMany(r => r.Cells).SelectMany(c => c.Groups)
            .SelectMany(g => g.Entries).First(e => e.Id == id);

    private IRenderedComponent<EntryRow> Draw(Desk desk, string id) =>
        Render<EntryRow>(p => p.Add(x => x.Desk, desk).Add(x => x.Entry, Entry(desk, id)));

    // Until the desk has the news.
    private async Task HeardAsync(Desk desk, Action act)
    {
        room.Clock.Advance(TimeSpan.FromSeconds(1));
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        desk.Changed += () => heard.TrySetResult();
        act();
        await heard.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }
}
