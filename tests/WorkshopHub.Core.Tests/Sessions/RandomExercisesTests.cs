using CsCheck;
using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using WorkshopHub.Core.Views;

namespace WorkshopHub.Core.Tests.Sessions;

/// <summary>
/// Anybody sends anything, where there is something to keep from each other. Who may see what is told here from the journal
/// and the method alone, without the code that the views are built with.
/// </summary>
public sealed class RandomExercisesTests
{
    private static readonly Gen<Move[]> Moves = Gen.Select(Gen.Int[0, 99], Gen.Int[0, 99], Gen.Int[0, 9], Gen.Int[0, 99], Gen.Bool)
        .Select((kind, who, what, other, on) => new Move(kind, who, what, other, on)).Array[5, 60];

    private static readonly string?[] Teams = [null, "it", "business"];

    private static void Always(Action<Scenario> holds) => Always((_, after) => holds(after));

    private static void Always(Action<Scenario, Scenario> holds) => Moves.Sample(
        moves =>
        {
            var scenario = RandomExercises.Start;
            foreach (var (i, move) in moves.Index())
            {
                var outcome = RandomExercises.Send(scenario, move, i);
                _ = outcome.Turn.Refusal?.Message;
                var next = outcome.After.Later(move.What);
                holds(scenario, next);
                scenario = next;
            }
        },
        iter: 100,
        print: Told);

    private static string Told(Move[] moves)
    {
        var (scenario, lines) = (RandomExercises.Start, new List<string>());
        foreach (var (i, move) in moves.Index())
        {
            var outcome = RandomExercises.Send(scenario, move, i);
            lines.Add($"{outcome.By.Key} {RandomExercises.Command(scenario, move, i)} -> " +
                $"{outcome.Turn.Refusal?.Code ?? $"{outcome.Turn.Events.Count} events"}");
            scenario = outcome.After.Later(move.What);
        }

        return string.Join("\n", lines);
    }

    [Fact]
    public void KEEP_3_the_same_events_give_the_same_session_with_votes_and_teams_too() => Always(s =>
    {
        Assert.Equal(s.Journal.Count, s.State.Version);
        if (s.Journal.Count % 20 != 0) return;
        var replayed = Session.Replay(s.State.Id, s.Journal);
        Assert.Equal(Picture.Of(s.State with { Held = null }), Picture.Of(replayed with { Held = null }));
        Assert.Equal(Picture.Of(ScreenView.Build(s.State)), Picture.Of(ScreenView.Build(replayed)));
    });

    [Fact]
    public void DOT_1_nobody_ever_has_more_dots_on_the_wall_than_the_budget() => Always(s =>
    {
        foreach (var (place, votes) in s.State.Votes)
        {
            var step = s.State.AnyActivity(place.ActivityId)!.Step(place.Step)!;
            foreach (var (voter, placed) in votes)
            {
                Assert.InRange(s.State.DotsOf(place, voter).Values.Sum(), 0, step.Dots);
                Assert.All(placed.Values, n => Assert.InRange(n, 1, step.MaxPerTarget));
                Assert.All(s.State.DotsOf(place, voter).Keys, t =>
                    Assert.True(s.State.Themes.TryGetValue(t, out var theme)
                        ? theme.ActivityId == place.ActivityId : s.State.Contributions[t].Stands));
            }

            var targets = votes.Values.SelectMany(v => v.Keys).Distinct().ToList();
            Assert.InRange(targets.Where(s.State.Contributions.ContainsKey)
                .Sum(t => Voting.TallyOf(s.State, place, s.State.Contributions[t])), 0, votes.Count * step.Dots);
        }
    });

    [Fact]
    public void THEME_3_nothing_is_ever_in_a_theme_that_is_not_there() => Always(s =>
    {
        Assert.All(s.State.Contributions.Values.Where(c => c.ThemeId is not null), c =>
            Assert.Equal(c.ActivityId, s.State.Themes[c.ThemeId!].ActivityId));
    });

    [Fact]
    public void ANS_4_no_answer_is_ever_an_orphan() => Always(s =>
    {
        foreach (var (key, answers) in s.State.Answers)
        {
            var lane = s.State.AnyActivity(key.ActivityId)!.Lane(key.LaneId)!;
            Assert.Equal(lane.ParentLaneId, key.ParentId is null ? null : s.State.Contributions[key.ParentId].LaneId);
            Assert.All(answers.Values, v => Assert.InRange(v, 0, lane.Values.Count - 1));
        }
    });

    [Fact]
    public void COVER_2_no_view_of_anybody_ever_has_words_that_they_may_not_see() => Always(s =>
    {
        var revealed = Revealed(s);
        foreach (var team in Teams)
        {
            Lacks(Picture.Of(PhoneView.Build(s.State, team)), s.State.Contributions.Values.Where(c => !Seen(s.State, revealed, c, team)));
        }

        var unseen = s.State.Contributions.Values.Where(c => !Seen(s.State, revealed, c, null)).ToList();
        if (s.State.Held is null) Lacks(Picture.Of(ScreenView.Build(s.State)), unseen);
        var summary = SummaryBuilder.Build(s.State);
        var told = Picture.Of(summary with { Records = summary.Records.Where(r => !r.Hidden).ToValueList() });
        Lacks(told, s.State.Contributions.Values.Where(c => !IsTold(s.State, c) || !Uncovered(s.State, revealed, c, null)));
        Lacks(Picture.Of(summary),
            s.State.Contributions.Values.Where(c => c.Withdrawn || c.Late || !Uncovered(s.State, revealed, c, null)));

        // A carried one has the words of its source.
        void Lacks(string view, IEnumerable<Contribution> never)
        {
            foreach (var c in never
                .Where(c => !s.State.Contributions.Values.Any(x => x != c && x.TextId == c.TextId) && c.JoinedInto is null
                && c.Text is not null))
            {
                Assert.DoesNotContain($"\"{c.Text}\"", view, StringComparison.Ordinal);
                Assert.DoesNotContain($"{c.Text};", view, StringComparison.Ordinal);
            }
        }
    });

    [Fact]
    public void COVER_2_nobodys_own_part_ever_has_words_of_others_that_they_may_not_see() => Always(s =>
    {
        var revealed = Revealed(s);
        foreach (var d in s.State.Delegates.Values)
        {
            var mine = Picture.Of(MineView.Build(s.State, d.Id));
            foreach (var c in s.State.Contributions.Values
                .Where(c => c.Author != new Sender.Delegate(d.Id) && c.CarriedFrom is null
                && !Seen(s.State, revealed, c, s.State.TeamOf(c.ActivityId, d.Id))))
            {
                if (!s.State.Contributions.Values.Any(x => x != c && x.TextId == c.TextId))
                {
                    Assert.DoesNotContain($"\"{c.Text}\"", mine, StringComparison.Ordinal);
                }
            }
        }
    });

    [Fact]
    public void DOT_6_no_tallies_are_ever_told_before_the_reveal_or_while_the_vote_is_on() => Always(s =>
    {
        var vote = new Place(Exercises.Vote, "dots");
        if (s.State.Activity(Exercises.Vote) is not { } activity) return;
        var told = Revealed(s).Contains(vote) && (s.State.Stage == SessionStage.Closed || s.State.Now != vote)
            && s.State.Votes.ContainsKey(vote);
        Assert.Equal(told, Voting.Told(s.State, activity).Any());
    });

    [Fact]
    public void SEE_6_what_any_team_has_is_always_turned_into_what_it_should_show() => Always((before, after) =>
    {
        foreach (var view in Teams.Select(t => (Func<SessionState, Node>)(state => PhoneView.Build(state, t))).Append(ScreenView.Build))
        {
            var (old, now) = (view(before.State), view(after.State));
            Assert.Equal(now, old.Apply(ViewDiff.Between(old, now)));
        }
    });

    [Fact]
    public void SEE_6_a_view_of_any_team_that_remembers_is_the_view_that_would_be_built_anew() => Always(s =>
    {
        var forgotten = s.State.Forgotten();
        foreach (var view in Teams.Select(t => (Func<SessionState, Node>)(state => PhoneView.Build(state, t))).Append(ScreenView.Build))
        {
            Assert.Equal(view(forgotten), view(s.State));
        }
    });

    // From the journal: where the room went, and what that showed.
    private static HashSet<Place> Revealed(Scenario s)
    {
        var revealed = new HashSet<Place>();
        Place? at = null;
        var filled = new HashSet<(string Activity, string Lane)>();
        foreach (var e in s.Journal.Select(r => r.Event))
        {
            switch (e)
            {
                case ActivityStarted a: Goes(new(a.ActivityId, a.Step)); break;
                case StepEntered a: Goes(new(a.ActivityId, a.Step)); break;
                case PlaceReturned p: at = p.Now; revealed.ExceptWith(p.Covered ?? []); break;
                case ContributionAdded c: filled.Add((c.ActivityId, c.LaneId)); break;
                case AnswerGiven { Level: not null } a: filled.Add((a.ActivityId, a.LaneId)); break;
                case SessionClosed:
                    revealed
                    .UnionWith(Exercises.Agenda
                    .SelectMany(a =>
                    a.Steps.Where(x => x.Dots > 0 || x.Collects.Concat(x.Answers).Any(l => filled.Contains((a.ActivityId, l))))
                        .Select(x => new Place(a.ActivityId, x.Id)))); break;
            }
        }

        return revealed;

        void Goes(Place to)
        {
            if (at is { } from && from.ActivityId != to.ActivityId) Passed(from, to: null);
            Passed(to, to);
            at = to;
        }

        // Everything up to here, or before it, that no later step would reveal or that one in between has.
        void Passed(Place place, Place? to)
        {
            var steps = Exercises.Agenda.Single(a => a.ActivityId == place.ActivityId).Steps.ToList();
            var here = steps.FindIndex(x => x.Id == place.Step);
            for (var i = 0; i < (to is null ? here + 1 : here); i++)
            {
                var reveals = steps.FindIndex(i + 1, x => x.Reveals);
                if (reveals < 0 || (to is not null && reveals <= here)) revealed.Add(new(place.ActivityId, steps[i].Id));
            }
        }
    }

    private static bool Seen(SessionState state, HashSet<Place> revealed, Contribution c, string? team) =>
        IsTold(state, c) && c is { Parked: false, JoinedInto: null } && !Above(state, c).Any(a => a.Parked)
            && Uncovered(state, revealed, c, team);

    private static bool IsTold(SessionState state, Contribution c) =>
        c is { Hidden: false, Withdrawn: false, Late: false } && !Above(state, c).Any(a => a.Hidden || a.Late);

    private static bool Uncovered(SessionState state, HashSet<Place> revealed, Contribution c, string? team) =>
        Above(state, c).Prepend(c).All(x =>
    {
        var activity = Exercises.Agenda.Single(a => a.ActivityId == x.ActivityId);
        var covers =
            activity.Steps
            .Where(s => (s.Collects.Contains(x.LaneId) || s.Answers.Contains(x.LaneId)) && !revealed.Contains(new(x.ActivityId, s.Id)))
            .Select(s => s.Visibility).ToList();
        return covers.All(v => v == Visibility.All)
            || (!covers.Contains(Visibility.Own) && team is not null && activity.Lane(x.LaneId)!.Team == team);
    });

    private static IEnumerable<Contribution> Above(SessionState state, Contribution c)
    {
        for (var at = c; at.ParentId is not null; at = state.Contributions[at.ParentId]) yield return state.Contributions[at.ParentId];
    }
}
