using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Methods;

/// <summary>
/// One exercise on a session's agenda, as data in the session's language: lanes that hold what is said, and steps that
/// open and close these. A session owns its copy; a method that changes later does not touch it.
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
    Seq<string> Points,
    Seq<Lane> Lanes,
    Seq<Step> Steps,
    NamesPolicy? Names = null)
{
    /// <summary>The minutes of its steps together.</summary>
    public int Minutes => Steps.Sum(s => s.Minutes ?? 0);

    public Lane? Lane(string laneId) => Lanes.FirstOrDefault(l => l.LaneId == laneId);

    public Step? Step(string step) => Steps.FirstOrDefault(s => s.Id == step);

    /// <summary>Whether the room picks among this lane's contributions at some time.</summary>
    public bool Picks(string laneId) => Steps.Any(s => s.Picks.Contains(laneId));
}

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
    int MaxLength);

/// <summary>What a lane holds.</summary>
public enum LaneKind
{
    Text,
    Scale,
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
    Seq<string> Collects,
    Seq<string> Answers,
    bool Nods,
    int Dots,
    int MaxPerTarget,
    Seq<string> Picks,
    PickBudget? PickBudget,
    Visibility Visibility,
    bool Reveals);

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

/// <summary>How many contributions can be picked: so many under each parent.</summary>
/// <param name="PerParent">1 or more.</param>
public sealed record PickBudget(int PerParent);
