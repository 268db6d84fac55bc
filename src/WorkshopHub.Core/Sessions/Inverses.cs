namespace WorkshopHub.Core.Sessions;

/// <summary>What takes an event back: events, or a sentence that says why nothing does.</summary>
public sealed record Inverse(ValueList<SessionEvent> Events, string? WhyNot)
{
    public static Inverse By(params IEnumerable<SessionEvent> events) => new(events.ToValueList(), null);

    public static Inverse None(string why) => new([], why);
}

/// <summary>
/// The one table of what takes what back. Texts come back under the id that they had: nothing is written a second time,
/// and what was erased stays erased.
/// </summary>
internal static class Inverses
{
    internal const string ByDelegates = "Only delegates do this, each for themselves.";

    /// <param name="before">The state before the event.</param>
    /// <returns>Null: nobody has said it yet, which a test finds.</returns>
    internal static Inverse? Of(SessionState before, SessionEvent e) => e switch
    {
        SessionCreated => Inverse.None("A session is made once."),
        SessionOpened => Inverse.None("Close the session instead."),
        SessionClosed => Inverse.None("Open the session again instead."),
        SessionReopened => Inverse.None("Close the session instead."),
        SessionChanged => Inverse.By(new SessionChanged(before.Title, before.Topic, before.Settings)),
        ActivitiesAdded a => Inverse.By(a.Activities.Select(x => new ActivityRemoved(x.ActivityId))),
        ActivityChanged a => Found(before.Activity(a.Activity.ActivityId), x => new ActivityChanged(x)),
        ActivityMoved a => Inverse.By(new ActivityMoved(a.ActivityId, AgendaOrder.After(before.Agenda, a.ActivityId))),
        ActivityRemoved a => Inverse.By(new ActivityReturned(a.ActivityId, AgendaOrder.After(before.Agenda, a.ActivityId))),
        ActivityStarted a => Inverse.By(BackFrom(before, a.ActivityId, a.Step)),
        StepEntered s => Inverse.By(BackFrom(before, s.ActivityId, s.Step)),
        PointShown p => Inverse.By(new PointShown(p.ActivityId, before.PointsShown.GetValueOrDefault(p.ActivityId))),
        TimerSet or TimerStopped => Inverse.By(before.Timer is { } timer ? new TimerSet(timer.EndsAt, timer.Seconds) : new TimerStopped()),
        ScreenSet => Inverse.By(new ScreenReturned(before.Screen.Mode, before.Screen.Since, before.Screen.Spotlight, before.Screen.Page)),
        DelegateRemoved d => Inverse.By(Back(before, d)),
        DelegatesRemoved d => Inverse.By(Back(before, d)),
        DelegatesAdmitted => Inverse.None("Take them out again instead."),
        JoiningLocked => Inverse.By(new JoiningLocked(before.JoiningLocked)),
        ApprovalSet => Inverse.By(new ApprovalSet(before.JoinApproval)),
        DelegateReadmitted d => Inverse.By(new DelegateRemoved(d.DelegateId, WithContributions: false)),
        ContributionAdded c => Inverse.By(new ContributionWithdrawn(c.ContributionId)),
        ContributionsCarried c => Inverse.By(c.Items.Select(i => new ContributionWithdrawn(i.ContributionId))),
        ContributionEdited e1 =>
            On(before, e1.ContributionId, c => [new ContributionEdited(c.Id, Words(c.TextId, c.Text)!, c.EditedByFacilitator)]),
        ContributionWithdrawn w =>
            Inverse.By(before.CopiesOf(w.ContributionId).Select(c => c.Id).Prepend(w.ContributionId)
                .SelectMany(id => On(before, id, Restored).Events)),
        ContributionHidden h =>
            On(before, h.ContributionId, c => [new ContributionHidden(c.Id, c.Hidden, Words(c.ReasonId, c.HiddenBecause)), .. Picked(c)]),
        ContributionParked p => On(before, p.ContributionId, c => [new ContributionParked(c.Id, c.Parked), .. Picked(c)]),
        LateTaken t => Inverse.By(new LateReturned(t.ContributionId)),
        ContributionsJoined j => Inverse.By(Parted(before, j)),
        PickSet p => Inverse.By(Unpicked(before, p)),
        ThemeCreated t =>
            Inverse.By([new ThemeRemoved(t.ThemeId), .. Moved(before, t.ContributionIds)
                .Where(m => m is MovedToTheme { ThemeId: not null })]),
        ThemeRenamed t =>
            Inverse.By(before.Themes.TryGetValue(t.ThemeId, out var theme)
                ? [new ThemeRenamed(theme.Id, Words(theme.TitleId, theme.Title)!)] : []),
        ThemeRemoved t => Inverse.By(before.Themes.TryGetValue(t.ThemeId, out var theme) ? Themed(before, theme) : []),
        MovedToTheme m => Inverse.By(Moved(before, [m.ContributionId])),
        RoleChanged r => Inverse.By(new RoleChanged(r.AccountId, before.Roles.GetValueOrDefault(r.AccountId))),
        VotesReset v => Inverse.By(new VotesReturned(v.ActivityId, v.Step)),
        TeamsAssigned t =>
            Inverse.By(new TeamsAssigned(t.ActivityId,
                t.Places.Select(p => new TeamPlace(p.DelegateId, before.TeamOf(t.ActivityId, p.DelegateId))).ToValueList())),
        NoteWritten n =>
            Inverse.By(new NoteWritten(n.ActivityId, n.ContributionId,
                before.Notes.GetValueOrDefault(Notes.Key(n.ActivityId, n.ContributionId, n.ThemeId)) is { } note
                ? Words(note.TextId, note.Text) : null, n.ThemeId)),
        NoteKept n => Inverse.By(new NoteKept(n.ActivityId, n.ContributionId, n.ThemeId, n.Of, NoteBefore(before, n))),
        DecisionRecorded d => Inverse.By(new DecisionRemoved(d.DecisionId)),
        DecisionChanged d =>
            Found(before.Decisions.Find(x => x.Id == d.DecisionId), x => new DecisionChanged(x.Id, Words(x.TextId, x.Text)!)),
        DecisionRemoved d =>
            Found(before.Decisions.Find(x => x.Id == d.DecisionId), x =>
                new DecisionRecorded(x.Id, Words(x.TextId, x.Text)!, x.FromIds, before.Decisions.IndexOf(x))),
        ActionRecorded a => Inverse.By(new ActionRemoved(a.ActionId)),
        ActionChanged a =>
            Found(before.Actions.Find(x => x.Id == a.ActionId), x =>
                new ActionChanged(x.Id, Words(x.WhatId, x.What)!, Words(x.OwnerId, x.Owner), x.Due, x.Confidence)),
        ActionRemoved a =>
            Found(before.Actions.Find(x => x.Id == a.ActionId), x =>
                new ActionRecorded(x.Id, Words(x.WhatId, x.What)!, Words(x.OwnerId, x.Owner), x.Due, x.Confidence, x.FromIds,
                    before.Actions.IndexOf(x))),
        ContributionErased or DelegateErased => Inverse.None("What is erased is gone."),
        NodsCounted or AnswersCounted or DelegatesListed => Inverse.None("Open the session again instead."),
        MoveUndone => Inverse.None("Make the move again instead."),
        // Only an undo gives these.
        ActivityReturned or ContributionsParted or ContributionRestored or LateReturned or PlaceReturned or ScreenReturned or VotesReturned
            or DelegatesReturned => Inverse.None("Make the move again instead."),
        DelegateJoined or DelegateWaits or ProfileChanged or DoneSet or NodSet or DotsPlaced or AnswerGiven or TeamTaken =>
            Inverse.None(ByDelegates),
        _ => null,
    };

    private static Inverse Found<T>(T? found, Func<T, SessionEvent> back)
        where T : class => found is null ? Inverse.By() : Inverse.By(back(found));

    private static Inverse On(SessionState before, string contributionId, Func<Contribution, IEnumerable<SessionEvent>> back) =>
        before.Contributions.TryGetValue(contributionId, out var c) ? Inverse.By(back(c)) : Inverse.By();

    private static Words? Words(string? id, string? text) => id is null ? null : new(id, text);

    private static SessionEvent[] Picked(Contribution c) => c.Picked ? [new PickSet(c.Id, Picked: true, null)] : [];

    private static SessionEvent[] Joined(Contribution c) =>
        c.Variants.Count > 0 ? [new ContributionsJoined(c.Id, c.Variants, c.Picked, [])] : [];

    private static IEnumerable<SessionEvent> Restored(Contribution c) =>
        c.Withdrawn ? [] : [new ContributionRestored(c.Id), .. Picked(c), .. Joined(c)];

    private static PlaceReturned BackFrom(SessionState before, string activityId, string step) => new(
        before.Now,
        activityId,
        before.Started.GetValueOrDefault(activityId),
        before.Timer,
        before.Done.OrderBy(d => d.Value, StringComparer.Ordinal).ToValueList(),
        Covering.Entering(before, activityId, step).Except(before.Revealed).OrderBy(p => p.Step, StringComparer.Ordinal)
            .ToValueList() is { Count: > 0 } revealed ? revealed : null,
        before.Screen.Spotlight,
        before.Screen.Page);

    private static IEnumerable<SessionEvent> Themed(SessionState before, Theme theme)
    {
        yield return new ThemeCreated(theme.Id, theme.ActivityId, Words(theme.TitleId, theme.Title)!, before.MembersOf(theme.Id)
            .Select(c => c.Id).ToValueList(), theme.Order);
        foreach (var note in before.NotesOn(theme.ActivityId, null, theme.Id))
        {
            yield return note.By is { } of
                ? new NoteKept(theme.ActivityId, null, theme.Id, of, Words(note.TextId, note.Text))
                : new NoteWritten(theme.ActivityId, null, Words(note.TextId, note.Text), theme.Id);
        }
    }

    private static Words? NoteBefore(SessionState before, NoteKept n) =>
        before.NoteBy(n.Of, n.ActivityId, n.ContributionId, n.ThemeId) is { } note ? Words(note.TextId, note.Text) : null;

    private static IEnumerable<SessionEvent> Moved(SessionState before, IEnumerable<string> contributionIds) => contributionIds
        .Select(id => before.Contributions.GetValueOrDefault(id)).OfType<Contribution>().Select(c => new MovedToTheme(c.Id, c.ThemeId));

    private static IEnumerable<SessionEvent> Back(SessionState before, DelegatesRemoved e)
    {
        var theirs = e.WithContributions ? RemovingMany.TheirsOf(before, e.DelegateIds).ToList() : [];
        yield return new DelegatesReturned(
            e.DelegateIds.Where(id => Joining.Find(before, id) is { Removed: false }).ToValueList(),
            e.DelegateIds.Where(before.Done.Contains).ToValueList(),
            theirs.Select(c => c.Id).ToValueList());
        foreach (var back in theirs.SelectMany(c => Picked(c).Concat(Joined(c)))) yield return back;
    }

    private static IEnumerable<SessionEvent> Back(SessionState before, DelegateRemoved e)
    {
        if (Joining.Find(before, e.DelegateId) is { Removed: false } person)
        {
            yield return new DelegateReadmitted(person.Id, before.Done.Contains(person.Id));
        }

        if (!e.WithContributions) yield break;
        foreach (var c in Joining.TheirsOf(before, e.DelegateId))
        {
            yield return new ContributionHidden(c.Id, Hidden: false, null);
            foreach (var back in Picked(c).Concat(Joined(c))) yield return back;
        }
    }

    // What was joined with one of them before stays with it.
    private static IEnumerable<SessionEvent> Parted(SessionState before, ContributionsJoined e)
    {
        yield return new ContributionsParted(e.FirstId, e.VariantIds);
        var members =
            e.VariantIds.Prepend(e.FirstId).Concat(e.Unpicked).Select(id => before.Contributions.GetValueOrDefault(id))
            .OfType<Contribution>().ToList();
        if (e.Picked && members.Find(c => c.Id == e.FirstId) is { Picked: false } first)
        {
            yield return new PickSet(first.Id, Picked: false, null);
        }

        foreach (var c in members.Where(c => c.Picked && (c.Id != e.FirstId || !e.Picked)))
        {
            yield return new PickSet(c.Id, Picked: true, null);
        }
    }

    private static IEnumerable<SessionEvent> Unpicked(SessionState before, PickSet e)
    {
        if (before.Contributions.TryGetValue(e.TargetId, out var target)) yield return new PickSet(target.Id, target.Picked, null);
        if (e.Replaces is not null && before.Contributions.TryGetValue(e.Replaces, out var replaced))
        {
            yield return new PickSet(replaced.Id, replaced.Picked, null);
        }
    }
}
