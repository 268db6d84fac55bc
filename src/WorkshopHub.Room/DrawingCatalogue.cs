using System.Diagnostics;
using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Layouts.Briefing;
using WorkshopHub.Core.Layouts.Chain;
using WorkshopHub.Core.Layouts.Columns;
using WorkshopHub.Core.Layouts.Ladder;
using WorkshopHub.Core.Layouts.List;
using WorkshopHub.Core.Layouts.Sides;
using WorkshopHub.Core.Layouts.Sort;
using WorkshopHub.Core.Layouts.U;
using WorkshopHub.Room.Layouts.Briefing;
using WorkshopHub.Room.Layouts.Chain;
using WorkshopHub.Room.Layouts.Columns;
using WorkshopHub.Room.Layouts.Ladder;
using WorkshopHub.Room.Layouts.List;
using WorkshopHub.Room.Layouts.Sides;
using WorkshopHub.Room.Layouts.Sort;
using WorkshopHub.Room.Layouts.U;
using WorkshopHub.Room.Phone;
using WorkshopHub.Room.Screen;

namespace WorkshopHub.Room;

/// <summary>Which component draws which model on which surface. A new layout adds its lines here.</summary>
public static class DrawingCatalogue
{
    private static readonly Dictionary<Type, Type> Phones = new()
    {
        [typeof(RootModel)] = typeof(PhoneRoot),
        [typeof(TopModel)] = typeof(PhoneTop),
        [typeof(WaitingModel)] = typeof(PhoneWaiting),
        [typeof(HeadModel)] = typeof(PhoneHead),
        [typeof(ComposerModel)] = typeof(PhoneComposer),
        [typeof(EntryListModel)] = typeof(PhoneEntryList),
        [typeof(EntryModel)] = typeof(PhoneEntry),
        [typeof(EntryTextModel)] = typeof(PhoneEntryText),
        [typeof(KeptModel)] = typeof(PhoneKept),
        [typeof(AskModel)] = typeof(PhoneAsk),
        [typeof(AnswersModel)] = typeof(PhoneAnswers),
        [typeof(ThemeListModel)] = typeof(PhoneThemes),
        [typeof(ThemeModel)] = typeof(PhoneTheme),
        [typeof(ThemeMemberModel)] = typeof(PhoneThemeMember),
        [typeof(VoteModel)] = typeof(PhoneVote),
        [typeof(VotedModel)] = typeof(PhoneVoted),
        [typeof(TeamsModel)] = typeof(PhoneTeams),
        [typeof(TeamModel)] = typeof(PhoneTeam),
        [typeof(TeamSizeModel)] = typeof(PhoneTeamSize),
        [typeof(FootModel)] = typeof(PhoneFoot),
        [typeof(ClosedModel)] = typeof(PhoneClosed),
        [typeof(DecisionListModel)] = typeof(PhoneDecisions),
        [typeof(DecisionModel)] = typeof(PhoneDecision),
        [typeof(PointListModel)] = typeof(PhonePoints),
        [typeof(PointModel)] = typeof(PhonePoint),
        [typeof(ActionListModel)] = typeof(PhoneActions),
        [typeof(ActionModel)] = typeof(PhoneAction),
    };

    private static readonly Dictionary<Type, Type> Screens = new()
    {
        [typeof(RootModel)] = typeof(ScreenRoot),
        [typeof(MastheadModel)] = typeof(ScreenMasthead),
        [typeof(KeyModel)] = typeof(ScreenKey),
        [typeof(SpineModel)] = typeof(ScreenSpine),
        [typeof(LobbyModel)] = typeof(ScreenLobby),
        [typeof(SpotlightModel)] = typeof(ScreenSpotlight),
        [typeof(BlankModel)] = typeof(ScreenBlank),
        [typeof(ClosedModel)] = typeof(ScreenClosed),
        [typeof(EntryListModel)] = typeof(ScreenEntryList),
        [typeof(EntryTextModel)] = typeof(ScreenEntryText),
        [typeof(PointListModel)] = typeof(ScreenPoints),
        [typeof(PointModel)] = typeof(ScreenPoint),
        [typeof(ChainModel)] = typeof(ScreenChain),
        [typeof(ChainRowModel)] = typeof(ScreenChainRow),
        [typeof(ChainCellModel)] = typeof(ScreenChainCell),
        [typeof(ListModel)] = typeof(ScreenList),
        [typeof(ActionListModel)] = typeof(ScreenActions),
        [typeof(ActionModel)] = typeof(ScreenAction),
        [typeof(LaneModel)] = typeof(ScreenLane),
        [typeof(LaneHeadModel)] = typeof(ScreenLaneHead),
        [typeof(WallModel)] = typeof(ScreenWall),
        [typeof(WallThemeModel)] = typeof(ScreenTheme),
        [typeof(HoldModel)] = typeof(ScreenHold),
        [typeof(UnderModel)] = typeof(ScreenUnder),
        [typeof(CountsModel)] = typeof(ScreenCounts),
        [typeof(DistributionModel)] = typeof(ScreenDistribution),
        [typeof(OpenVoteModel)] = typeof(ScreenVote),
        [typeof(ProgressModel)] = typeof(ScreenProgress),
        [typeof(BallotModel)] = typeof(ScreenBallot),
        [typeof(CandidateModel)] = typeof(ScreenCandidate),
        [typeof(RankingModel)] = typeof(ScreenRanking),
        [typeof(RankModel)] = typeof(ScreenRank),
        [typeof(ColumnsModel)] = typeof(ScreenColumns),
        [typeof(SidesModel)] = typeof(ScreenSides),
        [typeof(SideModel)] = typeof(ScreenSide),
        [typeof(SideHeadModel)] = typeof(ScreenSideHead),
        [typeof(LadderModel)] = typeof(ScreenLadder),
        [typeof(RungsModel)] = typeof(ScreenRungs),
        [typeof(BesideModel)] = typeof(ScreenBeside),
        [typeof(UModel)] = typeof(ScreenU),
        [typeof(LayersModel)] = typeof(ScreenLayers),
        [typeof(LayerModel)] = typeof(ScreenLayer),
        [typeof(ShiftModel)] = typeof(ScreenShift),
        [typeof(ShiftSideModel)] = typeof(ScreenShiftSide),
        [typeof(HowModel)] = typeof(ScreenHow),
        [typeof(SortModel)] = typeof(ScreenSort),
        [typeof(BinModel)] = typeof(ScreenBin),
        [typeof(BinHeadModel)] = typeof(ScreenBinHead),
        [typeof(CardModel)] = typeof(ScreenCard),
    };

    /// <summary>The models that are drawn on a surface.</summary>
    public static IReadOnlyCollection<Type> On(Surface surface) => Of(surface).Keys;

    internal static Type For(Surface surface, ViewModel model) => Of(surface).GetValueOrDefault(model.GetType())
        ?? throw new UnreachableException($"Nothing draws {model.GetType().Name} on a {surface}. Add it to {nameof(DrawingCatalogue)}.");

    private static Dictionary<Type, Type> Of(Surface surface) => surface == Surface.Phone ? Phones : Screens;
}
