using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Views;

/// <summary>What all phones of an audience show: nothing that is one person's own, so that it is drawn once for a thousand.</summary>
public static class PhoneView
{
    public const string RootKey = "room";

    /// <param name="team">The team of those who look, in the current activity; null: none.</param>
    public static Node Build(SessionState state, string? team = null) => state.Stage switch
    {
        SessionStage.Closed => Root("closed", state, null, null, [.. Outcome.Of(state)]),
        SessionStage.Open when state.CurrentActivity is { } activity && state.CurrentStep is { } step => Live(state, activity, step, team),
        _ => Root("waiting", state, null, null, new Node("waiting", new WaitingModel(state.Title, Agenda(state)))),
    };

    internal static ValueList<AgendaLine> Agenda(SessionState state) =>
        state.Agenda.Select(a => new AgendaLine(a.Title, a.Minutes)).ToValueList();

    private static Node Live(SessionState state, Activity activity, Step step, string? team)
    {
        var layout = LayoutCatalogue.Find(activity.Layout);
        var prompt = activity.Prompt.Length > 0 ? activity.Prompt : activity.Title;
        var head = new HeadModel(activity.Title, prompt, step.Title, step.Kind, step.Collects.Count > 0, step.Nods,
            state.NamesOf(activity.ActivityId), state.IsFrozen(activity.ActivityId))
        {
            Answers = step.Answers.Count > 0,
            OnSide = state.TooSmall(activity).Any(t => t.TeamId == team) ? state.SizeOf(activity.ActivityId, team!) : 0,
        };
        // Phones can do without a layout: what is said and answered is the same in all of them.
        var body = (layout?.Phone(state, activity, team) ?? PhoneTree.Top(state, activity, team)).ToList();
        var lists = body.FindAll(n => n.Model is EntryListModel { Begun: true });
        var list = lists.FirstOrDefault();
        // One is called by its name, several together are everything.
        var name = lists.Count == 1 ? ((EntryListModel)list!.Model).Lane : null;
        var foot = new FootModel(activity.ActivityId, step.Id, step.Collects.Count > 0, list?.Key, name,
            step is { Collects.Count: 0, Answers.Count: 0, Dots: 0 })
        { Kind = step.Kind };
        return Root(
            "live",
            state,
            activity.Layout,
            activity.Teams.FirstOrDefault(t => t.TeamId == team)?.Title,
            [new Node("head", head), .. TeamChoice.Of(state, activity, team), .. Ballot.Head(state, activity), .. body,
                .. Ballot.Foot(state, activity), new Node("foot", foot)]);
    }

    private static Node Root(string kind, SessionState state, string? layout, string? team, params Node[] rest) => new(
        RootKey,
        new RootModel(kind, layout),
        [new Node("top", new TopModel(state.CurrentActivity?.Title ?? state.Title, state.Timer?.EndsAt) { Team = team }), .. rest]);
}
