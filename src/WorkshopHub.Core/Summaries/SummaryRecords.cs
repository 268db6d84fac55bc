using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Summaries;

/// <summary>The flat form: one line for each decision, action, contribution and note. Withdrawn and late ones are in none; hidden ones are flagged.</summary>
internal static class SummaryRecords
{
    internal static Seq<SummaryRecord> Of(SessionState state) =>
    [
        .. state.Decisions.Where(d => d.Text is not null).Select(d => new SummaryRecord("decision", d.Id, d.Text!, FromIds: d.FromIds)),
        .. state.Actions.Where(a => a.What is not null).Select(a => new SummaryRecord(
            "action", a.Id, a.What!, Owner: a.Owner, Due: a.Due, Confidence: a.Confidence, FromIds: a.FromIds)),
        .. state.Agenda.Concat(state.RemovedActivities).SelectMany(a => state.Contributions.Values.Where(c => c.ActivityId == a.ActivityId && Told(c)).OrderBy(c => c.Order)
            .Select(c => Contribution(state, a, c))),
        .. state.Agenda.Concat(state.RemovedActivities).Where(a => state.NoteOn(a.ActivityId, null) is not null)
            .Select(a => new SummaryRecord("note", a.ActivityId, state.NoteOn(a.ActivityId, null)!, a.Title)),
    ];

    private static bool Told(Contribution c) => c is { Withdrawn: false, Late: false, Text: not null };

    private static SummaryRecord Contribution(SessionState state, Methods.Activity activity, Contribution c)
    {
        var parent = c.ParentId is null ? null : state.Contributions.GetValueOrDefault(c.ParentId);
        var note = state.NoteOn(c.ActivityId, c.Id);
        return new(
            "contribution",
            c.Id,
            c.Text!,
            activity.Title,
            activity.Lane(c.LaneId)?.Title,
            c.ParentId,
            parent is { IsTold: true } && !Sight.UnderHidden(state, parent) ? parent.Text : null,
            Sight.Nods(state, c),
            c.Picked,
            c.Hidden || Sight.UnderHidden(state, c),
            c.NotedByFacilitator,
            c.EditedByFacilitator,
            Sight.Author(state, c),
            Notes: note is null ? null : [note],
            Parked: Sight.IsParked(state, c),
            JoinedInto: c.JoinedInto,
            CarriedFrom: c.CarriedFrom);
    }
}
