using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Journal;

namespace WorkshopHub.Web.Live;

/// <summary>What lists show of a session, and who sees it in theirs.</summary>
internal static class Listings
{
    internal static string StageName(Stage stage) => stage switch
    {
        Stage.Draft => "draft",
        Stage.Open => "open",
        _ => "closed",
    };

    /// <summary>The new listing, or null while it is as it was: a contribution in full swing writes one row less.</summary>
    internal static Listing? Changed(SessionState before, SessionState after)
    {
        var same = before.Title == after.Title && before.Stage == after.Stage && ReferenceEquals(before.Delegates, after.Delegates) && ReferenceEquals(before.Roles, after.Roles);
        return same ? null : Of(after, ReferenceEquals(before.Roles, after.Roles) ? [] : Members(before, after));
    }

    private static Listing Of(SessionState state, IReadOnlyList<Member> members) =>
        new(state.Title, StageName(state.Stage), state.Version, state.Present.Count(), state.At) { Members = members };

    private static List<Member> Members(SessionState before, SessionState after) =>
    [
        .. after.Roles.Where(r => before.Roles.GetValueOrDefault(r.Key) != r.Value).Select(r => new Member(r.Key, RoleChanges.Word(r.Value))),
        .. before.Roles.Keys.Where(id => !after.Roles.ContainsKey(id)).Select(id => new Member(id, null)),
    ];
}
