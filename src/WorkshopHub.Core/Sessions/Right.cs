namespace WorkshopHub.Core.Sessions;

/// <summary>
/// Something that somebody with a role in a session may do with it and that is no command of it, because it changes
/// nothing in the session or takes all of it away. Commands have <see cref="CommandCatalogue"/>.
/// </summary>
/// <param name="Name">As docs and tests name it.</param>
/// <param name="Who">The roles that may.</param>
public sealed record Right(string Name, Role Who)
{
    private const Role Everybody = Role.Lead | Role.CoFacilitator | Role.Scribe | Role.Observer;

    /// <summary>The session as a facilitator sees it, in the console and in the API.</summary>
    public static Right Read { get; } = new("read", Everybody);

    /// <summary>The summary in every format.</summary>
    public static Right Summary { get; } = new("summary", Everybody);

    /// <summary>The journal's events: what was taken back stands in them, too, and who moved the room.</summary>
    public static Right Events { get; } = new("events", Role.Lead | Role.CoFacilitator);

    /// <summary>Links for screens: make, see and revoke them.</summary>
    public static Right Screens { get; } = new("screens", Role.Lead | Role.CoFacilitator);

    /// <summary>Whether somebody has an account here, asked in order to give a role.</summary>
    public static Right Colleagues { get; } = new("colleagues", Role.Lead);

    /// <summary>The whole session goes, with everything that was said.</summary>
    public static Right Delete { get; } = new("delete", Role.Lead);

    /// <summary>Every one of them. Doors and pages ask for these and never for a role.</summary>
    public static IReadOnlyList<Right> All { get; } = [Read, Summary, Events, Screens, Colleagues, Delete];

    /// <summary>Whether this role has it.</summary>
    public bool IsOf(Role role) => role != Role.None && Who.HasFlag(role);
}
