using System.Globalization;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Methods;

/// <summary>
/// A room that says what the method's example says, step by step, by the same commands as a real one: for previews.
/// What a step does not take is left out, and told in <see cref="Refused"/>.
/// </summary>
public sealed class ExampleRoom
{
    private const int People = 20;

    // Votes need a secret to be written down. Nobody has to guess this one: nobody is here.
    private static readonly byte[] NoChance = new byte[32];
    private static readonly Sender.Account Facilitator = new(new("example"));

    private readonly Method method;
    private readonly string language;
    private readonly List<Sender.Delegate> delegates = [];
    private readonly Dictionary<ExampleEntry, string> placed = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<LaneKey, int> answered = [];
    private readonly List<Refusal> refused = [];
    private int ids;

    private ExampleRoom(Method method, string language)
    {
        (this.method, this.language) = (method, language);
        State = new SessionState { Id = new("example") };
        Do(Facilitator, new CreateSession(Title(), null, null, method.Agenda(language)));
        Do(Facilitator, new OpenSession());
        for (var i = 0; i < Size(); i++)
        {
            var id = Do(new Sender.Newcomer(), new Join(null));
            if (id is not null) delegates.Add(new(new(id)));
        }
    }

    public SessionState State { get; private set; }

    /// <summary>What of the example the method itself does not take.</summary>
    public IReadOnlyList<Refusal> Refused => refused;

    /// <summary>The room in one step, with what is said up to there; without a place, at the end of all.</summary>
    public static ExampleRoom At(Method method, string language, Place? place = null)
    {
        var room = new ExampleRoom(method, language);
        foreach (var activity in room.State.Agenda)
        {
            room.Do(Facilitator, new StartActivity(activity.ActivityId));
            if (activity.Teams.Count > 0) room.Do(Facilitator, new AssignTeams(activity.ActivityId, Balance: true));
            foreach (var step in activity.Steps)
            {
                room.Do(Facilitator, new MoveToStep(activity.ActivityId, step.Id));
                room.Play(activity, step);
                if (place == new Place(activity.ActivityId, step.Id)) return room;
            }
        }

        return room;
    }

    private IEnumerable<(ExampleEntry Entry, ExampleEntry? Parent)> Entries(Activity activity) =>
        (method.Example ?? []).Where(e => e.Activity == activity.ActivityId).SelectMany(e => WithAnswers(e, null));

    private static IEnumerable<(ExampleEntry Entry, ExampleEntry? Parent)> WithAnswers(ExampleEntry entry, ExampleEntry? parent) =>
        (entry.Answers ?? []).SelectMany(a => WithAnswers(a, entry)).Prepend((entry, parent));

    private void Play(Activity activity, Step step)
    {
        if (activity.Points.Count > 0) Do(Facilitator, new ShowPoint(activity.ActivityId, activity.Points.Count));
        foreach (var (entry, parent) in Entries(activity))
        {
            if (step.Collects.Contains(entry.Lane)) Say(activity, entry, parent);
        }

        if (step.Nods) Nod(activity, step);
        if (step.Kind == StepKind.Group) Group(activity);
        if (step.Dots > 0) Vote(activity, step);
        foreach (var (entry, _) in Entries(activity))
        {
            if (entry.Picked && step.Picks.Contains(entry.Lane) && placed.TryGetValue(entry, out var id) && !State.Contributions[id].Picked) Do(Facilitator, new Pick(id, true));
        }

        foreach (var (entry, parent) in Entries(activity))
        {
            if (step.Answers.Contains(entry.Lane)) Answer(activity, entry, parent);
        }
    }

    private void Say(Activity activity, ExampleEntry entry, ExampleEntry? parent)
    {
        if (placed.ContainsKey(entry) || (parent is not null && !placed.ContainsKey(parent))) return;
        var author = Of(activity, entry.Lane)[placed.Count % Of(activity, entry.Lane).Count];
        var id = Do(author, new Contribute(activity.ActivityId, entry.Lane, entry.Text.In(language), parent is null ? null : placed[parent], Quotation: entry.Quotation, SpokenFor: entry.SpokenFor?.In(language)));
        if (id is not null) placed[entry] = id;
    }

    private void Nod(Activity activity, Step step)
    {
        foreach (var (entry, _) in Entries(activity))
        {
            if (!placed.TryGetValue(entry, out var id) || State.Contributions[id].Nods.Count > 0) continue;
            var willing = step.Visibility == Visibility.Team ? Of(activity, entry.Lane) : delegates;
            foreach (var who in willing.Take(entry.Nods)) Do(who, new Nod(id, true));
        }
    }

    private void Group(Activity activity)
    {
        var themes = Entries(activity).Where(e => e.Entry.Theme is not null && placed.ContainsKey(e.Entry)).GroupBy(e => e.Entry.Theme!.In(language));
        foreach (var theme in themes) Do(Facilitator, new CreateTheme(activity.ActivityId, theme.Key, theme.Select(e => placed[e.Entry]).ToSeq()));
    }

    // Each dot comes from whoever has most left.
    private void Vote(Activity activity, Step step)
    {
        var left = delegates.ToDictionary(d => d, _ => step.Dots);
        foreach (var (entry, _) in Entries(activity).Where(e => e.Entry.Dots > 0 && placed.ContainsKey(e.Entry)))
        {
            var here = new Dictionary<Sender.Delegate, int>();
            for (var i = 0; i < entry.Dots; i++)
            {
                var who = delegates.Where(d => left[d] > 0 && here.GetValueOrDefault(d) < step.MaxPerTarget).MaxBy(d => left[d]);
                if (who is null) break;
                left[who]--;
                here[who] = here.GetValueOrDefault(who) + 1;
            }

            foreach (var (who, dots) in here) Do(who, new PlaceDots(placed[entry], dots));
        }
    }

    private void Answer(Activity activity, ExampleEntry entry, ExampleEntry? parent)
    {
        if (parent is not null && !placed.ContainsKey(parent)) return;
        var lane = activity.Lane(entry.Lane)!;
        var key = new LaneKey(activity.ActivityId, lane.LaneId, parent is null ? null : placed[parent]);
        var people = Of(activity, entry.Lane);
        var from = answered.GetValueOrDefault(key);
        foreach (var who in people.Skip(from).Take(entry.Count)) Do(who, new GiveAnswer(activity.ActivityId, lane.LaneId, entry.Text.In(language), key.ParentId));
        answered[key] = from + entry.Count;
    }

    private List<Sender.Delegate> Of(Activity activity, string laneId) =>
        activity.Lane(laneId)?.Team is { } team ? [.. delegates.Where(d => State.TeamOf(activity.ActivityId, d.Id) == team)] : delegates;

    private int Size() => Math.Clamp((method.Example ?? []).SelectMany(e => WithAnswers(e, null)).Select(e => e.Entry.Nods).Append(People).Max(), People, 60);

    private string Title() => method.Title.In(language);

    private string? Do(Sender by, Command command)
    {
        var id = (++ids).ToString("d5", CultureInfo.InvariantCulture);
        var turn = Turn.Take(State, by, command, new(DateTimeOffset.UnixEpoch, id) { Chance = NoChance });
        if (turn.Refusal is { } refusal) refused.Add(refusal);
        State = turn.Next;
        return turn.ResultId;
    }
}
