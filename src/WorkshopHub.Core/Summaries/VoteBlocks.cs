using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Summaries;

/// <summary>The tallies of every vote that is told, the most dots first; a vote that is still covered is in no summary.</summary>
internal static class VoteBlocks
{
    internal static IEnumerable<Block> Of(SessionState state, Activity activity, SummaryWords words)
    {
        foreach (var vote in Voting.Told(state, activity))
        {
            var ranked = Ranking.Of(state, activity, vote).ToList();
            if (ranked.Count == 0) continue;
            var dots = ranked.Sum(r => r.Dots);
            var people = Voting.Progress(state, new(activity.ActivityId, vote.Id), vote.Dots).Voted;
            yield return new Block.Heading(3, Heading(words, vote.Title));
            yield return new Block
                .Bars(ranked.Select(r => new Bar(r.Target.Text ?? words.Withdrawn, r.Dots, r.Target.Picked)).ToValueList(), null);
            yield return new Block.Remark(words.Count(words.DotsFrom, people, dots));
        }
    }

    // A step that is called “Vote” is no “Vote: Vote”.
    private static string Heading(SummaryWords words, string step) =>
        words.Vote.StartsWith($"{step}:", StringComparison.Ordinal) ? step : words.Fill(words.Vote, step);
}
