namespace WorkshopHub.Core.Methods;

/// <summary>What a method's example has to keep to: it has to fit the lanes.</summary>
internal static class ExampleRules
{
    internal static IEnumerable<string> Faults(Method m)
    {
        if (m.Example is not { } example) return [];
        if (Deeper(example, MethodLimits.ExampleDepthMax)) return [$"example: at most {MethodLimits.ExampleDepthMax} entries inside each other."];
        return Count(example) > MethodLimits.ExampleMax
            ? [$"example: at most {MethodLimits.ExampleMax} entries."]
            : example.SelectMany((e, i) => Faults(m, e, null).Select(f => $"example: number {i + 1}: {f}"));
    }

    private static bool Deeper(Seq<ExampleEntry> entries, int levels) => entries.Count > 0 && (levels == 0 || entries.Any(e => Deeper(e.Answers ?? [], levels - 1)));

    private static int Count(Seq<ExampleEntry> entries) => entries.Count + entries.Sum(e => Count(e.Answers ?? []));

    private static IEnumerable<string> Faults(Method m, ExampleEntry e, ExampleEntry? parent)
    {
        var activity = m.Activities.FirstOrDefault(a => a.Id == e.Activity);
        var lane = (activity?.Lanes ?? []).FirstOrDefault(l => l.Id == e.Lane);
        if (activity is null) yield return $"there is no activity “{e.Activity}”.";
        else if (lane is null) yield return $"there is no lane “{e.Lane}”.";
        if (lane is null) yield break;
        if (lane.Parent != parent?.Lane || (parent is not null && parent.Activity != e.Activity)) yield return lane.Parent is null ? $"lane “{e.Lane}” answers nothing." : $"lane “{e.Lane}” answers lane “{lane.Parent}”.";
        if (e.Nods is < 0 or > MethodLimits.ExampleCountMax || e.Dots is < 0 or > MethodLimits.ExampleCountMax || e.Count is < 0 or > MethodLimits.ExampleCountMax) yield return $"nods, dots and count: 0 to {MethodLimits.ExampleCountMax}.";
        if (lane.Kind != LaneKind.Text)
        {
            if (!(lane.Values ?? []).Any(v => v.In("en") == e.Text.In("en"))) yield return $"“{e.Text.In("en")}” is none of the values of lane “{e.Lane}”.";
            if (e is not { Nods: 0, Dots: 0, Picked: false, Quotation: false, SpokenFor: null, Theme: null, Answers: null }) yield return $"lane “{e.Lane}” takes answers: only their count.";
            yield break;
        }

        if (e.Count > 0) yield return $"lane “{e.Lane}” takes texts: no count.";
        var texts = MethodRules.Faults("text", e.Text, lane.MaxLength ?? Sessions.Writing.ContributionMax)
            .Concat(MethodRules.Faults("spokenFor", e.SpokenFor, Sessions.Writing.NameMax))
            .Concat(MethodRules.Faults("theme", e.Theme, MethodLimits.TitleMax));
        foreach (var fault in texts.Concat((e.Answers ?? []).SelectMany(a => Faults(m, a, e)))) yield return fault;
    }
}
