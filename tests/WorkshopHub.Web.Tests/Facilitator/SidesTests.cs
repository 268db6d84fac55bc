using Bunit;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Views;
using WorkshopHub.Web.Facilitator.Cockpit;

namespace WorkshopHub.Web.Tests.Facilitator;

public sealed class SidesTests : ConsoleContext
{
    private readonly Room room = Room.In(Exercises.Sides, "list");

    [Fact]
    public void Balancing_puts_those_without_a_team_where_fewest_are()
    {
        room.Must(room.Joins("Ben"), new TakeTeam("sides", "it"));
        room.Joins("Chi");
        room.Joins("Dora");
        using var desk = room.Desk();
        var panel = Draw(desk);
        Assert.Equal("2 without a team", panel.Find(Test("team-none")).TextContent);

        panel.Find(Test("teams-balance")).Click();
        panel.Render();

        Assert.Equal(3, room.State.SizeOf("sides", "business") + room.State.SizeOf("sides", "it"));
        Assert.InRange(room.State.SizeOf("sides", "business"), 1, 2);
        Assert.Empty(panel.FindAll(Test("team-none")));
    }

    [Fact]
    public void Somebody_is_put_into_a_team_and_out_of_it_by_choosing()
    {
        var ben = ((Sender.Delegate)room.Joins("Ben")).Id;
        using var desk = room.Desk();
        var panel = Draw(desk);
        panel.Find(Test($"team-of-{ben}")).Change("business");
        Assert.Equal("business", room.State.TeamOf("sides", ben));
        panel.Find(Test($"team-of-{ben}")).Change("");
        Assert.Null(room.State.TeamOf("sides", ben));
    }

    [Fact]
    public void Who_does_not_lead_sees_how_many_are_in_a_team_and_no_list_of_them()
    {
        room.Must(room.Joins("Ben"), new TakeTeam("sides", "business"));
        using var desk = room.Desk("somebody-else");
        var panel = Draw(desk);
        Assert.Equal("1", panel.Find($"{Test("team-business")} b").TextContent);
        // Without names it would still be a list in the same order as the one with names.
        Assert.Empty(panel.FindAll("li, select"));
    }

    [Fact]
    public void ANON_14_under_anonymity_the_lead_puts_people_into_teams_and_does_not_see_where_they_are()
    {
        room.Must(Room.Amara, new ChangeActivity("sides", Names: "anonymous"));
        var ben = (Sender.Delegate)room.Joins("Ben");
        room.Must(ben, new TakeTeam("sides", "business"));
        using var desk = room.Desk();
        var panel = Draw(desk);
        Assert.Contains("anonymous to everybody", panel.Find(Test("teams-unseen")).TextContent, StringComparison.Ordinal);
        Assert.Equal("-", panel.Find(Test($"team-of-{ben.Id}")).GetAttribute("value"));
        panel.Find(Test($"team-of-{ben.Id}")).Change("-");
        Assert.Equal("business", room.State.TeamOf("sides", ben.Id));
        panel.Find(Test($"team-of-{ben.Id}")).Change("it");
        Assert.Equal("it", room.State.TeamOf("sides", ben.Id));
    }

    [Fact]
    public void ANON_17_a_team_of_one_is_told_to_name_whoever_writes_there()
    {
        room.Must(room.Joins("Ben"), new TakeTeam("sides", "business"));
        using var desk = room.Desk();
        Assert.Contains("fewer than three people", Draw(desk).Find(Test("team-few-business")).TextContent, StringComparison.Ordinal);
        Assert.Contains("fewer than three people",
            Words.WhatHappens(new NextMove
            .ToStep(room.State.CurrentActivity!, room.State.CurrentActivity!.Steps.First(s => s.Collects.Count > 0)), room.State, 0),
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_only_a_team_sees_is_marked_as_covered_until_the_reveal()
    {
        var ben = room.Joins("Ben");
        room.Must(ben, new TakeTeam("sides", "business"));
        var said = room.Must(ben, new Contribute("sides", "to-it", "Tell us early"));
        Assert.Equal(Visibility.Team, Entry(said).Cover);
        room.Must(Room.Amara, new MoveToStep("sides", "reveal"));
        Assert.Equal(Visibility.All, Entry(said).Cover);
    }

    [Fact]
    public void Answers_stand_under_what_they_answer_as_numbers()
    {
        var ben = room.Joins("Ben");
        var said = room.Must(Room.Amara, new Contribute("sides", "to-it", "Tell us early"));
        room.Must(Room.Amara, new MoveToStep("sides", "reveal"));
        room.Must(Room.Amara, new MoveToStep("sides", "reply"));
        room.Must(ben, new GiveAnswer("sides", "reply", "Yes", said));
        var told = Assert.Single(Entry(said).Answers).Told;
        Assert.Equal((1, 1, 0), (told.Answered, told.Counts![0], told.Counts[1]));
    }

    [Fact]
    public void Before_the_reveal_a_scale_says_how_many_and_not_what()
    {
        var ladder = Room.In(Exercises.Ladder, "mark");
        ladder.Must(ladder.Joins("Ben"), new GiveAnswer("ladder", "now", 2));
        using var desk = ladder.Desk();
        var board = Render<BoardPanel>(p => p.Add(x => x.Desk, desk));
        Assert.Contains("1 has answered", board.Find(Test("answers-now")).TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Repeatable", board.Markup, StringComparison.Ordinal);

        ladder.Must(Room.Amara, new MoveToStep("ladder", "reveal"));
        using var later = ladder.Desk();
        Assert.Contains("Repeatable · median", Render<BoardPanel>(p => p.Add(x => x.Desk, later)).Find(Test("answers-now")).TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Said_aloud_takes_a_quotation_spoken_for_somebody_in_a_teams_lane()
    {
        using var desk = room.Desk();
        var form = Render<SaidAloud>(p => p.Add(x => x.Desk, desk).Add(x => x.Activity, Exercises.Sides));
        form.Find(Test("said-lane")).Change("to-business");
        form.Find(Test("said-text")).Input("We cannot sign that off");
        form.Find(Test("said-for")).Input("the risk-averse approver");
        form.Find(Test("said-quotation")).Change(true);
        form.Find("form").Submit();
        form.Find("form").Submit();
        var said = Assert.Single(room.State.Contributions.Values);
        Assert.Equal(("to-business", "it", true, "the risk-averse approver"), (said.LaneId, said.Team, said.Quotation, said.SpokenFor));

        var row = Render<EntryRow>(p => p.Add(x => x.Desk, desk).Add(x => x.Entry, Entry(said.Id)));
        Assert.Contains("as the risk-averse approver", row.Markup, StringComparison.Ordinal);
        Assert.Contains("quotation", row.Markup, StringComparison.Ordinal);
    }

    private BoardEntry Entry(string id)
    {
        using var desk = room.Desk();
        return desk.View.Board(room.State.Activity("sides")!).Tables.SelectMany(t => t.Rows).SelectMany(r => r.Cells)
            .SelectMany(c => c.Groups).SelectMany(g => g.Entries).Single(e => e.Id == id);
    }

    private IRenderedComponent<TeamsPanel> Draw(Desk desk) =>
        Render<TeamsPanel>(p => p.Add(x => x.Desk, desk).Add(x => x.Activity, Exercises.Sides));
}
