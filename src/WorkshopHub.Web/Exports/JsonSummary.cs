using System.Text.Json.Serialization;
using WorkshopHub.Core;

namespace WorkshopHub.Web.Exports;

// The public shape of a summary as data. It stands apart from the Core's records so that renaming something inside the
// product never changes what other programs read. Properties are camelCase; what is not known is null, never left out.

/// <summary>A summary as data.</summary>
/// <param name="Head">What it is about.</param>
/// <param name="Blocks">The document in reading order: decisions, actions, then the evidence.</param>
/// <param name="Records">
/// The same content flat: one record a decision, action, contribution, note, theme, answered value or voted target.
/// </param>
public sealed record JsonSummary(JsonHead Head, IEnumerable<JsonBlock> Blocks, IEnumerable<JsonRecord> Records);

/// <param name="Title">The session's title.</param>
/// <param name="Topic">Its topic, or null.</param>
/// <param name="Date">The day on which it was opened, UTC, as <c>2026-06-14</c>; null: never opened.</param>
/// <param name="Delegates">How many people joined and were not removed.</param>
/// <param name="Language">BCP 47; the language of the tool's own words in <c>blocks</c>.</param>
/// <param name="Stage">In words, such as "Draft: the session is still open"; null once it is closed.</param>
public sealed record JsonHead(string Title, string? Topic, DateOnly? Date, int Delegates, string Language, string? Stage);

/// <summary>A part of the document; <c>kind</c> says which. Readers skip kinds that they do not know.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(JsonHeading), "heading")]
[JsonDerivedType(typeof(JsonPoints), "points")]
[JsonDerivedType(typeof(JsonTable), "table")]
[JsonDerivedType(typeof(JsonNote), "note")]
[JsonDerivedType(typeof(JsonRemark), "remark")]
[JsonDerivedType(typeof(JsonLists), "lists")]
[JsonDerivedType(typeof(JsonQuotes), "quotes")]
[JsonDerivedType(typeof(JsonBars), "bars")]
[JsonDerivedType(typeof(JsonShift), "shift")]
public abstract record JsonBlock;

/// <param name="Level">1 to 4.</param>
/// <param name="Text">One line.</param>
public sealed record JsonHeading(int Level, string Text) : JsonBlock;

/// <param name="Numbered">The order or the count matters.</param>
/// <param name="Entries">The points.</param>
public sealed record JsonPoints(bool Numbered, IEnumerable<JsonEntry> Entries) : JsonBlock;

/// <param name="Heads">The columns' names.</param>
/// <param name="Rows">Rows of cells; a cell is a list of no, one or several entries.</param>
public sealed record JsonTable(IEnumerable<string> Heads, IEnumerable<IEnumerable<IEnumerable<JsonEntry>>> Rows) : JsonBlock;

/// <param name="Text">The facilitator's own synthesis.</param>
public sealed record JsonNote(string Text) : JsonBlock;

/// <param name="Text">A plain sentence of the tool's.</param>
public sealed record JsonRemark(string Text) : JsonBlock;

/// <param name="Lists">Lists that stand side by side.</param>
public sealed record JsonLists(IEnumerable<JsonList> Lists) : JsonBlock;

/// <param name="Title">Whose list, or of what.</param>
/// <param name="Entries">May be empty.</param>
public sealed record JsonList(string Title, IEnumerable<JsonEntry> Entries);

/// <param name="Quotes">People's own words.</param>
public sealed record JsonQuotes(IEnumerable<JsonQuote> Quotes) : JsonBlock;

/// <param name="Text">The words, without quotation marks.</param>
/// <param name="SpokenFor">In whose place, such as "as the risk-averse approver", or null.</param>
/// <param name="Detail">Such as "12 of 16 nods", or null.</param>
/// <param name="Marked">The room has picked it.</param>
/// <param name="Notes">The facilitator's notes on it.</param>
public sealed record JsonQuote(string Text, string? SpokenFor, string? Detail, bool Marked, ValueList<string> Notes);

/// <param name="Bars">In the order of the document.</param>
/// <param name="Of">How many answered; null for dots.</param>
public sealed record JsonBars(IEnumerable<JsonBar> Bars, int? Of) : JsonBlock;

/// <param name="Label">A value, or what got dots.</param>
/// <param name="Count">How many.</param>
/// <param name="Marked">The room has picked it.</param>
public sealed record JsonBar(string Label, int Count, bool Marked);

/// <param name="From">What is today.</param>
/// <param name="To">What is needed.</param>
public sealed record JsonShift(JsonList From, JsonList To) : JsonBlock;

/// <param name="Text">As it was written; may hold line breaks.</param>
/// <param name="Detail">Such as "picked from 6; 12 of 16 nods", or null.</param>
/// <param name="Marked">The room has picked it.</param>
/// <param name="Notes">The facilitator's notes on it.</param>
public sealed record JsonEntry(string Text, string? Detail, bool Marked, ValueList<string> Notes);

/// <param name="Kind">decision, action, contribution, note, theme, answer or vote.</param>
/// <param name="Id">Opaque; the same in every export.</param>
/// <param name="Activity">The activity's title.</param>
/// <param name="Lane">The lane's title.</param>
/// <param name="Text">As it was written.</param>
/// <param name="ParentId">What a contribution answers.</param>
/// <param name="ParentText">The text of what it answers.</param>
/// <param name="Nods">How many delegates have that too.</param>
/// <param name="Picked">The room has picked it.</param>
/// <param name="Hidden">The facilitator has hidden it from everybody else.</param>
/// <param name="NotedByFacilitator">The facilitator wrote it down for somebody.</param>
/// <param name="EditedByFacilitator">The words are not all the author's.</param>
/// <param name="By">The author's name; null wherever the session promises not to show it.</param>
/// <param name="Owner">Who does the action.</param>
/// <param name="Due">By when, as <c>2026-07-31</c>.</param>
/// <param name="Confidence">1 to 5.</param>
/// <param name="FromIds">What a decision or an action came from.</param>
/// <param name="Notes">The facilitator's notes on it.</param>
/// <param name="Parked">Set aside for later, or said in an activity that was removed.</param>
/// <param name="JoinedInto">The id of the one that says the same and stands for both.</param>
/// <param name="CarriedFrom">The id of the one of an earlier activity that this came from.</param>
/// <param name="Theme">The title of the theme that a contribution is in.</param>
/// <param name="Quotation">It is somebody's own words.</param>
/// <param name="SpokenFor">In whose place it was said.</param>
/// <param name="Count">Of an answer how many gave it, of a vote the dots, of a theme its contributions.</param>
/// <param name="Of">Of an answer how many answered, of a vote all dots.</param>
public sealed record JsonRecord(
    string Kind,
    string Id,
    string? Activity,
    string? Lane,
    string Text,
    string? ParentId,
    string? ParentText,
    int? Nods,
    bool Picked,
    bool Hidden,
    bool NotedByFacilitator,
    bool EditedByFacilitator,
    string? By,
    string? Owner,
    DateOnly? Due,
    int? Confidence,
    ValueList<string> FromIds,
    ValueList<string> Notes,
    bool Parked,
    string? JoinedInto,
    string? CarriedFrom,
    string? Theme,
    bool Quotation,
    string? SpokenFor,
    int? Count,
    int? Of);
