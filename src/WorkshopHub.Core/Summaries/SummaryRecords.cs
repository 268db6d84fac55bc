using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Summaries;

/// <summary>
/// The flat form: one line for each decision, action, contribution, note and theme, for each value that was answered and
/// for whatever got dots. Withdrawn, late and covered ones are in none; hidden ones are flagged. Answers and votes are
/// counts, and nothing about persons.
/// </summary>
internal static class SummaryRecords
{
    internal static ValueList<SummaryRecord> Of(SessionState state, SummaryWords words) =>
    [
        .. state.Decisions.Where(d => d.Text is not null).Select(d => new SummaryRecord
        {
            Kind = "decision",
            Id = d.Id,
            Text = d.Text!,
            FromIds = d.FromIds,
        }),
        .. state.Actions.Where(a => a.What is not null).Select(a => new SummaryRecord
        {
            Kind = "action",
            Id = a.Id,
            Text = a.What!,
            Owner = a.Owner,
            Due = a.Due,
            Confidence = a.Confidence,
            FromIds = a.FromIds,
        }),
        .. state.Agenda.Concat(state.RemovedActivities)
            .SelectMany(a => state.Contributions.Values.Where(c => c.ActivityId == a.ActivityId && Told(state, c)).OrderBy(c => c.Order)
            .Select(c => Contribution(state, a, c, words))),
        .. state.Agenda.SelectMany(a => Themes(state, a, words).Concat(Answers(state, a)).Concat(Votes(state, a))),
        .. state.Agenda.Concat(state.RemovedActivities)
            .SelectMany(a => SummaryNotes.Of(state, words, a.ActivityId, null).Select(n => new SummaryRecord
            {
                Kind = "note",
                Id = a.ActivityId,
                Text = n,
                Activity = a.Title,
            })),
    ];

    private static bool Told(SessionState state, Contribution c) =>
        c is { Withdrawn: false, Late: false, Text: not null } && !Sight.IsCovered(state, c);

    private static SummaryRecord Contribution(SessionState state, Activity activity, Contribution c, SummaryWords words)
    {
        var parent = c.ParentId is null ? null : state.Contributions.GetValueOrDefault(c.ParentId);
        return new()
        {
            Kind = "contribution",
            Id = c.Id,
            Text = c.Text!,
            Activity = activity.Title,
            Lane = activity.Lane(c.LaneId)?.Title,
            ParentId = c.ParentId,
            ParentText = parent is { IsTold: true } && !Sight.UnderHidden(state, parent) ? parent.Text : null,
            Nods = Sight.Nods(state, c),
            Picked = c.Picked,
            Hidden = c.Hidden || Sight.UnderHidden(state, c),
            NotedByFacilitator = c.NotedByFacilitator,
            EditedByFacilitator = c.EditedByFacilitator,
            By = Sight.Author(state, c),
            Notes = SummaryNotes.Of(state, words, c.ActivityId, c.Id) is { Count: > 0 } notes ? notes : null,
            Parked = Sight.IsParked(state, c),
            JoinedInto = c.JoinedInto,
            CarriedFrom = c.CarriedFrom,
            Theme = c.ThemeId is { } theme ? state.Themes.GetValueOrDefault(theme)?.Title : null,
            Quotation = c.Quotation,
            SpokenFor = c.SpokenFor,
        };
    }

    private static IEnumerable<SummaryRecord> Themes(SessionState state, Activity activity, SummaryWords words) =>
        SeenThemes.Of(state, activity)
        .Where(t => t.Theme.Title is not null)
        .Select(t => new SummaryRecord
        {
            Kind = "theme",
            Id = t.Theme.Id,
            Text = t.Theme.Title!,
            Activity = activity.Title,
            Nods = Sight.Nods(state, t.Theme),
            Notes = SummaryNotes.Of(state, words, activity.ActivityId, null, t.Theme.Id) is { Count: > 0 } notes ? notes : null,
            Count = t.Members.Count,
        });

    // Each value of each lane that is told: where it hangs under a contribution, for each of these.
    private static IEnumerable<SummaryRecord> Answers(SessionState state, Activity activity)
    {
        foreach (var lane in activity.Lanes.Where(l => l.Kind != LaneKind.Text))
        {
            var parents = lane.ParentLaneId is { } above && activity.Lane(above) is { } parentLane
                ? Sight.InLane(state, activity, parentLane).Where(c => c.Stands).ToList<Contribution?>()
                : [null];
            foreach (var parent in parents)
            {
                if (Distribution.Of(state, activity, lane, parent?.Id) is not { Answered: > 0, Counts: { } counts } told) continue;
                for (var i = 0; i < counts.Count; i++)
                {
                    yield return new()
                    {
                        Kind = "answer",
                        Id = string.Join('/', new[] { activity.ActivityId, lane.LaneId, parent?.Id, $"{i + 1}" }.OfType<string>()),
                        Text = lane.Values[i],
                        Activity = activity.Title,
                        Lane = lane.Title,
                        ParentId = parent?.Id,
                        ParentText = parent is null ? null : Sight.Text(parent),
                        Count = counts[i],
                        Of = told.Answered,
                    };
                }
            }
        }
    }

    private static IEnumerable<SummaryRecord> Votes(SessionState state, Activity activity) =>
        Voting.Told(state, activity).SelectMany(vote =>
    {
        var ranked = Ranking.Of(state, activity, vote).ToList();
        var dots = ranked.Sum(r => r.Dots);
        return ranked.Where(r => r.Target.Text is not null).Select(r => new SummaryRecord
        {
            Kind = "vote",
            Id = $"{activity.ActivityId}/{vote.Id}/{r.Target.Id}",
            Text = r.Target.Text!,
            Activity = activity.Title,
            Lane = vote.Title,
            ParentId = r.Target.Id,
            Picked = r.Target.Picked,
            Count = r.Dots,
            Of = dots,
        });
    });
}
