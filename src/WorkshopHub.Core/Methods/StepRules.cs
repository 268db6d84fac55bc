namespace WorkshopHub.Core.Methods;

/// <summary>What a method's step has to keep to.</summary>
internal static class StepRules
{
    internal static IEnumerable<MethodFault> Faults(MethodStep s, MethodActivity activity)
    {
        if (!MethodRules.IsName(s.Id)) yield return new("id", MethodRules.NameRule);
        if (s.Minutes is < MethodLimits.MinutesMin or > MethodLimits.MinutesMax)
        {
            yield return new("minutes", $"{MethodLimits.MinutesMin} to {MethodLimits.MinutesMax}.");
        }

        var faults = MethodRules.Faults("title", s.Title, MethodLimits.TitleMax)
            .Concat(Lanes("collects", s.Collects ?? [], activity, texts: true))
            .Concat(Lanes("answers", s.Answers ?? [], activity, texts: false))
            .Concat(Lanes("picks", s.Picks ?? [], activity, texts: true))
            .Concat(Picks(s)).Concat(Dots(s, activity)).Concat(Covers(s, activity));
        foreach (var fault in faults) yield return fault;
    }

    private static IEnumerable<MethodFault> Lanes(string place, ValueList<string> ids, MethodActivity activity, bool texts)
    {
        if (ids.Count > MethodLimits.LanesMax) yield return new(place, $"at most {MethodLimits.LanesMax}.");
        if (MethodRules.Twice(ids) is { } twice) yield return new(place, $"“{twice}” is there twice.");
        foreach (var (i, id) in ids.Take(MethodLimits.LanesMax).Index())
        {
            var at = $"{place}[{i}]";
            var lane = (activity.Lanes ?? []).FirstOrDefault(l => l.Id == id);
            if (lane is null)
            {
                yield return new(at, "", MethodRules.NoSuch("lane", id, (activity.Lanes ?? []).Select(l => l.Id)));
            }
            else if (texts && lane.Kind != LaneKind.Text) yield return new(at, "", $"lane “{id}” takes answers, not texts.");
            else if (!texts && lane.Kind == LaneKind.Text) yield return new(at, "", $"lane “{id}” takes texts, not answers.");
        }
    }

    private static IEnumerable<MethodFault> Picks(MethodStep s)
    {
        if (s.PickBudget is not { } budget) yield break;
        if ((budget.PerParent is null) == (budget.Share is null)) yield return new("pickBudget", "either perParent or share.");
        if (budget is { PerParent: < 1 }) yield return new("pickBudget.perParent", "pickBudget", "perParent is 1 or more.");
        if (budget is { PerParent: > MethodLimits.PicksMax })
        {
            yield return new("pickBudget.perParent", "pickBudget", $"perParent is at most {MethodLimits.PicksMax}.");
        }

        if (budget is { Share: < 1 or > 100 }) yield return new("pickBudget.share", "pickBudget", "share is 1 to 100 percent.");
        if ((s.Picks?.Count ?? 0) == 0) yield return new("pickBudget", "it picks nothing.");
    }

    private static IEnumerable<MethodFault> Dots(MethodStep s, MethodActivity activity)
    {
        if (s.Dots is < 0 or > MethodLimits.DotsMax) yield return new("dots", $"0 to {MethodLimits.DotsMax}.");
        if (s.MaxPerTarget is { } most && (most < 1 || most > s.Dots)) yield return new("maxPerTarget", "1 to the number of dots.");
        if (s.DotsOn is not null && s.Dots == 0) yield return new("dotsOn", "it has no dots.");
        if (s.Dots > 0 && !(activity.Lanes ?? []).Any(l => l.Kind == LaneKind.Text))
        {
            yield return new("dots", "there is no text lane to vote on.");
        }
    }

    // What is covered has to be somebody's to see, and has to come out some time.
    private static IEnumerable<MethodFault> Covers(MethodStep s, MethodActivity activity)
    {
        if (s.Visibility == Visibility.Team && (activity.Teams?.Count ?? 0) == 0)
        {
            yield return new("visibility", "there are no teams that could see it.");
        }

        if (s.Reveals && !activity.Steps.TakeWhile(x => x != s).Any(Covering))
        {
            yield return new("reveals", "no step before it covers anything.");
        }

        if (activity.Steps.SkipWhile(x => x != s).Skip(1).FirstOrDefault(x => x.Reveals) is not { } reveal || !Covering(s)) yield break;
        // Between covering and revealing nobody else reads it, so nobody else could answer it.
        var covered = (s.Collects ?? []).ToHashSet();
        var between = activity.Steps.SkipWhile(x => x != s).TakeWhile(x => x != reveal);
        foreach (var lane in (activity.Lanes ?? []).Where(l => l.Team is not null && l.Parent is not null && covered.Contains(l.Parent)))
        {
            if ((activity.Lanes ?? []).First(l => l.Id == lane.Parent).Team is { } of && of == lane.Team) continue;
            if (between.Any(x => (x.Collects ?? []).Contains(lane.Id) || (x.Answers ?? []).Contains(lane.Id)))
            {
                yield return new("", "", $"lane “{lane.Id}” answers what is covered until step “{reveal.Id}”.");
            }
        }
    }

    private static bool Covering(MethodStep s) => s.Visibility != Visibility.All || s.Dots > 0;
}
