using System.Collections.Immutable;
using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.Live;

/// <summary>The lines to one session's phones and screens. Read by anybody; changed under the relay's lock.</summary>
internal sealed class RoomLines
{
    private readonly Dictionary<string, int> owned = new(StringComparer.Ordinal);
    private ImmutableDictionary<string, RoomLine> lines = ImmutableDictionary<string, RoomLine>.Empty;
    private (object? Teams, object? Delegates, string? Language, string? ActivityId) grouped;

    internal int Count => lines.Count;

    internal IEnumerable<RoomLine> All => lines.Values;

    /// <summary>The lines of those who are in the session; see <see cref="IsIn(SessionState, RoomLine)"/>.</summary>
    internal IEnumerable<RoomLine> In(SessionState state) => lines.Values.Where(l => IsIn(state, l));

    /// <summary>Who is at the other ends, and what these report of themselves.</summary>
    internal Phones Phones
    {
        get
        {
            ICollection<RoomLine> all = [.. lines.Values];
            var phones = all.Where(l => l.DelegateId is not null).ToList();
            return new(
                [.. phones.Select(l => l.DelegateId!.Value)],
                phones.Where(l => l.Typing).Select(l => l.DelegateId).Distinct().Count(),
                phones.Sum(l => l.Waiting))
            {
                Screens = Phones.InOrder(all.Where(l => !l.IsPreview).Select(l => l.Seen).OfType<ScreenSeen>()),
            };
        }
    }

    /// <summary>Whether a new line's owner has as many as one may have.</summary>
    internal bool IsCrowded(string connectionId, RoomLine line, int most) =>
        line.Owner is { } owner && !lines.ContainsKey(connectionId) && owned.GetValueOrDefault(owner) >= most;

    internal void Add(string connectionId, RoomLine line)
    {
        lines = lines.SetItem(connectionId, line);
        if (line.Owner is { } owner) owned[owner] = owned.GetValueOrDefault(owner) + 1;
    }

    /// <returns>The line that was there; null: none.</returns>
    internal RoomLine? Remove(string connectionId)
    {
        if (!lines.TryGetValue(connectionId, out var line)) return null;
        lines = lines.Remove(connectionId);
        if (line.Owner is { } owner && --owned[owner] == 0) owned.Remove(owner);
        return line;
    }

    /// <summary>
    /// Whoever sees something else from now on: took a team, another activity with teams began, another language. Delegates
    /// stay the same while nobody joins, leaves or changes their profile.
    /// </summary>
    internal IEnumerable<(RoomLine Line, Audience To)> Regrouped(SessionState state)
    {
        var now = (state.Teams, state.Delegates, state.Settings.Language, state.Now?.ActivityId);
        var same = ReferenceEquals(now.Teams, grouped.Teams) && ReferenceEquals(now.Delegates, grouped.Delegates)
            && now.Language == grouped.Language && now.ActivityId == grouped.ActivityId;
        grouped = now;
        return same ? [] : lines.Values.Select(l => (Line: l, To: AudienceOf(state, l))).Where(x => x.To != x.Line.Audience);
    }

    internal static Audience AudienceOf(SessionState state, RoomLine line) =>
        AudienceViews.AudienceOf(state, line.Surface, line.DelegateId, line.Language);

    /// <summary>Who was removed hears that and nothing more; let in again, the next change finds the phone behind and it fetches.</summary>
    internal static bool IsIn(SessionState state, RoomLine line) => line.DelegateId is not { } id || IsIn(state, id);

    internal static bool IsIn(SessionState state, DelegateId id) => state.Delegates.TryGetValue(id, out var person) && !person.Removed;
}
