using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Facilitator.Cockpit;

namespace WorkshopHub.Web.Tests.Facilitator;

/// <summary>What each role has to press. The session refuses the rest anyway.</summary>
public sealed class RolesInConsoleTests : MethodsContext
{
    // To look at another activity is to read.
    private const string Controls =
        "button:not([disabled]):not([data-test^='look-']), input:not([disabled]), textarea:not([disabled]), select:not([disabled]), form";
    private readonly Room room = Room.At("challenges");
    private readonly string said;

    public RolesInConsoleTests()
    {
        Services.AddSingleton<TimeProvider>(room.Clock);
        foreach (var (account, role) in new[] { ("cleo", "co-facilitator"), ("sam", "scribe"), ("olga", "observer") })
        {
            room.Must(Room.Amara, new ChangeRoles(account, role));
        }

        said = room.Says(room.Joins("Ben"), "challenge", "Maintenance weekends");
        room.Must(Room.Amara, new RecordDecision("We plan the year"));
        room.Must(Room.Amara, new RecordAction("Book the room"));
        // The scribe's: both facilitators could take it away.
        room.Must(new Sender.Account(new("sam")), new WriteNote("In my words", "chain"));
    }

    [Fact]
    public void An_observer_reads_everything_and_has_nothing_to_press()
    {
        using var desk = room.Desk("olga");
        foreach (var (panel, words) in Panels(desk))
        {
            var drawn = Render(panel);
            Assert.Contains(words, drawn.Markup, StringComparison.Ordinal);
            Assert.Empty(drawn.FindAll(Controls));
        }
    }

    [Fact]
    public void A_scribe_writes_and_moves_nothing()
    {
        using var desk = room.Desk("sam");
        var panels = Panels(desk).Select(p => Render(p.Panel)).ToList();
        foreach (var test in new[] { "said-add", "decision-add", "action-add", "note-activity-save-chain" })
        {
            Assert.Single(panels, p => p.FindAll(Test(test)).Count == 1);
        }

        foreach (var test in new[] { "next-move", "close", "timer-start", "hide-" + said, "edit-" + said,
            "activity-next-steps:not([disabled])" })
        {
            Assert.All(panels, p => Assert.Empty(p.FindAll(Test(test))));
        }
    }

    [Fact]
    public void A_scribe_edits_and_withdraws_what_the_scribe_has_written_and_nothing_else()
    {
        var own = room.Says(new Sender.Account(new("sam")), "challenge", "Said aloud");
        using var desk = room.Desk("sam");
        var (mine, other) = (BoardTests.Entry(desk, own), BoardTests.Entry(desk, said));
        Assert.True(mine is { CanEdit: true, CanWithdraw: true, CanNote: true, CanHide: false, Noted: true, Pick: null });
        Assert.True(other is { CanEdit: false, CanWithdraw: false, CanNote: true, CanHide: false, Author: null });
    }

    [Fact]
    public void A_co_facilitator_has_what_the_lead_has()
    {
        using var lead = room.Desk();
        using var co = room.Desk("cleo");
        // Erasing for good is the lead’s alone.
        Assert.Equal(BoardTests.Entry(lead, said) with { CanErase = false }, BoardTests.Entry(co, said));
        Assert.Equal(Tests(lead).Where(t => t?.StartsWith("erase-", StringComparison.Ordinal) != true), Tests(co));
    }

    [Fact]
    public async Task A_role_that_changes_is_there_at_once()
    {
        using var desk = room.Desk("olga");
        var changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        desk.Changed += () => changed.TrySetResult();
        Assert.False(desk.View.May<WriteNote>());
        room.Clock.Advance(Desk.Gathering);
        room.Must(Room.Amara, new ChangeRoles("olga", "scribe"));
        await changed.Task.WaitAsync(TimeSpan.FromSeconds(10), Xunit.TestContext.Current.CancellationToken);
        Assert.True(desk.View.May<WriteNote>());
        Assert.False(desk.View.May<MoveToStep>());
    }

    private static (RenderFragment Panel, string Words)[] Panels(Desk desk) =>
    [
        (Panel<MoveBar>(desk), ""),
        (Panel<NowHead>(desk), "Challenges"),
        (Panel<AgendaPanel>(desk), "Next steps"),
        (Panel<BoardPanel>(desk), "Maintenance weekends"),
        (Panel<DecisionsPanel>(desk), "We plan the year"),
        (Panel<ActionsPanel>(desk), "Book the room"),
        (Panel<NotesPanel>(desk), "In my words"),
        (Panel<PeoplePanel>(desk), "Ben"),
    ];

    private List<string?> Tests(Desk desk) =>
        [.. Panels(desk).SelectMany(p => Render(p.Panel).FindAll("[data-test]").Select(x => x.GetAttribute("data-test")))];

    private static RenderFragment Panel<T>(Desk desk)
        where T : IComponent => builder =>
    {
        builder.OpenComponent<T>(0);
        builder.AddAttribute(1, "Desk", desk);
        builder.CloseComponent();
    };
}
