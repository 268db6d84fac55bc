using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Layouts;

/// <summary>
/// A vote on the wall, whatever the layout: while it is open how many have placed all their dots and what can be voted
/// for; once it is told the ranking, until the room goes on to say or answer something new.
/// </summary>
internal static class VoteStage
{
    /// <summary>The stage, or null: the layout's own is shown.</summary>
    internal static Node? Of(SessionState state, Activity activity, Step step, Layout? layout)
    {
        if (step.Dots > 0) return Open(state, activity, step);
        if (layout?.ShowsItsPicks == true && step.Picks.Count > 0) return null;
        var before = activity.Steps.TakeWhile(s => s.Id != step.Id).Append(step).Reverse()
            .TakeWhile(s => s.Collects.Count == 0 && s.Answers.Count == 0);
        return before.FirstOrDefault(s => s.Dots > 0) is { } vote && Covering.TalliesTold(state, activity.ActivityId, vote.Id)
            ? Told(state, activity, vote)
            : null;
    }

    private static Node Open(SessionState state, Activity activity, Step vote)
    {
        var progress = Voting.Progress(state, new(activity.ActivityId, vote.Id), vote.Dots);
        return new("vote", new OpenVoteModel(),
        [
            new("vote-progress", new ProgressModel(progress.AllPlaced, state.Present.Count(), vote.Dots)),
            new("ballot", new BallotModel(), Ranking.Candidates(state, activity, vote).Select(c => new Node(
                $"candidate-{c.Id}",
                new CandidateModel(c.Text, Sign(activity, c), c.Members, c.Contribution?.Quotation == true, c.Contribution?.SpokenFor)))
                    .ToValueList()),
        ]);
    }

    private static Node Told(SessionState state, Activity activity, Step vote)
    {
        var ranked = Ranking.Of(state, activity, vote).ToList();
        var most = ranked.Count == 0 ? 0 : ranked[0].Dots;
        var voters = Voting.Progress(state, new(activity.ActivityId, vote.Id), vote.Dots).Voted;
        return new(
            "ranking",
            new RankingModel(ranked.Sum(r => r.Dots), voters, Ranking.Candidates(state, activity, vote).Count() - ranked.Count),
            ranked.Select(r => new Node($"rank-{r.Target.Id}", new RankModel(
                1 + ranked.Count(x => x.Dots > r.Dots),
                r.Target.Text,
                r.Dots,
                ranked.Count(x => x.Dots == r.Dots) - 1,
                most,
                r.Target.Picked,
                r.Target.Members,
                r.Target.Contribution?.Quotation == true,
                r.Target.Contribution?.SpokenFor))).ToValueList());
    }

    // A theme whose lane is gone has the first lane's.
    private static int Sign(Activity activity, Candidate candidate) => candidate.Lane is { } lane ? PhoneTree.Sign(activity, lane) : 1;
}
