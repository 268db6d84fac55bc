using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Views;

/// <summary>Puts a board together for whoever looks.</summary>
internal sealed class BoardBuilder(DeskView desk, SessionState state, Activity activity, ILookup<string, Note> notes)
{
    // Every entry of a list asks for the same picks, every lane for the same cover.
    private readonly Dictionary<LaneKey, Picks> picks = [];
    private readonly Dictionary<string, Visibility> covers = activity.Lanes.ToDictionary(l => l.LaneId, l => Cover(state, activity, l));

    private bool IsOpen => state.Stage == SessionStage.Open;

    public BoardTable Table(Lane root)
    {
        var lanes = Below(root).Prepend(root).ToList();
        var rows = On(root)
            .Select((c, i) => new BoardRow(c.Id, lanes.Select(l => Cell(root, l, c, i + 1)).ToValueList()));
        return new(lanes.Select(Column).ToValueList(), rows.ToValueList());
    }

    public BoardAnswers Answers(Lane lane, string? parentId) =>
        new(lane.LaneId, lane.Title, Sign(lane), TeamOf(lane), lane.Values, Distribution.Of(state, activity, lane, parentId));

    private BoardColumn Column(Lane lane) => new(lane, Sign(lane))
    {
        Team = TeamOf(lane),
        Places = lane.ParentLaneId is null ? PicksOf(lane.LaneId, null)?.Places : null,
    };

    // What was set aside has a list of its own, and a variant stands under the one that it was joined into.
    private IEnumerable<Contribution> On(Lane lane, string? parentId = null) =>
        state.In(activity.ActivityId, lane.LaneId, parentId).Where(c => c is { Parked: false, JoinedInto: null });

    private IEnumerable<Lane> Below(Lane lane) => activity.TextLanes(lane.LaneId).SelectMany(l => Below(l).Prepend(l));

    private BoardCell Cell(Lane root, Lane lane, Contribution top, int number)
    {
        if (lane == root) return new(lane, [new(null, [Entry(lane, top, number)])]);
        var parents = Above(root, lane, top).ToList();
        var groups = parents
            .Select(p =>
                new BoardGroup(parents.Count > 1
                    ? p.Text : null, On(lane, p.Id).Select((c, i) => Entry(lane, c, i + 1)).ToValueList())
                {
                    Places = PicksOf(lane.LaneId, p.Id)?.Places
                })
            .Where(g => g.Entries.Count > 0);
        return new(lane, groups.ToValueList());
    }

    // What the entries of a lane answer, in this row.
    private IEnumerable<Contribution> Above(Lane root, Lane lane, Contribution top)
    {
        var parent = activity.Lane(lane.ParentLaneId!)!;
        return parent == root ? [top] : Above(root, parent, top).SelectMany(p => On(parent, p.Id));
    }

    private BoardEntry Entry(Lane lane, Contribution c, int number) => new()
    {
        Id = c.Id,
        LaneId = lane.LaneId,
        Number = number,
        Sign = Sign(lane),
        Text = c.Text,
        Author = desk.AuthorOf(c)?.Name,
        Nods = Sight.Nods(state, c),
        Spread = Sight.SpreadOf(state, c),
        Dots = Voting.TallyOf(state, activity, c),
        Picked = c.Picked,
        Hidden = c.Hidden,
        HiddenBecause = c.HiddenBecause,
        Withdrawn = c.Withdrawn,
        Late = c.Late,
        Edited = c.EditedByFacilitator,
        Noted = c.NotedByFacilitator,
        Quotation = c.Quotation,
        SpokenFor = c.SpokenFor,
        Cover = c.Stands ? covers[lane.LaneId] : Visibility.All,
        Team = lane.Team is null && c.Team is { } team ? TeamTitle(team) : null,
        Theme = c.ThemeId is { } theme ? state.Themes.GetValueOrDefault(theme)?.Title : null,
        Variants = state.VariantsOf(c).Select(v => v.Text).OfType<string>().ToValueList(),
        CarriedFrom = Source(c),
        Answers = activity.AnswerLanes(lane.LaneId).Select(l => Answers(l, c.Id)).Where(a => a.Told.Answered > 0 || AnswersNow(a.LaneId))
            .ToValueList(),
        Note = notes[c.Id].FirstOrDefault(n => n.By == desk.Me)?.Text,
        OthersNotes = notes[c.Id].Where(n => n.By != desk.Me).OrderBy(n => n.Order).ToValueList(),
        IsShown = state.Screen.Spotlight == c.Id,
        Pick = Picking(c, out var instead),
        Instead = instead,
        CanEdit = desk.CanEdit(c),
        CanWithdraw = desk.Can<WithdrawContribution>() && !c.Withdrawn && desk.IsMine(c),
        CanHide = desk.Can<Hide>() && !c.Withdrawn,
        CanErase = desk.Can<Erase>() && c.Text is not null,
        CanTakeIn = desk.Can<TakeLate>() && c is { Late: true, Withdrawn: false },
        CanNote = desk.Can<WriteNote>(),
        CanBecomeAction = desk.Can<RecordAction>() && c.Stands && !activity.TextLanes(lane.LaneId).Any(),
        CanPark = desk.Can<Park>() && !c.Withdrawn,
        CanTick = desk.Can<CreateTheme>() && c.Stands,
        CanShow = IsOpen && desk.May<SetScreen>() && state.CurrentStep is not null && Sight.Reads(state, c),
    };

    private string? Source(Contribution c) => c.CarriedFrom is { } from && state.Contributions.TryGetValue(from, out var source)
        ? state.AnyActivity(source.ActivityId)?.Title
        : null;

    private Pick? Picking(Contribution c, out ValueList<BoardChoice> instead)
    {
        instead = [];
        if (PicksOf(c.LaneId, c.ParentId) is not { } here) return null;
        if (c.Picked) return new(c.Id, Picked: false);
        if (!c.Stands) return null;
        if (here.Budget is not { } most || here.Picked.Count < most) return new(c.Id, Picked: true);
        // In the place of the only one; of several the facilitator says which one gives way.
        if (here.Picked.Count == 1) return new(c.Id, Picked: true, here.Picked[0].Id);
        instead = here.Picked;
        return null;
    }

    // Null: nothing is picked here now, or not by whoever looks.
    private Picks? PicksOf(string laneId, string? parentId)
    {
        if (!desk.Can<Pick>() || state.Now?.ActivityId != activity.ActivityId || state.CurrentStep is not { } step
            || !step.Picks.Contains(laneId))
        {
            return null;
        }

        var key = new LaneKey(activity.ActivityId, laneId, state.FirstOf(parentId));
        if (picks.TryGetValue(key, out var known)) return known;
        var cards = state.In(activity.ActivityId, laneId, key.ParentId).Where(c => c.Stands).ToList();
        return picks[key] =
            new(step.PickBudget?.Of(cards.Count), cards.Where(c => c.Picked).Select(c => new BoardChoice(c.Id, c.Text)).ToValueList());
    }

    private bool AnswersNow(string laneId) =>
        IsOpen && state.Now?.ActivityId == activity.ActivityId && state.CurrentStep?.Answers.Contains(laneId) == true;

    private string? TeamOf(Lane lane) => lane.Team is { } team ? TeamTitle(team) : null;

    private string? TeamTitle(string team) => activity.Teams.FirstOrDefault(t => t.TeamId == team)?.Title;

    private int Sign(Lane lane) => activity.Lanes.ToList().IndexOf(lane) + 1;

    // What answers something that is covered is covered with it.
    private static Visibility Cover(SessionState state, Activity activity, Lane lane)
    {
        var own = Covering.Of(state, activity, lane.LaneId);
        if (lane.ParentLaneId is null || activity.Lane(lane.ParentLaneId) is not { } parent) return own;
        var above = Cover(state, activity, parent);
        return above < own ? above : own;
    }

    /// <param name="Budget">The most; null: as many as wanted.</param>
    private sealed record Picks(int? Budget, ValueList<BoardChoice> Picked)
    {
        public Places? Places => Budget is { } most ? new(Picked.Count, most) : null;
    }
}
