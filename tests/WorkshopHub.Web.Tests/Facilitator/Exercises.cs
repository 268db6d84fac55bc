using WorkshopHub.Core.Methods;

namespace WorkshopHub.Web.Tests.Facilitator;

/// <summary>Activities that have what Kick Start has not: votes, themes, covered lanes, answers, teams and a budget of picks.</summary>
internal static class Exercises
{
    /// <summary>Collect, group, vote on what was grouped, then pick at most 40 % of it.</summary>
    public static Activity Floor { get; } =
        new("floor", "Open floor", "What have you seen?", "list", [], [Text("risk", "Risk"), Text("barrier", "Barrier")], [
        Step("collect", StepKind.Collect) with { Collects = ["risk", "barrier"], Nods = true },
        Step("group", StepKind.Group),
        Step("vote", StepKind.Vote) with { Dots = 3, MaxPerTarget = 2 },
        Step("pick", StepKind.Decide) with { Picks = ["risk"], PickBudget = new(Share: 40) },
    ]);

    /// <summary>Two teams, each with a list of its own that the other one does not see; then the reveal, and answers to it.</summary>
    public static Activity Sides { get; } = new("sides", "Mutual expectations", "", "list", [], [
        Text("to-it", "Expectation") with { Team = "business" },
        Text("to-business", "Expectation") with { Team = "it" },
        Text("answer", "Answer") with { ParentLaneId = "to-it" },
        new("reply", "Reply", "Replies", null, "Can you?", "to-it", LaneKind.Choice, 250) { Values = ["Yes", "Let’s talk"] },
    ], [
        Step("list", StepKind.Collect) with { Collects = ["to-it", "to-business"], Visibility = Visibility.Team },
        Step("reveal", StepKind.Reveal) with { Reveals = true },
        Step("reply", StepKind.Answer) with { Answers = ["reply"] },
    ])
    {
        Teams = [new("it", "IT"), new("business", "Business")],
    };

    /// <summary>A scale that is covered until it is revealed.</summary>
    public static Activity Ladder { get; } = new("ladder", "Maturity ladder", "", "list", [], [
        new("now", "Where we are", "Where we are", null, "Where are we?", null, LaneKind.Scale, 250) { Values =
            ["Ad hoc", "Repeatable", "Managed"] },
    ], [
        Step("mark", StepKind.Answer) with { Answers = ["now"], Visibility = Visibility.Own },
        Step("reveal", StepKind.Reveal) with { Reveals = true },
    ]);

    private static Lane Text(string id, string title) => new(id, title, title + "s", null, "What is it?", null, LaneKind.Text, 250);

    private static Step Step(string id, StepKind kind) =>
        new(id, kind, char.ToUpperInvariant(id[0]) + id[1..], null, [], [], Nods: false, Dots: 0, MaxPerTarget: 0, [], null,
            Visibility.All, Reveals: false);
}
