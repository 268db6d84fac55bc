using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Tests.World;
using WorkshopHub.Core.Views;
using static WorkshopHub.Core.Tests.World.KickStart;
using static WorkshopHub.Core.Tests.World.People;

namespace WorkshopHub.Core.Tests.Sessions;

public sealed class RemovingManyTests
{
    private static Scenario Room =>
        AtTheSolutions().Given(Dora, Solution("Move the weekends", "culture"), "move").Given(Chen, new SetDone(Chain, "solutions", true));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void JOIN_11_many_are_removed_as_they_would_be_one_after_the_other(bool withContributions)
    {
        // Ben's is joined with Dora's, Chen's is picked, and one of Ben's is withdrawn.
        var room = Room.Given(Ben, Solution("Withdrawn again", "culture"), "gone").Given(Ben, new WithdrawContribution("gone"))
            .Given(Amara, new JoinContributions(["plan", "move"])).Given(Amara, new SetScreen("held"));
        var many = room.When(Amara, new RemoveDelegates(["chen", "ben"], withContributions))
            .Then(new DelegatesRemoved([new("ben"), new("chen")], withContributions));
        var each = room.Given(Amara, new RemoveDelegate("ben", withContributions))
            .Given(Amara, new RemoveDelegate("chen", withContributions));
        Assert.Equal(Seen(each), Seen(many));
        Assert.Equal(Picture.Of(each.State.Contributions), Picture.Of(many.State.Contributions));
        Assert.Equal(Picture.Of(each.State.Delegates), Picture.Of(many.State.Delegates));
        Assert.Equal(withContributions, many.State.Contributions["move"].JoinedInto is null);
        foreach (var gone in new[] { Ben, Chen }) many.When(gone, new Nod("move", true)).ThenRefused(RefusalKind.Removed);
        many.When(Amara, new RemoveDelegates(["chen", "ben"], withContributions)).ThenNothing();
    }

    [Fact]
    public void JOIN_11_what_was_said_can_be_hidden_afterwards_and_only_of_those_who_left_something()
    {
        var removed = Room.Given(Amara, new RemoveDelegates(["chen", "ben"], false)).Given(Amara, new Hide("culture", true));
        removed.When(Amara, new RemoveDelegates(["chen", "ben"], true)).Then(new DelegatesRemoved([new("ben")], true));
        removed.When(Amara, new RemoveDelegates(["chen", "dora"], true)).Then(new DelegatesRemoved([new("dora")], true));
    }

    [Fact]
    public void JOIN_11_nobody_is_removed_where_one_of_them_is_unknown()
    {
        Room.When(Amara, new RemoveDelegates(["ben", "nobody"], true)).ThenRefused(RefusalKind.NoSuchDelegate);
        Room.When(Amara, new RemoveDelegates([], true)).ThenRefused(RefusalKind.OutOfRange);
    }

    [Fact]
    public void JOIN_11_it_is_taken_back_as_one_move_with_who_was_done_what_was_picked_and_what_was_joined()
    {
        foreach (var held in new[] { false, true })
        {
            var room = Room.Given(Amara, new JoinContributions(["plan", "move"])).Given(Amara, new RemoveDelegate("dora", false));
            if (held) room = room.Given(Amara, new SetScreen("held"));
            var removed = room.Given(Amara, new RemoveDelegates(["dora", "chen", "ben"], true));
            var back = removed.Given(Amara, new Undo(removed.State.Version));
            Assert.Equal(Seen(room), Seen(back));
            Assert.Equal(Picture.Of(room.State.Contributions), Picture.Of(back.State.Contributions));
            Assert.Equal(Picture.Of(room.State.Delegates), Picture.Of(back.State.Delegates));
            Assert.Equal(room.State.Done, back.State.Done);
        }
    }

    [Fact]
    public void JOIN_11_what_somebody_did_with_one_of_them_since_overtakes_taking_it_back()
    {
        var removed = Room.Given(Amara, new RemoveDelegates(["chen", "ben"], true));
        removed.Given(Amara, new ReadmitDelegate("ben")).When(Amara, new Undo(removed.State.Version)).ThenRefused(RefusalKind.Overtaken);
        removed.Given(Amara, new Hide("plan", false)).When(Amara, new Undo(removed.State.Version)).ThenRefused(RefusalKind.Overtaken);
    }

    [Fact]
    public void ANON_7_what_many_said_anonymously_is_not_hidden_with_them()
    {
        var removed = AtTheSolutions(Anonymous).Given(Amara, new RemoveDelegates(["ben", "chen", "dora"], true));
        Assert.All(removed.State.Contributions.Values, c => Assert.False(c.Hidden));
        Assert.True(removed.State.Contributions["culture"].Picked);
    }

    [Fact]
    public void JOIN_11_three_thousand_people_and_ten_thousand_contributions_go_in_one_event()
    {
        const int people = 3_000, contributions = 10_000;
        var room = At("challenges") with { Limits = new(People: 10_000, Contributions: 20_000) };
        var state = room.State;
        for (var i = 0; i < people; i++) Happens(Newcomer, new DelegateJoined(new(new($"bot{i}"), null, null)));
        for (var i =
            0; i < contributions; i++) Happens(Delegate($"bot{i % people}"),
            new ContributionAdded($"c{i}", Chain, "challenge", null, new($"c{i}", "Spam"), false));
        var full = room with { State = state };
        var removed =
            full.When(Amara, new RemoveDelegates(Enumerable.Range(0, people).Select(i => $"bot{i}").ToValueList(), true))
            .Then<DelegatesRemoved>();
        Assert.Equal(contributions, removed.State.Contributions.Values.Count(c => c.Hidden));
        Assert.Equal(3, removed.State.Present.Count());
        Assert.Equal(0, Limiting.Contributions(removed.State));
        var undo = removed.When(Amara, new Undo(removed.State.Version));
        Assert.Equal(2, undo.Turn.Events.Count);
        Assert.Equal(contributions, undo.After.State.Contributions.Values.Count(c => c.Stands));

        void Happens(Sender by, SessionEvent e) => state = Session.Apply(state, new(state.Version + 1, room.Now, by, e));
    }

    private static string Seen(Scenario s) =>
        Picture.Of(PhoneView.Build(s.State)) + Picture.Of(ScreenView.Build(s.State)) + Picture.Of(SummaryBuilder.Build(s.State))
            + Picture.Of(MineView.Build(s.State, Dora.Id));
}
