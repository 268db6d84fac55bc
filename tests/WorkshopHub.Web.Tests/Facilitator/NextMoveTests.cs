using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Views;

namespace WorkshopHub.Web.Tests.Facilitator;

public sealed class NextMoveTests
{
    private readonly Room room = new();

    [Fact]
    public void A_draft_is_opened_next() => Assert.IsType<NextMove.Open>(NextMove.Of(room.State));

    [Fact]
    public void An_open_session_starts_with_its_first_activity()
    {
        room.Must(Room.Amara, new OpenSession());
        Assert.Equal("briefing", Assert.IsType<NextMove.ToActivity>(NextMove.Of(room.State)).Activity.ActivityId);
    }

    [Fact]
    public void A_briefing_shows_its_points_one_by_one_before_anything_else()
    {
        room.Must(Room.Amara, new OpenSession());
        room.Must(Room.Amara, new StartActivity("briefing"));
        for (var number = 1; number <= 3; number++)
        {
            var point = Assert.IsType<NextMove.Point>(NextMove.Of(room.State));
            Assert.Equal(number, point.Number);
            room.Must(Room.Amara, point.Command);
        }

        Assert.Equal("chain", Assert.IsType<NextMove.ToActivity>(NextMove.Of(room.State)).Activity.ActivityId);
    }

    [Fact]
    public void Within_an_activity_the_next_step_is_next()
    {
        var at = Room.At("challenges");
        Assert.Equal("root-causes", Assert.IsType<NextMove.ToStep>(NextMove.Of(at.State)).Step.Id);
    }

    [Fact]
    public void After_the_last_step_the_next_activity_is_next()
    {
        var at = Room.At("solutions");
        var move = Assert.IsType<NextMove.ToActivity>(NextMove.Of(at.State));
        Assert.Equal(("next-steps", "suggest"), (move.Activity.ActivityId, move.Step.Id));
    }

    [Fact]
    public void An_activity_that_was_left_goes_on_where_it_was_left()
    {
        var at = Room.At("pick");
        at.Must(Room.Amara, new StartActivity("briefing"));
        at.Must(Room.Amara, new ShowPoint("briefing", 3));
        Assert.Equal("pick", Assert.IsType<NextMove.ToActivity>(NextMove.Of(at.State)).Step.Id);
    }

    [Fact]
    public void After_the_last_step_of_all_the_session_is_closed_and_then_there_is_no_next_move()
    {
        var at = Room.At("solutions");
        at.Must(Room.Amara, new StartActivity("next-steps"));
        at.Must(Room.Amara, new MoveToStep("next-steps", "agree"));
        at.Must(Room.Amara, Assert.IsType<NextMove.Close>(NextMove.Of(at.State)).Command);
        Assert.Null(NextMove.Of(at.State));
    }

    [Fact]
    public void From_draft_to_closed_by_nothing_but_the_next_move()
    {
        var moves = 0;
        while (NextMove.Of(room.State) is { } move)
        {
            room.Must(Room.Amara, move.Command);
            Assert.True(++moves < 20);
        }

        Assert.Equal(SessionStage.Closed, room.State.Stage);
        // Open, briefing, its three points, four steps, two steps, close.
        Assert.Equal(12, moves);
    }

    [Fact]
    public async Task Two_facilitators_who_press_at_once_make_one_move()
    {
        var at = Room.At("challenges");
        using var one = at.Desk();
        using var other = at.Desk();
        var shown = NextMove.Of(at.State)!;
        await one.MoveAsync(shown);
        await other.MoveAsync(shown);
        Assert.Equal("root-causes", at.State.Now?.Step);
        Assert.Single(at.Sent);
    }

    [Fact]
    public async Task A_move_that_was_shown_before_somebody_went_further_leads_nobody_back()
    {
        var at = Room.At("challenges");
        using var desk = at.Desk();
        var shown = NextMove.Of(at.State)!;
        at.Must(Room.Amara, new MoveToStep("chain", "pick"));
        await desk.MoveAsync(shown);
        Assert.Equal("pick", at.State.Now?.Step);
    }
}
