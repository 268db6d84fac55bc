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

    /// <summary>What got dots in a vote that is told, the most first.</summary>
    internal static IEnumerable<(Candidate Target, int Dots)> Ranked(SessionState state, Activity activity, Step vote)
    {
        var place = new Place(activity.ActivityId, vote.Id);
        return Candidates(state, activity, vote)
            .Select(c => (
                Target: c,
                Dots: c.Theme is { } t ? Voting.TallyOf(state, place, t) : Voting.TallyOf(state, place, c.Contribution!)))
            .Where(c => c.Dots > 0).OrderByDescending(c => c.Dots);
    }

    private static Node Open(SessionState state, Activity activity, Step vote)
    {
        var progress = Voting.Progress(state, new(activity.ActivityId, vote.Id), vote.Dots);
        return new("vote", new OpenVoteModel(),
        [
            new("vote-progress", new ProgressModel(progress.AllPlaced, state.Present.Count(), vote.Dots)),
            new("ballot", new BallotModel(), Candidates(state, activity, vote).Select(c => new Node(
                $"candidate-{c.Id}",
                new CandidateModel(c.Text, c.Sign, c.Members, c.Contribution?.Quotation == true, c.Contribution?.SpokenFor))).ToSeq()),
        ]);
    }

    private static Node Told(SessionState state, Activity activity, Step vote)
    {
        var ranked = Ranked(state, activity, vote).ToList();
        var most = ranked.Count == 0 ? 0 : ranked[0].Dots;
        var voters = Voting.Progress(state, new(activity.ActivityId, vote.Id), vote.Dots).Voted;
        return new(
            "ranking",
            new RankingModel(ranked.Sum(r => r.Dots), voters, Candidates(state, activity, vote).Count() - ranked.Count),
            ranked.Select(r => new Node($"rank-{r.Target.Id}", new RankModel(
                1 + ranked.Count(x => x.Dots > r.Dots),
                r.Target.Text,
                r.Dots,
                ranked.Count(x => x.Dots == r.Dots) - 1,
                most,
                r.Target.Picked,
                r.Target.Members,
                r.Target.Contribution?.Quotation == true,
                r.Target.Contribution?.SpokenFor))).ToSeq());
    }

    // Themes first, then what is in none; where dots lie on contributions only, all of these.
    private static IEnumerable<Candidate> Candidates(SessionState state, Activity activity, Step vote)
    {
        var themes = vote.DotsOn == DotTargets.Contributions
            ? []
            : Wall.Themes(state, activity).Select(t => new Candidate(
                t.Theme.Id,
                t.Theme.Title,
                activity.Lane(t.Home) is { } home ? Entries.Sign(activity, home) : 1,
                t.Members.Count,
                t.Members.Any(c => c.Picked),
                t.Theme,
                null));
        if (vote.DotsOn == DotTargets.Themes) return themes;
        var lanes = vote.Picks.Count > 0
            ? activity.Lanes.Where(l => vote.Picks.Contains(l.LaneId))
            : activity.Lanes.Where(l => l.Kind == LaneKind.Text);
        var single = lanes.SelectMany(l => Sight.InLane(state, activity, l)
            .Where(c => c.Stands && (vote.DotsOn == DotTargets.Contributions || !Wall.IsGrouped(state, c)))
            .Select(c => new Candidate(c.Id, Sight.Text(c), Entries.Sign(activity, l), 0, c.Picked, null, c)));
        return themes.Concat(single);
    }
}

/// <summary>What can be voted for: a theme or a contribution.</summary>
internal sealed record Candidate(string Id, string? Text, int Sign, int Members, bool Picked, Theme? Theme, Contribution? Contribution);
