using System.Text.RegularExpressions;
using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Methods;

/// <summary>What a method has to keep to. Every fault is a sentence that begins with its place.</summary>
public static partial class MethodRules
{
    /// <summary>Everything that is wrong; counts come before what is counted, so that a huge file costs little.</summary>
    public static IEnumerable<string> Faults(Method m)
    {
        if (!IsName(m.Id)) yield return $"id: {NameRule}";
        if (m.Version is < 1 or > MethodLimits.VersionMax) yield return $"version: 1 or more, at most {MethodLimits.VersionMax}.";
        if (m.Activities.Count == 0) yield return "activities: at least one.";
        if (m.Activities.Count > MethodLimits.ActivitiesMax) yield return $"activities: at most {MethodLimits.ActivitiesMax}.";
        if (m.Tips.Count > MethodLimits.TipsMax) yield return $"tips: at most {MethodLimits.TipsMax}.";
        if (Twice(m.Activities.Select(a => a.Id)) is { } twice) yield return $"activities: “{twice}” is there twice.";
        var texts = Faults("title", m.Title, MethodLimits.TitleMax)
            .Concat(Faults("purpose", m.Purpose, MethodLimits.TextMax))
            .Concat(Faults("tips", m.Tips, MethodLimits.TextMax))
            .Concat(Faults("source", m.Source, MethodLimits.TextMax));
        foreach (var fault in texts.Concat(m.Activities.SelectMany(Faults)).Concat(ExampleRules.Faults(m))) yield return fault;
    }

    /// <summary>Everything that is wrong with one activity.</summary>
    public static IEnumerable<string> Faults(MethodActivity a) => Within(a).Select(f => $"activity “{a.Id}”: {f}");

    private static IEnumerable<string> Within(MethodActivity a)
    {
        var (teams, lanes, points) = (a.Teams ?? [], a.Lanes ?? [], a.Points ?? []);
        if (!IsName(a.Id)) yield return $"id: {NameRule}";
        if (LayoutCatalogue.Find(a.Layout) is not { } layout)
        {
            yield return $"there is no layout “{a.Layout}”.";
            yield break;
        }

        if (a.Steps.Count == 0) yield return "steps: at least one.";
        if (a.Steps.Count > MethodLimits.StepsMax) yield return $"steps: at most {MethodLimits.StepsMax}.";
        if (lanes.Count > MethodLimits.LanesMax) yield return $"lanes: at most {MethodLimits.LanesMax}.";
        if (points.Count > MethodLimits.PointsMax) yield return $"points: at most {MethodLimits.PointsMax}.";
        if (teams.Count > 0 && teams.Count is < MethodLimits.TeamsMin or > MethodLimits.TeamsMax) yield return $"teams: {MethodLimits.TeamsMin} to {MethodLimits.TeamsMax}, or none.";
        if (Twice(a.Steps.Select(s => s.Id)) is { } step) yield return $"step “{step}” is there twice.";
        if (Twice(teams.Select(t => t.Id)) is { } team) yield return $"team “{team}” is there twice.";
        if (Twice(lanes.Select(l => l.Id)) is { } lane) yield return $"lane “{lane}” is there twice.";
        if (a.Names is not null && NamesPolicies.Find(a.Names) is null) yield return NamesPolicies.Choice;
        var parts = Faults("title", a.Title, MethodLimits.TitleMax)
            .Concat(Faults("prompt", a.Prompt, MethodLimits.PromptMax, mayBeEmpty: true))
            .Concat(Faults("points", points, MethodLimits.PromptMax))
            .Concat(teams.SelectMany(t => At("team", t.Id, Faults("title", t.Title, MethodLimits.TitleMax))))
            .Concat(lanes.SelectMany(l => At("lane", l.Id, LaneRules.Faults(l, a))))
            .Concat(a.Steps.SelectMany(s => At("step", s.Id, StepRules.Faults(s, a))))
            .Concat(CoverRules.Faults(a))
            .Concat(layout.Faults(a).Select(f => $"layout “{a.Layout}”: {f}"));
        foreach (var fault in parts) yield return fault;
    }

    internal const string NameRule = "lower case letters, digits and hyphens, at most 60.";

    internal static bool IsName(string id) =>
        id.Length is > 0 and <= MethodLimits.NameMax && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    internal static string? Twice(IEnumerable<string> ids) => ids.GroupBy(i => i).FirstOrDefault(g => g.Count() > 1)?.Key;

    internal static IEnumerable<string> Faults(string place, InLanguages? text, int max, bool mayBeEmpty = false)
    {
        if (text is null) yield break;
        if (text.Texts.Count > MethodLimits.LanguagesMax) yield return $"{place}: at most {MethodLimits.LanguagesMax} languages.";
        foreach (var (tag, words) in text.Texts)
        {
            if (!Tag().IsMatch(tag)) yield return $"{place}: a language is a tag like “en” or “pt-BR”.";
            foreach (var fault in Faults(place, words, max, mayBeEmpty)) yield return fault;
        }
    }

    internal static IEnumerable<string> Faults(string place, IEnumerable<InLanguages> texts, int max) =>
        texts.SelectMany((t, i) => Faults($"{place}: number {i + 1}", t, max));

    internal static IEnumerable<string> At(string what, string id, IEnumerable<string> faults) => faults.Select(f => $"{what} “{id}”: {f}");

    private static IEnumerable<string> Faults(string place, string text, int max, bool mayBeEmpty = false)
    {
        if (!mayBeEmpty && Writing.IsEmpty(text)) yield return $"{place}: it is empty.";
        if (Writing.Length(text) is var length && length > max) yield return $"{place}: {length - max} characters over; at most {max}.";
    }

    [GeneratedRegex("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")]
    private static partial Regex Tag();
}
