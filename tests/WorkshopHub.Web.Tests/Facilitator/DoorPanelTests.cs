using Bunit;
using MudBlazor;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Facilitator.Cockpit;

namespace WorkshopHub.Web.Tests.Facilitator;

public sealed class DoorPanelTests : ConsoleContext
{
    private readonly Room room = Room.At("challenges");

    [Fact]
    public void Nobody_at_the_door_no_panel()
    {
        using var desk = room.Desk();
        Assert.Empty(Render<DoorPanel>(p => p.Add(x => x.Desk, desk)).Markup.Trim());
    }

    [Fact]
    public void Who_waits_is_let_in_or_refused_one_by_one()
    {
        var (ann, ben) = (Waits("Ann"), Waits("Ben"));
        using var desk = room.Desk();
        var panel = Render<DoorPanel>(p => p.Add(x => x.Desk, desk));
        Assert.Equal("2 people wait to be let in", panel.Find(Test("door-waiting")).TextContent);

        var admit = panel.Find(Test($"admit-{ann}"));
        Assert.Equal("Let in: Ann", admit.GetAttribute("aria-label"));
        admit.Click();
        panel.Render(p => p.Add(x => x.Desk, desk));
        panel.Find(Test($"refuse-{ben}")).Click();
        panel.Render(p => p.Add(x => x.Desk, desk));

        Assert.Equal([ann], room.State.Present.Select(d => d.Id));
        Assert.Equal("1 person was refused", panel.Find(Test("door-refused")).TextContent);
        panel.Find(Test($"admit-{ben}")).Click();
        Assert.Equal([ann, ben], room.State.Present.OrderBy(d => d.Order).Select(d => d.Id));
    }

    [Fact]
    public void All_who_wait_are_let_in_or_after_a_question_refused_at_once()
    {
        var all = Enumerable.Range(1, 70).Select(i => Waits($"Person {i}")).ToList();
        using var desk = room.Desk();
        var panel = Render<DoorPanel>(p => p.Add(x => x.Desk, desk));
        Assert.Equal(50, panel.FindAll("[data-test^='waits-']").Count);
        panel.Find(Test("door-more")).Click();
        Assert.Equal(70, panel.FindAll("[data-test^='waits-']").Count);
        var dialogs = Render<MudDialogProvider>();
        panel.Find(Test("refuse-all")).Click();
        Assert.Contains("Refuse 70 people?", dialogs.Markup, StringComparison.Ordinal);
        dialogs.Find(Test("refuse-all-yes")).Click();
        panel.WaitForAssertion(() => Assert.Empty(room.State.Waits));

        room.Must(Room.Amara, new Undo(room.State.Version));
        desk.Redraw();
        using var again = room.Desk();
        Render<DoorPanel>(p => p.Add(x => x.Desk, again)).Find(Test("admit-all")).Click();
        Assert.Equal(all, room.State.Present.OrderBy(d => d.Order).Select(d => d.Id));
    }

    [Fact]
    public void A_scribe_sees_who_waits_and_lets_nobody_in()
    {
        Waits("Ann");
        room.Must(Room.Amara, new ChangeRoles("sam", "scribe"));
        using var desk = room.Desk("sam");
        var panel = Render<DoorPanel>(p => p.Add(x => x.Desk, desk));
        Assert.Equal("1 person waits to be let in", panel.Find(Test("door-waiting")).TextContent);
        Assert.Empty(panel.FindAll("button"));
        Assert.DoesNotContain("Ann", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Those_who_joined_lately_are_ticked_and_taken_out_with_what_they_wrote()
    {
        var ben = room.Joins("Ben");
        room.Says(ben, "challenge", "Honest");
        room.Clock.Advance(TimeSpan.FromMinutes(20));
        var bots = Enumerable.Range(1, 3).Select(i => room.Joins($"Bot {i}")).ToList();
        foreach (var bot in bots) room.Says(bot, "challenge", "Spam");
        var late = room.Joins("Late but honest");
        using var desk = room.Desk();
        var panel = Render<PeoplePanel>(p => p.Add(x => x.Desk, desk));
        var dialogs = Render<MudDialogProvider>();

        panel.Find(Test("people-since")).Change("10");
        panel.Find("form").Submit();
        Assert.Equal("4 people are ticked", panel.Find(Test("people-ticked")).TextContent);
        panel.Find(Test($"tick-{late.Key[2..]}")).Change(false);
        Assert.Equal("3 people are ticked", panel.Find(Test("people-ticked")).TextContent);
        panel.Find(Test("people-remove")).Click();
        Assert.Contains("Remove 3 people?", dialogs.Markup, StringComparison.Ordinal);
        Assert.Contains("3 contributions stand in their names", dialogs.Markup, StringComparison.Ordinal);
        dialogs.Find(Test("people-remove-yes")).Click();

        panel.WaitForAssertion(() =>
            Assert.Equal(["Ben", "Late but honest"], room.State.Present.OrderBy(d => d.Order).Select(d => d.Name)));
        Assert.Equal(["Honest"], room.State.Contributions.Values.Where(c => c.Stands).Select(c => c.Text));
        Assert.Equal("taking 3 people out of the session", Words.TakesBack(room.State, room.State.Moves().First()));
    }

    [Fact]
    public void What_they_wrote_stays_if_that_is_chosen()
    {
        var bot = room.Joins("Bot");
        room.Says(bot, "challenge", "Perhaps not spam");
        using var desk = room.Desk();
        var panel = Render<PeoplePanel>(p => p.Add(x => x.Desk, desk));
        var dialogs = Render<MudDialogProvider>();
        panel.Find(Test($"tick-{bot.Key[2..]}")).Change(true);
        panel.Find(Test("people-remove")).Click();
        dialogs.Find("input[type=checkbox]").Change(false);
        dialogs.Find(Test("people-remove-yes")).Click();
        panel.WaitForAssertion(() => Assert.Empty(room.State.Present));
        Assert.Single(room.State.Contributions.Values, c => c.Stands);
    }

    [Fact]
    public void Thousands_of_people_are_shown_some_at_a_time()
    {
        for (var i = 0; i < 120; i++) room.Joins($"Person {i}");
        using var desk = room.Desk();
        var panel = Render<PeoplePanel>(p => p.Add(x => x.Desk, desk));
        Assert.Equal(50, panel.FindAll("[data-test^='delegate-']").Count);
        Assert.Equal("Show 50 more (of 70)", panel.Find(Test("people-more")).TextContent.Trim());
        panel.Find(Test("people-more")).Click();
        panel.Find(Test("people-more")).Click();
        Assert.Equal(120, panel.FindAll("[data-test^='delegate-']").Count);
        Assert.Empty(panel.FindAll(Test("people-more")));
    }

    [Theory]
    [InlineData(4, 5, null)]
    [InlineData(4, 4, "full-people-now")]
    [InlineData(10, 11, null)]
    [InlineData(10, 12, "full-people")]
    public void LIMIT_8_facilitators_are_told_before_a_session_is_full_and_when_it_is(int people, int most, string? told)
    {
        most = told is null ? most * 2 : most;
        room.Limits = new(People: most, Contributions: 1_000);
        for (var i = 0; i < people; i++) room.Joins($"Person {i}");
        using var desk = room.Desk();
        var notice = Render<FullNotice>(p => p.Add(x => x.Desk, desk));
        if (told is null) Assert.Empty(notice.FindAll("p"));
        else Assert.Contains($"{most}", notice.Find(Test(told)).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void LIMIT_8_facilitators_are_told_when_no_contribution_of_a_delegate_gets_in_any_more()
    {
        room.Limits = new(Contributions: 5);
        var ben = room.Joins("Ben");
        for (var i = 0; i < 4; i++) room.Says(ben, "challenge", $"Challenge {i}");
        Assert.Contains("4 of at most 5", Notice().Find(Test("full-contributions")).TextContent, StringComparison.Ordinal);
        room.Says(ben, "challenge", "The fifth");
        Assert.Contains("holds 5 contributions", Notice().Find(Test("full-contributions-now")).TextContent, StringComparison.Ordinal);

        IRenderedComponent<FullNotice> Notice()
        {
            var desk = room.Desk();
            return Render<FullNotice>(p => p.Add(x => x.Desk, desk));
        }
    }

    private DelegateId Waits(string name)
    {
        if (!room.State.JoinApproval) room.Must(Room.Amara, new ChangeSession(Settings: new(JoinApproval: true)));
        return new(room.Must(new Sender.Newcomer(), new Join(name)));
    }
}
