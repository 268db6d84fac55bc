using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using WorkshopHub.Core.Methods;

namespace WorkshopHub.Core.Sessions;

/// <summary>
/// A session as it reads in another language: what the method says is said in it, what people said is as they said it.
/// </summary>
public static class SessionInLanguage
{
    private static readonly ConditionalWeakTable<SessionState, ConcurrentDictionary<string, SessionState>> Known = [];

    /// <summary>The session with its agenda in this language; itself where that changes nothing.</summary>
    public static SessionState In(this SessionState state, string language) =>
        Known.GetValue(state, static _ => new(StringComparer.Ordinal)).GetOrAdd(language, static (tag, s) => Said(s, tag), state);

    /// <summary>The language in which somebody reads: their own, else the session's.</summary>
    public static string LanguageOf(this SessionState state, DelegateId? who) =>
        who is { } id && Joining.Find(state, id)?.Language is { } own ? own : state.Settings.Language;

    /// <summary>The activities in this language; the same list where that changes nothing.</summary>
    internal static ValueList<Activity> In(this ValueList<Activity> activities, string language)
    {
        foreach (var activity in activities)
        {
            if (!ReferenceEquals(activity.In(language), activity)) return activities.Select(a => a.In(language)).ToValueList();
        }

        return activities;
    }

    private static SessionState Said(SessionState state, string language)
    {
        var (agenda, removed, held) = (state.Agenda.In(language), state.RemovedActivities.In(language), state.Held?.In(language));
        return ReferenceEquals(agenda, state.Agenda) && ReferenceEquals(removed, state.RemovedActivities)
            && ReferenceEquals(held, state.Held)
            ? state
            : state with { Agenda = agenda, RemovedActivities = removed, Held = held };
    }
}
