using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.World;

/// <summary>
/// What the kick-start has none of: two teams that do not see each other's lists, a vote, a budget for picks, and scales.
/// In IT sit Ben and Emeka, in the business Chen and Dora. Made by hand, so that the rules hang on no built-in method.
/// </summary>
internal static class Exercises
{
    internal const string Mutual = "mutual";
    internal const string Vote = "vote";
    internal const string Ladder = "ladder";
    internal const string Quiet = "quiet";

    internal static readonly Sender.Delegate Emeka = Delegate("emeka");

    /// <summary>Both write down what they expect of each other, boil it down to two, then see and answer it.</summary>
    internal static readonly Activity MutualActivity = new(
        Mutual,
        "Mutual expectations",
        "What do we expect of each other?",
        "list",
        [],
        [
            Text("from-it") with { Team = "it" },
            Text("why-it", "from-it") with { Team = "it" },
            Text("from-business") with { Team = "business" },
            Scale("reply-to-it", LaneKind.Choice, "from-it", "Yes", "Let's talk") with { Team = "business" },
            Scale("reply-to-business", LaneKind.Choice, "from-business", "Yes", "Let's talk") with { Team = "it" },
            Text("afterwards"),
        ],
        [
            Step("write", StepKind.Collect) with { Collects = ["from-it", "why-it", "from-business"], Nods = true, Visibility =
                Visibility.Team },
            Step("boil", StepKind.Decide) with { Picks = ["from-it", "from-business"], PickBudget = new(PerParent: 2), Nods =
                true, Visibility = Visibility.Team },
            Step("reveal", StepKind.Reveal) with { Reveals = true, Nods = true },
            Step("reply", StepKind.Answer) with { Answers = ["reply-to-it", "reply-to-business"], Collects = ["afterwards"], Nods = true },
        ])
    {
        Teams = [new("it", "IT"), new("business", "The business")],
    };

    /// <summary>Requirements, grouped, voted on with three dots (two on one at most), revealed, and 20 % of them picked as firm.</summary>
    internal static readonly Activity VoteActivity = new(
        Vote,
        "80/20",
        "What is firm?",
        "list",
        [],
        [Text("requirement")],
        [
            Step("list", StepKind.Collect) with { Collects = ["requirement"], Nods = true },
            Step("group", StepKind.Group),
            Step("dots", StepKind.Vote) with { Dots = 3, MaxPerTarget = 2 },
            Step("tally", StepKind.Reveal) with { Reveals = true },
            Step("sort", StepKind.Decide) with { Picks = ["requirement"], PickBudget = new(Share: 20) },
        ]);

    /// <summary>Where are we, where do we want to be; told at "show". Then what stands in the way, with a choice under it.</summary>
    internal static readonly Activity LadderActivity = new(
        Ladder,
        "Maturity",
        "Where do we stand?",
        "list",
        [],
        [
            Scale("now", LaneKind.Scale, null, "Ad hoc", "Repeatable", "Defined", "Managed"),
            Scale("want", LaneKind.Scale, null, "Ad hoc", "Repeatable", "Defined", "Managed"),
            Text("obstacle"),
            Scale("size", LaneKind.Choice, "obstacle", "Small", "Large"),
        ],
        [
            Step("mark", StepKind.Answer) with { Answers = ["now", "want"], Visibility = Visibility.Own },
            Step("show", StepKind.Reveal) with { Reveals = true },
            Step("obstacles", StepKind.Collect) with { Collects = ["obstacle"], Answers = ["size", "now"] },
        ]);

    /// <summary>Everybody for themselves, and no step that reveals: it is told when the room goes on.</summary>
    internal static readonly Activity QuietActivity = new(
        Quiet,
        "One-two",
        "What do you think?",
        "list",
        [],
        [Text("thought"), Text("because", "thought")],
        [
            Step("alone", StepKind.Collect) with { Collects = ["thought", "because"], Visibility = Visibility.Own, Nods = true },
            Step("talk", StepKind.Discuss) with { Nods = true },
        ]);

    internal static ValueList<Activity> Agenda { get; } = [MutualActivity, VoteActivity, LadderActivity, QuietActivity];

    /// <summary>Open, with two of IT and two of the business in the room; they have taken no side yet.</summary>
    internal static Scenario Open(SettingsPatch? settings = null) =>
        Open(Agenda, settings).Joins(Ben).Joins(Chen).Joins(Dora).Joins(Emeka);

    internal static Scenario Open(ValueList<Activity> agenda, SettingsPatch? settings = null) => Scenario.Empty
        .Given(Amara, new CreateSession("Beyond Service Partner", null, settings, agenda))
        .Given(Amara, new OpenSession());

    internal static Scenario GoesTo(this Scenario scenario, string activity, string? step = null)
    {
        var there = scenario.State.Now?.ActivityId == activity ? scenario : scenario.Given(Amara, new StartActivity(activity));
        return step is null || there.State.Now?.Step == step ? there : there.Given(Amara, new MoveToStep(activity, step));
    }

    /// <summary>
    /// Everybody has taken a side, and the lists are being written: Ben's <c>ben-1</c> and Chen's <c>chen-1</c> are there.
    /// </summary>
    internal static Scenario Writing(SettingsPatch? settings = null) => TwoTeams(settings)
        .Given(Ben, FromIt("Decide in a week"), "ben-1")
        .Given(Chen, FromBusiness("Speak our language"), "chen-1");

    internal static Scenario TwoTeams(SettingsPatch? settings = null) => Open(settings).GoesTo(Mutual)
        .Given(Ben, new TakeTeam(Mutual, "it"))
        .Given(Emeka, new TakeTeam(Mutual, "it"))
        .Given(Chen, new TakeTeam(Mutual, "business"))
        .Given(Dora, new TakeTeam(Mutual, "business"));

    /// <summary>Five requirements, <c>r1</c> of Ben's to <c>r5</c> of Emeka's and <c>r5</c> of Ben's again, and the vote is on.</summary>
    internal static Scenario Voting(SettingsPatch? settings = null) => Listed(settings).GoesTo(Vote, "dots");

    internal static Scenario Listed(SettingsPatch? settings = null) => Open(settings).GoesTo(Vote)
        .Given(Ben, Requirement("One sign-in"), "r1")
        .Given(Chen, Requirement("Works offline"), "r2")
        .Given(Dora, Requirement("No training"), "r3")
        .Given(Emeka, Requirement("Open source"), "r4")
        .Given(Ben, Requirement("In two languages"), "r5");

    internal static Contribute FromIt(string text) => new(Mutual, "from-it", text);

    internal static Contribute FromBusiness(string text) => new(Mutual, "from-business", text);

    internal static Contribute Requirement(string text) => new(Vote, "requirement", text);

    private static Lane Text(string id, string? parent = null) => new(id, id, id, null, "", parent, LaneKind.Text, 250);

    private static Lane Scale(string id, LaneKind kind, string? parent, params string[] values) =>
        new(id, id, id, null, "", parent, kind, 250) { Values = values.ToValueList() };

    private static Step Step(string id, StepKind kind) => new(id, kind, id, null, [], [], false, 0, 0, [], null, Visibility.All, false);
}
