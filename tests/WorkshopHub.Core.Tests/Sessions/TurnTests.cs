using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using static WorkshopHub.Core.Tests.World.KickStart;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Sessions;

/// <summary>One command's whole way to the next state and to what is kept.</summary>
public sealed class TurnTests
{
    private static readonly DateTimeOffset Soon = Scenario.Morning.AddMinutes(5);

    [Fact]
    public void The_same_turn_gives_the_same_whoever_takes_it_and_however_often()
    {
        foreach (var (by, command) in Samples.Each())
        {
            var (one, two) = (Take(Samples.Full.State, by, command), Take(Samples.Full.State, by, command));
            Assert.Equal(Picture.Of(one), Picture.Of(two));
            Assert.Equal(Picture.Of(one.Next), Picture.Of(two.Next));
        }
    }

    [Fact]
    public void What_is_refused_changes_nothing_and_leaves_nothing()
    {
        var turn = Take(Samples.Full.State, Ben, new StartTimer(60));

        Assert.Equal(RefusalKind.NotAllowed, turn.Refusal?.Kind);
        Assert.Same(Samples.Full.State, turn.Next);
        Assert.Empty(turn.Events);
        Assert.Null(turn.Record);
    }

    [Fact]
    public void What_is_wanted_already_is_answered_and_its_answer_is_kept()
    {
        var turn = Take(Samples.Full.State, Amara, new MoveToStep(Chain, "solutions"));

        Assert.Null(turn.Refusal);
        Assert.Empty(turn.Events);
        Assert.Equal(Samples.Full.State.Version, turn.Next.Version);
        Assert.Equal((Amara, null), (turn.Record!.Author, turn.Record.ResultId));
        Assert.Empty(turn.Record.Events);
    }

    [Fact]
    public void Several_events_of_one_command_have_one_moment_and_versions_without_gaps()
    {
        var before = Anonymously().State;

        var turn = Take(before, Amara, new CloseSession());

        Assert.True(turn.Events.Count > 1);
        Assert.Equal(Enumerable.Range(1, turn.Events.Count).Select(i => before.Version + i), turn.Events.Select(e => e.Version));
        Assert.All(turn.Events, e => Assert.Equal((Soon, (Sender)Amara), (e.At, e.By)));
        Assert.Equal(turn.Events[^1].Version, turn.Next.Version);
    }

    [Fact]
    public void ANON_5_what_is_anonymous_is_signed_by_an_alias_at_the_time_of_what_came_before_it_and_so_is_its_answer()
    {
        var before = Anonymously();

        var turn = Take(before.State, Ben, Challenge("Said by nobody"), "said");

        var said = Assert.Single(turn.Events);
        Assert.True(Assert.IsType<Sender.Delegate>(said.By).Id.IsAlias);
        Assert.Equal(before.State.At, said.At);
        Assert.Equal((said.By, "said"), (turn.Record!.Author, turn.Record.ResultId));
        Assert.True(turn.Next.IsOwn(turn.Next.Contributions["said"], Ben.Id));
    }

    [Fact]
    public void ANON_15_of_who_joins_where_something_is_anonymous_the_person_is_kept_apart_and_the_line_has_an_alias()
    {
        var turn = Take(Anonymously().State, Newcomer, new Join("Wim"), "wim");

        Assert.Equal("Wim", Assert.IsType<DelegateJoined>(Assert.Single(turn.Events).Event).Profile.Name);
        Assert.Equal("wim", turn.ResultId);
        var kept = Assert.IsType<DelegateJoined>(Assert.Single(turn.Record!.Events).Event).Profile;
        Assert.True(kept.Id.IsAlias);
        Assert.Null(kept.Name);
        Assert.Equal(kept.Id.Value, turn.Record.ResultId);
        Assert.Equal(new Profile(new("wim"), "Wim", null), Assert.Single(turn.Record.People));
    }

    [Fact]
    public void ANON_8_secrets_come_with_what_needs_them_each_of_its_own_and_all_go_with_the_close()
    {
        var named = At("challenges");
        var begins = Take(named.State, Amara, new ChangeActivity(Chain, Names: "anonymous"));
        Assert.Equal([Roll.Key, Chain], begins.Record!.Secrets.Select(s => s.ActivityId).Order());
        Assert.Equal(2, begins.Record.Secrets.Select(s => Convert.ToHexString(s.Secret)).Distinct().Count());
        Assert.False(begins.Record.ForgetsSecrets);
        Assert.True(begins.Next.Aliases.Has(Chain));

        var chance = Enumerable.Repeat((byte)1, 32).ToArray();
        var other = Turn.Take(named.State, Amara, new ChangeActivity(Chain, Names: "anonymous"), new(Soon, "x") { Chance = chance });
        Assert.NotEqual(begins.Record.Secrets[0].Secret, other.Record!.Secrets[0].Secret);

        var closes = Take(begins.Next, Amara, new CloseSession());
        Assert.Empty(closes.Record!.Secrets);
        Assert.True(closes.Record.ForgetsSecrets);
        Assert.True(closes.Record.Erases);
        Assert.True(closes.Next.Aliases.IsEmpty);
    }

    [Fact]
    public void ANON_5_nothing_becomes_anonymous_by_a_secret_that_anybody_could_guess() => Assert.Throws<InvalidOperationException>(() =>
        Turn.Take(Samples.Full.State, Amara, new ChangeActivity("next-steps", Names: "anonymous"),
            new(Soon, "x") { Chance = new byte[15] }));

    [Fact]
    public void ANON_11_erasing_is_told_to_whoever_keeps_the_files()
    {
        Assert.True(Take(Samples.Full.State, Amara, new Erase("plan")).Record!.Erases);
        Assert.False(Take(Samples.Full.State, Amara, new Hide("plan", true)).Record!.Erases);
        // Nothing was anonymous here: no secret goes, so there is nothing to make sure of.
        Assert.False(Take(AtTheSolutions().State, Amara, new CloseSession()).Record!.Erases);
    }

    [Fact]
    public void Who_follows_passes_over_what_they_have_and_stumbles_over_what_is_missing()
    {
        var open = Anonymously().State;
        var closes = Take(open, Amara, new CloseSession());
        var reopens = Take(closes.Next, Amara, new ReopenSession());
        var (closed, reopened) = (Commit.Of(closes), Commit.Of(reopens));
        var now = reopened.On(closed.On(open));

        Assert.Equal(Picture.Of(reopens.Next), Picture.Of(now));
        // The secrets that came since are not forgotten by a close that is told again.
        Assert.Same(now, closed.On(now));
        Assert.True(now.Aliases.Has(Roll.Key));
        Assert.Throws<InvalidOperationException>(() => reopened.On(open));
    }

    private static Scenario Anonymously() => At("challenges", Anonymous).Later(60).Given(Amara, new StartTimer(60));

    private static Turn Take(SessionState state, Sender by, Command command, string id = "new") =>
        Turn.Take(state, by, command, new(Soon, id) { Layouts = LayoutCatalogue.Needs, Chance = new byte[32] });
}
