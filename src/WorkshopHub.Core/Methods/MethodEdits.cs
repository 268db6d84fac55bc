namespace WorkshopHub.Core.Methods;

/// <summary>
/// Changing a method piece by piece, as an editor does: ids by themselves, and nothing left that points at what is gone.
/// </summary>
public static class MethodEdits
{
    /// <summary>A first method to change: one lane, one step.</summary>
    public static Method Blank(string id, string title, string lane, string step) => new(
        id,
        1,
        Words(title),
        Words(""),
        [],
        "",
        [new("activity", Words(title), "columns", [new("step", StepKind.Collect, Words(step), 5, Collects: ["lane"], Nods: true)],
            Lanes: [new("lane", Words(lane), Words(""))])],
        []);

    /// <summary>The same under another id, as its first version.</summary>
    public static Method Copy(this Method method, string id, string title) =>
        method with { Id = id, Version = 1, Title = method.Title.With(title), Schema = null };

    /// <summary>The text with other English words; its other languages stay.</summary>
    public static InLanguages With(this InLanguages? text, string english) =>
        new(new Dictionary<string, string>(text?.Texts ?? new Dictionary<string, string>(), StringComparer.OrdinalIgnoreCase)
        {
            ["en"] = english,
        });

    public static InLanguages Words(string english) => default(InLanguages).With(english);

    /// <summary>One text for each line; a line that stays keeps its other languages.</summary>
    public static ValueList<InLanguages> With(this ValueList<InLanguages>? texts, IReadOnlyList<string> lines) =>
        lines.Select((line, i) => (texts?.FirstOrDefault(t => t.In("en") == line) ?? texts?.ElementAtOrDefault(i)).With(line))
            .ToValueList();

    public static ValueList<T> At<T>(this ValueList<T>? items, int index, T item) =>
        (items ?? []).Select((x, i) => i == index ? item : x).ToValueList();

    public static ValueList<T> Without<T>(this ValueList<T>? items, int index) => (items ?? []).Where((_, i) => i != index).ToValueList();

    public static ValueList<T> Plus<T>(this ValueList<T>? items, T item) => [.. items ?? [], item];

    /// <summary>One place up or down; at the end it stays.</summary>
    public static ValueList<T> Moved<T>(this ValueList<T>? items, int index, int by)
    {
        var list = (items ?? []).ToList();
        if (index + by < 0 || index + by >= list.Count) return list.ToValueList();
        (list[index], list[index + by]) = (list[index + by], list[index]);
        return list.ToValueList();
    }

    /// <summary>With it where it was not, without it where it was.</summary>
    public static ValueList<string> Toggled(this ValueList<string>? ids, string id) =>
        ids?.Contains(id) == true ? ids.Where(i => i != id).ToValueList() : ids.Plus(id);

    /// <summary>An id that nothing else has.</summary>
    public static string NewId(string stem, IEnumerable<string> taken)
    {
        var known = taken.ToHashSet(StringComparer.Ordinal);
        var id = stem;
        for (var n = 2; known.Contains(id); n++) id = $"{stem[..Math.Min(stem.Length, MethodLimits.NameMax - 5)]}-{n}";
        return id;
    }

    /// <summary>What points at nothing any more, or at what takes something else now, is taken away.</summary>
    public static Method Tidy(Method method)
    {
        var next = method with { Activities = method.Activities.Select(Tidy).ToValueList() };
        return next with { Example = (next.Example ?? []).Select(e => Tidy(next, e, null)).OfType<ExampleEntry>().ToValueList() };
    }

    private static MethodActivity Tidy(MethodActivity a)
    {
        var teams = (a.Teams ?? []).Select(t => t.Id).ToHashSet();
        var lanes = (a.Lanes ?? []).ToList();
        for (var i = 0; i < lanes.Count; i++)
        {
            var lane = lanes[i];
            var picked = a.Steps.Any(s => s.Picks?.Contains(lane.Id) == true) && lane.Kind == LaneKind.Text;
            lanes[i] = lane with
            {
                Parent = lanes.Take(i).Any(l => l.Id == lane.Parent && l.Kind == LaneKind.Text) ? lane.Parent : null,
                Team = lane.Team is not null && teams.Contains(lane.Team) ? lane.Team : null,
                Values = lane.Kind == LaneKind.Text ? null : lane.Values,
                PickedTitle = picked ? lane.PickedTitle : null,
                RestTitle = picked ? lane.RestTitle : null,
            };
        }

        var texts = lanes.Where(l => l.Kind == LaneKind.Text).Select(l => l.Id).ToHashSet();
        var others = lanes.Where(l => l.Kind != LaneKind.Text).Select(l => l.Id).ToHashSet();
        var steps = a.Steps.Select(s => s with
        {
            Collects = Only(s.Collects, texts),
            Answers = Only(s.Answers, others),
            Picks = Only(s.Picks, texts),
            PickBudget = Only(s.Picks, texts) is null ? null : s.PickBudget,
            MaxPerTarget = s.Dots == 0 || s.MaxPerTarget is null ? null : Math.Min(s.MaxPerTarget.Value, s.Dots),
            DotsOn = s.Dots == 0 ? null : s.DotsOn,
            Visibility = s.Visibility == Visibility.Team && teams.Count == 0 ? Visibility.All : s.Visibility,
        });
        return a with { Lanes = lanes.Count == 0 ? null : lanes.ToValueList(), Steps = steps.ToValueList() };
    }

    private static ExampleEntry? Tidy(Method m, ExampleEntry e, ExampleEntry? parent)
    {
        var lane = (m.Activities.FirstOrDefault(a => a.Id == e.Activity)?.Lanes ?? []).FirstOrDefault(l => l.Id == e.Lane);
        if (lane is null || lane.Parent != parent?.Lane || (lane.Kind == LaneKind.Text) != (e.Count == 0)) return null;
        if (lane.Kind != LaneKind.Text) return (lane.Values ?? []).Any(v => v.In("en") == e.Text.In("en")) ? e : null;
        var answers = (e.Answers ?? []).Select(a => Tidy(m, a, e)).OfType<ExampleEntry>().ToValueList();
        return e with { Answers = answers.Count == 0 ? null : answers };
    }

    private static ValueList<string>? Only(ValueList<string>? ids, HashSet<string> known) =>
        ids is not null && ids.Any(known.Contains) ? ids.Where(known.Contains).ToValueList() : null;
}
