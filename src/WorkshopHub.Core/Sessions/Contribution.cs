using System.Collections.Immutable;

namespace WorkshopHub.Core.Sessions;

/// <summary>One short text by one delegate, or noted by a facilitator, with what became of it.</summary>
/// <param name="Text">Null: erased.</param>
/// <param name="Author">Who wrote it, or an alias. Which of the audiences may know is the view's matter.</param>
/// <param name="Order">Position of arrival in the session: 1, 2, 3, …</param>
/// <param name="Late">Came after its step and its grace; only facilitators see it until they take it in.</param>
public sealed record Contribution(
    string Id,
    string ActivityId,
    string LaneId,
    string? ParentId,
    string? Text,
    Sender Author,
    int Order,
    ImmutableHashSet<DelegateId> Nods,
    bool Picked = false,
    bool Hidden = false,
    bool Withdrawn = false,
    bool Late = false,
    bool EditedByFacilitator = false,
    string? HiddenBecause = null)
{
    /// <summary>The theme that it is in, or null.</summary>
    public string? ThemeId { get; init; }

    /// <summary>The team for which it was said, where that decides who sees it before the reveal.</summary>
    public string? Team { get; init; }

    /// <summary>Somebody's own words, to be quoted as they are.</summary>
    public bool Quotation { get; init; }

    /// <summary>In whose place it is said ("the risk-averse approver"), or null.</summary>
    public string? SpokenFor { get; init; }

    /// <summary>Under which the words lie, so that taking an edit back needs no second copy of them.</summary>
    public string? TextId { get; init; }

    public string? ReasonId { get; init; }

    /// <summary>Set aside for later.</summary>
    public bool Parked { get; init; }

    /// <summary>The one that the room sees in place of this variant, or null.</summary>
    public string? JoinedInto { get; init; }

    /// <summary>What was joined into this one.</summary>
    public ValueList<string> Variants { get; init; } = [];

    /// <summary>The contribution of another activity that this one was carried over from, or null.</summary>
    public string? CarriedFrom { get; init; }

    /// <summary>The ids of all texts that it ever had, so that all of them can be erased.</summary>
    public ValueList<string> WordsIds { get; init; } = [];

    public bool NotedByFacilitator => Author is Sender.Account;

    /// <summary>Nothing stands between it and the room: not hidden, withdrawn, late, erased, parked or a variant of another one.</summary>
    public bool Stands => !Parked && JoinedInto is null && IsTold;

    /// <summary>Its words can be told, on the wall or elsewhere: not hidden, withdrawn, late or erased.</summary>
    public bool IsTold => !Hidden && !Withdrawn && !Late && Text is not null;

    /// <summary>Why it is not on the wall, or null: it is.</summary>
    internal RefusalKind? WhyNotOnWall() => this switch
    {
        { Withdrawn: true } => RefusalKind.Withdrawn,
        { Hidden: true } => RefusalKind.Hidden,
        { Parked: true } => RefusalKind.Parked,
        { JoinedInto: not null } => RefusalKind.Joined,
        _ => Stands ? null : RefusalKind.NoSuchContribution,
    };
}
