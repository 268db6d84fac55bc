using System.Text.RegularExpressions;

namespace WorkshopHub.Core.Methods;

/// <summary>What a method has to keep to.</summary>
public static partial class MethodRules
{
    internal const string NameRule = "lower case letters, digits and hyphens, at most 60.";

    /// <summary>Everything that is wrong. Where a list is too long, what is in it is not looked at: a huge file costs little.</summary>
    public static IEnumerable<MethodFault> Faults(Method m, ILayoutNeeds layouts)
    {
        if (!IsName(m.Id)) yield return new("id", NameRule);
        if (m.Version is < 1 or > MethodLimits.VersionMax) yield return new("version", $"1 or more, at most {MethodLimits.VersionMax}.");
        if (m.Activities.Count == 0) yield return new("activities", "at least one.");
        var tooMany = m.Activities.Count > MethodLimits.ActivitiesMax;
        if (tooMany) yield return new("activities", $"at most {MethodLimits.ActivitiesMax}.");
        if (m.Tips.Count > MethodLimits.TipsMax) yield return new("tips", $"at most {MethodLimits.TipsMax}.");
        if (Twice(m.Activities.Select(a => a.Id)) is { } twice) yield return new("activities", $"“{twice}” is there twice.");
        var texts = Faults("title", m.Title, MethodLimits.TitleMax)
            .Concat(Faults("purpose", m.Purpose, MethodLimits.TextMax))
            .Concat(Faults("tips", m.Tips, MethodLimits.TextMax, MethodLimits.TipsMax))
            .Concat(Faults("source", "source", m.Source, MethodLimits.TextMax));
        foreach (var fault in texts) yield return fault;
        if (tooMany) yield break;
        var inside = m.Activities.SelectMany((a, i) => At($"activities[{i}]", "", Faults(a, layouts)));
        foreach (var fault in inside.Concat(ExampleRules.Faults(m))) yield return fault;
    }

    /// <summary>Everything that is wrong with one activity; the paths begin at it.</summary>
    public static IEnumerable<MethodFault> Faults(MethodActivity a, ILayoutNeeds layouts) =>
        Within(a, layouts).Select(f => f.Within("", $"activity “{a.Id}”"));

    private static IEnumerable<MethodFault> Within(MethodActivity a, ILayoutNeeds layouts)
    {
        var (teams, lanes, points) = (a.Teams ?? [], a.Lanes ?? [], a.Points ?? []);
        if (!IsName(a.Id)) yield return new("id", NameRule);
        var counts = Counts(a).ToList();
        foreach (var fault in counts) yield return fault;
        if (Twice(a.Steps.Select(s => s.Id)) is { } step) yield return new("steps", "", $"step “{step}” is there twice.");
        if (Twice(teams.Select(t => t.Id)) is { } team) yield return new("teams", "", $"team “{team}” is there twice.");
        if (Twice(lanes.Select(l => l.Id)) is { } lane) yield return new("lanes", "", $"lane “{lane}” is there twice.");
        if (a.Names is not null && NamesPolicies.Find(a.Names) is null) yield return new("names", "", NamesPolicies.Choice);
        var needs = layouts.Of(a);
        if (needs is null) yield return new("layout", "", NoSuch("layout", a.Layout, layouts.Names));

        var parts = Faults("title", a.Title, MethodLimits.TitleMax)
            .Concat(Faults("prompt", a.Prompt, MethodLimits.PromptMax, mayBeEmpty: true));
        foreach (var fault in parts) yield return fault;
        if (counts.Count > 0) yield break;
        parts = Faults("points", points, MethodLimits.PromptMax, MethodLimits.PointsMax)
            .Concat(teams.SelectMany((t, i) => At($"teams[{i}]", $"team “{t.Id}”", Faults("title", t.Title, MethodLimits.TitleMax))))
            .Concat(lanes.SelectMany((l, i) => At($"lanes[{i}]", $"lane “{l.Id}”", LaneRules.Faults(l, a))))
            .Concat(a.Steps.SelectMany((s, i) => At($"steps[{i}]", $"step “{s.Id}”", StepRules.Faults(s, a))))
            .Concat(CoverRules.Faults(a))
            .Concat(needs?.Select(f => new MethodFault("layout", $"layout “{a.Layout}”", f)) ?? []);
        foreach (var fault in parts) yield return fault;
    }

    // How many there are of each: beyond that, what is in them is not looked at.
    private static IEnumerable<MethodFault> Counts(MethodActivity a)
    {
        if (a.Steps.Count == 0) yield return new("steps", "at least one.");
        if (a.Steps.Count > MethodLimits.StepsMax) yield return new("steps", $"at most {MethodLimits.StepsMax}.");
        if (a.Lanes?.Count > MethodLimits.LanesMax) yield return new("lanes", $"at most {MethodLimits.LanesMax}.");
        if (a.Points?.Count > MethodLimits.PointsMax) yield return new("points", $"at most {MethodLimits.PointsMax}.");
        if (a.Teams is { Count: > 0 } teams && teams.Count is < MethodLimits.TeamsMin or > MethodLimits.TeamsMax)
        {
            yield return new("teams", $"{MethodLimits.TeamsMin} to {MethodLimits.TeamsMax}, or none.");
        }
    }

    internal static bool IsName(string id) =>
        id.Length is > 0 and <= MethodLimits.NameMax && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    internal static string? Twice(IEnumerable<string> ids) => ids.GroupBy(i => i).FirstOrDefault(g => g.Count() > 1)?.Key;

    internal static string NoSuch(string what, string id, IEnumerable<string> known) =>
        $"there is no {what} “{id}”. There are: {Listed(known)}.";

    internal static string Listed(IEnumerable<string> ids) => string.Join(", ", ids) is { Length: > 0 } some ? some : "none";

    internal static IEnumerable<MethodFault> Faults(string leaf, InLanguages? text, int max, bool mayBeEmpty = false) =>
        Faults(leaf, leaf, text, max, mayBeEmpty);

    internal static IEnumerable<MethodFault> Faults(string leaf, IEnumerable<InLanguages> texts, int max, int most) =>
        texts.Take(most).SelectMany((t, i) => Faults($"{leaf}[{i}]", $"{leaf}: number {i + 1}", t, max));

    internal static IEnumerable<MethodFault> At(string path, string place, IEnumerable<MethodFault> faults) =>
        faults.Select(f => f.Within(path, place));

    private static IEnumerable<MethodFault> Faults(string path, string place, InLanguages? text, int max, bool mayBeEmpty = false)
    {
        if (text is null) yield break;
        if (text.Texts.Count > MethodLimits.LanguagesMax)
        {
            yield return new(path, place, $"at most {MethodLimits.LanguagesMax} languages.");
            yield break;
        }

        foreach (var (tag, words) in text.Texts)
        {
            var at = MethodFault.Join(path, tag);
            if (!Tag().IsMatch(tag)) yield return new(at, place, "a language is a tag like “en” or “pt-BR”.");
            foreach (var fault in Faults(at, place, words, max, mayBeEmpty)) yield return fault;
        }
    }

    private static IEnumerable<MethodFault> Faults(string path, string place, string text, int max, bool mayBeEmpty = false)
    {
        if (!mayBeEmpty && Writing.IsEmpty(text)) yield return new(path, place, "it is empty.");
        if (Writing.Length(text) is var length && length > max)
        {
            yield return new(path, place, $"{length - max} characters over; at most {max}.");
        }
    }

    [GeneratedRegex("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")]
    private static partial Regex Tag();
}
