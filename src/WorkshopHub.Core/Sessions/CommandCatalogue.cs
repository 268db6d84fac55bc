namespace WorkshopHub.Core.Sessions;

/// <summary>One command of the public contract.</summary>
/// <param name="Type">Its name there.</param>
/// <param name="Who">The roles that may send it.</param>
/// <param name="Shape">The record that it is read into; null: known, and not available in this version.</param>
public sealed record CommandKind(string Type, Role Who, Type? Shape);

/// <summary>Every command of the public contract, in its order. Doors, documentation and tests go by this list.</summary>
public static class CommandCatalogue
{
    private const Role L = Role.Lead;
    private const Role Lc = Role.Lead | Role.CoFacilitator;
    private const Role Lcs = Lc | Role.Scribe;
    private const Role D = Role.Delegate;

    public static IReadOnlyList<CommandKind> All { get; } =
    [
        Built<OpenSession>("openSession", Lc),
        Built<CloseSession>("closeSession", Lc),
        Built<ReopenSession>("reopenSession", Lc),
        Built<ChangeSession>("changeSession", Lc),
        Built<AddActivity>("addActivity", Lc),
        Built<ChangeActivity>("changeActivity", Lc),
        Built<MoveActivity>("moveActivity", Lc),
        Built<RemoveActivity>("removeActivity", Lc),
        Built<StartActivity>("startActivity", Lc),
        Built<MoveToStep>("moveToStep", Lc),
        Built<ShowPoint>("showPoint", Lc),
        Built<StartTimer>("startTimer", Lc),
        Built<AddTime>("addTime", Lc),
        Built<StopTimer>("stopTimer", Lc),
        Built<SetScreen>("setScreen", Lc),
        Built<Contribute>("contribute", Lcs | D),
        Built<EditContribution>("editContribution", Lcs | D),
        Built<WithdrawContribution>("withdrawContribution", Lcs | D),
        Built<Hide>("hide", Lc),
        Later("approve", Lc),
        Built<TakeLate>("takeLate", Lc),
        Built<Park>("park", Lc),
        Built<JoinContributions>("joinContributions", Lc),
        Built<CarryOver>("carryOver", Lc),
        Built<CreateTheme>("createTheme", Lc),
        Built<RenameTheme>("renameTheme", Lc),
        Built<RemoveTheme>("removeTheme", Lc),
        Built<MoveToTheme>("moveToTheme", Lc),
        Built<Nod>("nod", D),
        Built<PlaceDots>("placeDots", D),
        Built<GiveAnswer>("answer", D),
        Built<Pick>("pick", Lc),
        Built<ResetVotes>("resetVotes", Lc),
        Built<WriteNote>("writeNote", Lcs),
        Built<RecordDecision>("recordDecision", Lcs),
        Built<ChangeDecision>("changeDecision", Lcs),
        Built<RemoveDecision>("removeDecision", Lcs),
        Built<RecordAction>("recordAction", Lcs),
        Built<ChangeAction>("changeAction", Lcs),
        Built<RemoveAction>("removeAction", Lcs),
        Later("startReadBack", Lc),
        Later("showReadBackPoint", Lc),
        Later("takeCorrection", Lc),
        Later("endReadBack", Lc),
        Later("confirm", D),
        Later("pledge", D),
        Built<TakeTeam>("takeTeam", D),
        Built<AssignTeams>("assignTeams", Lc),
        Built<ChangeProfile>("changeProfile", D),
        Built<SetDone>("setDone", D),
        Built<LockJoining>("lockJoining", Lc),
        Built<AdmitDelegates>("admitDelegates", Lc),
        Built<RemoveDelegates>("removeDelegates", Lc),
        Built<RemoveDelegate>("removeDelegate", Lc),
        Built<ReadmitDelegate>("readmitDelegate", Lc),
        Built<Erase>("erase", L),
        Built<ChangeRoles>("changeRoles", L),
        Built<Undo>("undo", Lc),
        Built<React>("react", D),
    ];

    private static readonly Dictionary<string, CommandKind> ByType = All.ToDictionary(k => k.Type, StringComparer.Ordinal);
    private static readonly Dictionary<Type, CommandKind> ByShape = All.Where(k => k.Shape is not null).ToDictionary(k => k.Shape!);

    public static CommandKind? Named(string type) => ByType.GetValueOrDefault(type);

    public static CommandKind Of(Command command) => ByShape[command.GetType()];

    public static CommandKind Of<T>()
        where T : Command => ByShape[typeof(T)];

    private static CommandKind Built<T>(string type, Role who)
        where T : Command => new(type, who, typeof(T));

    private static CommandKind Later(string type, Role who) => new(type, who, null);
}
