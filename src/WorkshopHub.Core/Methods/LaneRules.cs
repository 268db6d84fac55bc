namespace WorkshopHub.Core.Methods;

/// <summary>What a method's lane has to keep to.</summary>
internal static class LaneRules
{
    internal static IEnumerable<MethodFault> Faults(MethodLane l, MethodActivity activity)
    {
        var lanes = activity.Lanes ?? [];
        if (!MethodRules.IsName(l.Id)) yield return new("id", MethodRules.NameRule);
        if (l.MaxLength is < MethodLimits.LengthMin or > MethodLimits.LengthMax)
        {
            yield return new("maxLength", $"{MethodLimits.LengthMin} to {MethodLimits.LengthMax}.");
        }

        var values = l.Values ?? [];
        if (l.Kind == LaneKind.Text && values.Count > 0) yield return new("values", "only a scale or a choice has them.");
        if (l.Kind != LaneKind.Text && values.Count is < MethodLimits.ValuesMin or > MethodLimits.ValuesMax)
        {
            yield return new("values", $"{MethodLimits.ValuesMin} to {MethodLimits.ValuesMax}.");
        }

        if (SameValue(values) is { } same) yield return new("values", $"“{same}” is there twice.");
        if (l.Team is not null && !(activity.Teams ?? []).Any(t => t.Id == l.Team))
        {
            yield return new("team", "", MethodRules.NoSuch("team", l.Team, (activity.Teams ?? []).Select(t => t.Id)));
        }

        if (l.Parent is not null && lanes.FirstOrDefault(x => x.Id == l.Parent) is { Kind: not LaneKind.Text })
        {
            yield return new("parent", "", $"parent “{l.Parent}” takes no text, so nothing hangs under it.");
        }

        // A parent has to stand before its child, so that there can be no loop.
        if (l.Parent is not null && !lanes.TakeWhile(x => x.Id != l.Id).Any(x => x.Id == l.Parent))
        {
            yield return new("parent", "", $"parent “{l.Parent}” is not a lane before it.");
        }

        if ((l.PickedTitle ?? l.RestTitle) is not null && !activity.Steps.Any(s => (s.Picks ?? []).Contains(l.Id)))
        {
            yield return new(l.PickedTitle is null ? "restTitle" : "pickedTitle", "pickedTitle and restTitle", "no step picks in it.");
        }

        foreach (var fault in Texts(l)) yield return fault;
    }

    private static IEnumerable<MethodFault> Texts(MethodLane l) =>
        MethodRules.Faults("title", l.Title, MethodLimits.TitleMax)
            .Concat(MethodRules.Faults("plural", l.Plural, MethodLimits.TitleMax))
            .Concat(MethodRules.Faults("pickedTitle", l.PickedTitle, MethodLimits.TitleMax))
            .Concat(MethodRules.Faults("restTitle", l.RestTitle, MethodLimits.TitleMax))
            .Concat(MethodRules.Faults("group", l.Group, MethodLimits.TitleMax))
            .Concat(MethodRules.Faults("prompt", l.Prompt, MethodLimits.PromptMax, mayBeEmpty: true))
            .Concat(MethodRules.Faults("values", l.Values ?? [], MethodLimits.ValueMax, MethodLimits.ValuesMax));

    // An answer is given by its name: in no language may two have the same.
    private static string? SameValue(ValueList<InLanguages> values) => values.Count > MethodLimits.ValuesMax
        ? null
        : values.SelectMany(v => v.Texts.Keys).Distinct(StringComparer.OrdinalIgnoreCase).Take(MethodLimits.LanguagesMax)
            .Select(tag => MethodRules.Twice(values.Select(v => v.In(tag)))).FirstOrDefault(t => t is not null);
}
