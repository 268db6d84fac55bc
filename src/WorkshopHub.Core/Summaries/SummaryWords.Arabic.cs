using System.Globalization;

namespace WorkshopHub.Core.Summaries;

/// <content>The words of a summary in Arabic. What is counted stands before its number, so that one form does for all numbers.</content>
public partial record SummaryWords
{
    public static readonly SummaryWords Arabic = new()
    {
        Decisions = "القرارات",
        Actions = "الإجراءات",
        Evidence = "ما قيل",
        NoDecisions = "لم تسجل أي قرارات.",
        NoActions = "لم تسجل أي إجراءات.",
        What = "ماذا",
        Who = "من",
        ByWhen = "حتى متى",
        Confidence = "الثقة",
        OutOfFive = "{0} من 5",
        Withdrawn = "مسحوبة",
        NodsOf = "الإيماءات: {0} من {1}",
        InSectors = "القطاعات: {0} من {1}",
        PickedFrom = "الاختيار من بين {0}",
        From = "من: {0}",
        FromInChain = "{0} (عن: {1})",
        InChain = "{0} «{1}»",
        Parked = "المؤجلة",
        CarriedFrom = "منقولة من «{0}»",
        JoinedWith = "وبهذه الكلمات أيضاً: {0}",
        Quoted = "«{0}»",
        AlsoSaidFormat = "{0}: قيل أيضاً",
        AnsweringFormat = "عن «{0}»:",
        SuggestedFormat = "{0}: مقترحة",
        EverythingElse = "كل ما عدا ذلك",
        SpokenForFormat = "نيابة عن: {0}",
        ContributionCount = new() { One = "مساهمة واحدة", Other = "المساهمات: {0}" },
        Dots = "النقاط: {0}",
        AnsweredCount = new() { One = "أجاب شخص واحد.", Other = "عدد من أجابوا: {0}." },
        Middle = "وسط القاعة: {0}.",
        OtherSectors = "أخرى",
        Vote = "تصويت: {0}",
        DotsFrom = new() { One = "النقاط: {1}، من شخص واحد.", Other = "النقاط: {1}، وعدد المصوتين: {0}." },
        NotRevealedCount = new() { One = "مساهمة واحدة لم تكشف بعد.", Other = "مساهمات لم تكشف بعد: {0}." },
        AnswersNotRevealed = "{0}: عدد من أجابوا {1}؛ ولم تكشف الإجابات بعد.",
        StillOpen = "لم يحسم بعد",
        NotMarked = "بلا إجابات بعد",
        Even = "متعادل: {0}",
        NotedByFacilitator = "دونها فريق التيسير",
        Facilitator = "فريق التيسير",
        Scribe = "المدون",
        EditedByFacilitator = "عدلها فريق التيسير",
        OpenStage = "الجلسة ما زالت مفتوحة: هذا هو الوضع الآن.",
        DraftStage = "لم تفتح الجلسة بعد.",
        DelegateCount = new() { One = "مشارك واحد", Other = "المشاركون: {0}" },
        Culture = CultureInfo.GetCultureInfo("ar"),
    };
}
