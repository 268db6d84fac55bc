namespace WorkshopHub.Core.Sessions;

/// <summary>Goes to an activity: to its first step, or back to the one in which it was left.</summary>
public sealed record StartActivity(string ActivityId) : Command;

public sealed record MoveToStep(string ActivityId, string Step) : Command;

/// <summary>Shows a briefing's points up to this one; 0 covers all.</summary>
public sealed record ShowPoint(string ActivityId, int Point) : Command;

/// <summary>A delegate says to be done with the step that the room is in.</summary>
public sealed record SetDone(string ActivityId, string Step, bool On) : Command;

public sealed record ActivityStarted(string ActivityId, string Step) : SessionEvent;

public sealed record StepEntered(string ActivityId, string Step) : SessionEvent;

public sealed record PointShown(string ActivityId, int Point) : SessionEvent;

public sealed record DoneSet(bool On) : SessionEvent;

/// <summary>Where the room is. Only a facilitator moves it; a timer that runs out moves nothing.</summary>
public static class Moving
{
    internal static Ruling Decide(SessionState state, StartActivity c)
    {
        if (state.Activity(c.ActivityId) is not { } activity) return RefusalKind.NoSuchActivity;
        if (state.Now?.ActivityId == c.ActivityId) return Ruling.Nothing;
        return new ActivityStarted(c.ActivityId, state.Started.GetValueOrDefault(c.ActivityId) ?? activity.Steps[0].Id);
    }

    internal static Ruling Decide(SessionState state, MoveToStep c)
    {
        if (state.Activity(c.ActivityId) is not { } activity) return RefusalKind.NoSuchActivity;
        if (activity.Step(c.Step) is null) return RefusalKind.NoSuchStep;
        if (!state.Started.ContainsKey(c.ActivityId)) return RefusalKind.NotStarted;
        return state.Now == new Place(c.ActivityId, c.Step) ? Ruling.Nothing : new StepEntered(c.ActivityId, c.Step);
    }

    internal static Ruling Decide(SessionState state, ShowPoint c)
    {
        if (state.Activity(c.ActivityId) is not { } activity) return RefusalKind.NoSuchActivity;
        if (!state.Started.ContainsKey(c.ActivityId)) return RefusalKind.NotStarted;
        if (c.Point < 0 || c.Point > activity.Points.Count) return RefusalKind.NoSuchPoint;
        return state.PointsShown.GetValueOrDefault(c.ActivityId) == c.Point ? Ruling.Nothing : new PointShown(c.ActivityId, c.Point);
    }

    internal static Ruling Decide(SessionState state, Sender sender, SetDone c)
    {
        if (state.Now != new Place(c.ActivityId, c.Step)) return RefusalKind.MovedOn;
        var done = state.IsDone(((Sender.Delegate)sender).Id);
        return done == c.On ? Ruling.Nothing : new DoneSet(c.On);
    }

    internal static SessionState Apply(SessionState state, ActivityStarted e, DateTimeOffset at) => Enter(state, e.ActivityId, e.Step, at);

    internal static SessionState Apply(SessionState state, StepEntered e, DateTimeOffset at) => Enter(state, e.ActivityId, e.Step, at);

    internal static SessionState Apply(SessionState state, PointShown e) =>
        state with { PointsShown = state.PointsShown.SetItem(e.ActivityId, e.Point) };

    internal static SessionState Apply(SessionState state, Sender by, DoneSet e) =>
        by is Sender.Delegate d ? state with { Done = e.On ? state.Done.Add(d.Id) : state.Done.Remove(d.Id) } : state;

    /// <summary>Whether a delegate says to be done with the current step.</summary>
    public static bool IsDone(this SessionState state, DelegateId id) =>
        state.Done.Contains(id)
            || (state.Now is { } now && state.Aliases.Of(now.ActivityId, id) is { } alias && state.Done.Contains(alias));

    /// <summary>How many say so. Somebody who is removed and said it under an alias counts on: what changed then would tell.</summary>
    public static int CountDone(this SessionState state) =>
        Math.Min(state.Present.Count(), state.Done.Count(id => id.IsAlias || (state.Delegates.TryGetValue(id, out var d) && !d.Removed)));

    private static SessionState Enter(SessionState state, string activityId, string step, DateTimeOffset at)
    {
        var left = state.JustLeft.RemoveAll(p => at - p.At > Contributing.Grace);
        return state with
        {
            JustLeft = state.Now is { } place ? left.Add(new(place.ActivityId, place.Step, at)) : left,
            Now = new Place(activityId, step),
            Started = state.Started.SetItem(activityId, step),
            Revealed = Covering.Entering(state, activityId, step),
            Timer = null,
            Screen = state.Screen.Moved,
            Done = [],
        };
    }
}
