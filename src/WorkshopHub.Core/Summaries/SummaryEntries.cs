using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Summaries;

/// <summary>A contribution as the summary tells it: the words, then in smaller type how it came about.</summary>
internal static class SummaryEntries
{
    internal static Entry Of(SessionState state, Contribution c, SummaryWords words, int? pickedFrom = null)
    {
        var text = c is { IsTold: true, JoinedInto: null } ? c.Text : null;
        if (text is null) return new(words.Withdrawn);
        var details = new List<string>();
        if (pickedFrom is > 1) details.Add(words.Fill(words.PickedFrom, pickedFrom));
        if (Sight.Nods(state, c) is > 0 and var nods) details.Add(words.Fill(words.NodsOf, nods, state.Present.Count()));
        if (Sight.SpreadOf(state, c) is { } spread) details.Add(words.Fill(words.InSectors, spread.Sectors, spread.Of));
        if (state.VariantsOf(c).Where(v => v.IsTold).Select(v => words.Fill(words.Quoted, v.Text!)).ToList() is { Count: > 0 } variants)
        {
            details.Add(words.Fill(words.JoinedWith, string.Join(", ", variants)));
        }

        if (c.CarriedFrom is not null && state.Contributions.GetValueOrDefault(c.CarriedFrom) is { } source && state.AnyActivity(source.ActivityId) is { } earlier)
        {
            details.Add(words.Fill(words.CarriedFrom, earlier.Title));
        }

        if (Sight.Author(state, c) is { } author) details.Add(author);
        if (c.NotedByFacilitator) details.Add(words.NotedByFacilitator);
        else if (c.EditedByFacilitator) details.Add(words.EditedByFacilitator);
        var note = state.NoteOn(c.ActivityId, c.Id);
        return new(text, details.Count == 0 ? null : string.Join("; ", details), pickedFrom is not null, note is null ? null : [note]);
    }
}
