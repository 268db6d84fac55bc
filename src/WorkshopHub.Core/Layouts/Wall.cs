using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Layouts;

/// <summary>
/// The parts of the wall that several layouts share: lanes with their themes, contributions with what hangs under them,
/// answers as numbers. What is covered is told as a number only.
/// </summary>
internal static class Wall
{
    private static readonly NodeCache Kept = new();

    /// <summary>A contribution as the wall says it.</summary>
    internal static EntryTextModel Said(SessionState state, Activity activity, Lane lane, Contribution c, int number) =>
        PhoneTree.Text(state, activity, lane, c, number) with
        {
            Quotation = c.Quotation,
            SpokenFor = Sight.Text(c) is null ? null : c.SpokenFor,
        };

    /// <summary>A text lane that stands alone: its themes, then everything else, in order of arrival.</summary>
    internal static Node Lane(SessionState state, Activity activity, Lane lane)
    {
        var every = SeenThemes.Of(state, activity).ToList();
        var themes = every.Where(t => t.Home == lane.LaneId);
        var grouped = SeenThemes.Grouped(lane, every, LayoutCatalogue.Find(activity.Layout)?.ShowsEveryLane == true);
        var all = Sight.In(state, activity, lane.LaneId).ToList();
        var ungrouped = all.Where(c => !grouped.Contains(c.Id)).Select((c, i) => Entry(state, activity, lane, c, i + 1));
        var themed = themes.Select(t => new Node($"theme-{t.Theme.Id}", Theme(state, activity, t)));
        return Lane(state, activity, lane, themed.Concat(ungrouped).ToValueList(), all.Count(c => c.Stands));
    }

    internal static Node Lane(
        SessionState state,
        Activity activity,
        Lane lane,
        ValueList<Node> entries,
        int count,
        int left = 0,
        int? kept = null)
    {
        var sign = PhoneTree.Sign(activity, lane);
        return new($"lane-{lane.LaneId}", new LaneModel(sign),
        [
            new(
                $"head-{lane.LaneId}",
                new LaneHeadModel(lane.Plural, lane.Prompt, sign, count, kept ?? Sight.Kept(state, activity, lane), left)),
            new($"wall-{lane.LaneId}", new WallModel(), entries),
        ]);
    }

    /// <summary>
    /// What a layout of its own shows of a lane: folded into themes where a theme is all in it, and one by one while the
    /// room picks there or where what was picked stands for the rest.
    /// </summary>
    internal static ValueList<Node> Wallful(SessionState state, Activity activity, Lane lane, IReadOnlyCollection<Contribution> shown)
    {
        var picking = state.Now?.ActivityId == activity.ActivityId && state.CurrentStep?.Picks.Contains(lane.LaneId) == true;
        var ids = shown.Select(c => c.Id).ToHashSet();
        var themes = picking || shown.Any(c => c.Picked)
            ? []
            : SeenThemes.Of(state, activity).Where(t => t.Home == lane.LaneId && t.Members.Count > 0)
                .Where(t => t.Members.All(m => m.LaneId != lane.LaneId || ids.Contains(m.Id))).ToList();
        var folded = themes.SelectMany(t => t.Members).Select(m => m.Id).ToHashSet();
        return
        [
            .. themes.Select(t => new Node($"theme-{t.Theme.Id}", Theme(state, activity, t))),
            .. shown.Where(c => !folded.Contains(c.Id)).Select((c, i) => Entry(state, activity, lane, c, i + 1)),
        ];
    }

    /// <summary>A contribution; where other lanes hang under its lane, with what stands in these.</summary>
    internal static Node Entry(SessionState state, Activity activity, Lane lane, Contribution c, int number) =>
        LaneFrame.Of(state, activity, lane, null).Below.Length > 0
            ? Kept.Keep(activity, null, c, Hold(state, activity, lane, c, number))
            : new(c.Id, Said(state, activity, lane, c, number));

    /// <summary>A scale or a choice that stands alone, or what the room gave to one contribution.</summary>
    internal static Node Distribution(SessionState state, Activity activity, Lane lane)
    {
        var told = Sessions.Distribution.Of(state, activity, lane);
        var counts = told.Counts is { } c ? c.Select((n, i) => new ValueCount(lane.Values[i], n)) : null;
        if (lane.Kind == LaneKind.Scale) counts = counts?.Reverse();
        var sectors = told.Sectors.Where(_ => lane.Kind == LaneKind.Scale)
            .Select(s => (s.Sector, Middle: Answering.Median(s.Counts))).Where(s => s.Middle is not null)
            .Select(s => new SectorMiddle(s.Sector, lane.Values[s.Middle!.Value])).ToValueList();
        return new(
            $"lane-{lane.LaneId}",
            new DistributionModel(
                lane.Plural,
                PhoneTree.Sign(activity, lane),
                counts?.ToValueList(),
                told.Answered,
                state.Present.Count(),
                told.Median is { } m ? lane.Values[m] : null,
                sectors));
    }

    /// <summary>The lanes that stand alone, in the activity's order: walls and distributions.</summary>
    internal static Node Alone(SessionState state, Activity activity, Lane lane) =>
        lane.Kind == LaneKind.Text ? Lane(state, activity, lane) : Distribution(state, activity, lane);

    /// <summary>How many gave which answer to one contribution.</summary>
    internal static CountsModel Counts(SessionState state, Activity activity, Lane lane, string parentId)
    {
        var told = Sessions.Distribution.Of(state, activity, lane, parentId);
        return new(told.Counts?.Select((n, i) => new ValueCount(lane.Values[i], n)).ToValueList(), told.Answered);
    }

    private static WallThemeModel Theme(SessionState state, Activity activity, SeenTheme t)
    {
        var top = t.Members.MaxBy(c => Sight.Nods(state, c));
        return new(
            t.Theme.Title,
            t.Members.Count,
            Sight.Nods(state, t.Theme),
            Sight.SpreadOf(state, t.Theme),
            Voting.TallyOf(state, activity, t.Theme),
            t.Members.Any(c => c.Picked),
            top?.Text,
            top?.Quotation == true,
            top?.SpokenFor);
    }

    private static Node Hold(SessionState state, Activity activity, Lane lane, Contribution c, int number)
    {
        var children = new List<Node> { new(c.Id, Said(state, activity, lane, c, number)) };
        foreach (var below in LaneFrame.Of(state, activity, lane, null).Below.Select(f => f.Lane))
        {
            if (below.Kind != LaneKind.Text)
            {
                var counts = Counts(state, activity, below, c.Id);
                if (counts.Answered > 0) children.Add(new($"counts-{below.LaneId}-{c.Id}", counts));
                continue;
            }

            var answers =
                Sight.In(state, activity, below.LaneId, c.Id).Select((a, i) => Entry(state, activity, below, a, i + 1)).ToValueList();
            if (answers.Count == 0) continue;
            children.Add(new($"under-{below.LaneId}-{c.Id}", new UnderModel(below.Plural, PhoneTree.Sign(activity, below)), answers));
        }

        return new($"hold-{c.Id}", new HoldModel(PhoneTree.Sign(activity, lane)), children.ToValueList());
    }
}
