namespace WorkshopHub.Core.Methods;

/// <summary>What a method's example has to keep to: it has to fit the lanes.</summary>
internal static class ExampleRules
{
    internal static IEnumerable<MethodFault> Faults(Method m)
    {
        if (m.Example is not { } example) return [];
        if (Deeper(example, MethodLimits.ExampleDepthMax))
        {
            return [new("example", $"at most {MethodLimits.ExampleDepthMax} entries inside each other.")];
        }

        return Count(example) > MethodLimits.ExampleMax
            ? [new("example", $"at most {MethodLimits.ExampleMax} entries.")]
            : example.SelectMany((e, i) => MethodRules.At($"example[{i}]", $"example: number {i + 1}", Faults(m, e, null)));
    }

    private static bool Deeper(ValueList<ExampleEntry> entries, int levels) =>
        entries.Count > 0 && (levels == 0 || entries.Any(e => Deeper(e.Answers ?? [], levels - 1)));

    private static int Count(ValueList<ExampleEntry> entries) => entries.Count + entries.Sum(e => Count(e.Answers ?? []));

    private static IEnumerable<MethodFault> Faults(Method m, ExampleEntry e, ExampleEntry? parent)
    {
        var activity = m.Activities.FirstOrDefault(a => a.Id == e.Activity);
        var lanes = activity?.Lanes ?? [];
        var lane = lanes.FirstOrDefault(l => l.Id == e.Lane);
        if (activity is null)
        {
            yield return new("activity", "", MethodRules.NoSuch("activity", e.Activity, m.Activities.Select(a => a.Id)));
        }
        else if (lane is null)
        {
            yield return new("lane", "", MethodRules.NoSuch("lane", e.Lane, lanes.Select(l => l.Id)));
        }

        if (lane is null) yield break;
        if (lane.Parent != parent?.Lane || (parent is not null && parent.Activity != e.Activity))
        {
            yield return new("lane", "", lane.Parent is null
                ? $"lane “{e.Lane}” answers nothing." : $"lane “{e.Lane}” answers lane “{lane.Parent}”.");
        }

        foreach (var fault in Numbers(e).Concat(lane.Kind == LaneKind.Text ? Text(e, lane) : Answer(e, lane))) yield return fault;
        if (lane.Kind != LaneKind.Text) yield break;
        foreach (var fault in (e.Answers ?? []).SelectMany((a, i) => MethodRules.At($"answers[{i}]", "", Faults(m, a, e))))
        {
            yield return fault;
        }
    }

    private static IEnumerable<MethodFault> Numbers(ExampleEntry e) => new[] { ("nods", e.Nods), ("dots", e.Dots), ("count", e.Count) }
        .Where(n => n.Item2 is < 0 or > MethodLimits.ExampleCountMax)
        .Select(n => new MethodFault(n.Item1, "", $"nods, dots and count: 0 to {MethodLimits.ExampleCountMax}."));

    private static IEnumerable<MethodFault> Answer(ExampleEntry e, MethodLane lane)
    {
        var values = (lane.Values ?? []).Select(v => v.In("en")).ToList();
        if (!values.Contains(e.Text.In("en")))
        {
            yield return new("text.en", "",
                $"“{e.Text.In("en")}” is none of the values of lane “{e.Lane}”. They are: {MethodRules.Listed(values)}.");
        }

        if (e is not { Nods: 0, Dots: 0, Picked: false, Quotation: false, SpokenFor: null, Theme: null, Answers: null })
        {
            yield return new("", "", $"lane “{e.Lane}” takes answers: only their count.");
        }
    }

    private static IEnumerable<MethodFault> Text(ExampleEntry e, MethodLane lane)
    {
        if (e.Count > 0) yield return new("count", "", $"lane “{e.Lane}” takes texts: no count.");
        var texts = MethodRules.Faults("text", e.Text, lane.MaxLength ?? Writing.ContributionMax)
            .Concat(MethodRules.Faults("spokenFor", e.SpokenFor, Writing.NameMax))
            .Concat(MethodRules.Faults("theme", e.Theme, MethodLimits.TitleMax));
        foreach (var fault in texts) yield return fault;
    }
}
