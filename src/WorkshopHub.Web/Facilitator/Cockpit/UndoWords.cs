using Microsoft.Extensions.Localization;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Room.Texts;

namespace WorkshopHub.Web.Facilitator.Cockpit;

/// <summary>Says what a move was, by the journal's name of its event, and what it was about.</summary>
internal static class UndoWords
{
    private const int Excerpt = 60;

    /// <summary>What undoing takes back: "hiding “Maintenance weekends”".</summary>
    public static string TakesBack(this IStringLocalizer<ConsoleWords> words, SessionState state, Move move) =>
        words[Key(move), About(words, state, move)];

    /// <summary>The resource; a switch has one for each way.</summary>
    internal static string Key(Move move)
    {
        var back = move.Inverse.Events.Count > 0
            && move.Inverse.Events[0] is ContributionHidden { Hidden: true } or ContributionParked { Parked: true }
            or PickSet { Picked: true }
            or JoiningLocked { On: true } or ApprovalSet { On: true };
        return $"undo-{move.Event}{(back ? "-off" : "")}";
    }

    private static string About(IStringLocalizer<ConsoleWords> words, SessionState state, Move move) =>
        (move.Inverse.Events.Count == 0 ? null : move.Inverse.Events[0]) switch
        {
            ContributionHidden e => Said(state, e.ContributionId),
            ContributionParked e => Said(state, e.ContributionId),
            ContributionEdited e => Said(state, e.ContributionId),
            ContributionWithdrawn e => Said(state, e.ContributionId),
            ContributionRestored e => Said(state, e.ContributionId),
            LateReturned e => Said(state, e.ContributionId),
            ContributionsParted e => Said(state, e.FirstId),
            PickSet e => Said(state, e.TargetId),
            ThemeRemoved e => Short(state.Themes.GetValueOrDefault(e.ThemeId)?.Title),
            ThemeRenamed e => Short(state.Themes.GetValueOrDefault(e.ThemeId)?.Title),
            ThemeCreated e => Short(e.Title.Text),
            MovedToTheme e => Said(state, e.ContributionId),
            VotesReturned e => Short(state.AnyActivity(e.ActivityId)?.Step(e.Step)?.Title),
            DecisionRecorded e => Short(e.Text.Text),
            DecisionChanged e => Short(state.Decisions.Find(d => d.Id == e.DecisionId)?.Text),
            DecisionRemoved e => Short(state.Decisions.Find(d => d.Id == e.DecisionId)?.Text),
            ActionRecorded e => Short(e.What.Text),
            ActionChanged e => Short(state.Actions.Find(a => a.Id == e.ActionId)?.What),
            ActionRemoved e => Short(state.Actions.Find(a => a.Id == e.ActionId)?.What),
            ActivityChanged e => Short(e.Activity.Title),
            ActivityMoved e => Titled(state, e.ActivityId),
            ActivityRemoved e => Titled(state, e.ActivityId),
            ActivityReturned e => Titled(state, e.ActivityId),
            DelegatesReturned e => words.Count("undo-people", e.DelegateIds.Count),
            DelegateReadmitted e => Named(words, state, e.DelegateId),
            DelegateRemoved e => Named(words, state, e.DelegateId),
            PlaceReturned { Now: { } place } => Short(state.AnyActivity(place.ActivityId)?.Step(place.Step)?.Title),
            PlaceReturned => words["stage-lobby"],
            _ => "",
        };

    private static string Said(SessionState state, string contributionId) =>
        Short(state.Contributions.GetValueOrDefault(contributionId)?.Text);

    private static string Titled(SessionState state, string activityId) => Short(state.AnyActivity(activityId)?.Title);

    private static string Named(IStringLocalizer<ConsoleWords> words, SessionState state, DelegateId id) =>
        state.Delegates.TryGetValue(id, out var person) ? person.Name ?? words["nameless", person.Order] : "";

    private static string Short(string? text) => text is null ? "…" : text.Length > Excerpt ? text[..Excerpt] + "…" : text;
}
