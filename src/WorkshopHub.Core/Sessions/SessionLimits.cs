namespace WorkshopHub.Core.Sessions;

/// <summary>
/// How much one session takes: far above any honest room, so that whoever has the code cannot fill it with people who are
/// not there. An installation can set others. What facilitators and scribes write is not counted.
/// </summary>
/// <param name="People">Delegates who are in, or wait to be let in, at one time.</param>
/// <param name="Contributions">Of delegates, and neither withdrawn nor hidden.</param>
/// <param name="ContributionsOfOne">
/// What one delegate ever said, also what was withdrawn; where nobody may tell who it was, in one activity.
/// </param>
/// <param name="ChangesOfOne">Events that one delegate ever made; where nobody may tell who it was, in one activity.</param>
public sealed record SessionLimits(int People = 2_000, int Contributions = 6_000, int ContributionsOfOne = 200, int ChangesOfOne = 3_000)
{
    public static readonly SessionLimits Default = new();
}

/// <summary>What one delegate, or one alias, has sent.</summary>
public readonly record struct Sent(int Changes, int Contributions);
