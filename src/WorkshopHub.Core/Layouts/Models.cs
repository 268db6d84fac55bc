using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Layouts;

// The models that several layouts and both surfaces share. Words of the tool are not in here: what draws a model says
// them in the reader's language.

/// <param name="Kind">waiting, live or closed on a phone; lobby, live, blank or closed on a screen.</param>
/// <param name="Layout">The layout in use while live.</param>
public sealed record RootModel(string Kind, string? Layout) : ViewModel;

/// <summary>The phone's top line.</summary>
public sealed record TopModel(string Title, DateTimeOffset? EndsAt) : ViewModel
{
    /// <summary>The team of those who look, or null.</summary>
    public string? Team { get; init; }
}

/// <summary>Nothing has started: what is going to happen.</summary>
public sealed record WaitingModel(string Title, ValueList<AgendaLine> Agenda) : ViewModel;

public sealed record AgendaLine(string Title, int Minutes);

/// <summary>The head of the current step.</summary>
/// <param name="Prompt">The activity's question, or its title where it has none.</param>
/// <param name="Collects">Whether anything can be contributed now.</param>
/// <param name="Names">Who sees who wrote what; the promise where people write says so.</param>
/// <param name="Frozen">Nothing that was said here changes any more; see <see cref="Sessions.Anonymity.IsFrozen"/>.</param>
public sealed record HeadModel(
    string Activity,
    string Prompt,
    string StepTitle,
    StepKind Step,
    bool Collects,
    bool Nods,
    NamesPolicy Names = NamesPolicy.AnonymousToRoom,
    bool Frozen = false) : ViewModel
{
    /// <summary>Whether a scale or a choice is answered now.</summary>
    public bool Answers { get; init; }

    /// <summary>
    /// How many are on the side of those who look, where so few write under a promise about names that they are known by it; else 0.
    /// </summary>
    public int OnSide { get; init; }
}

/// <summary>
/// Where a delegate writes. Always in the view, open or not, so that opening one replaces nothing else, least of all
/// the field in which somebody is typing.
/// </summary>
/// <param name="Sign">1 for the first lane of the activity, …: its sign and colour.</param>
public sealed record ComposerModel(
    string ActivityId,
    string LaneId,
    string? ParentId,
    string Lane,
    string Prompt,
    int MaxLength,
    int Sign,
    bool Open) : ViewModel
{
    /// <summary>Who sees what is written here, until it is revealed.</summary>
    public Visibility Seen { get; init; } = Visibility.All;
}

/// <summary>What was said in a lane and is kept from those who look, until it is revealed.</summary>
/// <param name="Seen">Who sees it for now.</param>
public sealed record KeptModel(int Count, Visibility Seen) : ViewModel;

/// <summary>A list of contributions in one lane; the entries are its children.</summary>
/// <param name="Answers">Whether they answer something.</param>
/// <param name="Begun">False: its lane has not been opened yet; there is a place for it and nothing to see.</param>
public sealed record EntryListModel(string Lane, int Sign, bool Answers, bool Begun = true) : ViewModel;

/// <summary>Holds one contribution and what hangs under it; what changes often stands in its children.</summary>
/// <param name="Answerable">Another lane hangs under its lane, so there is something inside to go to.</param>
public sealed record EntryModel(string Id, int Depth, bool Answerable) : ViewModel;

/// <summary>The contribution itself.</summary>
/// <param name="Number">Its place in its lane, 1, 2, 3, …</param>
/// <param name="Text">Null: withdrawn; it stays because something answers it.</param>
/// <param name="Author">A name, where the session shows names.</param>
/// <param name="Spread">How far its nods spread over the sectors; null where that is not told.</param>
/// <param name="Awaits">The lane in which can be contributed now under it or further below, or null.</param>
/// <param name="Answers">How many answers it has.</param>
/// <param name="Joined">How many contributions it was made of; 0: it is one.</param>
public sealed record EntryTextModel(
    string Id,
    int Number,
    string? Text,
    string? Author,
    int Nods,
    Spread? Spread,
    bool NodsOpen,
    bool Picked,
    int Sign,
    string? Awaits,
    int Answers,
    int Joined = 0) : ViewModel
{
    /// <summary>Somebody's own words: drawn between quotation marks.</summary>
    public bool Quotation { get; init; }

    /// <summary>In whose place it is said: "the risk-averse approver"; or null.</summary>
    public string? SpokenFor { get; init; }

    /// <summary>Written down by a facilitator or scribe: drawn with a mark that is no text, so that no name can look like it.</summary>
    public bool Noted { get; init; }

    /// <summary>The dots on it in the newest vote; null: none is told.</summary>
    public int? Dots { get; init; }

    /// <summary>How many dots one delegate can put on it now; 0: none.</summary>
    public int MostDots { get; init; }

    public override KeySigns Signs() =>
        (Picked ? KeySigns.Picked : KeySigns.None) | (Noted ? KeySigns.Noted : KeySigns.None) | Spread.Sign();
}

/// <summary>The end of the phone's page for the current step, and the ways around in it.</summary>
/// <param name="ListKey">The node that lists everything, or null: there is nothing to go around in.</param>
/// <param name="ListName">What it lists: "Challenges"; null: several lists.</param>
/// <param name="Reacts">Whether there is nothing to do but listen and look, so that a light reaction is offered.</param>
public sealed record FootModel(
    string ActivityId,
    string Step,
    bool CanBeDone,
    string? ListKey = null,
    string? ListName = null,
    bool Reacts = false) : ViewModel
{
    /// <summary>What the room does in this step.</summary>
    public StepKind Kind { get; init; } = StepKind.Brief;
}

/// <summary>An action on the list.</summary>
public sealed record ActionModel(int Number, string Id, string What, string? Owner, DateOnly? Due, int? Confidence) : ViewModel
{
    public override KeySigns Signs() => Confidence is null ? KeySigns.None : KeySigns.Confidence;
}

/// <summary>The list of actions; they are its children.</summary>
public sealed record ActionListModel : ViewModel;

/// <summary>The session is over.</summary>
public sealed record ClosedModel(string Title, DateTimeOffset? At, int Decisions, int Actions) : ViewModel;

/// <summary>What the room decided, once it is over; the decisions are its children.</summary>
public sealed record DecisionListModel : ViewModel;

/// <param name="From">The words that it came from, as far as the room saw them.</param>
public sealed record DecisionModel(string Text, ValueList<string> From) : ViewModel;

/// <summary>The screen's masthead.</summary>
public sealed record MastheadModel(string Title, string? Prompt) : ViewModel;

/// <summary>The screen's last line: what the signs mean, and how many. What only this stage has to explain are its children.</summary>
public sealed record KeyModel(bool Picks, bool Nods, int Contributions) : ViewModel
{
    /// <summary>Whether bars stand there that say over how many sectors nods spread.</summary>
    public bool Spreads { get; init; }

    /// <summary>Whether something stands there that a facilitator or scribe wrote down.</summary>
    public bool Noted { get; init; }

    /// <summary>Whether bars stand there that say how sure the owner of an action is.</summary>
    public bool Confidence { get; init; }

    /// <summary>The page at which a full wall stands; null: its pages turn by themselves.</summary>
    public int? Page { get; init; }
}

/// <summary>The screen's spine. People and time come by <c>pulse</c>; the address is the surface's own.</summary>
/// <param name="HeldSince">The screen is held since then; null: it is live.</param>
/// <param name="New">How many contributions have come since it is held.</param>
public sealed record SpineModel(ValueList<SpineStep> Steps, DateTimeOffset? EndsAt, DateTimeOffset? HeldSince, int New = 0) : ViewModel;

public sealed record SpineStep(string Title, bool Done, bool Now);

/// <summary>The lobby.</summary>
/// <param name="Draft">Not open yet: nobody can join.</param>
/// <param name="NamesVary">Some activity is stricter about names than the session.</param>
public sealed record LobbyModel(
    string Title,
    string? Topic,
    bool Draft,
    NamesPolicy Names,
    bool NamesVary,
    ValueList<AgendaLine> Agenda,
    int Joined,
    ValueList<SectorCount> Sectors) : ViewModel
{
    /// <summary>Whether people say which sector they are from.</summary>
    public bool AsksSector { get; init; }

    /// <summary>Nobody new can join now.</summary>
    public bool Locked { get; init; }
}

/// <summary>Nothing but how to join.</summary>
/// <param name="Locked">Nobody new can join now.</param>
public sealed record BlankModel(bool Locked = false) : ViewModel;
