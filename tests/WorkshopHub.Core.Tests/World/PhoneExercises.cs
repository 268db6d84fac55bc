using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.World;

/// <summary>
/// Small exercises with everything that a method can ask of a phone: two sides that write for themselves and answer each
/// other, and a vote over what was said and grouped, with a scale beside it.
/// </summary>
internal static class PhoneExercises
{
    internal const string Both = "both";
    internal const string Floor = "floor";

    private static readonly Lane Text = new("said", "Point", "Points", null, "What is there?", null, LaneKind.Text, 250);

    private static readonly Step Step = new("step", StepKind.Collect, "Step", null, [], [], false, 0, 0, [], null, Visibility.All, false);

    private static Activity Sides => new(Both, "Expectations", "", "list", [], [
        Text with { LaneId = "of-it", Title = "Wish", Plural = "Wishes of IT", Team = "business" },
        Text with { LaneId = "promise", Title = "Promise", ParentLaneId = "of-it", Kind = LaneKind.Choice, Values =
            ["Yes", "Let’s talk"], Team = "it" },
        Text with { LaneId = "of-business", Title = "Wish", Plural = "Wishes of the business", Team = "it" },
    ], [
        Step with { Id = "write", Collects = ["of-it", "of-business"], Visibility = Visibility.Team },
        Step with { Id = "reveal", Kind = StepKind.Reveal, Reveals = true },
        Step with { Id = "answer", Kind = StepKind.Answer, Answers = ["promise"] },
    ])
    {
        Teams = [new("business", "The business"), new("it", "IT")],
    };

    private static Activity Vote => new(Floor, "Floor", "", "list", [], [
        Text,
        Text with { LaneId = "level", Title = "Now", Kind = LaneKind.Scale, Values = ["Low", "Middle", "High"] },
    ], [
        Step with { Id = "alone", Collects = ["said"], Answers = ["level"], Visibility = Visibility.Own },
        Step with { Id = "compare", Kind = StepKind.Reveal, Reveals = true },
        Step with { Id = "vote", Kind = StepKind.Vote, Dots = 3, MaxPerTarget = 2 },
        Step with { Id = "result", Kind = StepKind.Reveal, Reveals = true },
    ]);

    /// <summary>At a step of one of the two, with Ben, Chen and Dora in.</summary>
    internal static Scenario At(string activity, string step) => Scenario.Empty
        .Given(Amara, new CreateSession("Exercises", null, null, [Sides, Vote]))
        .Given(Amara, new OpenSession()).Joins(Ben).Joins(Chen).Joins(Dora)
        .Given(Amara, new StartActivity(activity)).Goes(activity, step);

    internal static Scenario Goes(this Scenario scenario, string activity, string step) =>
        scenario.Given(Amara, new MoveToStep(activity, step));

    /// <summary>
    /// Ben is with the business and Chen with IT, each has said one thing (<c>wish</c>, <c>need</c>); Dora is in no team.
    /// </summary>
    internal static Scenario TwoSides => At(Both, "write")
        .Given(Ben, new TakeTeam(Both, "business")).Given(Chen, new TakeTeam(Both, "it"))
        .Given(Ben, new Contribute(Both, "of-it", "Tell us before it breaks"), "wish")
        .Given(Chen, new Contribute(Both, "of-business", "Say what you need"), "need");
}
