namespace WorkshopHub.Core.Summaries;

/// <summary>
/// What the sponsor gets, before it becomes a document. Formats know the few kinds of <see cref="Block"/> and nothing
/// of layouts, so that a new layout needs no new export and a new format no knowledge of layouts.
/// Built as everybody may see the session: nothing withdrawn, nothing hidden, no names where none were promised.
/// </summary>
/// <param name="Blocks">In reading order: decisions, actions, then the evidence.</param>
/// <param name="Records">The same content flat, for spreadsheets and programs; hidden ones are in it, flagged.</param>
public sealed record Summary(SummaryHead Head, Seq<Block> Blocks, Seq<SummaryRecord> Records);

/// <param name="Date">The day on which the session was opened, or null: it never was. UTC.</param>
/// <param name="Delegates">How many people joined and were not removed.</param>
/// <param name="Language">BCP 47, the session's.</param>
/// <param name="Stage">In words, such as "Draft: the session is still open"; null once it is closed.</param>
public sealed record SummaryHead(string Title, string? Topic, DateOnly? Date, int Delegates, string Language, string? Stage, string DelegatesInWords);

/// <summary>A part of the summary's text. Closed: every format draws every one of them.</summary>
public abstract record Block
{
    private Block()
    {
    }

    /// <param name="Level">1 to 4; the document's title is none of them.</param>
    public sealed record Heading(int Level, string Text) : Block;

    /// <summary>A list of points, numbered where the order or the count matters.</summary>
    public sealed record Points(bool Numbered, Seq<Entry> Items) : Block;

    /// <summary>A table whose head repeats on every page and whose rows do not break.</summary>
    /// <param name="Rows">Each row has as many cells as there are heads.</param>
    public sealed record Table(Seq<string> Heads, Seq<Seq<Cell>> Rows) : Block;

    /// <summary>The facilitator's own synthesis, in the facilitator's words.</summary>
    public sealed record Note(string Text) : Block;

    /// <summary>A plain sentence of the tool's, such as "No decisions were recorded."</summary>
    public sealed record Remark(string Text) : Block;

    /// <summary>Lists that stand side by side, such as what two teams expect of each other.</summary>
    public sealed record Lists(Seq<NamedList> Items) : Block;

    /// <summary>What people said in their own words, to be quoted as they are.</summary>
    public sealed record Quotes(Seq<Quote> Items) : Block;

    /// <summary>How many each has: a distribution, or the tallies of a vote. Figures, not only lines.</summary>
    /// <param name="Of">Of how many, where each of them has one; null where that means nothing.</param>
    public sealed record Bars(Seq<Bar> Items, int? Of) : Block;

    /// <summary>From what is today to what is needed.</summary>
    public sealed record Shift(NamedList From, NamedList To) : Block;
}

/// <summary>Entries under a name.</summary>
public sealed record NamedList(string Title, Seq<Entry> Entries);

/// <param name="Entry">The words as they were said, without quotation marks.</param>
/// <param name="SpokenFor">In whose place, in words: "as the risk-averse approver"; null: nobody else's.</param>
public sealed record Quote(Entry Entry, string? SpokenFor);

/// <param name="Marked">What the room has picked.</param>
public sealed record Bar(string Label, int Count, bool Marked = false);

/// <summary>One cell of a table: no, one or several entries; several are shown as a list.</summary>
public sealed record Cell(Seq<Entry> Entries);

/// <param name="Text">May hold line breaks; may be of any language and direction.</param>
/// <param name="Detail">In smaller type under it, such as "picked from 6; 12 of 16 nods".</param>
/// <param name="Marked">What the room has picked: under the marker.</param>
/// <param name="Notes">The facilitator's notes on this entry.</param>
public sealed record Entry(string Text, string? Detail = null, bool Marked = false, Seq<string>? Notes = null);

/// <summary>One line of the flat form.</summary>
/// <param name="Kind">decision, action, contribution, note, theme, answer (one value of a scale or a choice) or vote (what got dots).</param>
/// <param name="Id">Of the thing itself; opaque, the same in every export.</param>
/// <param name="ParentId">What a contribution answers.</param>
/// <param name="FromIds">What a decision or an action came from.</param>
/// <param name="ParentText">What the room reads there; null where that is hidden or withdrawn.</param>
/// <param name="Hidden">The facilitator has hidden it, or what it answers; it is in no other format.</param>
/// <param name="Parked">Set aside for later, or said in an activity that was removed.</param>
/// <param name="JoinedInto">The id of the one that says the same and stands for both.</param>
/// <param name="CarriedFrom">The id of the one of an earlier activity that this came from.</param>
/// <param name="By">The author's name; null wherever the session promises not to show it.</param>
/// <param name="Theme">The title of the theme that a contribution is in.</param>
/// <param name="SpokenFor">In whose place it was said.</param>
/// <param name="Count">Of an answer how many gave it, of a vote the dots, of a theme its contributions.</param>
/// <param name="Of">Of an answer how many answered, of a vote all dots.</param>
public sealed record SummaryRecord(
    string Kind,
    string Id,
    string Text,
    string? Activity = null,
    string? Lane = null,
    string? ParentId = null,
    string? ParentText = null,
    int? Nods = null,
    bool Picked = false,
    bool Hidden = false,
    bool NotedByFacilitator = false,
    bool EditedByFacilitator = false,
    string? By = null,
    string? Owner = null,
    DateOnly? Due = null,
    int? Confidence = null,
    Seq<string>? FromIds = null,
    Seq<string>? Notes = null,
    bool Parked = false,
    string? JoinedInto = null,
    string? CarriedFrom = null,
    string? Theme = null,
    bool Quotation = false,
    string? SpokenFor = null,
    int? Count = null,
    int? Of = null);
