using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Tests.World;

/// <summary>Everybody in the tests. Amara leads; Ben, Chen and Dora sit in the room from the start, the others come later.</summary>
internal static class People
{
    internal static readonly Sender.Account Amara = new(new AccountId("amara"));
    internal static readonly Sender.Account Cleo = new(new AccountId("cleo"));
    internal static readonly Sender.Account Sam = new(new AccountId("sam"));
    internal static readonly Sender.Account Olga = new(new AccountId("olga"));
    internal static readonly Sender.Account Stranger = new(new AccountId("stranger"));

    internal static readonly Sender.Delegate Ben = Delegate("ben");
    internal static readonly Sender.Delegate Chen = Delegate("chen");
    internal static readonly Sender.Delegate Dora = Delegate("dora");
    internal static readonly Sender.Delegate Nobody = Delegate("nobody");
    internal static readonly Sender.Newcomer Newcomer = new();

    internal static Sender.Delegate Delegate(string id) => new(new DelegateId(id));

    internal static string Name(this Sender.Delegate person) => char.ToUpperInvariant(person.Id.Value[0]) + person.Id.Value[1..];

    internal static Scenario Joins(this Scenario scenario, Sender.Delegate person, string? sector = null) =>
        scenario.Given(Newcomer, new Join(person.Name(), sector), person.Id.Value);

    /// <summary>Amara's helpers: Cleo co-facilitates, Sam is the scribe, Olga observes.</summary>
    internal static Scenario WithHelpers(this Scenario scenario) => scenario
        .Given(Amara, new ChangeRoles(Cleo.Id.Value, "co-facilitator"))
        .Given(Amara, new ChangeRoles(Sam.Id.Value, "scribe"))
        .Given(Amara, new ChangeRoles(Olga.Id.Value, "observer"));
}
