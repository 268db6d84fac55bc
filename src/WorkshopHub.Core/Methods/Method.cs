using System.Text.Json.Serialization;

namespace WorkshopHub.Core.Methods;

/// <summary>
/// A recipe for an agenda, as data: what <c>method.schema.json</c> describes and <see cref="MethodReader"/> checks.
/// </summary>
/// <param name="Id">Lower case letters, digits and hyphens.</param>
/// <param name="Version">1, 2, 3, …; a session keeps the one that it began with.</param>
/// <param name="Purpose">What it is good for, in a sentence or two.</param>
/// <param name="Tips">For the facilitator.</param>
/// <param name="Source">Where the method comes from.</param>
/// <param name="Example">What could be said, by lane, for previews.</param>
public sealed record Method(
    string Id,
    int Version,
    InLanguages Title,
    InLanguages Purpose,
    ValueList<InLanguages> Tips,
    string Source,
    ValueList<MethodActivity> Activities,
    ValueList<ExampleEntry>? Example = null)
{
    /// <summary>Allowed in files so that editors find the schema; means nothing here.</summary>
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    [JsonIgnore]
    public int Minutes => Activities.Sum(a => a.Steps.Sum(s => s.Minutes ?? 0));

    /// <summary>The agenda in one language; what a language lacks comes in English.</summary>
    public ValueList<Activity> Agenda(string language) =>
        Activities.Select(a => a.In(language) with { Method = new(Id, Version) }).ToValueList();
}

/// <summary>An activity of a method, with its texts in all their languages.</summary>
/// <param name="Names">named, anonymous-to-room or anonymous; left out: as the session has it.</param>
public sealed record MethodActivity(
    string Id,
    InLanguages Title,
    string Layout,
    ValueList<MethodStep> Steps,
    InLanguages? Prompt = null,
    ValueList<InLanguages>? Points = null,
    ValueList<MethodTeam>? Teams = null,
    ValueList<MethodLane>? Lanes = null,
    string? Names = null)
{
    internal Activity In(string language) => new(
        Id,
        Title.In(language),
        Prompt?.In(language) ?? "",
        Layout,
        (Points ?? []).Select(p => p.In(language)).ToValueList(),
        (Lanes ?? []).Select(l => l.In(language)).ToValueList(),
        Steps.Select(s => s.In(language)).ToValueList(),
        Names is null ? null : NamesPolicies.Find(Names))
    {
        Teams = (Teams ?? []).Select(t => new Team(t.Id, t.Title.In(language))).ToValueList(),
        Wordings = Wordings.Of(this),
    };
}

/// <summary>A side that delegates take.</summary>
public sealed record MethodTeam(string Id, InLanguages Title);

/// <param name="Parent">The lane under which this one hangs.</param>
/// <param name="MaxLength">20 to 1,000; 250 where left out.</param>
/// <param name="Values">The levels of a scale from the lowest to the highest, or the choices.</param>
/// <param name="Team">The team that fills it.</param>
/// <param name="Group">The heading under which the layout puts it together with others.</param>
/// <param name="RestTitle">What those are called that were not picked.</param>
public sealed record MethodLane(
    string Id,
    InLanguages Title,
    InLanguages Prompt,
    InLanguages? Plural = null,
    InLanguages? PickedTitle = null,
    string? Parent = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] LaneKind Kind = LaneKind.Text,
    int? MaxLength = null,
    ValueList<InLanguages>? Values = null,
    string? Team = null,
    InLanguages? Group = null,
    InLanguages? RestTitle = null)
{
    internal Lane In(string language) => new(
        Id,
        Title.In(language),
        (Plural ?? Title).In(language),
        PickedTitle?.In(language),
        Prompt.In(language),
        Parent,
        Kind,
        MaxLength ?? Writing.ContributionMax)
    {
        Values = (Values ?? []).Select(v => v.In(language)).ToValueList(),
        Team = Team,
        Group = Group?.In(language),
        RestTitle = RestTitle?.In(language),
    };
}

public sealed record MethodStep(
    string Id,
    StepKind Kind,
    InLanguages Title,
    int? Minutes = null,
    ValueList<string>? Collects = null,
    ValueList<string>? Answers = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Nods = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Dots = 0,
    int? MaxPerTarget = null,
    DotTargets? DotsOn = null,
    ValueList<string>? Picks = null,
    PickBudget? PickBudget = null,
    Visibility Visibility = Visibility.All,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Reveals = false)
{
    internal Step In(string language) => new(
        Id,
        Kind,
        Title.In(language),
        Minutes,
        Collects ?? [],
        Answers ?? [],
        Nods,
        Dots,
        MaxPerTarget ?? Dots,
        Picks ?? [],
        PickBudget,
        Visibility,
        Reveals)
    {
        DotsOn = DotsOn,
    };
}

/// <summary>
/// What somebody could say, for previews: a contribution with what answers it inside, or in a lane with values how many
/// gave which one.
/// </summary>
/// <param name="Text">The contribution; in a lane with values one of these.</param>
/// <param name="Nods">How many nod at it.</param>
/// <param name="Picked">Whether the room picks it.</param>
/// <param name="Quotation">Whether it is quoted.</param>
/// <param name="SpokenFor">In whose place it is said.</param>
/// <param name="Theme">The theme that it is put into.</param>
/// <param name="Dots">How many dots lie on it.</param>
/// <param name="Count">In a lane with values: how many gave this one.</param>
public sealed record ExampleEntry(
    string Activity,
    string Lane,
    InLanguages Text,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Nods = 0,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Picked = false,
    ValueList<ExampleEntry>? Answers = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Quotation = false,
    InLanguages? SpokenFor = null,
    InLanguages? Theme = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Dots = 0,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Count = 0);
