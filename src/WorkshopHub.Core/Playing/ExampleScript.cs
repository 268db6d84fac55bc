using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Playing;

/// <summary>A method's example as a script: what it says, step by step, by the commands of a real room.</summary>
/// <param name="session">Looked at for what came of the moves before.</param>
/// <param name="cast">Of the player that plays it.</param>
internal sealed class ExampleScript(Method method, string language, PaperSession session, Cast cast)
{
    private const int PeopleLeast = 20;
    private const int PeopleMost = 60;

    private readonly Dictionary<ExampleEntry, string> names = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<LaneKey, int> answered = [];

    private SessionState State => session.State;

    /// <param name="place">Where it ends; null: with the last step.</param>
    internal IEnumerable<ScriptMove> UpTo(Place? place)
    {
        yield return ScriptMove.Lead(new CreateSession(method.Title.In(language), null, null, method.Agenda(language)));
        yield return ScriptMove.Lead(new OpenSession());
        for (var i = 0; i < People(); i++) yield return ScriptMove.Joins();
        foreach (var activity in State.Agenda)
        {
            yield return ScriptMove.Lead(new StartActivity(activity.ActivityId));
            if (activity.Teams.Count > 0) yield return ScriptMove.Lead(new AssignTeams(activity.ActivityId, Balance: true));
            foreach (var step in activity.Steps)
            {
                yield return ScriptMove.Lead(new MoveToStep(activity.ActivityId, step.Id));
                foreach (var move in Within(activity, step)) yield return move;
                if (place == new Place(activity.ActivityId, step.Id)) yield break;
            }
        }
    }

    private IEnumerable<ScriptMove> Within(Activity activity, Step step)
    {
        if (activity.Points.Count > 0) yield return ScriptMove.Lead(new ShowPoint(activity.ActivityId, activity.Points.Count));
        var said = Entries(activity).Where(e => step.Collects.Contains(e.Entry.Lane)).SelectMany(e => Say(activity, e.Entry, e.Parent));
        var nods = step.Nods ? Entries(activity).SelectMany(e => Nod(activity, step, e.Entry)) : [];
        var themes = step.Kind == StepKind.Group ? Group(activity) : [];
        var votes = step.Dots > 0 ? Vote(activity, step) : [];
        var picks = Entries(activity).Where(e => e.Entry.Picked && step.Picks.Contains(e.Entry.Lane)).SelectMany(e => Pick(e.Entry));
        var answers =
            Entries(activity).Where(e => step.Answers.Contains(e.Entry.Lane)).SelectMany(e => Answer(activity, e.Entry, e.Parent));
        foreach (var move in said.Concat(nods).Concat(themes).Concat(votes).Concat(picks).Concat(answers)) yield return move;
    }

    private IEnumerable<ScriptMove> Say(Activity activity, ExampleEntry entry, ExampleEntry? parent)
    {
        if (Id(entry) is not null || (parent is not null && Id(parent) is null)) yield break;
        var people = Of(activity, entry.Lane);
        var author = people[names.Count % people.Count];
        var name = $"entry-{names.Count}";
        names[entry] = name;
        yield return new(By(author), _ => new Contribute(
            activity.ActivityId,
            entry.Lane,
            entry.Text.In(language),
            parent is null ? null : Id(parent),
            Quotation: entry.Quotation,
            SpokenFor: entry.SpokenFor?.In(language)))
        { As = name };
        // What was refused is as if it had never been tried.
        if (cast.IdOf(name) is null) names.Remove(entry);
    }

    private IEnumerable<ScriptMove> Nod(Activity activity, Step step, ExampleEntry entry)
    {
        if (Id(entry) is not { } id || State.Contributions[id].Nods.Count > 0) return [];
        var willing = step.Visibility == Visibility.Team ? Of(activity, entry.Lane) : cast.Delegates;
        return willing.Take(entry.Nods).Select(who => new ScriptMove(By(who), _ => new Nod(id, true)));
    }

    private IEnumerable<ScriptMove> Group(Activity activity) => Entries(activity)
        .Where(e => e.Entry.Theme is not null && Id(e.Entry) is not null)
        .GroupBy(e => e.Entry.Theme!.In(language))
        .Select(t => ScriptMove.Lead(new CreateTheme(activity.ActivityId, t.Key, t.Select(e => Id(e.Entry)!).ToValueList())));

    // Each dot comes from whoever has most left.
    private IEnumerable<ScriptMove> Vote(Activity activity, Step step)
    {
        var left = cast.Delegates.ToDictionary(d => d, _ => step.Dots);
        foreach (var (entry, _) in Entries(activity).Where(e => e.Entry.Dots > 0 && Id(e.Entry) is not null))
        {
            var here = new Dictionary<Sender.Delegate, int>();
            for (var i = 0; i < entry.Dots; i++)
            {
                var who = cast.Delegates.Where(d => left[d] > 0 && here.GetValueOrDefault(d) < step.MaxPerTarget).MaxBy(d => left[d]);
                if (who is null) break;
                left[who]--;
                here[who] = here.GetValueOrDefault(who) + 1;
            }

            foreach (var (who, dots) in here) yield return new(By(who), _ => new PlaceDots(Id(entry)!, dots));
        }
    }

    private IEnumerable<ScriptMove> Pick(ExampleEntry entry) =>
        Id(entry) is { } id && !State.Contributions[id].Picked ? [ScriptMove.Lead(new Pick(id, true))] : [];

    private IEnumerable<ScriptMove> Answer(Activity activity, ExampleEntry entry, ExampleEntry? parent)
    {
        if (parent is not null && Id(parent) is null) return [];
        var key = new LaneKey(activity.ActivityId, entry.Lane, parent is null ? null : Id(parent));
        var from = answered.GetValueOrDefault(key);
        answered[key] = from + entry.Count;
        return Of(activity, entry.Lane).Skip(from).Take(entry.Count)
            .Select(who =>
                new ScriptMove(By(who), _ => new GiveAnswer(activity.ActivityId, entry.Lane, entry.Text.In(language), key.ParentId)));
    }

    private string? Id(ExampleEntry entry) => names.TryGetValue(entry, out var name) ? cast.IdOf(name) : null;

    private Part.Delegate By(Sender.Delegate who) => new(cast.Delegates.ToList().IndexOf(who) + 1);

    private IReadOnlyList<Sender.Delegate> Of(Activity activity, string laneId) => activity.Lane(laneId)?.Team is { } team
        ? [.. cast.Delegates.Where(d => State.TeamOf(activity.ActivityId, d.Id) == team)]
        : cast.Delegates;

    // As many as nod at something.
    private int People() => Math.Clamp(All().Select(e => e.Entry.Nods).DefaultIfEmpty().Max(), PeopleLeast, PeopleMost);

    private IEnumerable<(ExampleEntry Entry, ExampleEntry? Parent)> Entries(Activity activity) =>
        All().Where(e => e.Entry.Activity == activity.ActivityId);

    private IEnumerable<(ExampleEntry Entry, ExampleEntry? Parent)> All() => (method.Example ?? []).SelectMany(e => WithAnswers(e, null));

    private static IEnumerable<(ExampleEntry Entry, ExampleEntry? Parent)> WithAnswers(ExampleEntry entry, ExampleEntry? parent) =>
        (entry.Answers ?? []).SelectMany(a => WithAnswers(a, entry)).Prepend((entry, parent));
}
