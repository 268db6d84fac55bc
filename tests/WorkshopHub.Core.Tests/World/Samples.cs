using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.World;

/// <summary>One good command of every kind, in a session that has one of everything.</summary>
internal static class Samples
{
    // The solutions also take dots and answers, and there are two teams.
    private static readonly ValueList<Activity> Agenda = KickStart.Agenda.Select(a => a.ActivityId != KickStart.Chain ? a : a with
    {
        Teams = [new("it", "IT"), new("business", "The business")],
        Lanes = [.. a.Lanes,
            new Lane("effort", "Effort", "Efforts", null, "How much?", null, LaneKind.Scale, 250) { Values = ["Little", "Much"] }],
        Steps = a.Steps.Select(s => s.Id == "solutions" ? s with { Dots = 3, MaxPerTarget = 2, Answers = ["effort"] } : s).ToValueList(),
    }).ToValueList();

    /// <summary>
    /// At the solutions, with a timer, a late contribution, a theme with a dot on it, a decision, an action, Wim at the door, and
    /// Dora removed.
    /// </summary>
    internal static Scenario Full { get; } = Exercises.Open(Agenda, KickStart.Sectors).Joins(Ben).Joins(Chen).Joins(Dora)
        .ToTheSolutions()
        .Given(Amara, new CreateTheme(KickStart.Chain, "Planning", ["plan"]), "theme")
        .Given(Chen, new PlaceDots("theme", 1))
        .Later(90)
        .Given(Chen, KickStart.Challenge("Came too late") with { Late = true }, "late")
        .Given(Amara, new RecordDecision("We plan the year"), "decision")
        .Given(Amara, new RecordAction("Draw up the plan"), "action")
        .Given(Amara, new StartTimer(300))
        .Given(Amara, new ChangeSession(Settings: new(JoinApproval: true)))
        .Given(Newcomer, new Join("Wim"), "wim")
        .Given(Amara, new ChangeSession(Settings: new(JoinApproval: false)))
        .Given(Amara, new RemoveDelegate("dora", false));

    private static readonly Dictionary<Type, Command> ByType = new Command[]
    {
        new OpenSession(),
        new CloseSession(),
        new ReopenSession(),
        new ChangeSession("Another title"),
        new ChangeActivity(KickStart.Chain, "Another title"),
        new AddActivity(Activity: KickStart.Closing),
        new MoveActivity("next-steps", "briefing"),
        new RemoveActivity("briefing"),
        new Park("plan", true),
        new JoinContributions(["culture", "tools"]),
        new CarryOver("next-steps", "next-step", ["plan"]),
        new Undo(Full.State.Moves().First(m => m.Event == "action.recorded.v1").Version),
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
        new CreateTheme(KickStart.Chain, "Culture", ["culture"]),
        new RenameTheme("theme", "Plans"),
        new RemoveTheme("theme"),
        new MoveToTheme("plan", null),
        new PlaceDots("plan", 2),
        new GiveAnswer(KickStart.Chain, "effort", "Much"),
        new ResetVotes(KickStart.Chain, "solutions"),
        new TakeTeam(KickStart.Chain, "it"),
        new AssignTeams(KickStart.Chain, Balance: true),
        new Nod("culture", true),
        new React("smile"),
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
        new LockJoining(true),
        new AdmitDelegates(["wim"]),
        new RemoveDelegates(["chen", "ben", "wim"], true),
        new RemoveDelegate("chen", true),
        new ReadmitDelegate("dora"),
        new ChangeRoles("stranger", "scribe"),
        new Erase("plan"),
    }.ToDictionary(c => c.GetType());

    internal static Command Of(Type shape) => ByType[shape];

    /// <summary>Each with somebody who may send it.</summary>
    internal static IEnumerable<(Sender By, Command Command)> Each() =>
        ByType.Values.Select(c => (CommandCatalogue.Of(c).Who.HasFlag(Role.Lead) ? (Sender)Amara : Ben, c));
}
