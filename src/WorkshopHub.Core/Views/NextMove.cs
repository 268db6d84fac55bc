using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Views;

/// <summary>
/// The one obvious next move. It names where it leads, so that pressing it twice, or by two facilitators at once, is
/// one move. Closed union.
/// </summary>
public abstract record NextMove
{
    private NextMove()
    {
    }

    /// <summary>What it sends.</summary>
    public abstract Command Command { get; }

    /// <summary>What the journal will hold of it where it moves the room; null: it moves nothing.</summary>
    private SessionEvent? Event => this switch
    {
        ToStep to => new StepEntered(to.Activity.ActivityId, to.Step.Id),
        ToActivity to => new ActivityStarted(to.Activity.ActivityId, to.Step.Id),
        Close => new SessionClosed(),
        _ => null,
    };

    /// <summary>What it uncovers, found out by making it on paper: the rules are the session's own.</summary>
    public Uncovered Uncovers(SessionState state)
    {
        if (Event is not { } happens || state.Roles.Count == 0) return new([], []);
        var after = Session.Apply(state, new(state.Version + 1, state.At, new Sender.Account(state.Roles.First().Key), happens));
        var lanes = state.Agenda
            .SelectMany(a =>
            a.Lanes.Where(l => Covering.Of(state, a, l.LaneId) != Visibility.All && Covering.Of(after, a, l.LaneId) == Visibility.All));
        var votes = state.Agenda
            .SelectMany(a =>
            a.Steps.Where(s =>
                s.Dots > 0 && !Covering.TalliesTold(state, a.ActivityId, s.Id) && Covering.TalliesTold(after, a.ActivityId, s.Id)));
        return new(lanes.ToValueList(), votes.ToValueList());
    }

    /// <summary>The next move of a session; null: it is closed.</summary>
    public static NextMove? Of(SessionState state) => state.Stage switch
    {
        SessionStage.Draft => new Open(),
        SessionStage.Open => InRoom(state),
        _ => null,
    };

    private static NextMove InRoom(SessionState state)
    {
        if (state.CurrentActivity is not { } activity || state.Now is not { } now) return Starting(state, 0);
        var shown = state.PointsShown.GetValueOrDefault(activity.ActivityId);
        if (shown < activity.Points.Count) return new Point(activity, shown + 1);
        var steps = activity.Steps.ToList();
        var step = steps.FindIndex(s => s.Id == now.Step) + 1;
        return step < steps.Count
            ? new ToStep(activity, steps[step])
            : Starting(state, state.Agenda.ToList().FindIndex(a => a.ActivityId == activity.ActivityId) + 1);
    }

    private static NextMove Starting(SessionState state, int at)
    {
        if (at >= state.Agenda.Count) return new Close();
        var activity = state.Agenda[at];
        // An activity that was left goes on in the step in which it was left.
        var step = activity.Step(state.Started.GetValueOrDefault(activity.ActivityId) ?? "") ?? activity.Steps[0];
        return new ToActivity(activity, step);
    }

    /// <summary>What the room sees from a move on.</summary>
    public sealed record Uncovered(ValueList<Lane> Lanes, ValueList<Step> Votes);

    /// <summary>Phones can join.</summary>
    public sealed record Open : NextMove
    {
        public override Command Command => new OpenSession();
    }

    /// <summary>The next point of a briefing.</summary>
    /// <param name="Number">1, 2, 3, …</param>
    public sealed record Point(Activity Activity, int Number) : NextMove
    {
        public override Command Command => new ShowPoint(Activity.ActivityId, Number);
    }

    public sealed record ToStep(Activity Activity, Step Step) : NextMove
    {
        public override Command Command => new MoveToStep(Activity.ActivityId, Step.Id);
    }

    /// <param name="Step">The one that it comes to.</param>
    public sealed record ToActivity(Activity Activity, Step Step) : NextMove
    {
        public override Command Command => new StartActivity(Activity.ActivityId);
    }

    public sealed record Close : NextMove
    {
        public override Command Command => new CloseSession();
    }
}
