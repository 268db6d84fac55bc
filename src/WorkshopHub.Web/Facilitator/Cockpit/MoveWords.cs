using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Localization;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Views;
using WorkshopHub.Room.Texts;
using Activity = WorkshopHub.Core.Methods.Activity;

namespace WorkshopHub.Web.Facilitator.Cockpit;

/// <summary>Says a move: the word on the button, and what will happen.</summary>
internal static class MoveWords
{
    public static string Label(this IStringLocalizer<ConsoleWords> words, NextMove move) => move switch
    {
        NextMove.Open => words["open-session"],
        NextMove.Point point => words["next-point", point.Number, point.Activity.Points.Count],
        NextMove.ToStep step => words["next", step.Step.Title],
        NextMove.ToActivity activity => words["next", activity.Activity.Title],
        NextMove.Close => words["close-session"],
        _ => throw new UnreachableException(),
    };

    /// <param name="typing">How many people are typing now.</param>
    public static string WhatHappens(this IStringLocalizer<ConsoleWords> words, NextMove move, SessionState state, int typing)
    {
        List<string> sentences = move switch
        {
            NextMove.Open => [words["what-open"]],
            NextMove.Point point => [words["what-point", point.Activity.Points[point.Number - 1]]],
            NextMove.ToStep step => [.. OfStep(words, step.Activity, step.Step), .. Few(words, state, step.Activity, step.Step)],
            NextMove.ToActivity activity =>
                [.. Teams(words, activity.Activity), .. OfStep(words, activity.Activity, activity.Step),
                    .. Few(words, state, activity.Activity, activity.Step)],
            NextMove.Close => [words["what-close"]],
            _ => throw new UnreachableException(),
        };
        sentences.InsertRange(0, Uncovered(words, move.Uncovers(state)));
        if (typing > 0 && move is (NextMove.ToStep or NextMove.ToActivity)) sentences.Add(words.Count("what-typing", typing));
        if (typing > 0 && move is NextMove.Close) sentences.Add(words.Count("what-typing-close", typing));
        // The first one goes on after a colon.
        return string.Join(" ", sentences.Select((s, i) => i == 0 ? s : char.ToUpper(s[0], CultureInfo.CurrentCulture) + s[1..]));
    }

    // The room reads from here on what was kept from it.
    private static IEnumerable<string> Uncovered(IStringLocalizer<ConsoleWords> words, NextMove.Uncovered what)
    {
        var lanes = what.Lanes.Select(l => l.Kind == LaneKind.Text ? l.Plural : l.Title).Distinct().ToList();
        if (lanes.Count > 0) yield return words["what-reveal", string.Join(", ", lanes)];
        if (what.Votes.Count > 0) yield return words["what-reveal-votes", string.Join(", ", what.Votes.Select(v => v.Title))];
    }

    private static IEnumerable<string> Teams(IStringLocalizer<ConsoleWords> words, Activity activity)
    {
        if (activity.Teams.Count > 0) yield return words["what-teams", string.Join(", ", activity.Teams.Select(t => t.Title))];
    }

    // Before anybody writes there: so few on a side are known by it.
    private static IEnumerable<string> Few(IStringLocalizer<ConsoleWords> words, SessionState state, Activity activity, Step step)
    {
        if (step.Collects.Count == 0) yield break;
        foreach (var team in state.TooSmall(activity)) yield return words["team-few", team.Title];
    }

    private static IEnumerable<string> OfStep(IStringLocalizer<ConsoleWords> words, Activity activity, Step step)
    {
        var collected = Titles(activity, step.Collects, l => l.Plural);
        var answered = Titles(activity, step.Answers, l => l.Title);
        var picked = Titles(activity, step.Picks, l => l.PickedTitle ?? l.Title);
        if (OfKind(step.Kind) is { } kind) yield return words[kind];
        if (collected is not null) yield return words["what-collect", collected];
        if (answered is not null) yield return words["what-answer", answered];
        if (collected is not null && step.Visibility != Visibility.All) yield return words[$"what-only-{step.Visibility}"];
        if (answered is not null && step.Visibility != Visibility.All) yield return words["what-answers-covered"];
        if (step.Dots > 0) yield return Dots(words, step);
        if (picked is not null) yield return words[StillPicks(activity, step) ? "what-pick-still" : "what-pick", picked];
        if (picked is not null && step.PickBudget is { } budget)
        {
            yield return Budget(words, budget, Titles(activity, step.Picks, l => activity.Lane(l.ParentLaneId ?? "")?.Title));
        }

        if (step.Nods) yield return words["what-nods"];
        if (step.Minutes is { } minutes) yield return words.Count("what-minutes", minutes);
    }

    // All that can be picked could be picked in a step before.
    private static bool StillPicks(Activity activity, Step step) =>
        step.Picks.All(lane => activity.Steps.TakeWhile(s => s.Id != step.Id).Any(s => s.Picks.Contains(lane)));

    // What the other kinds do is said by what they take.
    private static string? OfKind(StepKind kind) => kind switch
    {
        StepKind.Brief => "what-brief",
        StepKind.Read => "what-read",
        StepKind.Group => "what-group",
        StepKind.Discuss => "what-discuss",
        _ => null,
    };

    private static string Dots(IStringLocalizer<ConsoleWords> words, Step step)
    {
        var on = step.DotsOn switch
        {
            DotTargets.Contributions => words["dots-on-contributions"],
            DotTargets.Themes => words["dots-on-themes"],
            _ => words["dots-on-both"],
        };
        return $"{words.Count("what-vote", step.Dots)} " +
            $"{(step.MaxPerTarget < step.Dots ? words["what-vote-most", on, step.MaxPerTarget] : words["what-vote-any", on])} " +
            $"{words["what-vote-covered"]}";
    }

    private static string Budget(IStringLocalizer<ConsoleWords> words, PickBudget budget, string? under) => (budget, under) switch
    {
        ({ Share: { } share }, _) => words["what-pick-share", share],
        ({ PerParent: var most }, null) => words.Count("what-pick-most", most ?? 1),
        ({ PerParent: var most }, _) => words["what-pick-each", most ?? 1, under],
    };

    private static string? Titles(Activity activity, IEnumerable<string> lanes, Func<Lane, string?> title) =>
        lanes.Select(activity.Lane).OfType<Lane>().Select(title).OfType<string>().Distinct().ToList() is { Count: > 0 } titles
            ? string.Join(", ", titles) : null;
}
