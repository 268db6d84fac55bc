using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using static WorkshopHub.Core.Tests.World.KickStart;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Sessions;

/// <summary>Two who change the same thing: the second one is told what stands there by now.</summary>
public sealed class BasisTests
{
    private static readonly Scenario Full = Samples.Full.WithHelpers()
        .Given(Amara, new ChangeAction("action", Owner: "Ben", Due: new DateOnly(2027, 1, 15), Confidence: 3));

    /// <summary>What one changes first, what the other sends who has not seen it, and what stands there then.</summary>
    private static readonly Dictionary<string, (Command First, Command Second, string Now)> Both = new()
    {
        ["decision"] =
            (new ChangeDecision("decision", "We plan two years"), new ChangeDecision("decision", "We plan a month", "We plan the year"),
            "We plan two years"),
        ["theme"] = (new RenameTheme("theme", "Plans"), new RenameTheme("theme", "The year", "Planning"), "Plans"),
        ["contribution"] =
            (new EditContribution("plan", "A plan for two years"), new EditContribution("plan", "A plan", "Create yearly plan"),
            "A plan for two years"),
        ["note begun"] = (new WriteNote("On another phone", Chain), new WriteNote("On this one", Chain, Was: ""), "On another phone"),
        ["what"] = (new ChangeAction("action", "Draw it twice"), new ChangeAction("action", "Draw it once", Was: new("Draw up the plan")),
            "Draw it twice"),
        ["owner"] = (new ChangeAction("action", Owner: "Chen"), new ChangeAction("action", Owner: "Dora", Was: new(Owner: "Ben")), "Chen"),
        ["owner cleared"] =
            (new ChangeAction("action", Owner: (string?)null), new ChangeAction("action", Owner: "Dora", Was: new(Owner: "Ben")), ""),
        ["due"] = (new ChangeAction("action", Due: new DateOnly(2027, 2, 1)),
            new ChangeAction("action", Due: new DateOnly(2027, 3, 1), Was: new(Due: new DateOnly(2027, 1, 15))), "2027-02-01"),
        ["confidence"] =
            (new ChangeAction("action", Confidence: 5), new ChangeAction("action", Confidence: 1, Was: new(Confidence: 3)), "5"),
        ["title"] = (new ChangeSession("July forum"), new ChangeSession("August forum", Was: new("Beyond Service Partner")), "July forum"),
        ["topic"] = (new ChangeSession(Topic: "Trust"), new ChangeSession(Topic: "Speed", Was: new(Topic: (string?)null)), "Trust"),
        ["sector question"] = (
            new ChangeSession(Settings: new(SectorQuestion: new("Where from?", ["North", "South"]))),
            new ChangeSession(Settings: new(SectorQuestion: new("Who?", ["A", "B"])),
                Was: new(SectorQuestion: new SectorQuestion("Where do you work?", ["Public", "Private", "Charity"]))),
            "Where from?\nNorth\nSouth"),
        ["activity"] =
            (new ChangeActivity(Chain, "Our chain"),
            new ChangeActivity(Chain, "The chain", Was: new(Title(s => s.Activity(Chain)!.Title))), "Our chain"),
        ["prompt"] =
            (new ChangeActivity(Chain, Prompt: "Why?"),
            new ChangeActivity(Chain, Prompt: "How?", Was: new(Prompt: Title(s => s.Activity(Chain)!.Prompt))), "Why?"),
        ["points"] =
            (new ChangeActivity("briefing", Points: ["One"]),
            new ChangeActivity("briefing", Points: ["Two"], Was: new(Points: ["None", "of these"])), "One"),
        ["lane"] = (
            new ChangeActivity(Chain, Lanes: [new("solution", Prompt: "What now?")]),
            new ChangeActivity(Chain, Lanes: [new("solution", Prompt: "What then?")],
                Was: new(Lanes: [new("solution", Prompt: Title(s => s.Activity(Chain)!.Lane("solution")!.Prompt))])),
            "What now?"),
        ["length"] = (
            new ChangeActivity(Chain, Lanes: [new("solution", MaxLength: 100)]),
            new ChangeActivity(Chain, Lanes: [new("solution", MaxLength: 120)], Was: new(Lanes: [new("solution", MaxLength: 250)])),
            "100"),
        ["step"] = (new ChangeActivity(Chain, Steps: [new("pick", "Choose")]),
            new ChangeActivity(Chain, Steps: [new("pick", "Take one")], Was: new(Steps: [new("pick", "As it was")])), "Choose"),
    };

    public static TheoryData<string> Cases => [.. Both.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void OUT_8_whoever_has_not_seen_what_stands_there_is_told_and_nothing_is_lost(string what)
    {
        var (first, second, now) = Both[what];
        var changed = Full.Given(Amara, first);
        var refused = changed.When(Amara, second);
        refused.ThenRefused(RefusalKind.ChangedMeanwhile);
        Assert.Equal([now], refused.Turn.Refusal!.Details);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void OUT_8_without_saying_what_was_there_or_where_the_same_is_wanted_nobody_is_asked(string what)
    {
        var (first, second, _) = Both[what];
        var changed = Full.Given(Amara, first);
        Command plain = second switch
        {
            ChangeDecision c => c with { Was = null },
            RenameTheme c => c with { Was = null },
            EditContribution c => c with { Was = null },
            WriteNote c => c with { Was = null },
            ChangeAction c => c with { Was = null },
            ChangeSession c => c with { Was = null },
            ChangeActivity c => c with { Was = null },
            _ => throw new InvalidOperationException(),
        };
        Assert.NotEmpty(changed.Given(Amara, plain).Journal.Skip(changed.Journal.Count));
        changed.Given(Amara, first);
    }

    [Fact]
    public void OUT_8_two_who_change_different_parts_do_not_stand_in_each_others_way()
    {
        var both = Full.Given(Amara, new ChangeAction("action", Owner: "Chen", Was: new("Draw up the plan", "Ben")))
            .Given(Sam, new ChangeAction("action", "Draw it up", Was: new("Draw up the plan")));
        Assert.Equal(("Draw it up", "Chen"), (both.State.Actions[0].What, both.State.Actions[0].Owner));
        Full.Given(Amara, new ChangeSession("July forum")).When(Amara, new ChangeSession(Topic: "Trust", Was: new(Topic: (string?)null)))
            .Then<SessionChanged>();
    }

    [Fact]
    public void OUT_8_what_was_seen_is_compared_as_it_was_kept()
    {
        Full.When(Amara, new ChangeDecision("decision", "We plan two years", "  We plan the year\r\n")).Then<DecisionChanged>();
        Full.Given(Ben, new EditContribution("plan", "Mine", "Create yearly plan"));
    }

    private static string Title(Func<SessionState, string> of) => of(Samples.Full.State);
}
