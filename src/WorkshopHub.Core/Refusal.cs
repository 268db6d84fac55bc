using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace WorkshopHub.Core;

/// <summary>A command that was not carried out, as a value. Exceptions are for bugs.</summary>
/// <param name="Kind">Which one of <see cref="RefusalKind.All"/>.</param>
/// <param name="Details">Fill the places in the kind's sentence, in order.</param>
public sealed record Refusal(RefusalKind Kind, params object[] Details)
{
    public string Code => Kind.Code;

    /// <summary>The sentence in English; the doors say it in the reader's language by <see cref="Code"/>.</summary>
    public string Message => string.Format(CultureInfo.InvariantCulture, Kind.Sentence, Details);

    public override string ToString() => $"{Code}: {Message}";
}

/// <summary>One way to be refused: its code in the public contract, its HTTP status and a sentence to act on.</summary>
public sealed record RefusalKind(string Code, int Status, string Sentence)
{
    private static readonly List<RefusalKind> Listed = [];

    // 400: not understood
    public static readonly RefusalKind Malformed = New("malformed", 400, "This could not be read: {0}");
    public static readonly RefusalKind UnknownCommand = New("unknown-command", 400, "There is no command “{0}”. Check its type.");
    public static readonly RefusalKind UnknownProperty =
        New("unknown-property", 400, "“{0}” is not a property here. Check its spelling or leave it out.");
    public static readonly RefusalKind BadHost =
        New("bad-host", 400, "The server’s name in this address is none. Check the address and open it again.");

    // 401, 403: not you
    public static readonly RefusalKind NotSignedIn = New("not-signed-in", 401, "Sign in first, or send a valid token.");
    public static readonly RefusalKind WrongPassword = New("wrong-password", 401, "Email and password do not go together. Check both.");
    public static readonly RefusalKind NotAllowed = New("not-allowed", 403, "Your role in this session does not include this.");
    public static readonly RefusalKind Removed =
        New("removed", 403, "The facilitator has taken this phone out of the session. What you had sent stays.");
    public static readonly RefusalKind NotLetIn =
        New("not-let-in", 403, "The facilitator has not let this phone into the session. If that is a mistake, tell them.");
    public static readonly RefusalKind NotYourTeam = New("not-your-team", 403, "This is the other team’s. Write in your own.");
    public static readonly RefusalKind NotYours = New("not-yours", 403, "Only the person who wrote this can change it.");
    public static readonly RefusalKind NotYourMethod =
        New("not-your-method", 403, "Only the person who made this method can change or remove it. Copy it and change the copy.");
    public static readonly RefusalKind BuiltInMethod =
        New("built-in-method", 403, "This method comes with the product and stays as it is. Copy it under another id and change the copy.");
    public static readonly RefusalKind ForeignOrigin =
        New("foreign-origin", 403,
        "This request came from an address that WorkshopHub does not know as its own. Open the page again; if that does not help, " +
        "whoever runs WorkshopHub has to set WorkshopHub__PublicUrl to the address in your browser.");

    // 404: not there
    public static readonly RefusalKind NoSuchSession = New("no-such-session", 404, "There is no such session, or it is not yours.");
    public static readonly RefusalKind NoSuchCode =
        New("no-such-code", 404, "There is no open session with this code. Check the six digits on the screen.");
    public static readonly RefusalKind NoSuchRecoveryCode =
        New("no-such-recovery-code", 404, "Nobody in this session has this recovery code. Check it, or join as somebody new.");
    public static readonly RefusalKind NoSuchMethod = New("no-such-method", 404, "There is no method “{0}”.");
    public static readonly RefusalKind NoSuchActivity = New("no-such-activity", 404, "This activity is not on the agenda.");
    public static readonly RefusalKind NoSuchStep = New("no-such-step", 404, "This activity has no such step.");
    public static readonly RefusalKind NoSuchPoint = New("no-such-point", 404, "There is no such point.");
    public static readonly RefusalKind NoSuchLane = New("no-such-lane", 404, "This activity has no such lane.");
    public static readonly RefusalKind NoSuchContribution = New("no-such-contribution", 404, "This contribution does not exist.");
    public static readonly RefusalKind NoSuchDelegate = New("no-such-delegate", 404, "Nobody with this id has joined the session.");
    public static readonly RefusalKind NoSuchDecision = New("no-such-decision", 404, "This decision does not exist, or was removed.");
    public static readonly RefusalKind NoSuchAction = New("no-such-action", 404, "This action does not exist, or was removed.");
    public static readonly RefusalKind NoSuchTheme = New("no-such-theme", 404, "This theme does not exist, or was removed.");
    public static readonly RefusalKind NoSuchTeam = New("no-such-team", 404, "This activity has no such team.");
    public static readonly RefusalKind NoSuchMove = New("no-such-move", 404, "No facilitator made a move at this version.");
    public static readonly RefusalKind NoSuchScreen = New("no-such-screen", 404, "This screen link does not exist, or was revoked.");
    public static readonly RefusalKind NoSuchAccount =
        New("no-such-account", 404, "Nobody has this account. Invite them on the account page first.");
    public static readonly RefusalKind NotFound = New("not-found", 404, "There is nothing at this address.");

    // 409: not now
    public static readonly RefusalKind SessionNotOpen =
        New("session-not-open", 409, "The session is not open yet. The facilitator opens it.");
    public static readonly RefusalKind SessionClosed = New("session-closed", 409, "The session is closed.");
    public static readonly RefusalKind JoiningLocked =
        New("joining-locked", 409, "Nobody new can join now. Whoever is in already stays in. Ask the facilitator.");
    public static readonly RefusalKind Waiting = New("waiting", 409, "The facilitator lets people in. One moment, please.");
    public static readonly RefusalKind SessionFull = New("session-full", 409, "This session is full. Ask the facilitator.");
    public static readonly RefusalKind ContributionsSpent =
        New("contributions-spent", 409,
        "The session holds {0} contributions, and no more can be added. Your text is kept. Tell the facilitator.");
    public static readonly RefusalKind OwnContributionsSpent =
        New("own-contributions-spent", 409, "You have written {0} contributions, the most that one person can. Your text is kept.");
    public static readonly RefusalKind ChangesSpent =
        New("changes-spent", 409, "This phone has made {0} changes, the most that one person can in a session. Tell the facilitator.");
    public static readonly RefusalKind ScreensSpent =
        New("screens-spent", 409, "This session has {0} screens already. Revoke one that is not needed any more.");
    public static readonly RefusalKind AlreadyOpen = New("already-open", 409, "The session is open already.");
    public static readonly RefusalKind NeverOpened = New("never-opened", 409, "The session was never opened. Open it instead.");
    public static readonly RefusalKind StepTakesNothing =
        New("step-takes-nothing", 409, "This step takes no contributions in this lane. Your text is kept.");
    public static readonly RefusalKind NodsClosed = New("nods-closed", 409, "This step takes no nods.");
    public static readonly RefusalKind PicksClosed =
        New("picks-closed", 409, "This step picks nothing in this lane. Move to a step that does.");
    public static readonly RefusalKind AlreadyPicked =
        New("already-picked", 409, "Another one is picked already. To change it, say which one this replaces.");
    public static readonly RefusalKind PicksSpent =
        New("picks-spent", 409, "All {0} places are taken. Release one first, or say which one this replaces.");
    public static readonly RefusalKind VoteClosed = New("vote-closed", 409, "No vote is open now.");
    public static readonly RefusalKind AnswersClosed = New("answers-closed", 409, "This step takes no answers here.");
    public static readonly RefusalKind NoTeamYet = New("no-team-yet", 409, "Choose your team first.");
    public static readonly RefusalKind TeamFixed =
        New("team-fixed", 409, "Something was written already, so teams stay as they are. Ask the facilitator.");
    public static readonly RefusalKind NotStarted = New("not-started", 409, "This activity has not started. Start it first.");
    public static readonly RefusalKind MovedOn = New("moved-on", 409, "The room has moved on to another step.");
    public static readonly RefusalKind PickedByRoom =
        New("picked-by-room", 409, "The room has picked these words. Ask the facilitator to change them.");
    public static readonly RefusalKind NoTimer = New("no-timer", 409, "No timer is running.");
    public static readonly RefusalKind Withdrawn = New("withdrawn", 409, "This contribution was withdrawn.");
    public static readonly RefusalKind Hidden = New("hidden", 409, "The facilitator has hidden this contribution.");
    public static readonly RefusalKind Parked = New("parked", 409, "The facilitator has set this contribution aside for later.");
    public static readonly RefusalKind Joined = New("joined", 409, "This contribution was joined with another one. Use that one.");
    public static readonly RefusalKind ActivityRunning =
        New("activity-running", 409, "The room is in this activity. Move on to another one first.");
    public static readonly RefusalKind Overtaken =
        New("overtaken", 409, "A later move touched the same thing, so this cannot be taken back any more.");
    public static readonly RefusalKind AlreadyUndone = New("already-undone", 409, "This move was taken back already.");
    public static readonly RefusalKind NotUndoable = New("not-undoable", 409, "This cannot be taken back. {0}");
    public static readonly RefusalKind Covered = New("covered", 409, "This is kept from the room until the reveal. Reveal it first.");
    public static readonly RefusalKind NotLate = New("not-late", 409, "This contribution did not come late; it is in already.");
    public static readonly RefusalKind NamesPromised =
        New("names-promised", 409, "People were promised more anonymity than this. It can become stricter, never looser.");
    public static readonly RefusalKind NamesBegun =
        New("names-begun", 409,
        "What was said here already carries its author, so it cannot become anonymous to everybody. Make it anonymous to the room, or " +
        "begin another activity.");
    public static readonly RefusalKind AnonymousFrozen =
        New("anonymous-frozen", 409,
        "This was anonymous, and since the session was closed nobody can tell any more whose it is. It stays as it is.");
    public static readonly RefusalKind LastLead =
        New("last-lead", 409, "Somebody has to lead this session. Make somebody else a lead first.");
    public static readonly RefusalKind MethodChanged =
        New("method-changed", 409, "This method was changed since you read it. Read it again, then make your changes.");
    public static readonly RefusalKind ChangedMeanwhile =
        New("changed-meanwhile", 409, "Somebody has changed this since you read it. Look at both, then save what should stand.");
    public static readonly RefusalKind CommandIdTaken =
        New("command-id-taken", 409, "Somebody else has used this command id. Send it again with a new one.");
    public static readonly RefusalKind NewerVersion = New(
        "newer-version",
        409,
        "A newer version of WorkshopHub has written in this session, so this version does not open it. Nothing is lost. "
        + "Whoever runs WorkshopHub has to start the newer version again.");

    public static readonly RefusalKind SessionUnreadable = New(
        "session-unreadable",
        409,
        "Something that is kept of this session cannot be read, so it does not open. Nothing was changed. "
        + "Whoever runs WorkshopHub finds in the log what it is, and can put a backup in its place.");

    public static readonly RefusalKind SetUpDone = New("set-up-done", 409, "The first facilitator exists already. Sign in.");

    // 413, 415
    public static readonly RefusalKind TooLarge = New("too-large", 413, "This is too large. The most is {0} kilobytes.");
    public static readonly RefusalKind NotJson = New("not-json", 415, "Send JSON, with the content type application/json.");
    public static readonly RefusalKind NotForm =
        New("not-form", 415, "This did not come as the page sends it. Open the page again and retry.");

    // 422: breaks a rule
    public static readonly RefusalKind TextEmpty = New("text-empty", 422, "There is nothing to read in this text.");
    public static readonly RefusalKind TextTooLong = New("text-too-long", 422, "{0} characters over; at most {1}. Your text is kept.");
    public static readonly RefusalKind ParentMissing = New("parent-missing", 422, "Say which contribution this answers.");
    public static readonly RefusalKind ParentUnwanted =
        New("parent-unwanted", 422, "Contributions in this lane do not answer another one.");
    public static readonly RefusalKind ParentInWrongLane =
        New("parent-in-wrong-lane", 422, "What this answers is in another lane than it should be.");
    public static readonly RefusalKind ParentNotPicked =
        New("parent-not-picked", 422, "The room has not picked this one. Answer the picked one.");
    public static readonly RefusalKind LaneHangs =
        New("lane-hangs", 422, "Contributions in this lane answer another one. Carry over into a lane that stands for itself.");
    public static readonly RefusalKind NotJoinable =
        New("not-joinable", 422, "Only contributions of one lane that answer the same one can be joined.");
    public static readonly RefusalKind LaneTakesNoText = New("lane-takes-no-text", 422, "This lane takes answers, not texts.");
    public static readonly RefusalKind LaneTakesText = New("lane-takes-text", 422, "This lane takes texts, not answers.");
    public static readonly RefusalKind NoSuchValue = New("no-such-value", 422, "This is not one of the answers. They are: {0}.");
    public static readonly RefusalKind DotsSpent = New("dots-spent", 422, "All {0} dots are placed. Take one back to move it.");
    public static readonly RefusalKind NotVotable = New("not-votable", 422, "This step does not vote on this.");
    public static readonly RefusalKind OwnDots = New("own-dots", 422, "This is yours. Put your dots on what others wrote.");
    public static readonly RefusalKind NoVote = New("no-vote", 422, "This step has no vote.");
    public static readonly RefusalKind NotPickable = New("not-pickable", 422, "This is not among what the room can pick.");
    public static readonly RefusalKind NotPicked = New("not-picked", 422, "What this should replace is not picked.");
    public static readonly RefusalKind OutOfRange = New("out-of-range", 422, "{0} must be between {1} and {2}.");
    public static readonly RefusalKind SectorUnknown =
        New("sector-unknown", 422, "This is not one of the answers to the question. Choose one of them, or leave it out.");
    public static readonly RefusalKind InvalidMethod = New("invalid-method", 422, "The method is not valid. {0}");
    public static readonly RefusalKind NothingToChange = New("nothing-to-change", 422, "Say what should change.");
    public static readonly RefusalKind NotAvailable = New("not-available", 422, "{0} is not available in this version.");

    // 429, 500, 503
    public static readonly RefusalKind TooManyAttempts =
        New("too-many-attempts", 429, "Too many attempts. Wait {0} seconds, then try again.");
    public static readonly RefusalKind JoiningBusy =
        New("joining-busy", 429, "Many people are joining at this moment. Try again in {0} seconds.");
    public static readonly RefusalKind TooManyConnections =
        New("too-many-connections", 429, "This is open {0} times already. Close what you do not need, then load this page again.");
    public static readonly RefusalKind SignInBusy = New(
        "sign-in-busy", 429, "Too many people are signing in at this moment. Wait {0} seconds, then try again.");
    public static readonly RefusalKind TooFast = New("too-fast", 429, "That was too fast. Wait a moment; nothing is lost.");
    public static readonly RefusalKind Fault =
        New("fault", 500, "Something went wrong here. Keep what you have and try again; what was saved is safe.");
    public static readonly RefusalKind NotSaved = New("not-saved", 503, "This could not be saved. Keep it and try again.");
    public static readonly RefusalKind SignInUnavailable =
        New("sign-in-unavailable", 503, "Who you are cannot be looked up just now. Nothing was changed; try again in a moment.");

    /// <summary>Every way to be refused, in the order of the status; the doors and the documentation read it.</summary>
    public static IReadOnlyList<RefusalKind> All => Listed;

    public Refusal With(params object[] details) => new(this, details);

    // "cond ? null : kind" converts its whole result, so null has to stay null here.
    [return: NotNullIfNotNull(nameof(kind))]
    public static implicit operator Refusal?(RefusalKind? kind) => kind is null ? null : new(kind);

    private static RefusalKind New(string code, int status, string sentence)
    {
        var kind = new RefusalKind(code, status, sentence);
        Listed.Add(kind);
        return kind;
    }
}
