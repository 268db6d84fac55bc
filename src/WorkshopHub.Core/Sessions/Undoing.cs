using System.Collections.Immutable;

namespace WorkshopHub.Core.Sessions;

/// <summary>Takes a facilitator's move back.</summary>
/// <param name="Version">Of the move.</param>
public sealed record Undo(long Version) : Command;

/// <summary>A move was taken back: by the events that follow it.</summary>
/// <param name="Move">The version of the move.</param>
/// <param name="Events">How many events that are.</param>
public sealed record MoveUndone(long Move, int Events) : SessionEvent;

/// <summary>A facilitator's move, as it is known while the session is in memory.</summary>
/// <param name="Event">The journal's name of what happened.</param>
/// <param name="Before">The versions that had touched the same keys last; 0: none.</param>
/// <param name="Held">What a held screen showed before.</param>
public sealed record Move(
    long Version,
    DateTimeOffset At,
    Sender By,
    string Event,
    TouchedKeys Touches,
    Inverse Inverse,
    ImmutableDictionary<string, long> Before,
    SessionState? Held,
    bool Undone = false)
{
    /// <summary>What stood in the spotlight and had to leave it because of this move; null: nothing.</summary>
    public string? Unlit { get; init; }
}

/// <summary>What can be taken back. Not kept: it follows from the journal like the rest of the state.</summary>
/// <param name="LastTouch">Which version touched a key last.</param>
/// <param name="Compensating">How many of the coming events belong to an undo.</param>
public sealed record UndoLog(ImmutableSortedDictionary<long, Move> Moves, ImmutableDictionary<string, long> LastTouch, int Compensating)
{
    public static readonly UndoLog Empty = new(ImmutableSortedDictionary<long, Move>.Empty, ImmutableDictionary<string, long>.Empty, 0);
}

/// <summary>Every move of a facilitator can be taken back until a later one touches the same thing.</summary>
public static class Undoing
{
    internal static Ruling Decide(SessionState state, Sender sender, Undo c)
    {
        if (Refuse(state, c.Version) is { } refusal) return refusal;
        var move = state.UndoLog.Moves[c.Version];
        var back = move.Inverse.Events.Concat(Lit(state, move)).ToValueList();
        // Only a lead gives roles, so only a lead takes that back.
        if (back.Any(e => e is RoleChanged) && state.RoleOf(sender) != Role.Lead) return RefusalKind.NotAllowed;
        return Ruling.Of([new MoveUndone(c.Version, back.Count), .. back]);
    }

    /// <summary>The facilitators' moves, the newest first, without what an undo itself did.</summary>
    public static IEnumerable<Move> Moves(this SessionState state) =>
        state.UndoLog.Moves.Values.Reverse().Where(m => m.Event != EventNames.Undone);

    /// <summary>Why the move at this version cannot be taken back, or null: it can.</summary>
    public static Refusal? Refuse(SessionState state, long version)
    {
        if (!state.UndoLog.Moves.TryGetValue(version, out var move)) return RefusalKind.NoSuchMove;
        if (move.Undone) return RefusalKind.AlreadyUndone;
        if (move.Inverse.WhyNot is { } why) return RefusalKind.NotUndoable.With(why);
        if (move.Touches.Own.Any(k => state.UndoLog.LastTouch.GetValueOrDefault(k) != version)) return RefusalKind.Overtaken;
        return move.Inverse.Events.Select(e => Unfit(state, e)).FirstOrDefault(r => r is not null);
    }

    // What had to leave the spotlight stands there again, unless the screen or the room has gone on since.
    private static IEnumerable<SessionEvent> Lit(SessionState state, Move move)
    {
        return move.Unlit is { } id && state.Screen.Spotlight is null && IsBefore(UndoKeys.Shown) && IsBefore(UndoKeys.Place)
            ? [new ScreenSet(state.Screen.Mode, id, state.Screen.Page)]
            : [];

        bool IsBefore(string key) => state.UndoLog.LastTouch.GetValueOrDefault(key) < move.Version;
    }

    internal static SessionState Apply(SessionState state, MoveUndone e)
    {
        if (!state.UndoLog.Moves.TryGetValue(e.Move, out var move) || move.Undone)
        {
            return state with { UndoLog = state.UndoLog with { Compensating = e.Events } };
        }

        var moves = state.UndoLog.Moves.SetItem(e.Move, move with { Undone = true });
        var last = move.Touches.Own.Concat(move.Touches.Also).Where(k => state.UndoLog.LastTouch.GetValueOrDefault(k) == e.Move)
            .Aggregate(state.UndoLog.LastTouch, (keys, k) =>
                Standing(moves, move, k) is > 0 and var version ? keys.SetItem(k, version) : keys.Remove(k));
        return state with { UndoLog = new(moves, last, e.Events), Held = HeldBefore(state, move) };
    }

    /// <summary>After each event: what it touched, and how it could be taken back.</summary>
    internal static SessionState Note(SessionState before, SessionState next, Recorded recorded)
    {
        var log = next.UndoLog;
        // The events that take a move back are no moves, and touch nothing anew.
        if (before.UndoLog.Compensating > 0 && recorded.Event is not MoveUndone)
        {
            return next with { UndoLog = log with { Compensating = log.Compensating - 1 } };
        }

        var touches = UndoKeys.Of(before, recorded.Event);
        var keys = touches.Own.Concat(touches.Also).ToList();
        if (recorded.By is Sender.Account && Inverses.Of(before, recorded.Event) is { } inverse)
        {
            var last = keys.Select(k => KeyValuePair.Create(k, before.UndoLog.LastTouch.GetValueOrDefault(k))).ToImmutableDictionary();
            var move = new Move(recorded.Version, recorded.At, recorded.By, EventNames.Of(recorded.Event), touches, inverse, last,
                before.Held)
            {
                Unlit = next.Screen.Spotlight is null && !touches.Own.Contains(UndoKeys.Place) && !touches.Own.Contains(UndoKeys.Screen)
                    ? before.Screen.Spotlight
                    : null,
            };
            log = log with { Moves = log.Moves.SetItem(recorded.Version, move) };
        }

        return next with
        {
            UndoLog = log with { LastTouch = log.LastTouch.SetItems(keys.Select(k => KeyValuePair.Create(k, recorded.Version))) }
        };
    }

    /// <summary>Without the moves that are about people: their lines cannot tell any more whom.</summary>
    internal static UndoLog WithoutPeople(UndoLog log) => log with
    {
        Moves = log.Moves.RemoveRange(log.Moves.Where(m => m.Value.Touches.Own.Any(UndoKeys.IsAboutPeople)).Select(m => m.Key)),
        LastTouch = log.LastTouch.RemoveRange(log.LastTouch.Keys.Where(UndoKeys.IsAboutPeople)),
    };

    // The last version that touched the key and was not taken back itself.
    private static long Standing(ImmutableSortedDictionary<long, Move> moves, Move move, string key)
    {
        var version = move.Before.GetValueOrDefault(key);
        while (moves.TryGetValue(version, out var earlier) && earlier.Undone) version = earlier.Before.GetValueOrDefault(key);
        return version;
    }

    // The same hold: what the move took off it comes back. The move changed the screen: what it stood still at, less what
    // had to vanish since.
    private static SessionState? HeldBefore(SessionState state, Move move)
    {
        if (move.Touches.Own.Contains(UndoKeys.Screen)) return move.Held is null ? null : Still(move.Held, state);
        if (state.Held is not { } held || move.Held is not { } was || was.Version != held.Version) return state.Held;
        // Thousands, where many were taken out at once.
        var touched = move.Touches.Own.ToHashSet(StringComparer.Ordinal);
        return held with
        {
            Screen = was.Screen,
            Contributions = held.Contributions.SetItems(was.Contributions.Where(c => touched.Contains(UndoKeys.Contribution(c.Key)))),
            Delegates = held.Delegates.SetItems(was.Delegates.Where(d => touched.Contains(UndoKeys.Delegate(d.Key)))),
        };
    }

    private static SessionState Still(SessionState held, SessionState live) => held with
    {
        Contributions = held.Contributions.SetItems(live.Contributions.Where(c =>
            held.Contributions.TryGetValue(c.Key, out var was) && (c.Value.Hidden || c.Value.Withdrawn || c.Value.Text != was.Text))),
        Delegates = held.Delegates
            .SetItems(live.Delegates
            .Where(d => held.Delegates.TryGetValue(d.Key, out var was) && (d.Value.Removed || d.Value.Name != was.Name))),
    };

    // Nothing else has touched it, and still it does not fit any more.
    private static Refusal? Unfit(SessionState state, SessionEvent e) => e switch
    {
        SessionChanged s when s.Settings.Names < state.Settings.Names && state.Delegates.Count + state.Waiting.Count > 0 =>
            RefusalKind.NamesPromised,
        SessionChanged s => Anonymity.Refuse(state, Lifecycle.Apply(state, s)),
        ActivityChanged a => AgendaChanges.Promised(state, a.Activity),
        PlaceReturned { Now: { } place } when state.Activity(place.ActivityId)?.Step(place.Step) is null => RefusalKind.Overtaken,
        MovedToTheme { ThemeId: { } theme } when !state.Themes.ContainsKey(theme) => RefusalKind.Overtaken,
        ActivityRemoved a when state.Now?.ActivityId == a.ActivityId => RefusalKind.ActivityRunning,
        RoleChanged r when r.Role != Role.Lead && RoleChanges.IsLastLead(state, r.AccountId) => RefusalKind.LastLead,
        _ => null,
    };
}
