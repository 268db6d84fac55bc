using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Sessions;

/// <param name="Kind">0 to 99: which command.</param>
/// <param name="Who">0 to 99: who sends it.</param>
/// <param name="What">0 to 9: about what; also the seconds that pass.</param>
/// <param name="Other">0 to 99: whatever else it needs.</param>
internal sealed record Move(int Kind, int Who, int What, int Other, bool On);

/// <summary>Numbers into commands. Mostly sensible ones, or nothing would ever happen; every kind and every sender occurs.</summary>
internal static class RandomMoves
{
    private static readonly Sender[] Everybody = [Amara, Cleo, Sam, Ben, Chen, Dora, Ben, Amara, Olga, Stranger, Nobody, Newcomer];
    private static readonly string[] Steps = ["challenges", "root-causes", "pick", "solutions", "pick", "nowhere"];
    private static readonly string[] Modes = ["live", "held", "blank", "live", "dark"];
    private static readonly string[] Accounts = ["cleo", "sam", "amara", "stranger"];
    private static readonly string[] Roles = ["lead", "co-facilitator", "scribe", "observer", "none"];
    private static readonly string[] People = ["ben", "chen", "dora", "nobody"];

    internal static Scenario Start { get; } = KickStart.AtTheSolutions(KickStart.Sectors with { Names = "named" })
        .WithHelpers()
        .Given(Ben, KickStart.Solution("Text s0", "culture"), "s0")
        .MovesTo("root-causes")
        .Given(Chen, KickStart.RootCause("Text r0", "weekends"), "r0")
        .Given(Dora, KickStart.RootCause("Text r1", "weekends"), "r1");

    internal static Outcome Send(Scenario scenario, Move move, int number) =>
        scenario.When(Everybody[move.Who % Everybody.Length], Command(scenario, move, number), $"n{number}");

    internal static Command Command(Scenario scenario, Move m, int number)
    {
        var ids = scenario.State.Contributions.Values.OrderByDescending(c => c.Order).Select(c => c.Id).Append("nothing").ToList();
        var id = ids[Math.Min(m.What, ids.Count - 1)];
        var other = ids[m.Other % ids.Count];
        // No text is part of another one, so that each can be searched for.
        var text = $"Text {number}-{m.Other}.";
        return m.Kind switch
        {
            < 8 => KickStart.Challenge(text) with { Late = m.On },
            < 18 => KickStart.RootCause(text, id) with { Late = m.On },
            < 28 => KickStart.Solution(text, id) with { Late = m.On },
            < 33 => new EditContribution(id, text),
            < 39 => new WithdrawContribution(id),
            < 47 => new Hide(id, m.On, m.What == 1 ? text : null),
            < 50 => new TakeLate(id),
            < 56 => new Nod(id, m.On),
            < 68 => new Pick(id, m.On, m.What % 2 == 0 ? other : null),
            < 74 => new MoveToStep(KickStart.Chain, Steps[m.Other % Steps.Length]),
            < 76 => new StartActivity(m.Other % 3 == 0 ? "next-steps" : KickStart.Chain),
            < 79 => m.What < 7
                ? new SetScreen(Modes[m.Other % Modes.Length])
                : new SetScreen(Modes[m.Other % Modes.Length], m.On ? id : default, m.What),
            < 81 => new RemoveDelegate(People[m.Other % People.Length], m.On),
            < 82 => new RemoveDelegates([People[m.Other % 3], People[m.What % 3], .. scenario.State.Waits.Select(w => w.Id.Value)], m.On),
            < 84 => new ReadmitDelegate(People[m.Other % People.Length]),
            < 86 => new RecordDecision(text, [id, other]),
            < 88 => new RecordAction(text, m.On ? "Ben" : null, null, m.What, [id]),
            < 90 => new WriteNote(m.On ? text : "", KickStart.Chain, m.What % 2 == 0 ? id : null),
            < 91 => m.What == 0 ? Door(scenario, m) : new Join($"Guest {number}", m.On ? "Public" : "Private"),
            < 95 => Undone(scenario, m) ?? Grouping(scenario, m, id, other),
            _ => Rare(m, text),
        };
    }

    private static Undo? Undone(Scenario scenario, Move m) =>
        m.On && scenario.State.Moves().Skip(m.What).FirstOrDefault() is { } move ? new(move.Version) : null;

    private static Command Door(Scenario scenario, Move m) => (m.Other % 4) switch
    {
        0 => new LockJoining(m.On),
        1 => new ChangeSession(Settings: new(JoinApproval: m.On)),
        2 => new AdmitDelegates(scenario.State.Waiting.Keys.Select(id => id.Value).Order(StringComparer.Ordinal).Take(2).ToValueList()),
        _ => new RemoveDelegate(scenario.State.Waits.FirstOrDefault()?.Id.Value ?? "nobody", m.On),
    };

    private static Command Grouping(Scenario scenario, Move m, string id, string other) => (m.Other % 8) switch
    {
        0 or 1 => new Park(id, m.What % 3 > 0),
        2 or 3 => new JoinContributions(
            [id, other, .. scenario.State.Contributions.Values.Where(c => c.Order % 4 == m.What % 4 && c.LaneId == "root-cause")
            .Select(c => c.Id).Take(3)]),
        4 => new CarryOver("next-steps", "next-step", [id, other]),
        5 => new AddActivity(Activity: KickStart.Closing, Before: m.What % 2 == 0 ? "briefing" : null),
        6 => new MoveActivity(scenario.State.Agenda[m.What % scenario.State.Agenda.Count].ActivityId, m.On ? "briefing" : null),
        _ => new RemoveActivity(scenario.State.Agenda[m.What % scenario.State.Agenda.Count].ActivityId),
    };

    private static Command Rare(Move m, string text) => (m.Kind + m.Other) switch
    {
        < 96 => new ChangeProfile(m.On ? null : text, m.On ? "Public" : "Nowhere"),
        < 104 => new StartTimer(m.Other),
        < 112 => new AddTime(m.What),
        < 120 => new StopTimer(),
        < 128 => new ChangeActivity(KickStart.Chain, m.On ? text : null, Lanes: [new("solution", m.On ? null : text)]),
        < 136 => new ChangeSession(text, m.On ? null : text, new(Names: m.On ? "named" : "anonymous-to-room")),
        < 144 => new SetDone(KickStart.Chain, Steps[m.What % Steps.Length], m.On),
        < 150 => new ShowPoint("briefing", m.What),
        < 160 => new ChangeAction($"n{m.What}", m.On ? null : text, new(m.On, null)),
        < 168 => m.On ? new RemoveDecision($"n{m.What}") : new RemoveAction($"n{m.What}"),
        < 176 => new ChangeDecision($"n{m.What}", text),
        < 180 => new CloseSession(),
        < 186 => m.On ? new ReopenSession() : new OpenSession(),
        < 188 => new ChangeRoles(Accounts[m.What % Accounts.Length], Roles[m.Other % Roles.Length]),
        < 190 => m.On ? new Erase($"n{m.What}") : new Erase(DelegateId: People[m.What % People.Length], WithContributions: m.What < 5),
        < 192 => new ChangeActivity("next-steps", Names: m.On ? "anonymous" : "anonymous-to-room"),
        _ => new Contribute("next-steps", "next-step", text),
    };
}
