using System.Diagnostics;
using Microsoft.Extensions.Localization;
using WorkshopHub.Core.Methods;
using WorkshopHub.Web.Facilitator.Shared;
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
    public static string WhatHappens(this IStringLocalizer<ConsoleWords> words, NextMove move, int typing)
    {
        List<string> sentences = move switch
        {
            NextMove.Open => [words["what-open"]],
            NextMove.Point point => [words["what-point", point.Activity.Points[point.Number - 1]]],
            NextMove.ToStep step => OfStep(words, step.Activity, step.Step),
            NextMove.ToActivity activity => OfStep(words, activity.Activity, activity.Step),
            NextMove.Close => [words["what-close"]],
            _ => throw new UnreachableException(),
        };
        if (typing > 0 && move is (NextMove.ToStep or NextMove.ToActivity)) sentences.Add(words.Count("what-typing", typing));
        if (typing > 0 && move is NextMove.Close) sentences.Add(words.Count("what-typing-close", typing));
        return string.Join(" ", sentences);
    }

    private static List<string> OfStep(IStringLocalizer<ConsoleWords> words, Activity activity, Step step)
    {
        var sentences = new List<string>();
        if (step.Kind == StepKind.Brief) sentences.Add(words["what-brief"]);
        if (step.Kind == StepKind.Discuss) sentences.Add(words["what-discuss"]);
        var collected = step.Collects.Select(activity.Lane).OfType<Lane>().Select(l => l.Plural).ToList();
        if (collected.Count > 0) sentences.Add(words["what-collect", string.Join(", ", collected)]);
        var picked = step.Picks.Select(activity.Lane).OfType<Lane>().Select(l => l.PickedTitle ?? l.Title).ToList();
        if (picked.Count > 0) sentences.Add(words[collected.Count > 0 ? "what-pick-still" : "what-pick", string.Join(", ", picked)]);
        if (step.Nods) sentences.Add(words["what-nods"]);
        if (step.Minutes is { } minutes) sentences.Add(words.Count("what-minutes", minutes));
        return sentences;
    }
}
