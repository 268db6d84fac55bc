using WorkshopHub.Core;
using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.Facilitator.Cockpit;

/// <summary>
/// An activity as its facilitator sees it: everything that was said, also what the room does not see, each with what can
/// be done about it now. A table for each lane that hangs under no other one, with the lanes below it as columns.
/// </summary>
public sealed record Board(Activity Activity, Seq<BoardTable> Tables)
{
    public static Board Of(Desk desk, Activity activity)
    {
        var state = desk.State;
        var notes = state.Notes.Values.Where(n => n.ContributionId is not null).ToDictionary(n => n.ContributionId!, n => n.Text);
        var builder = new Builder(desk, state, activity, notes);
        return new(activity, activity.Lanes.Where(l => l.ParentLaneId is null).Select(builder.Table).ToSeq());
    }

    private sealed class Builder(Desk desk, SessionState state, Activity activity, Dictionary<string, string?> notes)
    {
        private bool IsOpen => state.Stage == Stage.Open;

        public BoardTable Table(Lane root)
        {
            var lanes = Below(root).Prepend(root).ToList();
            var rows = state.In(activity.ActivityId, root.LaneId)
                .Select((c, i) => new BoardRow(c.Id, lanes.Select(l => Cell(root, l, c, i + 1)).ToSeq()));
            return new(lanes.Select(l => new BoardColumn(l, Sign(l))).ToSeq(), rows.ToSeq());
        }

        private IEnumerable<Lane> Below(Lane lane) =>
            activity.Lanes.Where(l => l.ParentLaneId == lane.LaneId).SelectMany(l => Below(l).Prepend(l));

        private BoardCell Cell(Lane root, Lane lane, Contribution top, int number)
        {
            if (lane == root) return new(lane, [new(null, [Entry(lane, top, number)])]);
            var parents = Above(root, lane, top).ToList();
            var groups = parents
                .Select(p => new BoardGroup(parents.Count > 1 ? p.Text : null, state.In(activity.ActivityId, lane.LaneId, p.Id).Select((c, i) => Entry(lane, c, i + 1)).ToSeq()))
                .Where(g => g.Entries.Count > 0);
            return new(lane, groups.ToSeq());
        }

        // What the entries of a lane answer, in this row.
        private IEnumerable<Contribution> Above(Lane root, Lane lane, Contribution top)
        {
            var parent = activity.Lane(lane.ParentLaneId!)!;
            return parent == root ? [top] : Above(root, parent, top).SelectMany(p => state.In(activity.ActivityId, parent.LaneId, p.Id));
        }

        private BoardEntry Entry(Lane lane, Contribution c, int number) => new(
            c.Id,
            lane.LaneId,
            number,
            Sign(lane),
            c.Text,
            Author(c),
            Sight.Nods(state, c),
            c.Picked,
            c.Hidden,
            c.HiddenBecause,
            c.Withdrawn,
            c.Late,
            c.EditedByFacilitator,
            c.NotedByFacilitator,
            notes.GetValueOrDefault(c.Id),
            Picking(c),
            CanEdit: IsOpen && !c.Withdrawn && (desk.Role is Role.Lead or Role.CoFacilitator || desk.IsMine(c) && desk.May<EditContribution>()),
            CanWithdraw: IsOpen && !c.Withdrawn && desk.IsMine(c) && desk.May<WithdrawContribution>(),
            CanHide: IsOpen && !c.Withdrawn && desk.May<Hide>(),
            CanTakeIn: IsOpen && c is { Late: true, Withdrawn: false } && desk.May<TakeLate>(),
            CanNote: IsOpen && desk.May<WriteNote>(),
            CanBecomeAction: IsOpen && c.Stands && desk.May<RecordAction>() && !activity.Lanes.Any(l => l.ParentLaneId == lane.LaneId));

        // Anonymous to the room: only lead and co-facilitators see authors.
        private string? Author(Contribution c) =>
            c.Author is Sender.Delegate d
            && (state.Settings.Names == NamesPolicy.Named || desk.Role is Role.Lead or Role.CoFacilitator)
            && state.Delegates.TryGetValue(d.Id, out var person)
                ? person.Name
                : null;

        private Pick? Picking(Contribution c)
        {
            if (!IsOpen || !desk.May<Pick>() || state.Now?.ActivityId != activity.ActivityId || state.CurrentStep?.Picks.Contains(c.LaneId) != true) return null;
            if (c.Picked) return new(c.Id, Picked: false);
            if (!c.Stands) return null;
            var picked = state.In(activity.ActivityId, c.LaneId, c.ParentId).Where(x => x.Picked && x.Stands).ToList();
            if (state.CurrentStep.PickBudget is not { } budget || picked.Count < budget.Of(state.In(activity.ActivityId, c.LaneId, c.ParentId).Count(x => x.Stands))) return new(c.Id, Picked: true);
            // With room for one the new pick takes the place of the old one; with more, one has to be taken back first.
            return picked.Count == 1 ? new(c.Id, Picked: true, picked[0].Id) : null;
        }

        private int Sign(Lane lane) => activity.Lanes.ToList().IndexOf(lane) + 1;
    }
}

public sealed record BoardTable(Seq<BoardColumn> Columns, Seq<BoardRow> Rows);

/// <param name="Sign">1 for the first lane of the activity, …</param>
public sealed record BoardColumn(Lane Lane, int Sign);

/// <param name="Id">Of the contribution that the row is about.</param>
public sealed record BoardRow(string Id, Seq<BoardCell> Cells);

public sealed record BoardCell(Lane Lane, Seq<BoardGroup> Groups);

/// <summary>Entries that answer the same one.</summary>
/// <param name="Under">What they answer, where it is not plain from the row.</param>
public sealed record BoardGroup(string? Under, Seq<BoardEntry> Entries);

/// <summary>A contribution with all that the console shows of it; equal ones are not drawn again.</summary>
/// <param name="Text">Null: erased.</param>
/// <param name="Pick">The move that picks it, changes the pick to it or takes the pick back; null: not now.</param>
public sealed record BoardEntry(
    string Id,
    string LaneId,
    int Number,
    int Sign,
    string? Text,
    string? Author,
    int Nods,
    bool Picked,
    bool Hidden,
    string? HiddenBecause,
    bool Withdrawn,
    bool Late,
    bool Edited,
    bool Noted,
    string? Note,
    Pick? Pick,
    bool CanEdit,
    bool CanWithdraw,
    bool CanHide,
    bool CanTakeIn,
    bool CanNote,
    bool CanBecomeAction);
