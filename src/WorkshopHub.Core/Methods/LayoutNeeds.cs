namespace WorkshopHub.Core.Methods;

/// <summary>What layouts need of an activity to have anything to show; a layout names its own in <c>Layout.Needs</c>.</summary>
internal static class LayoutNeeds
{
    internal static IEnumerable<string> Points(MethodActivity a)
    {
        if ((a.Points?.Count ?? 0) == 0) yield return "it needs points.";
        if (Lanes(a).Count > 0) yield return "it shows points, no lanes.";
    }

    internal static IEnumerable<string> NoPoints(MethodActivity a)
    {
        if (a.Points?.Count > 0) yield return "points are shown by “briefing” only.";
    }

    internal static IEnumerable<string> Chain(MethodActivity a) => Lanes(a) is [{ Kind: LaneKind.Text }, ..] ? NoPoints(a) : ["its first lane has to take texts."];

    internal static IEnumerable<string> Columns(MethodActivity a)
    {
        const int Most = 6;
        var alone = Lanes(a).Count(l => l.Parent is null);
        return alone is 0 ? ["it needs a lane that stands alone."]
            : Lanes(a).Count(l => l is { Parent: null, Kind: LaneKind.Text }) > Most ? [$"at most {Most} text lanes stand side by side."]
            : NoPoints(a);
    }

    internal static IEnumerable<string> Levels(MethodActivity a)
    {
        var scales = Lanes(a).Where(l => l is { Parent: null, Kind: LaneKind.Scale }).Take(2).ToList();
        return scales.Count < 2 || !Equals(scales[0].Values, scales[1].Values)
            ? ["it needs two scale lanes with the same values: where we are, and where we want to be."]
            : NoPoints(a);
    }

    internal static IEnumerable<string> Teams(MethodActivity a)
    {
        if ((a.Teams?.Count ?? 0) == 0) yield return "it needs teams.";
        foreach (var team in (a.Teams ?? []).Where(t => !Lanes(a).Any(l => l is { Parent: null, Kind: LaneKind.Text } && l.Team == t.Id))) yield return $"team “{team.Id}” needs a text lane of its own.";
        foreach (var fault in NoPoints(a)) yield return fault;
    }

    internal static IEnumerable<string> Groups(MethodActivity a) =>
        Lanes(a).Where(l => l is { Parent: null, Kind: LaneKind.Text, Group: not null }).Select(l => l.Group!.In("en")).Distinct().Count() == 2
            ? NoPoints(a)
            : ["it needs lanes in two groups: one for each side of the U."];

    internal static IEnumerable<string> Sorting(MethodActivity a)
    {
        var first = Lanes(a).FirstOrDefault(l => l is { Parent: null, Kind: LaneKind.Text });
        if (first is null) return ["it needs a text lane that stands alone."];
        var marked = Lanes(a).Any(l => l.Parent == first.Id && l.Kind != LaneKind.Text);
        var picked = a.Steps.Any(s => s.PickBudget is not null && (s.Picks ?? []).Contains(first.Id));
        return marked || picked ? NoPoints(a) : [$"lane “{first.Id}” needs a choice lane under it, or a step that picks with a budget."];
    }

    private static Seq<MethodLane> Lanes(MethodActivity a) => a.Lanes ?? [];
}
