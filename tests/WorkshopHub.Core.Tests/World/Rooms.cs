using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.World;

/// <summary>Activities of every layout, each as small as it can be, with Ben, Chen and Dora in the room.</summary>
internal static class Rooms
{
    private static readonly string[] Levels = ["Order taker", "Service provider", "Trusted adviser"];

    internal static Scenario In(Activity activity) => Scenario.Empty
        .Given(Amara, new CreateSession("Own", null, null, [activity])).Given(Amara, new OpenSession())
        .Joins(Ben).Joins(Chen).Joins(Dora).Given(Amara, new StartActivity(activity.ActivityId));

    internal static Scenario At(this Scenario scenario, string step) =>
        scenario.State.Now!.Value.Step == step
            ? scenario
            : scenario.Given(Amara, new MoveToStep(scenario.State.Now!.Value.ActivityId, step));

    internal static Contribute Say(string lane, string text, string? parent = null) => new("own", lane, text, parent);

    /// <summary>Barriers with answers under them, and benefits: collect, answer, vote, discuss.</summary>
    internal static Activity Floor { get; } = Of(
        "columns",
        [Text("barrier", "Barriers"), Text("reply", "Replies", "barrier"), Text("benefit", "Benefits")],
        [Step("collect", ["barrier", "benefit"]), Step("answer", ["reply"]), Step("vote", dots: 2), Step("discuss")]);

    /// <summary>Two scales of the same levels, covered until the next step, and what is in the way.</summary>
    internal static Activity Ladder { get; } = Of(
        "ladder",
        [Answers("now", "Now", LaneKind.Scale, Levels), Answers("wanted", "Wanted", LaneKind.Scale, Levels), Text("way", "In the way")],
        [Step("place", answers: ["now", "wanted"], sees: Visibility.Own), Step("collect", ["way"], reveals: true)]);

    /// <summary>Two teams that expect something of each other.</summary>
    internal static Activity TwoSides { get; } = Of(
        "sides",
        [
            Text("of-it", "Of IT") with { Team = "business" },
            Text("of-business", "Of the business") with { Team = "it" },
            Answers("it-says", "IT says", LaneKind.Choice, ["yes", "let’s talk"], "of-it") with { Team = "it" },
        ],
        [
            Step("write", ["of-it", "of-business"], sees: Visibility.Team),
            Step("boil", picks: ["of-it", "of-business"], budget: new(1), sees: Visibility.Team),
            Step("answer", answers: ["it-says"], reveals: true),
        ]) with
    { Teams = [new("business", "Business"), new("it", "IT")] };

    /// <summary>Two layers in two groups, and how to get there.</summary>
    internal static Activity Layers { get; } = Of(
        "u",
        [Grouped("litany", "Litany", "Today"), Grouped("myth", "Myth", "Today"), Grouped("new-myth", "Myth", "Future"),
            Grouped("new-litany", "Litany", "Future"), Text("how", "How")],
        [Step("collect", ["litany", "myth", "new-myth", "new-litany", "how"])]);

    /// <summary>One layer: from today to what is needed.</summary>
    internal static Activity Shift { get; } = Of(
        "u",
        [Grouped("today", "Today’s", "Today"), Grouped("needed", "Needed", "Future"), Text("how", "How")],
        [Step("collect", ["today", "needed", "how"]), Step("pick", picks: ["needed"], budget: new(1)), Step("on", ["how"])]);

    /// <summary>Firm within a fifth of the cards, flexible on the rest.</summary>
    internal static Activity Firm { get; } = Of(
        "sort",
        [Text("card", "Requirements") with { PickedTitle = "Firm", RestTitle = "Flexible" }, Text("why", "Why")],
        [Step("collect", ["card", "why"]), Step("check", picks: ["card"], budget: new(null, 20))]);

    /// <summary>Sorted by the value that most gave.</summary>
    internal static Activity Marked { get; } = Of(
        "sort",
        [Text("card", "What made it work"), Answers("mark", "Where from", LaneKind.Choice, ["Top", "Bottom"], "card"),
            Text("reuse", "To reuse")],
        [Step("collect", ["card", "reuse"]), Step("mark", answers: ["mark"])]);

    internal static IEnumerable<Activity> All => [Floor, Ladder, TwoSides, Layers, Shift, Firm, Marked];

    private static Activity Of(string layout, ValueList<Lane> lanes, ValueList<Step> steps) =>
        new("own", "Own", "What is it?", layout, [], lanes, steps);

    private static Lane Text(string id, string title, string? parent = null) =>
        new(id, title, title, null, "What?", parent, LaneKind.Text, 250);

    private static Lane Grouped(string id, string title, string group) => Text(id, title) with { Group = group };

    private static Lane Answers(string id, string title, LaneKind kind, string[] values, string? parent = null) =>
        Text(id, title, parent) with { Kind = kind, Values = values.ToValueList() };

    private static Step Step(
        string id,
        string[]? collects = null,
        string[]? answers = null,
        int dots = 0,
        string[]? picks = null,
        PickBudget? budget = null,
        Visibility sees = Visibility.All,
        bool reveals = false) =>
        new(id, StepKind.Discuss, id, null, (collects ?? []).ToValueList(), (answers ?? []).ToValueList(), true, dots, dots, (picks ?? [])
            .ToValueList(), budget, sees, reveals);
}
