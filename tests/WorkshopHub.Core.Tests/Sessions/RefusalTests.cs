using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using static WorkshopHub.Core.Tests.World.KickStart;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Sessions;

public sealed class RefusalTests
{
    // Only the doors and the journal can say these.
    private static readonly HashSet<RefusalKind> OfTheDoors =
    [
        RefusalKind.UnknownCommand, RefusalKind.UnknownProperty, RefusalKind.NotSignedIn, RefusalKind.WrongPassword,
            RefusalKind.ForeignOrigin,
        RefusalKind.NoSuchSession, RefusalKind.NoSuchCode, RefusalKind.NoSuchRecoveryCode, RefusalKind.NoSuchMethod,
            RefusalKind.NoSuchScreen, RefusalKind.NoSuchAccount,
        RefusalKind.NotYourMethod, RefusalKind.BuiltInMethod, RefusalKind.MethodChanged, RefusalKind.NotFound, RefusalKind.CommandIdTaken,
            RefusalKind.NewerVersion, RefusalKind.SessionUnreadable, RefusalKind.SetUpDone, RefusalKind.TooLarge, RefusalKind.NotJson,
            RefusalKind.NotForm, RefusalKind.BadHost,
        RefusalKind.TooManyAttempts, RefusalKind.SignInBusy, RefusalKind.JoiningBusy, RefusalKind.TooManyConnections,
            RefusalKind.ScreensSpent, RefusalKind.TooFast, RefusalKind.Fault, RefusalKind.NotSaved, RefusalKind.SignInUnavailable,
    ];

    private static readonly Scenario Draft = KickStart.Draft();
    private static readonly Scenario Full = Samples.Full;
    private static readonly Scenario Scales = Scenario.Empty
        .Given(Amara,
            new CreateSession("Scales", null, null,
            Agenda.Select(a => a with { Lanes = a.Lanes.Select(l => l with { Kind = LaneKind.Scale }).ToValueList() }).ToValueList()))
        .Given(Amara, new OpenSession());

    private static readonly Scenario BoiledDown = Exercises.Writing()
        .Given(Ben, Exercises.FromIt("Second"), "second")
        .Given(Ben, Exercises.FromIt("Third"), "third")
        .GoesTo(Exercises.Mutual, "boil")
        .Given(Amara, new Pick("ben-1", true))
        .Given(Amara, new Pick("second", true));

    private static readonly Scenario OnThemesOnly =
        Exercises.Open(
        [Exercises.VoteActivity with { Steps =
        Exercises.VoteActivity.Steps.Select(s => s with { DotsOn = DotTargets.Themes }).ToValueList() }])
        .Joins(Ben).GoesTo(Exercises.Vote).Given(Ben, Exercises.Requirement("One"), "r1").GoesTo(Exercises.Vote, "dots");
    private static readonly Scenario Reopened =
        KickStart.AtTheSolutions(Anonymous).Given(Amara, new CloseSession()).Given(Amara, new ReopenSession());

    private static readonly Dictionary<RefusalKind, (Scenario Given, Sender By, Command When)> OfTheCore = new()
    {
        [RefusalKind.Malformed] = (Full, Amara, new SetScreen("dark")),
        [RefusalKind.NotAllowed] = (Full, Ben, new CloseSession()),
        [RefusalKind.Removed] = (Full, Dora, new Nod("culture", true)),
        [RefusalKind.NotLetIn] = (Full.Given(Amara, new RemoveDelegate("wim", false)), Delegate("wim"), new Nod("culture", true)),
        [RefusalKind.JoiningLocked] = (Full.Given(Amara, new LockJoining(true)), Newcomer, new Join()),
        [RefusalKind.Waiting] = (Full, Delegate("wim"), new Nod("culture", true)),
        [RefusalKind.SessionFull] = (Full with { Limits = new(People: 3) }, Newcomer, new Join()),
        [RefusalKind.ContributionsSpent] = (Full with { Limits = new(Contributions: 4) }, Ben, Solution("One more", "culture")),
        [RefusalKind.OwnContributionsSpent] = (Full with { Limits = new(ContributionsOfOne: 2) }, Ben, Solution("One more", "culture")),
        [RefusalKind.ChangesSpent] = (Full with { Limits = new(ChangesOfOne: 2) }, Ben, new Nod("culture", true)),
        [RefusalKind.NotYours] = (Full, Chen, new EditContribution("plan", "Mine")),
        [RefusalKind.NoSuchActivity] = (Full, Amara, new StartActivity("nowhere")),
        [RefusalKind.NoSuchStep] = (Full, Amara, new MoveToStep(Chain, "nowhere")),
        [RefusalKind.NoSuchPoint] = (Full, Amara, new ShowPoint(Chain, 1)),
        [RefusalKind.NoSuchLane] = (Full, Ben, new Contribute(Chain, "nowhere", "Text")),
        [RefusalKind.NoSuchContribution] = (Full, Ben, new Nod("nothing", true)),
        [RefusalKind.NoSuchDelegate] = (Full, Amara, new RemoveDelegate("nobody", false)),
        [RefusalKind.NoSuchDecision] = (Full, Amara, new RemoveDecision("nothing")),
        [RefusalKind.NoSuchAction] = (Full, Amara, new RemoveAction("nothing")),
        [RefusalKind.NoSuchTheme] = (Full, Amara, new RemoveTheme("nothing")),
        [RefusalKind.NoSuchTeam] = (Full, Ben, new TakeTeam(Chain, "nobody")),
        [RefusalKind.NotYourTeam] = (Exercises.Writing(), Ben, Exercises.FromBusiness("Yours")),
        [RefusalKind.SessionNotOpen] = (Draft, Newcomer, new Join()),
        [RefusalKind.SessionClosed] = (Full.Given(Amara, new CloseSession()), Ben, new Nod("culture", true)),
        [RefusalKind.AlreadyOpen] = (Full, Amara, new CreateSession("Again", null, null, Agenda)),
        [RefusalKind.NeverOpened] = (Draft, Amara, new ReopenSession()),
        [RefusalKind.StepTakesNothing] = (Full, Ben, Challenge("Now?")),
        [RefusalKind.NodsClosed] = (Full.Given(Amara, new StartActivity("briefing")), Ben, new Nod("culture", true)),
        [RefusalKind.PicksClosed] = (Full.MovesTo("challenges"), Amara, new Pick("tools", true, "culture")),
        [RefusalKind.AlreadyPicked] = (Full, Amara, new Pick("tools", true)),
        [RefusalKind.PicksSpent] = (BoiledDown, Amara, new Pick("third", true)),
        [RefusalKind.VoteClosed] = (Full.MovesTo("pick"), Ben, new PlaceDots("plan", 1)),
        [RefusalKind.AnswersClosed] = (Full.MovesTo("pick"), Ben, new GiveAnswer(Chain, "effort", "Much")),
        [RefusalKind.NoTeamYet] = (Exercises.Open().GoesTo(Exercises.Mutual), Ben, Exercises.FromIt("Mine")),
        [RefusalKind.TeamFixed] = (Exercises.Writing(), Ben, new TakeTeam(Exercises.Mutual, "business")),
        [RefusalKind.NotStarted] = (Full, Amara, new MoveToStep("next-steps", "agree")),
        [RefusalKind.MovedOn] = (Full, Ben, new SetDone(Chain, "pick", true)),
        [RefusalKind.PickedByRoom] = (Full, Chen, new WithdrawContribution("culture")),
        [RefusalKind.NoTimer] = (Full.Given(Amara, new StopTimer()), Amara, new AddTime(60)),
        [RefusalKind.LastLead] = (Full, Amara, new ChangeRoles("amara", "scribe")),
        [RefusalKind.NamesPromised] = (Full, Amara, new ChangeSession(Settings: Named)),
        [RefusalKind.NamesBegun] = (Full, Amara, new ChangeSession(Settings: Anonymous)),
        [RefusalKind.AnonymousFrozen] = (Reopened, Ben, Solution("One more", "culture")),
        [RefusalKind.Withdrawn] = (Full.Given(Ben, new WithdrawContribution("plan")), Amara, new Hide("plan", true)),
        [RefusalKind.Hidden] = (Full.Given(Amara, new Hide("plan", true)), Ben, new EditContribution("plan", "Kinder")),
        [RefusalKind.NoSuchMove] = (Full, Amara, new Undo(0)),
        [RefusalKind.Parked] = (Full.Given(Amara, new Park("culture", true)), Ben, new Nod("culture", true)),
        [RefusalKind.Joined] = (Full.Given(Amara, new JoinContributions(["culture", "tools"])), Amara, new Park("tools", true)),
        [RefusalKind.ActivityRunning] = (Full, Amara, new RemoveActivity(Chain)),
        [RefusalKind.Overtaken] =
            (Full.Given(Amara, new Hide("plan", true)).Given(Amara, new Hide("plan", false)), Amara, new Undo(Full.State.Version + 1)),
        [RefusalKind.AlreadyUndone] =
            (Full.Given(Amara, new Hide("plan", true)).Given(Amara, new Undo(Full.State.Version + 1)), Amara,
            new Undo(Full.State.Version + 1)),
        [RefusalKind.ChangedMeanwhile] = (Full, Amara, new ChangeDecision("decision", "We plan two years", "We plan nothing")),
        [RefusalKind.NotUndoable] = (Full, Amara, new Undo(1)),
        [RefusalKind.LaneHangs] = (Full, Amara, new CarryOver(Chain, "solution", ["plan"])),
        [RefusalKind.NotJoinable] = (Full, Amara, new JoinContributions(["weekends", "tools"])),
        [RefusalKind.Covered] = (Exercises.Writing(), Amara, new CarryOver(Exercises.Vote, "requirement", ["ben-1"])),
        [RefusalKind.NotLate] = (Full, Amara, new TakeLate("plan")),
        [RefusalKind.TextEmpty] = (Full, Ben, Solution(" ", "culture")),
        [RefusalKind.TextTooLong] = (Full, Ben, Solution(new string('x', 251), "culture")),
        [RefusalKind.ParentMissing] = (Full, Ben, new Contribute(Chain, "solution", "Text")),
        [RefusalKind.ParentUnwanted] = (Full, Ben, new Contribute(Chain, "challenge", "Text", "weekends")),
        [RefusalKind.ParentInWrongLane] = (Full, Ben, Solution("Text", "weekends")),
        [RefusalKind.ParentNotPicked] = (Full, Ben, Solution("Text", "tools")),
        [RefusalKind.LaneTakesNoText] = (Scales, Amara, Challenge("Five")),
        [RefusalKind.LaneTakesText] = (Full, Ben, new GiveAnswer(Chain, "solution", "Much")),
        [RefusalKind.NoSuchValue] = (Full, Ben, new GiveAnswer(Chain, "effort", "Enough")),
        [RefusalKind.DotsSpent] = (Full.Given(Ben, new PlaceDots("plan", 2)), Ben, new PlaceDots("theme", 2)),
        [RefusalKind.NotVotable] = (OnThemesOnly, Ben, new PlaceDots("r1", 1)),
        [RefusalKind.OwnDots] = (Exercises.Voting(new(OwnDots: false)), Ben, new PlaceDots("r1", 1)),
        [RefusalKind.NoVote] = (Full, Amara, new ResetVotes(Chain, "pick")),
        [RefusalKind.NotPickable] = (Full, Amara, new Pick("weekends", true)),
        [RefusalKind.NotPicked] = (Full.Given(Amara, new Pick("culture", false)), Amara, new Pick("tools", true, "culture")),
        [RefusalKind.OutOfRange] = (Full, Amara, new StartTimer(1)),
        [RefusalKind.SectorUnknown] = (Full, Newcomer, new Join(Sector: "Military")),
        [RefusalKind.NothingToChange] = (Full, Amara, new ChangeActivity(Chain)),
        [RefusalKind.NotAvailable] = (Full, Amara, new ChangeSession(Settings: new(Moderation: "after"))),
    };

    public static TheoryData<string> Codes => [.. OfTheCore.Keys.Select(k => k.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void DOOR_1_every_refusal_of_the_core_has_its_code_and_a_whole_sentence(string code)
    {
        var (given, by, when) = OfTheCore[RefusalKind.All.Single(k => k.Code == code)];
        given.When(by, when).ThenRefused(RefusalKind.All.Single(k => k.Code == code));
    }

    [Fact]
    public void DOOR_1_no_refusal_is_forgotten_here() => Assert.Equal(
        RefusalKind.All.Except(OfTheDoors).Except([RefusalKind.InvalidMethod]).Select(k => k.Code).Order(),
        OfTheCore.Keys.Select(k => k.Code).Order());

    [Fact]
    public void DOOR_1_codes_are_there_once_with_a_status_and_a_sentence()
    {
        Assert.Equal(RefusalKind.All.Select(k => k.Code).Distinct(), RefusalKind.All.Select(k => k.Code));
        Assert.All(RefusalKind.All, k => Assert.Matches("^[a-z]+(-[a-z]+)*$", k.Code));
        Assert.All(RefusalKind.All, k => Assert.Contains(k.Status, new[] { 400, 401, 403, 404, 409, 413, 415, 422, 429, 500, 503 }));
        Assert.All(RefusalKind.All, k => Assert.Matches("[.}]$", k.Sentence));
    }

    [Fact]
    public void DOOR_1_a_refusal_reads_as_its_code_and_its_sentence() =>
        Assert.Equal("out-of-range: The seconds must be between 5 and 14400.",
            Full.When(Amara, new StartTimer(1)).Turn.Refusal!.ToString());
}
