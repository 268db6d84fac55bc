using WorkshopHub.Core.Methods;

namespace WorkshopHub.Core.Sessions;

/// <param name="Before">The activity before which it goes; null: to the end.</param>
public sealed record MoveActivity(string ActivityId, string? Before = null) : Command;

/// <summary>Takes an activity off the agenda. What was said in it is parked, not lost.</summary>
public sealed record RemoveActivity(string ActivityId) : Command;

public sealed record ActivityMoved(string ActivityId, string? Before) : SessionEvent;

public sealed record ActivityRemoved(string ActivityId) : SessionEvent;

/// <summary>An activity that was removed is on the agenda again.</summary>
public sealed record ActivityReturned(string ActivityId, string? Before) : SessionEvent;

/// <summary>The order of the agenda, and what leaves it.</summary>
internal static class AgendaOrder
{
    internal static Ruling Decide(SessionState state, MoveActivity c)
    {
        if (state.Activity(c.ActivityId) is null) return RefusalKind.NoSuchActivity;
        if (c.Before is not null && state.Activity(c.Before) is null) return RefusalKind.NoSuchActivity;
        return c.Before == c.ActivityId || c.Before == After(state.Agenda, c.ActivityId)
            ? Ruling.Nothing
            : new ActivityMoved(c.ActivityId, c.Before);
    }

    internal static Ruling Decide(SessionState state, RemoveActivity c)
    {
        if (state.Activity(c.ActivityId) is null) return RefusalKind.NoSuchActivity;
        if (state.Now?.ActivityId == c.ActivityId) return RefusalKind.ActivityRunning;
        return state.Agenda.Count == 1
            ? RefusalKind.OutOfRange.With("The number of activities", 1, AgendaAdding.Most)
            : new ActivityRemoved(c.ActivityId);
    }

    internal static SessionState Apply(SessionState state, ActivityMoved e) => state.Activity(e.ActivityId) is { } activity
        ? state with { Agenda = Insert(Without(state.Agenda, e.ActivityId), [activity], e.Before) }
        : state;

    internal static SessionState Apply(SessionState state, ActivityRemoved e) => state.Activity(e.ActivityId) is { } activity
        ? state with { Agenda = Without(state.Agenda, e.ActivityId), RemovedActivities = [.. state.RemovedActivities, activity] }
        : state;

    internal static SessionState Apply(SessionState state, ActivityReturned e) =>
        state.RemovedActivities.FirstOrDefault(a => a.ActivityId == e.ActivityId) is { } activity
        ? state with
        {
            Agenda = Insert(state.Agenda, [activity], e.Before),
            RemovedActivities = Without(state.RemovedActivities, e.ActivityId)
        }
        : state;

    internal static ValueList<Activity> Insert(ValueList<Activity> agenda, ValueList<Activity> activities, string? before)
    {
        var at = before is null ? -1 : agenda.ToList().FindIndex(a => a.ActivityId == before);
        return at < 0 ? [.. agenda, .. activities] : [.. agenda.Take(at), .. activities, .. agenda.Skip(at)];
    }

    /// <summary>The activity that comes after this one, or null.</summary>
    internal static string? After(ValueList<Activity> agenda, string activityId) =>
        agenda.SkipWhile(a => a.ActivityId != activityId).Skip(1).FirstOrDefault()?.ActivityId;

    private static ValueList<Activity> Without(ValueList<Activity> agenda, string activityId) =>
        agenda.Where(a => a.ActivityId != activityId).ToValueList();
}
