using System.Text.Json.Serialization;
using WorkshopHub.Core.Sessions;

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
    Seq<InLanguages> Tips,
    string Source,
    Seq<MethodActivity> Activities,
    Seq<ExampleEntry>? Example = null)
{
    /// <summary>Allowed in files so that editors find the schema; means nothing here.</summary>
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    [JsonIgnore]
    public int Minutes => Activities.Sum(a => a.Steps.Sum(s => s.Minutes ?? 0));

    /// <summary>The agenda in one language; what a language lacks comes in English.</summary>
    public Seq<Activity> Agenda(string language) => Activities.Select(a => a.In(language)).ToSeq();
}

/// <param name="Names">named, anonymous-to-room or anonymous; left out: as the session has it.</param>
public sealed record MethodActivity(
    string Id,
    InLanguages Title,
    string Layout,
    Seq<MethodStep> Steps,
    InLanguages? Prompt = null,
    Seq<InLanguages>? Points = null,
    Seq<MethodLane>? Lanes = null,
    string? Names = null)
{
    internal Activity In(string language) => new(
        Id,
        Title.In(language),
        Prompt?.In(language) ?? "",
        Layout,
        (Points ?? []).Select(p => p.In(language)).ToSeq(),
        (Lanes ?? []).Select(l => l.In(language)).ToSeq(),
        Steps.Select(s => s.In(language)).ToSeq(),
        Names is null ? null : NamesPolicies.Find(Names));
}

/// <param name="Parent">The lane under which this one hangs.</param>
/// <param name="MaxLength">20 to 1,000; 250 where left out.</param>
public sealed record MethodLane(
    string Id,
    InLanguages Title,
    InLanguages Prompt,
    InLanguages? Plural = null,
    InLanguages? PickedTitle = null,
    string? Parent = null,
    LaneKind Kind = LaneKind.Text,
    int? MaxLength = null)
{
    internal Lane In(string language) => new(
        Id,
        Title.In(language),
        (Plural ?? Title).In(language),
        PickedTitle?.In(language),
        Prompt.In(language),
        Parent,
        Kind,
        MaxLength ?? Sessions.Writing.ContributionMax);
}

public sealed record MethodStep(
    string Id,
    StepKind Kind,
    InLanguages Title,
    int? Minutes = null,
    Seq<string>? Collects = null,
    Seq<string>? Answers = null,
    bool Nods = false,
    int Dots = 0,
    int? MaxPerTarget = null,
    Seq<string>? Picks = null,
    PickBudget? PickBudget = null,
    Visibility Visibility = Visibility.All,
    bool Reveals = false)
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
        Reveals);
}

/// <summary>A contribution of the example; its answers stand inside it.</summary>
public sealed record ExampleEntry(string Activity, string Lane, InLanguages Text, int Nods = 0, bool Picked = false, Seq<ExampleEntry>? Answers = null);
