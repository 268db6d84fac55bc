using System.Collections.Immutable;

namespace WorkshopHub.Core.Sessions;

/// <param name="Text">One sentence, at most 250 characters.</param>
/// <param name="FromIds">Contributions that it came from, at most 50.</param>
public sealed record RecordDecision(string Text, ValueList<string>? FromIds = null) : Command;

/// <param name="Was">The sentence that the sender saw; see <see cref="Basis"/>.</param>
public sealed record ChangeDecision(string DecisionId, string Text, string? Was = null) : Command;

public sealed record RemoveDecision(string DecisionId) : Command;

/// <param name="What">At most 250 characters.</param>
/// <param name="Owner">At most 60 characters.</param>
/// <param name="Confidence">1 to 5.</param>
/// <param name="FromIds">Contributions or decisions that it came from, at most 50.</param>
public sealed record RecordAction(string What, string? Owner = null, DateOnly? Due = null, int? Confidence =
    null, ValueList<string>? FromIds = null) : Command;

public sealed record ChangeAction(
    string ActionId,
    string? What = null,
    Change<string> Owner = default,
    Change<DateOnly?> Due = default,
    Change<int?> Confidence = default,
    ActionWas? Was = null) : Command;

/// <summary>What the sender of a change saw of an action; what is left out is not asked for.</summary>
public sealed record ActionWas(string? What = null, Change<string> Owner = default, Change<DateOnly?> Due =
    default, Change<int?> Confidence = default);

public sealed record RemoveAction(string ActionId) : Command;

/// <param name="At">Its place among the decisions; null: the last.</param>
public sealed record DecisionRecorded(string DecisionId, Words Text, ValueList<string> FromIds, int? At = null) : SessionEvent;

public sealed record DecisionChanged(string DecisionId, Words Text) : SessionEvent;

public sealed record DecisionRemoved(string DecisionId) : SessionEvent;

/// <param name="At">Its place among the actions; null: the last.</param>
public sealed record ActionRecorded(string ActionId, Words What, Words? Owner, DateOnly? Due, int? Confidence, ValueList<string> FromIds,
    int? At = null) : SessionEvent;

/// <summary>The whole action as it is after the change.</summary>
public sealed record ActionChanged(string ActionId, Words What, Words? Owner, DateOnly? Due, int? Confidence) : SessionEvent;

public sealed record ActionRemoved(string ActionId) : SessionEvent;

/// <summary>What the room settled on, and what happens next.</summary>
internal static class Outcomes
{
    private const int SourcesMax = 50;

    internal static Ruling Decide(SessionState state, RecordDecision c, Occasion now)
    {
        if (Writing.Take(c.Text, Writing.ContributionMax, out var refusal) is not { } text) return refusal!;
        if (Sources(state, c.FromIds, out var from) is { } badSource) return badSource;
        return Ruling.Created(now.NewId, new DecisionRecorded(now.NewId, new(now.NewId, text), from));
    }

    internal static Ruling Decide(SessionState state, ChangeDecision c, Occasion now)
    {
        if (state.Decisions.Find(d => d.Id == c.DecisionId) is not { } decision) return RefusalKind.NoSuchDecision;
        if (Writing.Take(c.Text, Writing.ContributionMax, out var refusal) is not { } text) return refusal!;
        if (text == decision.Text) return Ruling.Nothing;
        return Basis.Refuse(c.Was, decision.Text) is { } changed ? changed : new DecisionChanged(decision.Id, new(now.NewId, text));
    }

    internal static Ruling Decide(SessionState state, RemoveDecision c) =>
        state.Decisions.Any(d => d.Id == c.DecisionId) ? new DecisionRemoved(c.DecisionId) : RefusalKind.NoSuchDecision;

    internal static Ruling Decide(SessionState state, RecordAction c, Occasion now)
    {
        if (Writing.Take(c.What, Writing.ContributionMax, out var refusal) is not { } what) return refusal!;
        if (Owner(c.Owner, out var owner) is { } badOwner) return badOwner;
        if (Confidence(c.Confidence) is { } badConfidence) return badConfidence;
        if (Sources(state, c.FromIds, out var from) is { } badSource) return badSource;
        return Ruling
            .Created(now.NewId, new ActionRecorded(now.NewId, new(now.NewId, what), OwnerWords(now, owner), c.Due, c.Confidence, from));
    }

    internal static Ruling Decide(SessionState state, ChangeAction c, Occasion now)
    {
        if (state.Actions.Find(a => a.Id == c.ActionId) is not { } action) return RefusalKind.NoSuchAction;
        var what = action.What;
        if (c.What is not null)
        {
            what = Writing.Take(c.What, Writing.ContributionMax, out var refusal);
            if (what is null) return refusal!;
        }

        var owner = action.Owner;
        if (c.Owner.Given && Owner(c.Owner.Value, out owner) is { } badOwner) return badOwner;
        if (Confidence(c.Confidence.Value) is { } badConfidence) return badConfidence;
        var next = action with
        {
            What = what,
            Owner = owner,
            Due = c.Due.Over(action.Due),
            Confidence = c.Confidence.Over(action.Confidence)
        };
        if (next == action) return Ruling.Nothing;
        if (c.Was is { } was && Changed(was, action, next) is { } changed) return changed;
        return new ActionChanged(action.Id, new(now.NewId, what), OwnerWords(now, owner), next.Due, next.Confidence);
    }

    internal static Ruling Decide(SessionState state, RemoveAction c) =>
        state.Actions.Any(a => a.Id == c.ActionId) ? new ActionRemoved(c.ActionId) : RefusalKind.NoSuchAction;

    internal static SessionState Apply(SessionState state, DecisionRecorded e) =>
        state with { Decisions = Insert(state.Decisions, new(e.DecisionId, e.Text.Text, e.FromIds) { TextId = e.Text.Id }, e.At) };

    internal static SessionState Apply(SessionState state, DecisionChanged e) =>
        state with
        {
            Decisions = Changed(state.Decisions, d => d.Id == e.DecisionId, d => d with { Text = e.Text.Text, TextId = e.Text.Id })
        };

    internal static SessionState Apply(SessionState state, DecisionRemoved e) =>
        state with { Decisions = state.Decisions.RemoveAll(d => d.Id == e.DecisionId) };

    internal static SessionState Apply(SessionState state, ActionRecorded e) =>
        state with
        {
            Actions = Insert(
                state.Actions,
                new(e.ActionId, e.What.Text, e.Owner?.Text, e.Due, e.Confidence, e.FromIds) { WhatId = e.What.Id, OwnerId = e.Owner?.Id },
                e.At),
        };

    internal static SessionState Apply(SessionState state, ActionChanged e) => state with
    {
        Actions = Changed(
            state.Actions,
            a => a.Id == e.ActionId,
            a => a with
            {
                What = e.What.Text,
                WhatId = e.What.Id,
                Owner = e.Owner?.Text,
                OwnerId = e.Owner?.Id,
                Due = e.Due,
                Confidence = e.Confidence
            }),
    };

    internal static SessionState Apply(SessionState state, ActionRemoved e) =>
        state with { Actions = state.Actions.RemoveAll(a => a.Id == e.ActionId) };

    private static ImmutableList<T> Insert<T>(ImmutableList<T> list, T item, int? at) =>
        list.Insert(Math.Clamp(at ?? list.Count, 0, list.Count), item);

    private static ImmutableList<T> Changed<T>(ImmutableList<T> list, Predicate<T> which, Func<T, T> change) =>
        list.FindIndex(which) is >= 0 and var at ? list.SetItem(at, change(list[at])) : list;

    // Only where this change would take away what another one has made of it since.
    private static Refusal? Changed(ActionWas was, ActionItem now, ActionItem next) =>
        (next.What == now.What ? null : Basis.Refuse(was.What, now.What))
        ?? (next.Owner == now.Owner ? null : Basis.Refuse(was.Owner, now.Owner))
        ?? (next.Due == now.Due ? null : Basis.Refuse(was.Due, now.Due))
        ?? (next.Confidence == now.Confidence ? null : Basis.Refuse(was.Confidence, now.Confidence));

    private static Words? OwnerWords(Occasion now, string? owner) => owner is null ? null : new($"{now.NewId}-owner", owner);

    private static Refusal? Owner(string? given, out string? owner)
    {
        owner = Writing.TakeLine(given, Writing.NameMax, out var refusal);
        return refusal;
    }

    private static Refusal? Confidence(int? given) =>
        given is < 1 or > 5 ? RefusalKind.OutOfRange.With("The confidence", 1, 5) : null;

    private static Refusal? Sources(SessionState state, ValueList<string>? given, out ValueList<string> from)
    {
        from = given is null ? [] : given.Distinct().ToValueList();
        if (from.Count > SourcesMax) return RefusalKind.OutOfRange.With("The number of sources", 0, SourcesMax);
        return from.All(id => state.Contributions.ContainsKey(id) || state.Decisions.Any(d => d.Id == id))
            ? null
            : RefusalKind.NoSuchContribution;
    }
}
