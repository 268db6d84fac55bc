using System.Globalization;

namespace WorkshopHub.Core.Summaries;

/// <summary>The tool's own words in a summary: English here, a file for each other language beside it.</summary>
public partial record SummaryWords
{
    public static readonly SummaryWords English = new();

    /// <summary>The words in this language or its parent ("de" for "de-AT"), else in English.</summary>
    public static SummaryWords In(string language) => language.Split('-')[0].ToLowerInvariant() switch
    {
        "de" => German,
        "ar" => Arabic,
        _ => English,
    };

    public string Decisions { get; init; } = "Decisions";

    public string Actions { get; init; } = "Actions";

    public string Evidence { get; init; } = "What was said";

    public string NoDecisions { get; init; } = "No decisions were recorded.";

    public string NoActions { get; init; } = "No actions were recorded.";

    public string What { get; init; } = "What";

    public string Who { get; init; } = "Who";

    public string ByWhen { get; init; } = "By when";

    public string Confidence { get; init; } = "Confidence";

    public string OutOfFive { get; init; } = "{0} of 5";

    public string Withdrawn { get; init; } = "withdrawn";

    public string NodsOf { get; init; } = "{0} of {1} nods";

    public string InSectors { get; init; } = "{0} of {1} sectors";

    public string PickedFrom { get; init; } = "picked from {0}";

    public string From { get; init; } = "From: {0}";

    public string FromInChain { get; init; } = "{0} (to: {1})";

    public string InChain { get; init; } = "{0} “{1}”";

    public string Parked { get; init; } = "Parked";

    public string CarriedFrom { get; init; } = "carried over from {0}";

    public string JoinedWith { get; init; } = "also in these words: {0}";

    public string Quoted { get; init; } = "“{0}”";

    public string AlsoSaidFormat { get; init; } = "{0}: also said";

    public string AnsweringFormat { get; init; } = "To “{0}”:";

    public string SuggestedFormat { get; init; } = "{0}: suggested";

    public string EverythingElse { get; init; } = "Everything else";

    public string SpokenForFormat { get; init; } = "as {0}";

    public string AnswerFormat { get; init; } = "{0}: {1}";

    public PluralText ContributionCount { get; init; } = new() { One = "1 contribution", Other = "{0} contributions" };

    public string Dots { get; init; } = "{0} dots";

    public PluralText AnsweredCount { get; init; } = new() { One = "1 answered.", Other = "{0} answered." };

    public string Middle { get; init; } = "The middle of the room: {0}.";

    public string MiddleOfSector { get; init; } = "{0}: {1}.";

    public string OtherSectors { get; init; } = "Other";

    public string Vote { get; init; } = "Vote: {0}";

    /// <summary>The people, and their dots.</summary>
    public PluralText DotsFrom { get; init; } = new() { One = "{1} dots from 1 person.", Other = "{1} dots from {0} people." };

    public PluralText NotRevealedCount { get; init; } =
        new() { One = "1 contribution is not revealed yet.", Other = "{0} contributions are not revealed yet." };

    public string AnswersNotRevealed { get; init; } = "{0}: {1} answered; the answers are not revealed yet.";

    public string StillOpen { get; init; } = "Still open";

    public string NotMarked { get; init; } = "not marked yet";

    public string Even { get; init; } = "even: {0}";

    public string NotedByFacilitator { get; init; } = "noted by the facilitator";

    public string Facilitator { get; init; } = "Facilitator";

    public string Scribe { get; init; } = "Scribe";

    public string EditedByFacilitator { get; init; } = "edited by the facilitator";

    public string OpenStage { get; init; } = "The session is still open: this is how it stands.";

    public string DraftStage { get; init; } = "The session has not been opened.";

    public PluralText DelegateCount { get; init; } = new() { One = "1 delegate", Other = "{0} delegates" };

    public string DateFormat { get; init; } = "d MMMM yyyy";

    /// <summary>For dates and numbers.</summary>
    public CultureInfo Culture { get; init; } = CultureInfo.GetCultureInfo("en-GB");

    public string AlsoSaid(string lane) => Fill(AlsoSaidFormat, lane);

    public string Answering(string text) => Fill(AnsweringFormat, text);

    public string Suggested(string lane) => Fill(SuggestedFormat, lane);

    public string Date(DateOnly date) => date.ToString(DateFormat, Culture);

    internal string Fill(string format, params object[] values) => string.Format(Culture, format, values);

    internal string Count(PluralText text, int n, params object[] more) => text.Say(Culture, n, more);
}
