namespace WorkshopHub.Core.Methods;

/// <summary>What a method's step has to keep to.</summary>
internal static class StepRules
{
    internal static IEnumerable<string> Faults(MethodStep s, MethodActivity activity)
    {
        if (!MethodRules.IsName(s.Id)) yield return $"id: {MethodRules.NameRule}";
        if (s.Minutes is < MethodLimits.MinutesMin or > MethodLimits.MinutesMax) yield return $"minutes: {MethodLimits.MinutesMin} to {MethodLimits.MinutesMax}.";
        var faults = MethodRules.Faults("title", s.Title, MethodLimits.TitleMax)
            .Concat(Lanes("collects", s.Collects ?? [], activity, texts: true))
            .Concat(Lanes("answers", s.Answers ?? [], activity, texts: false))
            .Concat(Lanes("picks", s.Picks ?? [], activity, texts: true))
            .Concat(Picks(s)).Concat(Dots(s, activity)).Concat(Covers(s, activity));
        foreach (var fault in faults) yield return fault;
    }

    private static IEnumerable<string> Lanes(string place, Seq<string> ids, MethodActivity activity, bool texts)
    {
        if (ids.Count > MethodLimits.LanesMax) yield return $"{place}: at most {MethodLimits.LanesMax}.";
        if (MethodRules.Twice(ids) is { } twice) yield return $"{place}: “{twice}” is there twice.";
        foreach (var id in ids)
        {
            var lane = (activity.Lanes ?? []).FirstOrDefault(l => l.Id == id);
            if (lane is null) yield return $"there is no lane “{id}”.";
            else if (texts && lane.Kind != LaneKind.Text) yield return $"lane “{id}” takes answers, not texts.";
            else if (!texts && lane.Kind == LaneKind.Text) yield return $"lane “{id}” takes texts, not answers.";
        }
    }

    private static IEnumerable<string> Picks(MethodStep s)
    {
        if (s.PickBudget is not { } budget) yield break;
        if ((budget.PerParent is null) == (budget.Share is null)) yield return "pickBudget: either perParent or share.";
        if (budget is { PerParent: < 1 }) yield return "pickBudget: perParent is 1 or more.";
        if (budget is { PerParent: > MethodLimits.PicksMax }) yield return $"pickBudget: perParent is at most {MethodLimits.PicksMax}.";
        if (budget is { Share: < 1 or > 100 }) yield return "pickBudget: share is 1 to 100 percent.";
        if ((s.Picks?.Count ?? 0) == 0) yield return "pickBudget: it picks nothing.";
    }

    private static IEnumerable<string> Dots(MethodStep s, MethodActivity activity)
    {
        if (s.Dots is < 0 or > MethodLimits.DotsMax) yield return $"dots: 0 to {MethodLimits.DotsMax}.";
        if (s.MaxPerTarget is { } most && (most < 1 || most > s.Dots)) yield return "maxPerTarget: 1 to the number of dots.";
        if (s.DotsOn is not null && s.Dots == 0) yield return "dotsOn: it has no dots.";
        if (s.Dots > 0 && !(activity.Lanes ?? []).Any(l => l.Kind == LaneKind.Text)) yield return "dots: there is no text lane to vote on.";
    }

    // What is covered has to be somebody's to see, and has to come out some time.
    private static IEnumerable<string> Covers(MethodStep s, MethodActivity activity)
    {
        if (s.Visibility == Visibility.Team && (activity.Teams?.Count ?? 0) == 0) yield return "visibility: there are no teams that could see it.";
        if (s.Reveals && !activity.Steps.TakeWhile(x => x != s).Any(Covering)) yield return "reveals: no step before it covers anything.";
        if (activity.Steps.SkipWhile(x => x != s).Skip(1).FirstOrDefault(x => x.Reveals) is not { } reveal || !Covering(s)) yield break;
        // Between covering and revealing nobody else reads it, so nobody else could answer it.
        var covered = (s.Collects ?? []).ToHashSet();
        var between = activity.Steps.SkipWhile(x => x != s).TakeWhile(x => x != reveal);
        foreach (var lane in (activity.Lanes ?? []).Where(l => l.Team is not null && l.Parent is not null && covered.Contains(l.Parent)))
        {
            if ((activity.Lanes ?? []).First(l => l.Id == lane.Parent).Team is { } of && of == lane.Team) continue;
            if (between.Any(x => (x.Collects ?? []).Contains(lane.Id) || (x.Answers ?? []).Contains(lane.Id))) yield return $"lane “{lane.Id}” answers what is covered until step “{reveal.Id}”.";
        }
    }

    private static bool Covering(MethodStep s) => s.Visibility != Visibility.All || s.Dots > 0;
}
