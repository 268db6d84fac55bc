using WorkshopHub.Core;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Doors;

/// <summary>Where the room is.</summary>
public sealed record PlaceView(string ActivityId, string Step);

/// <summary>Somebody who runs the session, or watches.</summary>
/// <param name="Email">Null: the account is gone.</param>
public sealed record MemberView(string AccountId, string? Email, string Role);

/// <summary>Somebody who has come and is not in.</summary>
/// <param name="JoinedAt">When they came.</param>
/// <param name="Refused">False: waits to be let in.</param>
public sealed record WaitingView(string DelegateId, string? Name, string? Sector, DateTimeOffset JoinedAt, bool Refused);

/// <summary>How full the session is. What facilitators write is not counted.</summary>
/// <param name="People">Who are in or wait, now.</param>
/// <param name="Contributions">Of delegates, neither withdrawn nor hidden.</param>
public sealed record RoomLeftView(int People, int MostPeople, int Contributions, int MostContributions);

/// <param name="Done">With the current step; null: not told to whoever may not know who wrote what there.</param>
public sealed record DelegateView(string DelegateId, string? Name, string? Sector, bool Removed, bool? Done);

public sealed record DecisionView(string DecisionId, string? Text, ValueList<string> FromIds);

public sealed record ActionView(string ActionId, string? What, string? Owner, DateOnly? Due, int? Confidence, ValueList<string> FromIds);

/// <param name="By">The account whose note it is.</param>
public sealed record NoteView(string ActivityId, string? ContributionId, string? Text, string? ThemeId = null, string? By = null);

public sealed record ScreenView(string Mode, DateTimeOffset? Since, string? Spotlight, int? Page);

/// <summary>As they are sent; what cannot be set yet stands at what holds.</summary>
public sealed record SettingsView(string Language, SectorQuestion? SectorQuestion, string Names, string Moderation = "off", bool OwnDots =
    true, bool JoinApproval = false);

/// <summary>A whole session as a facilitator may see it.</summary>
public sealed record SessionView
{
    public required string Id { get; init; }

    public required string Code { get; init; }

    public required long Version { get; init; }

    public required string Stage { get; init; }

    public required string Title { get; init; }

    public required string? Topic { get; init; }

    /// <summary>The asker's.</summary>
    public required string Role { get; init; }

    /// <summary>The asker's, to be found among the members.</summary>
    public required string AccountId { get; init; }

    public required ValueList<MemberView> Members { get; init; }

    public required SettingsView Settings { get; init; }

    public required ValueList<AgendaActivity> Agenda { get; init; }

    public required PlaceView? Now { get; init; }

    public required int? PointsShown { get; init; }

    public required DateTimeOffset? OpenedAt { get; init; }

    public required DateTimeOffset? ClosedAt { get; init; }

    public required PulseTimer? Timer { get; init; }

    public required ScreenView Screen { get; init; }

    public required ValueList<DelegateView> Delegates { get; init; }

    public required ValueList<ContributionView> Contributions { get; init; }

    public required ValueList<NoteView> Notes { get; init; }

    public required ValueList<DecisionView> Decisions { get; init; }

    public required ValueList<ActionView> Actions { get; init; }

    public required ValueList<ThemeView> Themes { get; init; }

    public required ValueList<VoteView> Votes { get; init; }

    public required ValueList<AnswersView> Answers { get; init; }

    public required ValueList<TeamView> Teams { get; init; }

    /// <summary>Nobody new joins.</summary>
    public required bool JoiningLocked { get; init; }

    /// <summary>Who waits to be let in, and who was refused.</summary>
    public required ValueList<WaitingView> Waiting { get; init; }

    public required RoomLeftView Limits { get; init; }
}
