using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Views;

/// <summary>What stands on the wall. A held screen shows the state in which it was held, less what had to vanish since.</summary>
public static class ScreenView
{
    public const string RootKey = "screen";

    public static Node Build(SessionState live)
    {
        if (live.Screen.Mode == ScreenMode.Blank)
        {
            return new(RootKey, new RootModel("blank", null), [new Node("blank", new BlankModel(live.JoiningLocked))]);
        }

        // Names that are not shown any more vanish from a held screen at once; whose an alias is, only the live state knows.
        var state = live.Held is { } held ? Named(held with { Aliases = live.Aliases }, live) : live;
        if (state.Stage == SessionStage.Closed)
        {
            return new(
                RootKey,
                new RootModel("closed", null),
                [new Node("over", new ClosedModel(state.Title, state.ClosedAt, state.Decisions.Count, state.Actions.Count))]);
        }

        return state.CurrentActivity is { } activity && state.CurrentStep is { } step
            ? Live(live, state, activity, step)
            : Lobby(state, live.JoiningLocked);
    }

    private static SessionState Named(SessionState held, SessionState live)
    {
        if (held.Settings.Names == live.Settings.Names && held.Agenda.All(a => a.Names == Names(a))) return held;
        return held with
        {
            Settings = held.Settings with { Names = live.Settings.Names },
            Agenda = held.Agenda.Select(a => a with { Names = Names(a) }).ToValueList(),
        };

        NamesPolicy? Names(Activity activity) => (live.AnyActivity(activity.ActivityId) ?? activity).Names;
    }

    private static Node Lobby(SessionState state, bool locked)
    {
        var model = new LobbyModel(
            state.Title,
            state.Topic,
            state.Stage == SessionStage.Draft,
            state.Settings.Names,
            state.NamesVary(),
            PhoneView.Agenda(state),
            state.Present.Count(),
            Sight.Sectors(state))
        {
            AsksSector = state.Settings.SectorQuestion is not null,
            Locked = locked,
        };
        return new(RootKey, new RootModel("lobby", null), [new Node("lobby", model)]);
    }

    private static Node Live(SessionState live, SessionState state, Activity activity, Step step)
    {
        var at = activity.Steps.ToList().IndexOf(step);
        var steps = activity.Steps.Select((s, i) => new SpineStep(s.Title, i < at, i == at)).ToValueList();
        var said = activity.Lanes.Sum(l => Sight.InLane(state, activity, l).Count(c => c.Stands));
        var (stage, legend) = OnStage(state, activity, step);
        // The key explains the marker where one can be seen, or is about to be; and figures where they stand.
        var alone = stage?.Model is SpotlightModel;
        var signs = stage is null ? KeySigns.None : SignsOn(stage);
        var picks = !alone && (step.Picks.Count > 0 || signs.HasFlag(KeySigns.Picked));
        return new(
            RootKey,
            new RootModel("live", activity.Layout),
            [
                new Node("masthead", new MastheadModel(activity.Prompt.Length > 0 ? activity.Prompt : activity.Title, null)),
                .. stage is null ? ValueList.Of<Node>([]) : [stage],
                new Node(
                    "key",
                    new KeyModel(picks, step.Nods, said)
                    {
                        Spreads = signs.HasFlag(KeySigns.Spread),
                        Noted = signs.HasFlag(KeySigns.Noted),
                        Confidence = signs.HasFlag(KeySigns.Confidence),
                        Page = alone ? null : state.Screen.Page,
                    },
                    legend),
                new Node(
                    "spine",
                    new SpineModel(
                        steps,
                        live.Timer?.EndsAt,
                        live.Screen.Mode == ScreenMode.Held ? live.Screen.Since : null,
                        NewSince(live))),
            ]);
    }

    private static KeySigns SignsOn(Node node) => node.Children.Aggregate(node.Model.Signs(), (signs, child) => signs | SignsOn(child));

    private static int NewSince(SessionState live) =>
        live.Held is { } held ? live.Contributions.Values.Count(c => c.Stands && !held.Contributions.ContainsKey(c.Id)) : 0;

    // The spotlight takes any stage, a vote that of any layout; only a layout's own has something of its own to explain.
    private static (Node? Stage, ValueList<Node> Legend) OnStage(SessionState state, Activity activity, Step step)
    {
        var layout = LayoutCatalogue.Find(activity.Layout);
        if ((Spotlight.Of(state) ?? VoteStage.Of(state, activity, step, layout)) is { } taken) return (taken, []);
        if (layout is null) return (null, []);
        var stage = layout.Screen(state, activity);
        return (stage, layout.Legend(stage).ToValueList());
    }
}
