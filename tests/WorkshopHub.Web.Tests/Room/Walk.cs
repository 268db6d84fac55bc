using WorkshopHub.Core;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.Tests.Room;

/// <summary>
/// Goes through a method from draft to closed as a room would, with hostile words in every place where words can be,
/// and stops at every state on the way.
/// </summary>
internal sealed class Walk
{
    internal const string Hostile = "<script>x()</script> \"q\" 'it' & </textarea><b>שלום\u202E";

    private static readonly Sender Lead = new Sender.Account(new("lead"));
    private static readonly Sender Ann = new Sender.Delegate(Drawn.Ann);
    private static readonly Sender Bea = new Sender.Delegate(new("bea"));

    /// <summary>The latest state of an open session, in the midst of things, of which this is true.</summary>
    internal static SessionState Midst(Func<SessionState, bool> where) =>
        Everything().Last(s => s.Stage == SessionStage.Open && s.CurrentStep is not null && s.Contributions.Count > 4 && where(s));

    private static readonly Lazy<IReadOnlyList<SessionState>> All = new(() =>
        [.. BuiltInMethods.All.SelectMany(m => new[] { "named", "anonymous-to-room" }.SelectMany(names => Through(m, names)))]);

    private readonly Func<string, string> word;
    private readonly List<SessionState> stops = [];
    private SessionState state = new() { Id = new("session") };
    private int ids;

    private Walk(Func<string, string> word) => this.word = word;

    /// <summary>The states of every built-in method, once with names and once without.</summary>
    internal static IReadOnlyList<SessionState> Everything() => All.Value;

    /// <param name="word">What is said in place of the usual words.</param>
    internal static IReadOnlyList<SessionState> Through(Method method, string names, Func<string, string>? word = null)
    {
        var walk = new Walk(word ?? (w => w));
        walk.Go(method, names);
        return walk.stops;
    }

    private void Go(Method method, string names)
    {
        var settings = new SettingsPatch(SectorQuestion: new(word("Where? <b>"), [word("<i>Public</i>"), word("Private")]), Names: names);
        Do(Lead, new CreateSession(word(Hostile), word(Hostile), settings, method.Agenda("en")));
        Do(Lead, new OpenSession());
        for (var i =
            0; i < 8; i++) Do(new Sender.Newcomer(), new Join(word("Ann <b>"), word(i % 2 == 0 ? "<i>Public</i>" : "Private")), i == 0
            ? Drawn.Ann.Value : i == 1 ? "bea" : null);
        foreach (var activity in state.Agenda) Through(activity);
        Do(Lead, new SetScreen("held"));
        Do(Lead, new SetScreen("blank"));
        Do(Lead, new SetScreen("live"));
        Do(Lead, new CloseSession());
    }

    private void Through(Activity activity)
    {
        Do(Lead, new StartActivity(activity.ActivityId));
        for (var i = 1; i <= activity.Points.Count; i++) Do(Lead, new ShowPoint(activity.ActivityId, i));
        foreach (var step in activity.Steps)
        {
            Do(Lead, new MoveToStep(activity.ActivityId, step.Id));
            Do(Lead, new StartTimer(90));
            TakeTeams(activity);
            foreach (var lane in step.Collects.Select(l => activity.Lane(l)!)) Fill(activity, lane);
            foreach (var lane in step.Answers.Select(l => activity.Lane(l)!)) Answer(activity, lane);
            if (step.Kind == StepKind.Group) Group(activity);
            if (step.Dots > 0) Vote(activity, step);
            if (step.Nods) foreach (var c in Read(activity, Ann)) Do(Ann, new Nod(c.Id, true));
            foreach (var lane in step.Picks) Pick(activity, lane);
            Do(Ann, new SetDone(activity.ActivityId, step.Id, true));
        }

        Do(Lead, new RecordAction(word(Hostile), word(Hostile), new DateOnly(2026, 7, 31), 4));
        Do(Lead, new RecordAction(word(Hostile)));
        Do(Lead, new RecordDecision(word(Hostile)));
    }

    private void Fill(Activity activity, Lane lane)
    {
        var who = Whose(activity, lane);
        foreach (var parent in Parents(activity, lane, who))
        {
            Do(who, new Contribute(activity.ActivityId, lane.LaneId, word(Hostile), parent));
            Do(who, new Contribute(activity.ActivityId, lane.LaneId, word(Hostile), parent, Quotation: true, SpokenFor: word(Hostile)));
            Do(who, new Contribute(activity.ActivityId, lane.LaneId, word("Plain"), parent));
            var hidden = Do(who, new Contribute(activity.ActivityId, lane.LaneId, word("To be hidden"), parent))!;
            Do(Lead, new Hide(hidden, true, word(Hostile)));
            Do(who, new WithdrawContribution(Do(who, new Contribute(activity.ActivityId, lane.LaneId, word("To be withdrawn"), parent))!));
        }
    }

    private List<string?> Parents(Activity activity, Lane lane, Sender who) => lane.ParentLaneId is null
        ? [null]
        : [.. Read(activity, who).Where(c => c.LaneId == lane.ParentLaneId && Contributing.CanAnswer(activity, lane, c)).Select(c => c.Id)];

    private void TakeTeams(Activity activity)
    {
        if (activity.Teams.Count == 0 || state.TeamOf(activity.ActivityId, Drawn.Ann) is not null) return;
        Do(Ann, new TakeTeam(activity.ActivityId, activity.Teams[0].TeamId));
        Do(Bea, new TakeTeam(activity.ActivityId, activity.Teams[^1].TeamId));
    }

    private static Sender Whose(Activity activity, Lane lane) => lane.Team is null || lane.Team == activity.Teams[0].TeamId ? Ann : Bea;

    private void Answer(Activity activity, Lane lane)
    {
        foreach (var who in new[] { Ann, Bea })
        {
            if (lane.Team is not null && who != Whose(activity, lane)) continue;
            foreach (var parent in Parents(activity, lane, who))
            {
                Do(who, new GiveAnswer(activity.ActivityId, lane.LaneId, who == Ann ? 1 : 2, parent));
            }
        }
    }

    private void Group(Activity activity)
    {
        Do(Lead, new CreateTheme(activity.ActivityId, word(Hostile), Standing(activity).Take(3).Select(c => c.Id).ToValueList()));
        Do(Lead, new CreateTheme(activity.ActivityId, word("Empty")));
    }

    private void Vote(Activity activity, Step step)
    {
        var targets = step.DotsOn == DotTargets.Themes
            ? state.ThemesOf(activity.ActivityId).Select(t => t.Id)
            : Read(activity, Ann).Select(c => c.Id);
        foreach (var target in targets.Take(step.Dots)) Do(Ann, new PlaceDots(target, 1));
    }

    private List<Contribution> Read(Activity activity, Sender who) =>
        [.. Standing(activity).Where(c => Sight.ReadsAs(state, c, ((Sender.Delegate)who).Id))];

    private void Pick(Activity activity, string laneId)
    {
        foreach (var group in Standing(activity).Where(c => c.LaneId == laneId).GroupBy(c => c.ParentId).ToList())
        {
            if (!group.Any(c => c.Picked)) Do(Lead, new Pick(group.First().Id, true));
        }
    }

    private List<Contribution> Standing(Activity activity) =>
        [.. state.Contributions.Values.Where(c => c.ActivityId == activity.ActivityId && c.Stands).OrderBy(c => c.Order)];

    private string? Do(Sender by, Command command, string? id = null)
    {
        (state, var made) = Unsaved.Do(state, by, command, id ?? $"id{++ids}");
        stops.Add(state);
        return made;
    }
}
