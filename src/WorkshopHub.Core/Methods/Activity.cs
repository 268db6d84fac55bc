namespace WorkshopHub.Core.Methods;

/// <summary>
/// One exercise on a session's agenda, as data in the session's language: lanes that hold what is said, and steps that
/// open and close these. What the method says in other languages goes along. A session owns its copy; a method that changes later
/// does not touch it.
/// </summary>
/// <param name="ActivityId">Unique in its session.</param>
/// <param name="Title">1 to 120 characters.</param>
/// <param name="Prompt">The question that stands over the whole activity; may be empty.</param>
/// <param name="Layout">One of <c>LayoutCatalogue</c>.</param>
/// <param name="Points">What a briefing shows one by one; empty elsewhere.</param>
/// <param name="Names">Who sees who wrote what; null: as the session has it. The stricter one holds.</param>
public sealed record Activity(
    string ActivityId,
    string Title,
    string Prompt,
    string Layout,
    ValueList<string> Points,
    ValueList<Lane> Lanes,
    ValueList<Step> Steps,
    NamesPolicy? Names = null)
{
    /// <summary>The sides that delegates take; empty where everybody is one room.</summary>
    public ValueList<Team> Teams { get; init; } = [];

    /// <summary>The method that it was copied from; null: it was made for this session.</summary>
    public MethodVersion? Method { get; init; }

    /// <summary>What the method says in other languages; see <see cref="ActivityInLanguage"/>.</summary>
    public Wordings Wordings { get; init; } = Wordings.None;

    /// <summary>The minutes of its steps together.</summary>
    public int Minutes => Steps.Sum(s => s.Minutes ?? 0);

    public Lane? Lane(string laneId) => Lanes.FirstOrDefault(l => l.LaneId == laneId);

    public Step? Step(string step) => Steps.FirstOrDefault(s => s.Id == step);

    /// <summary>Whether the room picks among this lane's contributions at some time.</summary>
    public bool Picks(string laneId) => Steps.Any(s => s.Picks.Contains(laneId));

    /// <summary>
    /// Whether only what the room has picked is answered in this lane. What is filled before the room picks (firm or
    /// flexible, and then the check) goes under everything.
    /// </summary>
    public bool WaitsForPick(Lane lane)
    {
        if (lane.ParentLaneId is not { } parent || !Picks(parent)) return false;
        var first = Steps
            .FirstOrDefault(s => s.Picks.Contains(parent) || s.Collects.Contains(lane.LaneId) || s.Answers.Contains(lane.LaneId));
        return first?.Picks.Contains(parent) != false;
    }

    /// <summary>The answers' lanes under a lane; null: those that stand alone.</summary>
    public IEnumerable<Lane> AnswerLanes(string? parentLaneId) =>
        Lanes.Where(l => l.Kind != LaneKind.Text && l.ParentLaneId == parentLaneId);

    /// <summary>The text lanes under a lane; null: those that stand alone.</summary>
    public IEnumerable<Lane> TextLanes(string? parentLaneId) => Lanes.Where(l => l.Kind == LaneKind.Text && l.ParentLaneId == parentLaneId);
}

/// <summary>A method as it was when it was copied.</summary>
public sealed record MethodVersion(string Id, int Version);

/// <summary>A side that delegates take in an activity.</summary>
/// <param name="TeamId">Unique in its activity.</param>
public sealed record Team(string TeamId, string Title);

/// <summary>A named kind of contribution.</summary>
/// <param name="LaneId">Unique in its activity.</param>
/// <param name="Title">The kind, for one of them: "Root cause".</param>
/// <param name="Plural">For several: "Root causes".</param>
/// <param name="PickedTitle">What the picked one is called: "Most significant root cause"; null where none is picked.</param>
/// <param name="Prompt">The question that delegates answer.</param>
/// <param name="ParentLaneId">The lane whose contributions these answer, or null.</param>
/// <param name="MaxLength">20 to 1,000 code points.</param>
public sealed record Lane(
    string LaneId,
    string Title,
    string Plural,
    string? PickedTitle,
    string Prompt,
    string? ParentLaneId,
    LaneKind Kind,
    int MaxLength)
{
    /// <summary>The named levels of a scale, from the lowest to the highest, or the choices; empty for text.</summary>
    public ValueList<string> Values { get; init; } = [];

    /// <summary>The team that fills it; null: everybody.</summary>
    public string? Team { get; init; }

    /// <summary>The heading under which the layout puts it together with others ("Today"), or null.</summary>
    public string? Group { get; init; }

    /// <summary>What those are called that were not picked ("Flexible"), or null.</summary>
    public string? RestTitle { get; init; }
}

/// <summary>What a lane holds.</summary>
public enum LaneKind
{
    /// <summary>What people write.</summary>
    Text,

    /// <summary>One of several named levels, in order.</summary>
    Scale,

    /// <summary>One of several names, in no order.</summary>
    Choice,
}

/// <summary>A phase of an activity: who may do what, now.</summary>
/// <param name="Id">Unique in its activity.</param>
/// <param name="Title">The method's own word: "Boil down".</param>
/// <param name="Minutes">Suggested, 1 to 240, or null: no timer proposed.</param>
/// <param name="Collects">Lanes that take contributions in this step.</param>
/// <param name="Answers">Lanes that take answers (scale, choice) in this step.</param>
/// <param name="Nods">Whether delegates may nod at what they see.</param>
/// <param name="Dots">Budget of dots for each delegate; 0: no vote.</param>
/// <param name="MaxPerTarget">Most dots of one delegate on one target.</param>
/// <param name="Picks">Lanes among whose contributions the room picks.</param>
/// <param name="PickBudget">How many can be picked; null: as many as wanted.</param>
/// <param name="Visibility">Who sees what is contributed in this step, while it lasts.</param>
/// <param name="Reveals">Whether entering this step shows what was covered before.</param>
public sealed record Step(
    string Id,
    StepKind Kind,
    string Title,
    int? Minutes,
    ValueList<string> Collects,
    ValueList<string> Answers,
    bool Nods,
    int Dots,
    int MaxPerTarget,
    ValueList<string> Picks,
    PickBudget? PickBudget,
    Visibility Visibility,
    bool Reveals)
{
    /// <summary>What dots are put on; null: on contributions and on themes.</summary>
    public DotTargets? DotsOn { get; init; }

    /// <summary>Whether what is said, answered or voted here is kept from the room until it is revealed.</summary>
    public bool Covers => Visibility != Visibility.All || Dots > 0;
}

public enum DotTargets
{
    Contributions,
    Themes,
}

public enum StepKind
{
    Brief,
    Collect,
    Read,
    Group,
    Vote,
    Decide,
    Answer,
    Discuss,
    Reveal,
}

/// <summary>Who sees a contribution while its step lasts.</summary>
public enum Visibility
{
    Own,
    Team,
    All,
}

/// <summary>How many contributions can be picked. One of the two is set.</summary>
/// <param name="PerParent">So many under each parent, and in a lane without parent so many in all; 1 or more.</param>
/// <param name="Share">So many percent of what stands in the lane, and one at least; 1 to 100.</param>
public sealed record PickBudget(int? PerParent = null, int? Share = null)
{
    /// <summary>The most that can be picked of so many.</summary>
    public int Of(int cards) => PerParent ?? Math.Max(1, cards * (Share ?? 100) / 100);
}
