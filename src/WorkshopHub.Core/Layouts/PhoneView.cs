using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Layouts;

/// <summary>What all phones of an audience show: nothing that is one person's own, so that it is drawn once for a thousand.</summary>
public static class PhoneView
{
    public const string RootKey = "room";

    public static Node Build(SessionState state) => state.Stage switch
    {
        Stage.Closed => Root("closed", state, null, new Node("over", new ClosedModel(state.Title, state.ClosedAt, state.Decisions.Count, state.Actions.Count))),
        Stage.Open when state.CurrentActivity is { } activity && state.CurrentStep is { } step => Live(state, activity, step),
        _ => Root("waiting", state, null, new Node("waiting", new WaitingModel(state.Title, Agenda(state)))),
    };

    internal static Seq<AgendaLine> Agenda(SessionState state) => state.Agenda.Select(a => new AgendaLine(a.Title, a.Minutes)).ToSeq();

    private static Node Live(SessionState state, Activity activity, Step step)
    {
        var layout = LayoutCatalogue.Find(activity.Layout);
        var prompt = activity.Prompt.Length > 0 ? activity.Prompt : activity.Title;
        var head = new HeadModel(activity.Title, prompt, step.Title, step.Kind, step.Collects.Count > 0, step.Nods, state.NamesOf(activity.ActivityId), state.IsFrozen(activity.ActivityId));
        var body = layout?.Phone(state, activity).ToList() ?? [];
        var list = body.Find(n => n.Model is EntryListModel);
        var foot = new FootModel(activity.ActivityId, step.Id, step.Collects.Count > 0, list?.Key, (list?.Model as EntryListModel)?.Lane);
        return Root(
            "live",
            state,
            activity.Layout,
            [new Node("head", head), .. body, new Node("foot", foot)]);
    }

    private static Node Root(string kind, SessionState state, string? layout, params Node[] rest) => new(
        RootKey,
        new RootModel(kind, layout),
        [new Node("top", new TopModel(state.CurrentActivity?.Title ?? state.Title, state.Timer?.EndsAt)), .. rest]);
}
