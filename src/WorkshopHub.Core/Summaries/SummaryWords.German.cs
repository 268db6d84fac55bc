using System.Globalization;

namespace WorkshopHub.Core.Summaries;

/// <content>The words of a summary in German.</content>
public partial record SummaryWords
{
    public static readonly SummaryWords German = new()
    {
        Decisions = "Entscheidungen",
        Actions = "Maßnahmen",
        Evidence = "Was gesagt wurde",
        NoDecisions = "Es wurden keine Entscheidungen festgehalten.",
        NoActions = "Es wurden keine Maßnahmen festgehalten.",
        What = "Was",
        Who = "Wer",
        ByWhen = "Bis wann",
        Confidence = "Zuversicht",
        OutOfFive = "{0} von 5",
        Withdrawn = "zurückgezogen",
        NodsOf = "Zustimmungen: {0} von {1}",
        InSectors = "aus {0} von {1} Bereichen",
        PickedFrom = "ausgewählt aus {0}",
        From = "Aus: {0}",
        FromInChain = "{0} (zu: {1})",
        InChain = "{0} „{1}“",
        Parked = "Geparkt",
        CarriedFrom = "übernommen aus „{0}“",
        JoinedWith = "auch in diesen Worten: {0}",
        Quoted = "„{0}“",
        AlsoSaidFormat = "{0}: außerdem gesagt",
        AnsweringFormat = "Zu „{0}“:",
        SuggestedFormat = "{0}: vorgeschlagen",
        EverythingElse = "Alles Übrige",
        SpokenForFormat = "als {0}",
        ContributionCount = new() { One = "1 Beitrag", Other = "{0} Beiträge" },
        Dots = "Punkte: {0}",
        AnsweredCount = new() { One = "1 Person hat geantwortet.", Other = "{0} haben geantwortet." },
        Middle = "Die Mitte der Runde: {0}.",
        OtherSectors = "Andere",
        Vote = "Abstimmen: {0}",
        DotsFrom = new() { One = "Punkte: {1}, von 1 Person.", Other = "Punkte: {1}, von {0} Personen." },
        NotRevealedCount = new() { One = "1 Beitrag ist noch nicht aufgedeckt.", Other = "{0} Beiträge sind noch nicht aufgedeckt." },
        AnswersNotRevealed = "{0}: {1} haben geantwortet; die Antworten sind noch nicht aufgedeckt.",
        StillOpen = "Noch offen",
        NotMarked = "noch nicht markiert",
        Even = "unentschieden: {0}",
        NotedByFacilitator = "von der Moderation notiert",
        Facilitator = "Moderation",
        Scribe = "Protokoll",
        EditedByFacilitator = "von der Moderation bearbeitet",
        OpenStage = "Die Sitzung ist noch offen: So steht es jetzt.",
        DraftStage = "Die Sitzung ist noch nicht geöffnet worden.",
        DelegateCount = new() { One = "1 Person nahm teil", Other = "{0} Teilnehmende" },
        DateFormat = "d. MMMM yyyy",
        Culture = CultureInfo.GetCultureInfo("de-DE"),
    };
}
