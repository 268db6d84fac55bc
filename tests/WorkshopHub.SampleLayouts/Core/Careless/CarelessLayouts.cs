using WorkshopHub.Core;
using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.SampleLayouts.Core.Careless;

/// <summary>The stage of a layout that was copied from a neighbour: pages are promised, and no css says how.</summary>
public sealed record CopiedModel : ViewModel;

/// <summary>The stage of a layout that says nothing about itself.</summary>
public sealed record ForgetfulModel : ViewModel;

/// <summary>A contribution in a layout that says nothing about itself.</summary>
public sealed record ForgottenModel(string? Text) : ViewModel;

/// <summary>The stage of a layout that hides what does not fit, where nobody measures it.</summary>
public sealed record HidingModel : ViewModel;

public sealed class CopiedLayout : Layout
{
    public override string Name => "copied";

    public override InLanguages Title { get; } = MethodEdits.Words("Copied");

    public override InLanguages Hint { get; } = MethodEdits.Words("Copied.");

    public override Node Screen(SessionState state, Activity activity) =>
        new("copied", new CopiedModel(), activity.TextLanes(null).Select(l => Wall.Alone(state, activity, l)).ToValueList());
}

public sealed class ForgetfulLayout : Layout
{
    public override string Name => "forgetful";

    public override InLanguages Title { get; } = MethodEdits.Words("Forgetful");

    public override InLanguages Hint { get; } = MethodEdits.Words("Forgetful.");

    public override Node Screen(SessionState state, Activity activity) => new("forgetful", new ForgetfulModel(), activity.TextLanes(null)
        .SelectMany(l => Sight.In(state, activity, l.LaneId)).Select(c => new Node(c.Id, new ForgottenModel(Sight.Text(c)))).ToValueList());
}

public sealed class HidingLayout : Layout
{
    public override string Name => "hiding";

    public override InLanguages Title { get; } = MethodEdits.Words("Hiding");

    public override InLanguages Hint { get; } = MethodEdits.Words("Hiding.");

    public override Node Screen(SessionState state, Activity activity) => new("hiding", new HidingModel(), activity.TextLanes(null)
        .SelectMany(l => Sight.In(state, activity, l.LaneId).Select((c, i) => Wall.Entry(state, activity, l, c, i + 1))).ToValueList());
}
