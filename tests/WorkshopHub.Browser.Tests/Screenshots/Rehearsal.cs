using WorkshopHub.Core.Methods;

namespace WorkshopHub.Browser.Tests.Screenshots;

/// <summary>
/// Walks a room through a method with what its example says: who has never seen a method sees every step of it filled.
/// It knows no method by name.
/// </summary>
internal sealed class Rehearsal(Api api, Delegates people, Method method, string language)
{
    private readonly Dictionary<ExampleEntry, string> said = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<ExampleEntry> nodded = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> picked = [];
    private int speaker;

    /// <param name="stop">Called in each step, with its activity and its name, once it is filled.</param>
    public async Task WalkAsync(Func<string, string, Task> stop)
    {
        foreach (var activity in method.Activities)
        {
            await api.SendAsync(new { type = "startActivity", activityId = activity.Id });
            await TakeSidesAsync(activity);
            foreach (var step in activity.Steps)
            {
                await api.SendAsync(new { type = "moveToStep", activityId = activity.Id, step = step.Id });
                if (step.Minutes is { } minutes) await api.SendAsync(new { type = "startTimer", seconds = (minutes * 60) - 20 });
                if (activity.Points is { Count: > 0 } points)
                {
                    await api.SendAsync(new { type = "showPoint", activityId = activity.Id, point = points.Count - 1 });
                }

                await FillAsync(activity, step);
                await stop(activity.Id, step.Id);
            }
        }
    }

    private async Task TakeSidesAsync(MethodActivity activity)
    {
        if (activity.Teams is not { Count: > 0 } teams) return;
        for (var i = 0; i < people.Count; i++) await people
            .SendAsync(i, new { type = "takeTeam", activityId = activity.Id, team = teams[i % teams.Count].Id });
    }

    private async Task FillAsync(MethodActivity activity, MethodStep step)
    {
        var entries = (method.Example ?? []).Where(e => e.Activity == activity.Id).ToList();
        foreach (var (entry, parent) in Everything(entries)) await SayAsync(activity, step, entry, parent);
        if (step.Kind == StepKind.Group) await GroupAsync(activity, entries);
        foreach (var (entry, _) in Everything(entries).Where(e => said.ContainsKey(e.Entry)))
        {
            if (step.Nods && entry.Nods > 0 && nodded.Add(entry))
            {
                for (var i = 0; i < Math.Min(entry.Nods, people.Count); i++) await people
                    .SendAsync(i, new { type = "nod", contributionId = said[entry], on = true });
            }

            if (entry.Picked && step.Picks?.Contains(entry.Lane) == true && picked.Add(said[entry]))
            {
                await api.SendAsync(new { type = "pick", targetId = said[entry], picked = true });
            }
        }

        if (step.Dots > 0) await VoteAsync(step, entries);
    }

    private async Task SayAsync(MethodActivity activity, MethodStep step, ExampleEntry entry, ExampleEntry? parent)
    {
        var lane = activity.Lanes!.First(l => l.Id == entry.Lane);
        var parentId = parent is null ? null : said.GetValueOrDefault(parent);
        if (parent is not null && parentId is null) return;
        if (step.Answers?.Contains(lane.Id) == true)
        {
            for (var i = 0; i < entry.Count; i++)
            {
                var who = Of(activity, lane.Team, speaker++);
                await people.SendAsync(who,
                    new { type = "answer", activityId = activity.Id, laneId = lane.Id, parentId, value = entry.Text.In(language) });
            }
        }
        else if (step.Collects?.Contains(lane.Id) == true && !said.ContainsKey(entry))
        {
            var words = new
            {
                type = "contribute",
                activityId = activity.Id,
                laneId = lane.Id,
                parentId,
                text = entry.Text.In(language),
                quotation = entry.Quotation,
                spokenFor = entry.SpokenFor?.In(language)
            };
            if (await people.SendAsync(Of(activity, lane.Team, speaker++), words) is { } id) said[entry] = id;
        }
    }

    private async Task GroupAsync(MethodActivity activity, List<ExampleEntry> entries)
    {
        foreach (var theme in entries.Where(e => e.Theme is not null && said.ContainsKey(e)).GroupBy(e => e.Theme!.In(language)))
        {
            await api.SendAsync(
                new
                {
                    type = "createTheme",
                    activityId = activity.Id,
                    title = theme.Key,
                    contributionIds = theme.Select(e => said[e]).ToArray()
                });
        }
    }

    private async Task VoteAsync(MethodStep step, List<ExampleEntry> entries)
    {
        var left = Enumerable.Repeat(step.Dots, people.Count).ToArray();
        var wanted = entries.Where(e => said.ContainsKey(e)).Select(e => (Id: said[e], e.Dots)).ToList();
        for (var who = 0; wanted.Any(w => w.Dots > 0) && who < people.Count * step.Dots; who++)
        {
            var at = wanted.FindIndex(w => w.Dots == wanted.Max(x => x.Dots));
            if (left[who % people.Count]-- <= 0) continue;
            await people.SendAsync(who, new { type = "placeDots", targetId = wanted[at].Id, dots = 1 });
            wanted[at] = (wanted[at].Id, wanted[at].Dots - 1);
        }
    }

    // Everybody in turn; of a team's lane those who are in it (they took sides in turn, too).
    private int Of(MethodActivity activity, string? team, int turn)
    {
        if (team is null) return turn % people.Count;
        var teams = activity.Teams!.Select(t => t.Id).ToList();
        var mine = Enumerable.Range(0, people.Count).Where(i => teams[i % teams.Count] == team).ToList();
        return mine[turn % mine.Count];
    }

    private static IEnumerable<(ExampleEntry Entry, ExampleEntry? Parent)> Everything(IEnumerable<ExampleEntry> entries,
        ExampleEntry? parent = null) =>
        entries.SelectMany(e => Everything(e.Answers ?? [], e).Prepend((e, parent)));
}
