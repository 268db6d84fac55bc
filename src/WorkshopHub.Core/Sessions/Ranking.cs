using WorkshopHub.Core.Methods;

namespace WorkshopHub.Core.Sessions;

/// <summary>What can be voted for: a theme or a contribution.</summary>
/// <param name="Text">As the room reads it.</param>
/// <param name="Lane">The one that it stands in.</param>
/// <param name="Members">How many contributions a theme has; 0: it is a contribution itself.</param>
internal sealed record Candidate(string Id, string? Text, Lane? Lane, int Members, bool Picked, Theme? Theme, Contribution? Contribution);

/// <summary>What a vote is about, and what came of it.</summary>
internal static class Ranking
{
    /// <summary>What got dots in a vote that is told, the most first.</summary>
    internal static IEnumerable<(Candidate Target, int Dots)> Of(SessionState state, Activity activity, Step vote)
    {
        var place = new Place(activity.ActivityId, vote.Id);
        return Candidates(state, activity, vote)
            .Select(c =>
                (Target: c, Dots: c.Theme is { } t ? Voting.TallyOf(state, place, t) : Voting.TallyOf(state, place, c.Contribution!)))
            .Where(c => c.Dots > 0).OrderByDescending(c => c.Dots);
    }

    /// <summary>Themes first, then what is in none; where dots lie on contributions only, all of these.</summary>
    internal static IEnumerable<Candidate> Candidates(SessionState state, Activity activity, Step vote)
    {
        var themes = vote.DotsOn == DotTargets.Contributions
            ? []
            : SeenThemes.Of(state, activity).Select(t => new Candidate(
                t.Theme.Id,
                t.Theme.Title,
                activity.Lane(t.Home),
                t.Members.Count,
                t.Members.Any(c => c.Picked),
                t.Theme,
                null));
        if (vote.DotsOn == DotTargets.Themes) return themes;
        var lanes = vote.Picks.Count > 0
            ? activity.Lanes.Where(l => vote.Picks.Contains(l.LaneId))
            : activity.Lanes.Where(l => l.Kind == LaneKind.Text);
        var single = lanes.SelectMany(l => Sight.InLane(state, activity, l)
            .Where(c => c.Stands && (vote.DotsOn == DotTargets.Contributions || !SeenThemes.IsGrouped(state, c)))
            .Select(c => new Candidate(c.Id, Sight.Text(c), l, 0, c.Picked, null, c)));
        return themes.Concat(single);
    }
}
