namespace WorkshopHub.Core.Sessions;

// Events that only taking a move back gives. Where a move has a counter-move of its own, its event serves.

/// <summary>What a facilitator had withdrawn is there again.</summary>
public sealed record ContributionRestored(string ContributionId) : SessionEvent;

/// <summary>What a facilitator had taken in waits with the facilitator again.</summary>
public sealed record LateReturned(string ContributionId) : SessionEvent;

/// <summary>The room is where it was before a move.</summary>
/// <param name="ActivityId">The activity into which the move had led.</param>
/// <param name="Step">The step in which that activity was before, or null: it had not been started.</param>
/// <param name="Done">Who was done with the step before.</param>
/// <param name="Covered">What the move had revealed: it is covered again.</param>
/// <param name="Spotlight">What stood on the screen alone and large before.</param>
/// <param name="Page">The page at which the screen stood before.</param>
public sealed record PlaceReturned(Place? Now, string ActivityId, string? Step, Countdown? Timer, ValueList<DelegateId> Done,
    ValueList<Place>? Covered = null, string? Spotlight = null, int? Page = null) : SessionEvent;

/// <summary>The dots lie where they lay before the vote was reset.</summary>
public sealed record VotesReturned(string ActivityId, string Step) : SessionEvent;

/// <summary>The screen does what it did before. What it stood still at is known from the move that is taken back.</summary>
public sealed record ScreenReturned(ScreenMode Mode, DateTimeOffset? Since, string? Spotlight = null, int? Page = null) : SessionEvent;

internal static class Compensating
{
    internal static SessionState Apply(SessionState state, ContributionRestored e) =>
        state.With(e.ContributionId, c => c with { Withdrawn = false });

    internal static SessionState Apply(SessionState state, LateReturned e) =>
        state.With(e.ContributionId, c => c with { Late = true, Picked = false });

    // What was being typed in the step that is taken back is still taken for a while.
    internal static SessionState Apply(SessionState state, PlaceReturned e, DateTimeOffset at) => state with
    {
        JustLeft = state.Now is { } place ? state.JustLeft.Add(new(place.ActivityId, place.Step, at)) : state.JustLeft,
        Now = e.Now,
        Started = e.Step is null ? state.Started.Remove(e.ActivityId) : state.Started.SetItem(e.ActivityId, e.Step),
        Revealed = state.Revealed.Except(e.Covered ?? []),
        Held = state.Held is { } held ? held with { Revealed = held.Revealed.Except(e.Covered ?? []) } : null,
        Timer = e.Timer,
        Screen = state.Screen with { Spotlight = e.Spotlight, Page = e.Page },
        Done = [.. e.Done],
    };

    internal static SessionState Apply(SessionState state, ScreenReturned e) => state with
    {
        Screen = new(e.Mode, e.Since) { Spotlight = e.Spotlight, Page = e.Page },
        Held = e.Mode == ScreenMode.Held ? state.Held ?? ScreenControl.Standing(state) : null,
    };
}
