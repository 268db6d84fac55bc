using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Tests.World;

/// <summary>
/// One event of every kind that the journal may hold, about things that are in no session of the tests: reading never
/// fails. Every property has a value in one of them that it would not have by itself, and every word of an enum stands
/// somewhere: <c>GoldenLinesTests</c> compares them with the lines that are kept for ever.
/// </summary>
internal static class OneOfEach
{
    private static readonly AccountId Lena = new("acc-lena");
    private static readonly DelegateId Mina = new("mina");
    private static readonly DelegateId Otis = new("otis");
    private static readonly DateTimeOffset Later = new(2026, 5, 12, 9, 41, 0, TimeSpan.Zero);
    private static readonly SectorQuestion Question = new("Where do you work?", ["Health", "Transport"]);

    private static readonly Activity Talking = new(
        "talk",
        "What helps?",
        "Think of last month.",
        "list",
        [],
        [new("help", "Help", "Helps", null, "What helped you?", null, LaneKind.Text, 120)],
        [Step("say", StepKind.Collect) with { Collects = ["help"] }, Step("talk", StepKind.Discuss)]);

    /// <summary>The agenda of the events: three lanes of one kind each, and steps of every kind.</summary>
    internal static ValueList<Activity> Agenda { get; } = [Weighing(), Talking];

    internal static IReadOnlyList<SessionEvent> Events { get; } =
    [
        .. Sessions(), .. Moves(), .. People(), .. Contributions(), .. Themes(), .. Teams(), .. Closing(), .. Outcomes(),
    ];

    internal static SessionEvent Of(Type type) => Events.Single(e => e.GetType() == type);

    private static Step Step(string id, StepKind kind) =>
        new(id, kind, $"Step {id}", 7, [], [], false, 0, 1, [], null, Visibility.All, false);

    private static Activity Weighing()
    {
        var words = new Dictionary<string, InLanguages>();
        var activity = new Activity(
            "weigh",
            Both("title", "Weigh the options", "Die Möglichkeiten abwägen"),
            Both("prompt", "What would we give up?", "Was gäben wir auf?"),
            "compare",
            [Both("points/0", "Say one thing", "Eines sagen"), Both("points/1", "Listen", "Zuhören")],
            [
                new(
                    "option",
                    Both("lanes/option/title", "Option", "Möglichkeit"),
                    Both("lanes/option/plural", "Options", "Möglichkeiten"),
                    Both("lanes/option/picked", "Chosen option", "Gewählte Möglichkeit"),
                    Both("lanes/option/prompt", "What could we do?", "Was könnten wir tun?"),
                    null,
                    LaneKind.Text,
                    180)
                {
                    Team = "north",
                    Group = Both("lanes/option/group", "Today", "Heute"),
                    RestTitle = Both("lanes/option/rest", "Left for later", "Für später"),
                },
                new("effort", "Effort", "Efforts", null, "How much?", "option", LaneKind.Scale, 250)
                {
                    Values = [Both("lanes/effort/values/0", "Little", "Wenig"), Both("lanes/effort/values/1", "Much", "Viel")],
                },
                new("when", "When", "Whens", null, "When?", "option", LaneKind.Choice, 250) { Values = ["Spring", "Autumn"] },
            ],
            [
                Step("brief", StepKind.Brief) with { Title = Both("steps/brief", "Look at it", "Ansehen") },
                Step("collect", StepKind.Collect) with { Collects = ["option"], Visibility = Visibility.Own, Nods = true },
                Step("answer", StepKind.Answer) with { Answers = ["effort", "when"], Visibility = Visibility.Team },
                Step("reveal", StepKind.Reveal) with { Reveals = true },
                Step("group", StepKind.Group),
                Step("vote", StepKind.Vote) with { Dots = 5, MaxPerTarget = 2, DotsOn = DotTargets.Themes },
                Step("again", StepKind.Vote) with { Dots = 3, DotsOn = DotTargets.Contributions },
                Step("decide", StepKind.Decide) with { Picks = ["option"], PickBudget = new(PerParent: 2) },
                Step("narrow", StepKind.Decide) with { Picks = ["option"], PickBudget = new(Share: 30) },
                Step("read", StepKind.Read),
            ],
            NamesPolicy.AnonymousToRoom)
        {
            Teams = [new("north", Both("teams/north", "The north", "Der Norden"))],
            Method = new("weighing", 3),
        };
        return activity with { Wordings = new(words) };

        string Both(string place, string english, string german)
        {
            words[place] = new(new Dictionary<string, string> { ["en"] = english, ["de"] = german });
            return english;
        }
    }

    private static SessionEvent[] Sessions() =>
    [
        new SessionCreated("Night buses", "What holds us back", new("de", Question, NamesPolicy.Anonymous, OwnDots: false), Lena, Agenda),
        new SessionChanged("Night buses 2", "What helps", new("ar", null, NamesPolicy.Named)),
        new SessionOpened(),
        new SessionClosed(),
        new SessionReopened(),
        new RoleChanged(Lena, Role.CoFacilitator),
        new ActivityChanged(Talking),
        new ActivitiesAdded([Talking with { ActivityId = "talk-2" }], "talk"),
        new ActivityMoved("talk", "weigh"),
        new ActivityRemoved("talk"),
        new ActivityReturned("talk", "weigh"),
    ];

    private static SessionEvent[] Moves() =>
    [
        new ActivityStarted("weigh", "brief"),
        new StepEntered("weigh", "collect"),
        new PointShown("weigh", 2),
        new DoneSet(true),
        new TimerSet(Later, 300),
        new TimerStopped(),
        new ScreenSet(ScreenMode.Held, "con-1", 3),
        new MoveUndone(7, 2),
        new ScreenReturned(ScreenMode.Blank, Later, "con-1", 2),
        new PlaceReturned(new("weigh", "collect"), "talk", "say", new(Later, 240), [Mina], [new("weigh", "answer")], "con-1", 4),
    ];

    private static SessionEvent[] People() =>
    [
        new DelegateJoined(new(Mina, "Mina", "Health", "de")),
        new ProfileChanged(new(Mina, "Mina K.", "Transport", "ar")),
        new DelegateRemoved(Otis, true),
        new DelegateReadmitted(Otis, Done: true),
        new JoiningLocked(true),
        new ApprovalSet(true),
        new DelegateWaits(new(Otis, "Otis", "Health", "en")),
        new DelegatesAdmitted([Mina, Otis]),
        new DelegatesRemoved([Mina, Otis], true),
        new DelegatesReturned([Mina, Otis], [Mina], ["con-1"]),
        new DelegatesListed([new(new(Mina, "Mina", "Health", "de"), false), new(new(Otis, null, null), true)]),
        new DelegateErased(new(Mina, null, null)),
    ];

    private static SessionEvent[] Contributions() =>
    [
        new ContributionAdded("con-1", "weigh", "option", "con-0", new("w-1", "Run every hour"), true)
        {
            Quotation = true,
            SpokenFor = new("w-2", "The last passenger"),
            Team = "north",
        },
        new ContributionEdited("con-1", new("w-3", "Run every half hour"), Marked: true),
        new ContributionWithdrawn("con-1"),
        new ContributionRestored("con-1"),
        new ContributionHidden("con-1", true, new("w-4", "Said twice")),
        new ContributionParked("con-1", true),
        new ContributionsJoined("con-1", ["con-2", "con-3"], true, ["con-4"]),
        new ContributionsParted("con-1", ["con-2"]),
        new ContributionsCarried("talk", "help", [new("con-9", "con-1")]),
        new ContributionErased("con-1", [new("w-1", null), new("w-3", null)]),
        new LateTaken("con-1"),
        new LateReturned("con-1"),
        new NodSet("con-1", true),
        new PickSet("con-1", true, "con-2"),
        new AnswerGiven("weigh", "effort", "con-1", 1),
    ];

    private static SessionEvent[] Themes() =>
    [
        new ThemeCreated("the-1", "weigh", new("w-5", "Staff"), ["con-1", "con-2"], Order: 2),
        new ThemeRenamed("the-1", new("w-6", "Drivers")),
        new ThemeRemoved("the-1"),
        new MovedToTheme("con-1", "the-1"),
        new DotsPlaced("weigh", "vote", "the-1", 2),
        new VotesReset("weigh", "vote"),
        new VotesReturned("weigh", "vote"),
    ];

    private static SessionEvent[] Teams() =>
    [
        new TeamTaken("weigh", "north"),
        new TeamsAssigned("weigh", [new(Mina, "north"), new(Otis, null)]),
    ];

    private static SessionEvent[] Closing() =>
    [
        new NodsCounted([new("con-1", 2, 3)]),
        new AnswersCounted([new("weigh", "effort", "con-1", [new("Health", [3, 0])], [0, 4])]),
    ];

    private static SessionEvent[] Outcomes() =>
    [
        new NoteWritten("weigh", "con-1", new("w-7", "Ask the depot"), "the-1"),
        new NoteKept("weigh", "con-1", "the-1", Lena, new("w-8", "Ask both depots")),
        new DecisionRecorded("dec-1", new("w-9", "We try it in May"), ["con-1"], At: 1),
        new DecisionChanged("dec-1", new("w-10", "We try it in June")),
        new DecisionRemoved("dec-1"),
        new ActionRecorded("act-1", new("w-11", "Draw up the plan"), new("w-12", "Mina"), new(2026, 6, 1), 4, ["con-1"], At: 1),
        new ActionChanged("act-1", new("w-13", "Draw up two plans"), new("w-14", "Otis"), new(2026, 6, 8), 5),
        new ActionRemoved("act-1"),
    ];
}
