using System.Collections.Immutable;
using System.Text.Json.Serialization;
using WorkshopHub.Core.Methods;

namespace WorkshopHub.Core.Sessions;

/// <summary>
/// A session as it stands after all events up to <see cref="Version"/>. One immutable value; only
/// <see cref="Session.Apply"/> makes the next one.
/// </summary>
public sealed record SessionState
{
    public required SessionId Id { get; init; }

    /// <summary>The number of events in the journal; 0 before the first.</summary>
    public long Version { get; init; }

    /// <summary>When the newest event happened.</summary>
    public DateTimeOffset At { get; init; }

    public SessionStage Stage { get; init; }

    public string Title { get; init; } = "";

    public string? Topic { get; init; }

    public SessionSettings Settings { get; init; } = SessionSettings.Default;

    public DateTimeOffset? OpenedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public ImmutableDictionary<AccountId, Role> Roles { get; init; } = ImmutableDictionary<AccountId, Role>.Empty;

    public ImmutableDictionary<DelegateId, Delegate> Delegates { get; init; } = ImmutableDictionary<DelegateId, Delegate>.Empty;

    /// <summary>Who has come and is no delegate yet: they wait to be let in, or were not (<see cref="Delegate.Removed"/>).</summary>
    public ImmutableDictionary<DelegateId, Delegate> Waiting { get; init; } = ImmutableDictionary<DelegateId, Delegate>.Empty;

    /// <summary>Nobody new joins.</summary>
    public bool JoiningLocked { get; init; }

    /// <summary>Who joins waits to be let in.</summary>
    public bool JoinApproval { get; init; }

    /// <summary>How much each delegate has sent, under the name in which it is written: their own, or an alias.</summary>
    public ImmutableDictionary<DelegateId, Sent> Sent { get; init; } = ImmutableDictionary<DelegateId, Sent>.Empty;

    public ValueList<Activity> Agenda { get; init; } = [];

    /// <summary>Activities that were taken off the agenda: what was said in them is parked.</summary>
    public ValueList<Activity> RemovedActivities { get; init; } = [];

    /// <summary>Where the room is, or null: nothing was started yet.</summary>
    public Place? Now { get; init; }

    /// <summary>Steps that were left within the time of grace; see <see cref="Contributing.Grace"/>.</summary>
    public ImmutableList<LeftPlace> JustLeft { get; init; } = [];

    /// <summary>The activities that were started, each with the step in which it was left.</summary>
    public ImmutableDictionary<string, string> Started { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>How many points of each briefing are shown.</summary>
    public ImmutableDictionary<string, int> PointsShown { get; init; } = ImmutableDictionary<string, int>.Empty;

    public Countdown? Timer { get; init; }

    public ScreenState Screen { get; init; } = ScreenState.Live;

    /// <summary>While the screen is held: the state that it shows.</summary>
    public SessionState? Held { get; init; }

    public ImmutableDictionary<string, Contribution> Contributions { get; init; } = ImmutableDictionary<string, Contribution>.Empty;

    /// <summary>Ids in the order of arrival, for each lane and parent.</summary>
    public ImmutableDictionary<LaneKey, ImmutableList<string>> Lists { get; init; } =
        ImmutableDictionary<LaneKey, ImmutableList<string>>.Empty;

    public ImmutableDictionary<string, Theme> Themes { get; init; } = ImmutableDictionary<string, Theme>.Empty;

    /// <summary>The dots of each vote: who has put how many where. Whether they are told is <see cref="Covering"/>'s.</summary>
    public ImmutableDictionary<Place, ImmutableDictionary<DelegateId, ImmutableDictionary<string, int>>> Votes { get; init; } =
        ImmutableDictionary<Place, ImmutableDictionary<DelegateId, ImmutableDictionary<string, int>>>.Empty;

    /// <summary>The votes as they were before their newest reset, so that it can be taken back.</summary>
    public ImmutableDictionary<Place, ImmutableDictionary<DelegateId, ImmutableDictionary<string, int>>> ResetVotes { get; init; } =
        ImmutableDictionary<Place, ImmutableDictionary<DelegateId, ImmutableDictionary<string, int>>>.Empty;

    /// <summary>Answers on scales and choices: who gave which value, as a position from 0.</summary>
    public ImmutableDictionary<LaneKey, ImmutableDictionary<DelegateId, int>> Answers { get; init; } =
        ImmutableDictionary<LaneKey, ImmutableDictionary<DelegateId, int>>.Empty;

    /// <summary>For each activity with teams, who is in which.</summary>
    public ImmutableDictionary<string, ImmutableDictionary<DelegateId, string>> Teams { get; init; } =
        ImmutableDictionary<string, ImmutableDictionary<DelegateId, string>>.Empty;

    /// <summary>Covered steps that were revealed.</summary>
    public ImmutableHashSet<Place> Revealed { get; init; } = [];

    public ImmutableDictionary<string, Note> Notes { get; init; } = ImmutableDictionary<string, Note>.Empty;

    public ImmutableList<Decision> Decisions { get; init; } = [];

    public ImmutableList<ActionItem> Actions { get; init; } = [];

    /// <summary>Delegates who say that they are done with the current step.</summary>
    public ImmutableHashSet<DelegateId> Done { get; init; } = [];

    internal UndoLog UndoLog { get; init; } = UndoLog.Empty;

    /// <summary>
    /// What makes aliases out of delegates. Not folded from events but set by who holds the secrets, and gone with them.
    /// </summary>
    public Aliases Aliases { get; init; } = Aliases.None;

    /// <summary>The activities in which delegates said something in their own name.</summary>
    public ImmutableHashSet<string> SaidOpenly { get; init; } = [];

    /// <summary>The activities whose aliases nobody can tell any more; see <see cref="Anonymity.IsFrozen"/>.</summary>
    public ImmutableHashSet<string> Frozen { get; init; } = [];

    /// <summary>By contribution: how far anonymous nods spread when the session was closed.</summary>
    public ImmutableDictionary<string, KeptSpread> Spreads { get; init; } = ImmutableDictionary<string, KeptSpread>.Empty;

    /// <summary>By question: how sectors had answered when the session was closed.</summary>
    public ImmutableDictionary<LaneKey, CountedAnswers> SectorAnswers { get; init; } = ImmutableDictionary<LaneKey, CountedAnswers>.Empty;

    public Activity? Activity(string activityId) => Find(Agenda, activityId);

    /// <summary>An activity that is or was on the agenda.</summary>
    public Activity? AnyActivity(string activityId) => Activity(activityId) ?? Find(RemovedActivities, activityId);

    // Asked for each contribution of a large room, so without a closure.
    private static Activity? Find(ValueList<Activity> activities, string activityId)
    {
        foreach (var activity in activities)
        {
            if (activity.ActivityId == activityId) return activity;
        }

        return null;
    }

    public Activity? CurrentActivity => Now is { } place ? Activity(place.ActivityId) : null;

    public Step? CurrentStep => Now is { } place ? CurrentActivity?.Step(place.Step) : null;

    /// <summary>Delegates who joined and were not removed.</summary>
    public IEnumerable<Delegate> Present => Delegates.Values.Where(d => !d.Removed);

    /// <summary>Those who wait to be let in.</summary>
    public IEnumerable<Delegate> Waits => Waiting.Values.Where(d => !d.Removed);

    /// <summary>Contributions of a lane, in order of arrival; with a parent, only those that answer it or one of its variants.</summary>
    public IEnumerable<Contribution> In(string activityId, string laneId, string? parentId = null)
    {
        if (parentId is not null && Contributions.TryGetValue(parentId, out var parent) && parent.Variants.Count > 0)
        {
            return this.VariantsOf(parent).Select(v => v.Id).Prepend(parentId).SelectMany(id => Listed(activityId, laneId, id))
                .OrderBy(c => c.Order);
        }

        return Listed(activityId, laneId, parentId);
    }

    private IEnumerable<Contribution> Listed(string activityId, string laneId, string? parentId) =>
        Lists.TryGetValue(new(activityId, laneId, parentId), out var ids) ? ids.Select(id => Contributions[id]) : [];

    public Role? RoleOf(Sender sender) => sender switch
    {
        Sender.Account a => Roles.TryGetValue(a.Id, out var role) ? role : null,
        Sender.Delegate d => Delegates.ContainsKey(d.Id) ? Role.Delegate : null,
        _ => null,
    };
}

/// <summary>A session is a draft, then open, then closed; a closed one can be opened again.</summary>
public enum SessionStage
{
    Draft,
    Open,
    Closed,
}

/// <summary>What somebody is in one session.</summary>
[Flags]
public enum Role
{
    None = 0,
    Lead = 1,
    [JsonStringEnumMemberName("co-facilitator")]
    CoFacilitator = 2,
    Scribe = 4,
    Observer = 8,
    Delegate = 16,
}

public readonly record struct Place(string ActivityId, string Step);

public readonly record struct LeftPlace(string ActivityId, string Step, DateTimeOffset At);

public readonly record struct LaneKey(string ActivityId, string LaneId, string? ParentId);

/// <summary>A timer is the moment at which it ends; that it has ended is seen by the clock, no event says it.</summary>
/// <param name="Seconds">Its whole length, with what was added.</param>
public sealed record Countdown(DateTimeOffset EndsAt, int Seconds);

/// <param name="Order">Position of joining: 1, 2, 3, …</param>
/// <param name="Language">One of <see cref="Languages"/>; null: the session's.</param>
public sealed record Delegate(DelegateId Id, string? Name, string? Sector, int Order, bool Removed, string? Language = null)
{
    /// <summary>When they came.</summary>
    public DateTimeOffset JoinedAt { get; init; }
}

/// <summary>A named group of like contributions.</summary>
/// <param name="Order">Position of making: 1, 2, 3, …</param>
public sealed record Theme(string Id, string ActivityId, string? Title, int Order)
{
    public string? TitleId { get; init; }
}

/// <summary>The facilitator's own words on a contribution, on a theme, or on an activity as a whole.</summary>
public sealed record Note(string ActivityId, string? ContributionId, string? Text, string? ThemeId = null)
{
    public string? TextId { get; init; }

    /// <summary>Whose it is; null: nobody's that an account stands for.</summary>
    public AccountId? By { get; init; }

    /// <summary>Position of beginning: 1, 2, 3, …</summary>
    public int Order { get; init; }
}

/// <param name="FromIds">The contributions it came from.</param>
public sealed record Decision(string Id, string? Text, ValueList<string> FromIds)
{
    public string? TextId { get; init; }
}

/// <summary>A next step.</summary>
/// <param name="Confidence">1 to 5, or null: not said.</param>
public sealed record ActionItem(string Id, string? What, string? Owner, DateOnly? Due, int? Confidence, ValueList<string> FromIds)
{
    public string? WhatId { get; init; }

    public string? OwnerId { get; init; }
}
