using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Tests.World;

/// <summary>The session of the tests: the kick-start as it comes with the product, with Amara in front.</summary>
internal static class KickStart
{
    internal const string Chain = "chain";

    internal static readonly SettingsPatch Sectors = new(SectorQuestion: new("Where do you work?", ["Public", "Private", "Charity"]));
    internal static readonly SettingsPatch Named = new(Names: "named");
    internal static readonly SettingsPatch Anonymous = new(Names: "anonymous");

    internal static ValueList<Activity> Agenda => BuiltInMethods.Find("kick-start")!.Agenda("en");

    /// <summary>An activity as a facilitator describes one while the session runs.</summary>
    internal static MethodActivity Closing { get; } = new(
        "closing",
        In("Closing"),
        "list",
        [new("say", StepKind.Collect, In("Say"), 5, ["word"])],
        Lanes: [new("word", In("Last word"), In("What do you take home?"), In("Last words"))]);

    private static InLanguages In(string text) => new(new Dictionary<string, string> { ["en"] = text });

    internal static Scenario Draft(SettingsPatch? settings = null) =>
        Scenario.Empty.Given(People.Amara, new CreateSession("Beyond Service Partner", "What holds us back", settings, Agenda));

    /// <summary>Open, with Ben, Chen and Dora in it.</summary>
    internal static Scenario Open(SettingsPatch? settings = null) =>
        Draft(settings).Given(People.Amara, new OpenSession()).Joins(People.Ben).Joins(People.Chen).Joins(People.Dora);

    /// <summary>Open, and at a step of the chain: challenges, root-causes, pick or solutions.</summary>
    internal static Scenario At(string step, SettingsPatch? settings = null) => Open(settings).MovesTo(step);

    internal static Scenario MovesTo(this Scenario scenario, string step) =>
        (scenario.State.Now?.ActivityId == Chain ? scenario : scenario.Given(People.Amara, new StartActivity(Chain)))
            .Given(People.Amara, new MoveToStep(Chain, step));

    internal static Contribute Challenge(string text) => new(Chain, "challenge", text);

    internal static Contribute RootCause(string text, string under) => new(Chain, "root-cause", text, under);

    internal static Contribute Solution(string text, string under) => new(Chain, "solution", text, under);

    /// <summary>
    /// At the pick: challenge <c>weekends</c> of Ben's; under it the root causes <c>culture</c> of Chen's and <c>tools</c> of Dora's.
    /// </summary>
    internal static Scenario AtThePick(SettingsPatch? settings = null) => Open(settings).ToThePick();

    internal static Scenario ToThePick(this Scenario open) => open.MovesTo("challenges")
        .Given(People.Ben, Challenge("Poor scheduling"), "weekends")
        .MovesTo("root-causes")
        .Given(People.Chen, RootCause("Cultural attitude", "weekends"), "culture")
        .Given(People.Dora, RootCause("Old tools", "weekends"), "tools")
        .MovesTo("pick");

    /// <summary>The pick is made and answered: <c>culture</c> is picked and has Ben's solution <c>plan</c>.</summary>
    internal static Scenario AtTheSolutions(SettingsPatch? settings = null) => Open(settings).ToTheSolutions();

    internal static Scenario ToTheSolutions(this Scenario open) => open.ToThePick()
        .Given(People.Amara, new Pick("culture", true))
        .MovesTo("solutions")
        .Given(People.Ben, Solution("Create yearly plan", "culture"), "plan");
}
