using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace WorkshopHub.Core.Methods;

/// <summary>
/// An activity as it reads in another language. The same one gives the same one again: views remember what they have
/// built by it, and a room in three languages builds each of its views once.
/// </summary>
public static class ActivityInLanguage
{
    private static readonly ConditionalWeakTable<Activity, ConcurrentDictionary<string, Activity>> Known = [];

    /// <summary>The activity with the method's words in this language; itself where that changes nothing.</summary>
    public static Activity In(this Activity activity, string language) => activity.Wordings.Places.Count == 0
        ? activity
        : Known.GetValue(activity, static _ => new(StringComparer.Ordinal)).GetOrAdd(language, static (tag, a) => Said(a, tag), activity);

    private static Activity Said(Activity a, string language)
    {
        var said = a with
        {
            Title = Say("title", a.Title),
            Prompt = Say("prompt", a.Prompt),
            Points = a.Points.Select(p => a.Wordings.SayPoint(p, language)).ToValueList(),
            Lanes = a.Lanes.Select(Lane).ToValueList(),
            Steps = a.Steps.Select(s => s with { Title = Say(Wordings.StepTitle(s.Id), s.Title) }).ToValueList(),
            Teams = a.Teams.Select(t => t with { Title = Say(Wordings.TeamTitle(t.TeamId), t.Title) }).ToValueList(),
        };
        return said == a ? a : said;

        string Say(string place, string text) => a.Wordings.Say(place, text, language);

        string? Maybe(string place, string? text) => text is null ? null : Say(place, text);

        Lane Lane(Lane l) => l with
        {
            Title = Say(Wordings.Lane(l.LaneId, "title"), l.Title),
            Plural = Say(Wordings.Lane(l.LaneId, "plural"), l.Plural),
            PickedTitle = Maybe(Wordings.Lane(l.LaneId, "picked"), l.PickedTitle),
            Prompt = Say(Wordings.Lane(l.LaneId, "prompt"), l.Prompt),
            Group = Maybe(Wordings.Lane(l.LaneId, "group"), l.Group),
            RestTitle = Maybe(Wordings.Lane(l.LaneId, "rest"), l.RestTitle),
            Values = l.Values.Select((v, i) => Say(Wordings.Value(l.LaneId, i), v)).ToValueList(),
        };
    }
}
