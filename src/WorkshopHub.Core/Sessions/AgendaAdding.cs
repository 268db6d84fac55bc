using WorkshopHub.Core.Methods;

namespace WorkshopHub.Core.Sessions;

/// <summary>Puts the activities of a method on the agenda, or one that is described here.</summary>
/// <param name="Method">A method's id; or:</param>
/// <param name="Activity">An activity in the form in which methods have them.</param>
/// <param name="Before">The activity before which it comes; null: at the end.</param>
public sealed record AddActivity(string? Method = null, MethodActivity? Activity = null, string? Before = null) : Command
{
    /// <summary>What <see cref="Method"/> names. No client can say it.</summary>
    internal Method? Found { get; private init; }

    /// <summary>With the method that is named: a door looks it up, because the core knows nobody's own methods.</summary>
    public AddActivity With(Method? found) => this with { Found = found };
}

public sealed record ActivitiesAdded(ValueList<Activity> Activities, string? Before) : SessionEvent;

/// <summary>More on the agenda, before the session or in the middle of it. What is there stays as it is.</summary>
internal static class AgendaAdding
{
    internal const int Most = 60;

    internal static Ruling Decide(SessionState state, AddActivity c, Occasion now)
    {
        if (c.Method is null == c.Activity is null) return RefusalKind.Malformed.With("a method or an activity is needed, one of the two.");
        if (c.Method is not null && c.Found is null) return RefusalKind.NoSuchMethod.With(c.Method);
        if (c.Activity is not null && MethodReader.Fault(c.Activity, now.Layouts) is { } fault)
        {
            return RefusalKind.InvalidMethod.With(fault);
        }

        if (c.Before is not null && state.Activity(c.Before) is null) return RefusalKind.NoSuchActivity;
        var activities = Named(state, c.Found?.Agenda(state.Settings.Language) ?? [c.Activity!.In(state.Settings.Language)]);
        return state.Agenda.Count + activities.Count > Most
            ? RefusalKind.OutOfRange.With("The number of activities", 1, Most)
            : Ruling.Created(activities[0].ActivityId, new ActivitiesAdded(activities, c.Before));
    }

    internal static SessionState Apply(SessionState state, ActivitiesAdded e) =>
        state with { Agenda = AgendaOrder.Insert(state.Agenda, e.Activities, e.Before) };

    // A method can be run twice; what was said in an activity that is gone keeps its id too.
    private static ValueList<Activity> Named(SessionState state, ValueList<Activity> activities)
    {
        var taken = state.Agenda.Concat(state.RemovedActivities).Select(a => a.ActivityId).ToHashSet();
        return activities.Select(a => a with { ActivityId = Free(a.ActivityId, taken) }).ToValueList();
    }

    private static string Free(string id, HashSet<string> taken)
    {
        var free = id;
        for (var n = 2; !taken.Add(free); n++) free = $"{id}-{n}";
        return free;
    }
}
