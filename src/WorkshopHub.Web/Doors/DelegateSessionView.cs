using WorkshopHub.Core;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Doors;

/// <summary>What a delegate may see now.</summary>
/// <param name="Lanes">Those that take contributions or answers of this delegate in this step.</param>
/// <param name="Contributions">What the room sees, own ones marked.</param>
/// <param name="Own">Everything of this delegate's, with its state: shown, hidden, late, parked, joined or withdrawn.</param>
/// <param name="Nods">Whether nods are open.</param>
/// <param name="DotsLeft">Null: no vote now.</param>
/// <param name="Team">Null: no teams in this activity.</param>
/// <param name="Language">The one in which this is said: the delegate's own, else the session's.</param>
/// <param name="Names">Who sees who wrote what in this activity; null: none is on.</param>
public sealed record DelegateSessionView(
    string SessionId,
    string DelegateId,
    long Version,
    string Stage,
    string Title,
    string? Topic,
    PlaceView? Now,
    AgendaStep? Step,
    Seq<AgendaLane> Lanes,
    bool Nods,
    Seq<string> Points,
    Seq<ContributionView> Contributions,
    Seq<ContributionView> Own,
    PulseTimer? Timer,
    string? Name,
    string? Sector,
    bool Done,
    int? DotsLeft,
    string? Team,
    Seq<TeamView> Teams,
    Seq<ThemeView> Themes,
    Seq<VoteView> Votes,
    Seq<AnswersView> Answers,
    Seq<OwnAnswer> OwnAnswers,
    Seq<TallyView> OwnDots,
    string? Names,
    string Language);
