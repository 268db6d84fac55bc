using WorkshopHub.Core;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Doors;

/// <summary>What a delegate may see now.</summary>
public sealed record DelegateSessionView
{
    public required string SessionId { get; init; }

    public required string DelegateId { get; init; }

    public required long Version { get; init; }

    public required string Stage { get; init; }

    public required string Title { get; init; }

    public required string? Topic { get; init; }

    public required PlaceView? Now { get; init; }

    public required AgendaStep? Step { get; init; }

    /// <summary>Those that take contributions or answers of this delegate in this step.</summary>
    public required ValueList<AgendaLane> Lanes { get; init; }

    /// <summary>Whether nods are open.</summary>
    public required bool Nods { get; init; }

    public required ValueList<string> Points { get; init; }

    /// <summary>What the room sees, own ones marked.</summary>
    public required ValueList<ContributionView> Contributions { get; init; }

    /// <summary>Everything of this delegate's, with its state: shown, hidden, late, parked, joined or withdrawn.</summary>
    public required ValueList<ContributionView> Own { get; init; }

    public required PulseTimer? Timer { get; init; }

    public required string? Name { get; init; }

    public required string? Sector { get; init; }

    public required bool Done { get; init; }

    /// <summary>Null: no vote now.</summary>
    public required int? DotsLeft { get; init; }

    /// <summary>Null: no teams in this activity.</summary>
    public required string? Team { get; init; }

    public required ValueList<TeamView> Teams { get; init; }

    public required ValueList<ThemeView> Themes { get; init; }

    public required ValueList<VoteView> Votes { get; init; }

    public required ValueList<AnswersView> Answers { get; init; }

    public required ValueList<OwnAnswer> OwnAnswers { get; init; }

    public required ValueList<TallyView> OwnDots { get; init; }

    /// <summary>Who sees who wrote what in this activity; null: none is on.</summary>
    public required string? Names { get; init; }

    /// <summary>The one in which this is said: the delegate's own, else the session's.</summary>
    public required string Language { get; init; }
}
