using WorkshopHub.Core;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.Doors;

/// <summary>An activity in the API's <c>agenda</c>.</summary>
/// <param name="Names">What holds here: the stricter one of the session's policy and the activity's own.</param>
public sealed record AgendaActivity(string ActivityId, string Title, string Layout, string? Prompt, ValueList<string>? Points,
    ValueList<AgendaTeam>? Teams, ValueList<AgendaLane> Lanes, ValueList<AgendaStep> Steps, string Names);

public sealed record AgendaTeam(string Team, string Title);

/// <param name="Values">The levels of a scale from the lowest to the highest, or the choices.</param>
/// <param name="MaxLength">In Unicode code points.</param>
/// <param name="Team">The team that fills it.</param>
public sealed record AgendaLane(string LaneId, string Title, string Prompt, string? ParentLaneId, LaneKind Kind, ValueList<string>? Values,
    int MaxLength, string? Team);

/// <param name="Dots">Budget for each delegate; 0: no vote.</param>
public sealed record AgendaStep(
    string Step,
    StepKind Kind,
    string Title,
    int? Minutes,
    ValueList<string> Collects,
    ValueList<string> Answers,
    bool Nods,
    int Dots,
    int MaxPerTarget,
    DotTargets? DotsOn,
    ValueList<string> Picks,
    PickBudget? PickBudget,
    Visibility Visibility,
    bool Reveals);

/// <summary>The agenda, as the API tells it to everybody.</summary>
internal static class AgendaViews
{
    public static ValueList<AgendaActivity> Of(SessionState state) => state.Agenda.Select(a => new AgendaActivity(
        a.ActivityId,
        a.Title,
        a.Layout,
        a.Prompt.Length == 0 ? null : a.Prompt,
        a.Points.Count == 0 ? null : a.Points,
        a.Teams.Count == 0 ? null : a.Teams.Select(t => new AgendaTeam(t.TeamId, t.Title)).ToValueList(),
        a.Lanes.Select(Lane).ToValueList(),
        a.Steps.Select(Step).ToValueList(),
        state.NamesOf(a.ActivityId).Word())).ToValueList();

    public static AgendaLane Lane(Lane l) =>
        new(l.LaneId, l.Title, l.Prompt, l.ParentLaneId, l.Kind, l.Values.Count == 0 ? null : l.Values, l.MaxLength, l.Team);

    public static AgendaStep Step(Step s) => new(
        s.Id, s.Kind, s.Title, s.Minutes, s.Collects, s.Answers, s.Nods, s.Dots, s.MaxPerTarget, s.DotsOn, s.Picks, s.PickBudget,
            s.Visibility, s.Reveals);
}
