using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Summaries;

/// <summary>A contribution as the summary tells it: the words, then in smaller type how it came about.</summary>
internal static class SummaryEntries
{
    internal static SummaryEntry Of(SessionState state, Contribution c, SummaryWords words, int? pickedFrom = null, string? before = null)
    {
        var text = c is { IsTold: true, JoinedInto: null } ? c.Text : null;
        if (text is null) return new(words.Withdrawn);
        var details = Details(state, c, words, pickedFrom);
        if (c.SpokenFor is { } other) details.Insert(0, words.Fill(words.SpokenForFormat, other));
        if (before is not null) details.Insert(0, before);
        return new(c.Quotation ? Quoted(text, words) : text, Joined(details), pickedFrom is not null, Notes(state, c, words));
    }

    /// <summary>The same, the picked ones marked.</summary>
    internal static SummaryEntry Marked(SessionState state, Contribution c, SummaryWords words, string? before = null) =>
        Of(state, c, words, before: before) with { Marked = c.Picked && c.Stands };

    /// <summary>One that is quoted, in its own words.</summary>
    internal static Quote Quote(SessionState state, Contribution c, SummaryWords words) => new(
        new(c.IsTold ? c.Text! : words.Withdrawn, Joined(Details(state, c, words, null)), c.Picked && c.Stands, Notes(state, c, words)),
        c.SpokenFor is { } other ? words.Fill(words.SpokenForFormat, other) : null);

    private static List<string> Details(SessionState state, Contribution c, SummaryWords words, int? pickedFrom)
    {
        var details = new List<string>();
        if (pickedFrom is > 1) details.Add(words.Fill(words.PickedFrom, pickedFrom));
        if (Sight.Nods(state, c) is > 0 and var nods) details.Add(words.Fill(words.NodsOf, nods, state.Present.Count()));
        if (Sight.SpreadOf(state, c) is { } spread) details.Add(words.Fill(words.InSectors, spread.Sectors, spread.Of));
        if (state.VariantsOf(c).Where(v => v.IsTold).Select(v => words.Fill(words.Quoted, v.Text!)).ToList() is { Count: > 0 } variants)
        {
            details.Add(words.Fill(words.JoinedWith, string.Join(", ", variants)));
        }

        if (c.CarriedFrom is not null && state.Contributions.GetValueOrDefault(c.CarriedFrom) is { } source
            && state.AnyActivity(source.ActivityId) is { } earlier)
        {
            details.Add(words.Fill(words.CarriedFrom, earlier.Title));
        }

        if (state.Activity(c.ActivityId) is { } activity)
        {
            details.AddRange(activity.AnswerLanes(c.LaneId).Select(l => Answers(state, activity, l, c, words)).OfType<string>());
        }

        if (Sight.Author(state, c) is { } author) details.Add(author);
        if (c.NotedByFacilitator) details.Add(words.NotedByFacilitator);
        else if (c.EditedByFacilitator) details.Add(words.EditedByFacilitator);
        return details;
    }

    private static string? Answers(SessionState state, Activity activity, Lane lane, Contribution c, SummaryWords words)
    {
        if (Distribution.Of(state, activity, lane, c.Id).Counts is not { } counts || counts.Sum() == 0) return null;
        return string
            .Join(", ", lane.Values.Zip(counts).Where(v => v.Second > 0).Select(v => words.Fill(words.AnswerFormat, v.First, v.Second)));
    }

    private static string Quoted(string text, SummaryWords words) =>
        text[0] is '“' or '"' or '«' or '„' ? text : words.Fill(words.Quoted, text);

    private static ValueList<string>? Notes(SessionState state, Contribution c, SummaryWords words) =>
        SummaryNotes.Of(state, words, c.ActivityId, c.Id) is { Count: > 0 } notes ? notes : null;

    private static string? Joined(List<string> details) => details.Count == 0 ? null : string.Join("; ", details);
}
