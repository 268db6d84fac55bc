using WorkshopHub.Core.Sessions;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.World;

/// <summary>One good command of every kind, in a session that has one of everything.</summary>
internal static class Samples
{
    /// <summary>At the solutions, with a timer, a late contribution, a decision, an action, and Dora removed.</summary>
    internal static Scenario Full { get; } = KickStart.AtTheSolutions(KickStart.Sectors)
        .Later(90)
        .Given(Chen, KickStart.Challenge("Came too late") with { Late = true }, "late")
        .Given(Amara, new RecordDecision("We plan the year"), "decision")
        .Given(Amara, new RecordAction("Draw up the plan"), "action")
        .Given(Amara, new StartTimer(300))
        .Given(Amara, new RemoveDelegate("dora", false));

    private static readonly Dictionary<Type, Command> ByType = new Command[]
    {
        new OpenSession(),
        new CloseSession(),
        new ReopenSession(),
        new ChangeSession("Another title"),
        new ChangeActivity(KickStart.Chain, "Another title"),
        new StartActivity("next-steps"),
        new MoveToStep(KickStart.Chain, "pick"),
        new ShowPoint(KickStart.Chain, 0),
        new StartTimer(60),
        new AddTime(60),
        new StopTimer(),
        new SetScreen("held"),
        KickStart.Solution("Co-location", "culture"),
        new EditContribution("plan", "Create a plan for two years"),
        new WithdrawContribution("plan"),
        new Hide("plan", true, "Not now"),
        new TakeLate("late"),
        new Nod("culture", true),
        new Pick("tools", true, "culture"),
        new WriteNote("In my words", KickStart.Chain),
        new RecordDecision("We begin on Monday"),
        new ChangeDecision("decision", "We plan two years"),
        new RemoveDecision("decision"),
        new RecordAction("Book the room"),
        new ChangeAction("action", Owner: "Ben"),
        new RemoveAction("action"),
        new ChangeProfile("Benjamin"),
        new SetDone(KickStart.Chain, "solutions", true),
        new RemoveDelegate("chen", true),
        new ReadmitDelegate("dora"),
        new Erase("plan"),
    }.ToDictionary(c => c.GetType());

    internal static Command Of(Type shape) => ByType[shape];

    /// <summary>Each with somebody who may send it.</summary>
    internal static IEnumerable<(Sender By, Command Command)> Each() =>
        ByType.Values.Select(c => (CommandCatalogue.Of(c).Who.HasFlag(Role.Lead) ? (Sender)Amara : Ben, c));
}
