namespace WorkshopHub.Core.Methods;

/// <summary>
/// What people have seen cannot be covered afterwards: a lane is covered from the first step that fills it, or not at all.
/// </summary>
internal static class CoverRules
{
    internal static IEnumerable<MethodFault> Faults(MethodActivity a)
    {
        var seen = new Dictionary<string, Visibility>();
        foreach (var (i, step) in a.Steps.Index())
        {
            if (step.Reveals) seen = seen.Keys.ToDictionary(l => l, _ => Visibility.All);
            foreach (var lane in (step.Collects ?? []).Concat(step.Answers ?? []).Distinct())
            {
                if (!seen.TryAdd(lane, step.Visibility) && step.Visibility < seen[lane])
                {
                    yield return new(
                        $"steps[{i}].visibility",
                        $"step “{step.Id}”: visibility",
                        $"more people saw lane “{lane}” before. Cover it from its first step on, or take another lane.");
                }
            }
        }
    }
}
