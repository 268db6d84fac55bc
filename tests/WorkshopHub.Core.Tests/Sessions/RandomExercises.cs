using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using static WorkshopHub.Core.Tests.World.Exercises;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Sessions;

/// <summary>
/// Numbers into commands, like <see cref="RandomMoves"/>, in a session with teams, covered steps, votes, scales and themes.
/// </summary>
internal static class RandomExercises
{
    private static readonly Sender[] Everybody = [Ben, Chen, Dora, Emeka, Amara, Ben, Chen, Dora, Emeka, Amara, Amara, Stranger];
    private static readonly string[] Activities = [Mutual, Mutual, Vote, Vote, Ladder, Quiet];
    private static readonly string?[] Sides = ["it", "business", null];

    internal static Scenario Start { get; } = TwoTeams(KickStart.Sectors)
        .Given(Ben, FromIt("Text b0."), "b0")
        .Given(Chen, FromBusiness("Text c0."), "c0")
        .GoesTo(Quiet).Given(Dora, new Contribute(Quiet, "thought", "Text d0."), "d0")
        .GoesTo(Vote)
        .Given(Ben, Requirement("Text r0."), "r0").Given(Chen, Requirement("Text r1."), "r1")
            .Given(Amara, new CreateTheme(Vote, "Text t0.", ["r0"]), "t0")
        .GoesTo(Vote, "dots").Given(Ben, new PlaceDots("r1", 2)).Given(Dora, new PlaceDots("t0", 1))
        .GoesTo(Mutual);

    internal static Outcome Send(Scenario scenario, Move move, int number)
    {
        var command = Command(scenario, move, number);
        var who = CommandCatalogue.Of(command).Who;
        // Mostly somebody who may send it.
        var by = Everybody[move.Who % Everybody.Length];
        if (move.Who < 70) by = who.HasFlag(Role.Delegate) ? Everybody[move.Who % 4] : Amara;
        return scenario.When(by, command, $"n{number}");
    }

    internal static Command Command(Scenario scenario, Move m, int number)
    {
        var state = scenario.State;
        var here = state.CurrentActivity ?? state.Agenda[0];
        var ids = state.Contributions.Values.Where(c => c.ActivityId == here.ActivityId || m.What == 9).OrderByDescending(c => c.Order)
            .Select(c => c.Id).Append("nothing").ToList();
        var id = ids[m.Other % ids.Count];
        var themes = state.Themes.Keys.Order().Append("nothing").ToList();
        var theme = themes[m.Other % themes.Count];
        var lane = here.Lanes[m.What % here.Lanes.Count];
        var text = $"Text {number}-{m.Other}.";
        var parent = lane.ParentLaneId is null ? null : id;
        return m.Kind switch
        {
            < 14 => new Contribute(here.ActivityId, lane.LaneId, text, parent, m.On, m.What % 2 == 0, m.What == 3 ? $"For {text}" : null),
            < 26 => new MoveToStep(here.ActivityId, here.Steps[m.Other % here.Steps.Count].Id),
            < 30 => new StartActivity(Activities[m.Other % Activities.Length]),
            < 40 => new PlaceDots(m.What % 4 == 0 ? theme : id, m.What % 3),
            < 50 => new GiveAnswer(here.ActivityId, lane.LaneId, m.What == 0 ? null : m.What % 4, parent),
            < 54 => new Nod(id, m.On),
            < 58 => new Hide(id, m.On),
            < 61 => new Park(id, m.On),
            < 63 => new WithdrawContribution(id),
            < 65 => new EditContribution(id, text),
            < 67 => new TakeLate(id),
            < 71 => new CreateTheme(here.ActivityId, text, [id, ids[m.What % ids.Count]]),
            < 73 => new MoveToTheme(id, m.On ? theme : null),
            < 75 => m.On ? new RemoveTheme(theme) : new RenameTheme(theme, text),
            < 77 => new ResetVotes(here.ActivityId, here.Steps[m.Other % here.Steps.Count].Id),
            < 79 => new TakeTeam(here.ActivityId, Sides[m.Other % 2]!),
            < 81 => new AssignTeams(here.ActivityId, m.On, m.On
                ? null : new Dictionary<string, string?> { [new[] { "ben", "chen", "dora", "emeka" }[m.What % 4]] = Sides[m.Other % 3] }),
            < 84 => new Pick(id, m.On, m.What == 1 ? ids[0] : null),
            < 86 => new JoinContributions([id, ids[m.What % ids.Count]]),
            < 87 => new CarryOver(Vote, "requirement", [id]),
            < 92 => state.Moves().Skip(m.What).FirstOrDefault() is { } move ? new Undo(move.Version) : new Undo(1),
            < 94 => new RemoveDelegate(new[] { "ben", "chen", "dora" }[m.What % 3], m.On),
            < 96 => new ReadmitDelegate(new[] { "ben", "chen", "dora" }[m.What % 3]),
            < 97 => new WriteNote(text, here.ActivityId, m.On ? id : null),
            < 98 => new RecordDecision($"Decision {number}", [id]),
            < 99 => m.Other < 20 ? new CloseSession() : new SetScreen(m.On ? "held" : "live"),
            _ => m.Other < 20 ? new RemoveActivity(Quiet) : new ReopenSession(),
        };
    }
}
