using CsCheck;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using WorkshopHub.Core.Views;
using static WorkshopHub.Core.Tests.World.People;
using Outcome = WorkshopHub.Core.Tests.World.Outcome;

namespace WorkshopHub.Core.Tests.Sessions;

/// <summary>
/// Whatever anybody sends, a view that was built before is the view that would be built from nothing. Half of what is sent
/// here are the facilitator's settings of every activity and of the session, because a view is quickest forgotten there.
/// </summary>
public sealed class RandomViewsTests
{
    private static readonly string[] Names = ["named", "anonymous-to-room", "anonymous", "anonymous-to-room"];
    private static readonly string[] Spoken = ["en", "de", "ar"];
    private static readonly string?[] Teams = [null, "it", "business"];

    private static readonly Gen<Move[]> Moves = Gen.Select(Gen.Int[0, 99], Gen.Int[0, 99], Gen.Int[0, 9], Gen.Int[0, 99], Gen.Bool)
        .Select((kind, who, what, other, on) => new Move(kind, who, what, other, on)).Array[5, 40];

    [Fact]
    public void SEE_40_a_chain_that_was_drawn_before_is_what_would_be_drawn_from_nothing()
    {
        var start = RandomMoves.Start
            .Given(Amara, new CarryOver("next-steps", "next-step", ["plan", "culture"]), "carried")
            .Given(Amara, new AddActivity(Activity: KickStart.Closing)).Given(Amara, new CarryOver("closing", "word", ["carried"]), "again")
            .Given(Amara, new StartActivity("next-steps"));
        Always(start, RandomMoves.Send);
    }

    [Fact]
    public void SEE_40_teams_votes_and_scales_that_were_drawn_before_are_what_would_be_drawn_from_nothing() =>
        Always(RandomExercises.Start.Given(Amara, new CarryOver(Exercises.Vote, "requirement", ["d0"]), "carried"), RandomExercises.Send);

    private static void Always(Scenario start, Func<Scenario, Move, int, Outcome> send) => Moves.Sample(
        moves =>
        {
            var scenario = start;
            Drawn(scenario.State);
            foreach (var (i, move) in moves.Index())
            {
                var outcome = Sent(scenario, move, i, send);
                if (outcome.Turn.Events.Count == 0) continue;
                scenario = outcome.After.Later(move.What);
                Drawn(scenario.State);
            }
        },
        iter: 60);

    private static Outcome Sent(Scenario scenario, Move m, int number, Func<Scenario, Move, int, Outcome> send) =>
        m.Who % 2 == 0 ? send(scenario, m, number) : scenario.When(Amara, Setting(scenario.State, m, $"Text {number}."), $"n{number}");

    private static Command Setting(SessionState state, Move m, string text)
    {
        var activity = state.Agenda[m.Other % state.Agenda.Count];
        var id = activity.ActivityId;
        var lane = activity.Lanes.Count == 0 ? "none" : activity.Lanes[m.What % activity.Lanes.Count].LaneId;
        var step = activity.Steps[m.What % activity.Steps.Count].Id;
        return m.Kind switch
        {
            < 20 => new ChangeActivity(id, Names: m.On ? Names[m.What % Names.Length] : null),
            < 26 => new ChangeSession(Settings: new(Names: Names[m.What % Names.Length])),
            < 34 => new ChangeSession(Settings: new(Language: Spoken[m.What % Spoken.Length])),
            < 38 => new ChangeSession(Settings: new(OwnDots: m.On)),
            < 43 => new ChangeSession(
                Settings: new(SectorQuestion: m.On ? new("Where?", ["Public", "Private", "Charity"]) : new(text, ["Public", "Elsewhere"]))),
            < 45 => new ChangeSession(text, m.On ? text : null),
            < 50 => new ChangeActivity(id, text, m.On ? text : ""),
            < 57 => new ChangeActivity(id, Lanes: [new(lane, m.On ? text : null, text, 20 + m.Other)]),
            < 62 => new ChangeActivity(id, Steps: [new(step, text, m.What + 1)]),
            < 65 => new ChangeActivity(id, Points: [text, .. activity.Points]),
            < 75 => new StartActivity(id),
            < 83 => new MoveToStep(id, step),
            < 87 => state.Moves().Skip(m.What).FirstOrDefault() is { } move ? new Undo(move.Version) : new OpenSession(),
            < 91 => new SetScreen(m.What < 4
                ? "held" : "live", m.On ? state.Contributions.Keys.Order().ElementAtOrDefault(m.Other) : default),
            < 94 => new RemoveDelegate(new[] { "ben", "chen", "dora" }[m.What % 3], m.On),
            < 97 => new ReadmitDelegate(new[] { "ben", "chen", "dora" }[m.What % 3]),
            _ => m.On ? new Erase(state.Contributions.Keys.Order().ElementAtOrDefault(m.Other)) : new MoveActivity(id, null),
        };
    }

    private static void Drawn(SessionState state)
    {
        var forgotten = state.Forgotten();
        foreach (var language in Spoken)
        {
            var (kept, anew) = (state.In(language), forgotten.In(language));
            foreach (var team in state.CurrentActivity?.Teams.Count > 0 ? Teams : [null])
            {
                Assert.Equal(PhoneView.Build(anew, team), PhoneView.Build(kept, team));
            }

            Assert.Equal(ScreenView.Build(anew), ScreenView.Build(kept));
        }
    }
}
