using WorkshopHub.Core.Methods;

namespace WorkshopHub.Core.Views;

/// <summary>
/// An activity as its facilitator sees it: everything that was said, also what the room does not see, each with what can
/// be done about it now. A table for each text lane that hangs under no other one, with the text lanes below it as
/// columns; answers stand under what they answer, and only as the room may see them: who gave which is nobody's matter.
/// </summary>
/// <param name="Answers">Scales and choices that hang under nothing.</param>
public sealed record Board(Activity Activity, ValueList<BoardTable> Tables, ValueList<BoardAnswers> Answers)
{
    internal static Board Of(DeskView desk, Activity activity)
    {
        var state = desk.State;
        var notes = state.Notes.Values.Where(n => n.ContributionId is not null).ToLookup(n => n.ContributionId!);
        var builder = new BoardBuilder(desk, state, activity, notes);
        return new(activity, activity.TextLanes(null).Select(builder.Table).ToValueList(), activity.AnswerLanes(null)
            .Select(l => builder.Answers(l, null)).ToValueList());
    }
}
