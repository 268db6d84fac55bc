using CsCheck;
using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using WorkshopHub.Core.Views;

namespace WorkshopHub.Core.Tests.Sessions;

/// <summary>Anybody sends anything, at any time; what always holds is looked at after each command.</summary>
public sealed class RandomSessionsTests
{
    private static readonly Gen<Move[]> Moves = Gen.Select(Gen.Int[0, 99], Gen.Int[0, 99], Gen.Int[0, 9], Gen.Int[0, 99], Gen.Bool)
        .Select((kind, who, what, other, on) => new Move(kind, who, what, other, on)).Array[5, 60];

    private static void Always(Action<Scenario> holds) => Always((_, after) => holds(after));

    private static void Always(Action<Scenario, Scenario> holds) => Moves.Sample(
        moves =>
        {
            var scenario = RandomMoves.Start;
            foreach (var (i, move) in moves.Index())
            {
                var outcome = RandomMoves.Send(scenario, move, i);
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
        var (scenario, lines) = (RandomMoves.Start, new List<string>());
        foreach (var (i, move) in moves.Index())
        {
            var outcome = RandomMoves.Send(scenario, move, i);
            lines.Add($"{outcome.By.Key} {RandomMoves.Command(scenario, move, i)} -> " +
                $"{outcome.Turn.Refusal?.Code ?? $"{outcome.Turn.Events.Count} events"}");
            scenario = outcome.After.Later(move.What);
        }

        return string.Join("\n", lines);
    }

    [Fact]
    public void KEEP_3_versions_have_no_gaps_and_all_events_together_give_the_state() => Always(s =>
    {
        Assert.Equal(s.Journal.Count, s.State.Version);
        // Comparing whole states is slow; some points of each session will do.
        if (s.Journal.Count % 20 != 0) return;
        var replayed = Session.Replay(s.State.Id, s.Journal) with { Aliases = s.State.Aliases };
        Assert.Equal(Picture.Of(s.State with { Held = null }), Picture.Of(replayed with { Held = null }));
        Assert.Equal(Picture.Of(ScreenView.Build(s.State)), Picture.Of(ScreenView.Build(replayed)));
    });

    [Fact]
    public void SAY_8_no_contribution_is_ever_an_orphan() => Always(s =>
    {
        foreach (var c in s.State.Contributions.Values)
        {
            var lane = s.State.AnyActivity(c.ActivityId)!.Lane(c.LaneId)!;
            Assert.Equal(lane.ParentLaneId, c.ParentId is null ? null : s.State.Contributions[c.ParentId].LaneId);
            Assert.Contains(c, s.State.In(c.ActivityId, c.LaneId, c.ParentId));
        }

        Assert.Equal(s.State.Contributions.Count, s.State.Lists.Values.Sum(l => l.Count));
    });

    [Fact]
    public void PICK_2_there_is_never_more_than_one_pick_under_one_parent() => Always(s =>
    {
        foreach (var picked in s.State.Contributions.Values.Where(c => c.Picked).GroupBy(c => s.State.FirstOf(c.ParentId)))
        {
            Assert.Single(picked);
            Assert.All(picked, c => Assert.True(c.Stands));
        }
    });

    [Fact]
    public void SEE_1_no_words_that_had_to_vanish_are_ever_in_a_view_or_in_the_summary() => Always(s =>
    {
        var summary = SummaryBuilder.Build(s.State);
        var told = summary with { Records = summary.Records.Where(r => !r.Hidden).ToValueList() };
        var views = Picture.Of(PhoneView.Build(s.State)) + Picture.Of(ScreenView.Build(s.State)) + Picture.Of(told);
        // A variant's words are told with the one that it was joined into, and what was set aside in the summary.
        foreach (var c in s.State.Contributions.Values.Where(c => c.Text is not null && (!c.IsTold || !NothingAboveIsHidden(s.State, c))))
        {
            if (s.State.Contributions.Values.Any(x => x.TextId == c.TextId && x.IsTold && NothingAboveIsHidden(s.State, x))) continue;
            Assert.DoesNotContain($"\"{c.Text}\"", views, StringComparison.Ordinal);
            Assert.DoesNotContain($"{c.Text};", views, StringComparison.Ordinal);
        }
    });

    [Fact]
    public void CARRY_2_what_is_set_aside_is_on_no_wall() => Always(s =>
    {
        var views = Picture.Of(PhoneView.Build(s.State)) + (s.State.Held is null ? Picture.Of(ScreenView.Build(s.State)) : "");
        foreach (var c in s.State.Contributions.Values.Where(c => Sight.IsParked(s.State, c) && c.JoinedInto is null))
        {
            if (!s.State.Contributions.Values.Any(x => x.TextId == c.TextId && Sight.Reads(s.State, x)))
            {
                Assert.DoesNotContain($"\"{c.Text}\"", views, StringComparison.Ordinal);
            }
        }
    });

    [Fact]
    public void ANON_5_nothing_is_ever_written_in_a_name_where_nobody_may_tell() => Always((before, after) =>
    {
        foreach (var e in after.Journal.Skip(before.Journal.Count).Where(r => r.By is Sender.Delegate { Id.IsAlias: false }))
        {
            var said = e.Event switch
            {
                ContributionAdded a => a.ContributionId,
                ContributionEdited a => a.ContributionId,
                ContributionWithdrawn a => a.ContributionId,
                NodSet a => a.ContributionId,
                _ => null,
            };
            if (said is not null) Assert.NotEqual(NamesPolicy.Anonymous, after.State.NamesOf(after.State.Contributions[said].ActivityId));
        }
    });

    [Fact]
    public void UNDO_1_after_a_move_and_its_undo_everybody_sees_what_they_saw_before() => Always((before, after) =>
    {
        // Drawing everything four times is slow; every third will do.
        if (after.Journal.Count == before.Journal.Count || after.Journal.Count % 3 != 0
            || after.Journal[^1] is not { By: Sender.Account, Event: not MoveUndone } last
            || Undoing.Refuse(after.State, last.Version) is not null)
        {
            return;
        }

        var undone = after.Given(People.Amara, new Undo(last.Version));
        Assert.Equal(Seen(before), Seen(undone));
        Assert.Equal(Picture.Of(before.State.UndoLog.LastTouch), Picture.Of(undone.State.UndoLog.LastTouch));
    });

    [Fact]
    public void UNDO_2_undoing_again_and_again_goes_back_the_whole_way() => Moves.Sample(
        moves =>
        {
            // Facilitators alone: nobody overtakes them.
            var scenario = RandomMoves.Start;
            var versions = new Stack<long>();
            foreach (var (i, move) in moves.Index())
            {
                var command = RandomMoves.Command(scenario, move, i);
                if (command is CloseSession or ChangeSession or ChangeActivity { Names.Given: true } or Erase or Undo
                    || !CommandCatalogue.All.Any(k => k.Shape == command.GetType() && k.Who.HasFlag(Role.Lead)))
                {
                    continue;
                }

                var outcome = scenario.When(People.Amara, command, $"n{i}");
                scenario = outcome.After;
                if (outcome.Turn.Events.Count > 0) versions.Push(scenario.State.Version);
            }

            while (versions.TryPop(out var version)) scenario = scenario.Given(People.Amara, new Undo(version));
            Assert.Equal(Seen(RandomMoves.Start), Seen(scenario));
        },
        iter: 100,
        print: Told);

    [Fact]
    public void SEE_6_what_a_phone_or_screen_has_is_always_turned_into_what_it_should_show() => Always((before, after) =>
    {
        foreach (var view in new Func<SessionState, Node>[] { state => PhoneView.Build(state), ScreenView.Build })
        {
            var (old, now) = (view(before.State), view(after.State));
            Assert.Equal(now, old.Apply(ViewDiff.Between(old, now)));
        }
    });

    [Fact]
    public void SEE_6_a_view_that_remembers_is_the_view_that_would_be_built_anew() => Always(s =>
    {
        var forgotten = s.State.Forgotten();
        foreach (var view in new Func<SessionState, Node>[] { state => PhoneView.Build(state), ScreenView.Build })
        {
            Assert.Equal(view(forgotten), view(s.State));
        }
    });

    [Fact]
    public void SEE_9_everybodys_own_part_can_always_be_built() => Always(s =>
    {
        foreach (var d in s.State.Delegates.Values) Assert.Equal(d.Removed, MineView.Build(s.State, d.Id).Removed);
    });

    private static string Seen(Scenario s)
    {
        var summary = SummaryBuilder.Build(s.State);
        return string.Join("\n", [
            Picture.Of(PhoneView.Build(s.State)),
            Picture.Of(ScreenView.Build(s.State)),
            Picture.Of(summary),
            .. s.State.Delegates.Keys.OrderBy(d => d.Value).Select(d => Picture.Of(MineView.Build(s.State, d))),
        ]);
    }

    private static bool NothingAboveIsHidden(SessionState state, Contribution c) =>
        new[] { c.ParentId, c.JoinedInto }.OfType<string>()
            .All(id => state.Contributions[id] is { Hidden: false, Late: false } above && NothingAboveIsHidden(state, above));
}
