namespace WorkshopHub.Core.Summaries;

/// <summary>
/// What the sponsor gets, before it becomes a document. Formats know the few kinds of <see cref="Block"/> and nothing
/// of layouts, so that a new layout needs no new export and a new format no knowledge of layouts.
/// Built as everybody may see the session: nothing withdrawn, nothing hidden, no names where none were promised.
/// </summary>
/// <param name="Blocks">In reading order: decisions, actions, then the evidence.</param>
/// <param name="Records">The same content flat, for spreadsheets and programs; hidden ones are in it, flagged.</param>
public sealed record Summary(SummaryHead Head, ValueList<Block> Blocks, ValueList<SummaryRecord> Records);

/// <param name="Date">The day on which the session was opened, or null: it never was. UTC.</param>
/// <param name="Delegates">How many people joined and were not removed.</param>
/// <param name="Language">BCP 47, the session's.</param>
/// <param name="Stage">In words, such as "Draft: the session is still open"; null once it is closed.</param>
public sealed record SummaryHead(string Title, string? Topic, DateOnly? Date, int Delegates, string Language, string? Stage,
    string DelegatesInWords);

/// <summary>A part of the summary's text. Closed: every format draws every one of them.</summary>
public abstract record Block
{
    private Block()
    {
    }

    /// <param name="Level">1 to 4; the document's title is none of them.</param>
    public sealed record Heading(int Level, string Text) : Block;

    /// <summary>A list of points, numbered where the order or the count matters.</summary>
    public sealed record Points(bool Numbered, ValueList<SummaryEntry> Items) : Block;

    /// <summary>A table whose head repeats on every page and whose rows do not break.</summary>
    /// <param name="Rows">Each row has as many cells as there are heads.</param>
    public sealed record Table(ValueList<string> Heads, ValueList<ValueList<Cell>> Rows) : Block;

    /// <summary>The facilitator's own synthesis, in the facilitator's words.</summary>
    public sealed record Note(string Text) : Block;

    /// <summary>A plain sentence of the tool's, such as "No decisions were recorded."</summary>
    public sealed record Remark(string Text) : Block;

    /// <summary>Lists that stand side by side, such as what two teams expect of each other.</summary>
    public sealed record Lists(ValueList<NamedList> Items) : Block;

    /// <summary>What people said in their own words, to be quoted as they are.</summary>
    public sealed record Quotes(ValueList<Quote> Items) : Block;

    /// <summary>How many each has: a distribution, or the tallies of a vote. Figures, not only lines.</summary>
    /// <param name="Of">Of how many, where each of them has one; null where that means nothing.</param>
    public sealed record Bars(ValueList<Bar> Items, int? Of) : Block;

    /// <summary>From what is today to what is needed.</summary>
    public sealed record Shift(NamedList From, NamedList To) : Block;
}

/// <summary>Entries under a name.</summary>
public sealed record NamedList(string Title, ValueList<SummaryEntry> Entries);

/// <param name="Entry">The words as they were said, without quotation marks.</param>
/// <param name="SpokenFor">In whose place, in words: "as the risk-averse approver"; null: nobody else's.</param>
public sealed record Quote(SummaryEntry Entry, string? SpokenFor);

/// <param name="Marked">What the room has picked.</param>
public sealed record Bar(string Label, int Count, bool Marked = false);

/// <summary>One cell of a table: no, one or several entries; several are shown as a list.</summary>
public sealed record Cell(ValueList<SummaryEntry> Entries);

/// <param name="Text">May hold line breaks; may be of any language and direction.</param>
/// <param name="Detail">In smaller type under it, such as "picked from 6; 12 of 16 nods".</param>
/// <param name="Marked">What the room has picked: under the marker.</param>
/// <param name="Notes">The facilitator's notes on this entry.</param>
public sealed record SummaryEntry(string Text, string? Detail = null, bool Marked = false, ValueList<string>? Notes = null);

/// <summary>One line of the flat form.</summary>
public sealed record SummaryRecord
{
    /// <summary>decision, action, contribution, note, theme, answer (one value of a scale or a choice) or vote (what got dots).</summary>
    public required string Kind { get; init; }

    /// <summary>Of the thing itself; opaque, the same in every export.</summary>
    public required string Id { get; init; }

    public required string Text { get; init; }

    public string? Activity { get; init; }

    public string? Lane { get; init; }

    /// <summary>What a contribution answers.</summary>
    public string? ParentId { get; init; }

    /// <summary>What the room reads there; null where that is hidden or withdrawn.</summary>
    public string? ParentText { get; init; }

    public int? Nods { get; init; }

    public bool Picked { get; init; }

    /// <summary>The facilitator has hidden it, or what it answers; it is in no other format.</summary>
    public bool Hidden { get; init; }

    public bool NotedByFacilitator { get; init; }

    public bool EditedByFacilitator { get; init; }

    /// <summary>The author's name; null wherever the session promises not to show it.</summary>
    public string? By { get; init; }

    public string? Owner { get; init; }

    public DateOnly? Due { get; init; }

    public int? Confidence { get; init; }

    /// <summary>What a decision or an action came from.</summary>
    public ValueList<string>? FromIds { get; init; }

    public ValueList<string>? Notes { get; init; }

    /// <summary>Set aside for later, or said in an activity that was removed.</summary>
    public bool Parked { get; init; }

    /// <summary>The id of the one that says the same and stands for both.</summary>
    public string? JoinedInto { get; init; }

    /// <summary>The id of the one of an earlier activity that this came from.</summary>
    public string? CarriedFrom { get; init; }

    /// <summary>The title of the theme that a contribution is in.</summary>
    public string? Theme { get; init; }

    public bool Quotation { get; init; }

    /// <summary>In whose place it was said.</summary>
    public string? SpokenFor { get; init; }

    /// <summary>Of an answer how many gave it, of a vote the dots, of a theme its contributions.</summary>
    public int? Count { get; init; }

    /// <summary>Of an answer how many answered, of a vote all dots.</summary>
    public int? Of { get; init; }
}
