using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Doors;
using WorkshopHub.Web.Journal;
using static WorkshopHub.Web.Tests.Live.Guesser;

namespace WorkshopHub.Web.Tests.Live;

/// <summary>
/// Anonymous to everybody, attacked by order, time, team and receipts: a best guess over simulated rooms is right no more
/// often than chance. Chance is real here, so the bound is seven deviations above it: it does not fail in a lifetime, and
/// the faults that it was made for are far beyond.
/// </summary>
public sealed class GuessingTests
{
    private const int Rooms = 6;
    private const int People = 24;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ANON_16_from_the_files_of_a_closed_session_nobody_is_guessed(bool sides)
    {
        await using var world = await LiveWorld.StartAsync();
        var (right, of, known) = (0, 0, 0);
        for (var i = 0; i < Rooms; i++)
        {
            var room = await SimulatedRoom.OpenAsync(world, "anonymous", sides, late: 2, seed: i);
            await room.PlayAsync();
            var open = (await world.Reader.LoadAsync(room.Session.Id))!;
            var state = room.Session.State;
            await LiveWorld.LeadAsync(room.Session, new CloseSession());

            var people = state.Delegates.Keys.Select(d => d.Value).ToList();
            var owners = state.Contributions.Values.Select(c => ((Sender.Delegate)c.Author).Id.Value).Distinct()
                .ToDictionary(a => a, a => state.Behind(state.Now!.Value.ActivityId, new(a))!.Value.Value);
            var guesser = new Guesser(people, i);
            var guessed = guesser.Guess(LinesOf(world, state, people));
            of += owners.Count;
            right += owners.Count(o => guessed[o.Key] == o.Value);
            // The same guesser where lines name people, as they were written once: it knows its trade.
            var told = guesser.Guess([.. open.Events.Select(e => Told(state, e))]);
            known += owners.Count(o => told[o.Key] == o.Value);
        }

        Assert.True(right <= Bound(of), $"{right} of {of} named rightly; chance is {of / People}.");
        Assert.True(known > 3 * Bound(of) / 2, $"The guesser is too weak to say anything: {known} of {of}.");
        var found = $"{right} of {of} people named rightly, {known} where lines name people, chance {of / People}";
        TestContext.Current.TestOutputHelper?.WriteLine($"Files, sides {sides}: {found}.");
    }

    [Theory]
    [InlineData("anonymous", Role.Lead)]
    [InlineData("anonymous", Role.Observer)]
    [InlineData("anonymous-to-room", Role.Scribe)]
    public async Task ANON_16_through_the_doors_nobody_is_guessed_while_it_happens(string names, Role role)
    {
        await using var world = await LiveWorld.StartAsync();
        var (right, of) = (0, 0);
        foreach (var sides in new[] { false, true })
        {
            for (var i = 0; i < Rooms / 2; i++)
            {
                // Whoever comes late is seen to come, by everybody in the room: that is not the doors' doing.
                var room = await SimulatedRoom.OpenAsync(world, names, sides, late: 0, seed: i);
                var watched = new Watcher(room.Session, role);
                await room.PlayAsync(watched.Look);
                var people = room.Session.State.Delegates.Keys.Select(d => d.Value).ToList();
                // What a door calls by an alias or not at all is one unit for each contribution.
                List<Line> lines = [.. watched.Lines];
                var guesses =
                    new[] { lines, await EventsAsync(world, room, role, people) }.Select(l => new Guesser(people, i).Guess(l)).ToList();
                of += room.Authors.Count * guesses.Count;
                right += guesses.Sum(g => room.Authors.Count(a => g.TryGetValue(a.Key, out var guess) && guess == a.Value));
            }
        }

        Assert.True(right <= Bound(of), $"{right} of {of} named rightly; chance is {of / People}.");
        TestContext.Current.TestOutputHelper?.WriteLine($"Doors, {names}, {role}: {right} of {of} contributions, chance {of / People}.");
    }

    private static double Bound(int of) => (of / (double)People) + (7 * Math.Sqrt(of / (double)People));

    // The guesser's lines from all that lies on the disk: events with their receipts, and people in the order of their rows.
    private static List<Line> LinesOf(LiveWorld world, SessionState state, List<string> people)
    {
        var id = state.Id;
        using var db = world.Contexts.CreateDbContext();
        var receipts = db.Receipts.AsNoTracking().Where(r => r.SessionId == id.Value).ToList().ToLookup(r => r.Version);
        // Whoever came third has the third row: where a line says that somebody came, the rows say who.
        var rows = db.Database
            .SqlQuery<string>($"""SELECT "DelegateId" AS "Value" FROM "People" WHERE "SessionId" = {id.Value} ORDER BY rowid""").ToList();
        var came = 0;
        List<Line> lines = [];
        foreach (var e in db.Events.AsNoTracking().Where(e => e.SessionId == id.Value).OrderBy(e => e.Version).ToList())
        {
            var text = string.Join(' ', receipts[e.Version].Select(r => $"{r.Author} {r.ResultId}").Prepend(e.Data).Prepend(e.By));
            var named = people.Where(p => text.Contains(p, StringComparison.Ordinal)).ToList();
            var comes = e.Type.StartsWith("delegate.joined", StringComparison.Ordinal);
            if (comes && came < rows.Count) named = [.. named.Append(rows[came++]).Distinct()];
            // Only who says something is a unit; an alias that is only done or on a side is the same one.
            var unit = e.By.StartsWith("d:~", StringComparison.Ordinal) && !e.Type.StartsWith("delegate.", StringComparison.Ordinal)
                ? e.By[2..] : null;
            lines.Add(new(unit, named, comes, Is("delegate.removed"), Is("done.set"),
                SideOf(state, world.Codec.Read(e.Type, e.Data, new()))));

            bool Is(string type) => e.Type.StartsWith(type, StringComparison.Ordinal);
        }

        return lines;
    }

    // A line as it would be if "done", sides and coming were in people's own names.
    private static Line Told(SessionState state, Recorded recorded)
    {
        var by = recorded.By is Sender.Delegate d ? d.Id : (DelegateId?)null;
        return recorded.Event switch
        {
            DelegateJoined e => new(null, [e.Profile.Id.Value], Comes: true),
            DelegateRemoved e => new(null, [e.DelegateId.Value], Goes: true),
            DoneSet or TeamTaken =>
                new(null, [state.Behind(state.Now!.Value.ActivityId, by!.Value)!.Value.Value], Done: recorded.Event is DoneSet,
                    Side: SideOf(state, recorded.Event)),
            _ when by is { IsAlias: true } alias => new(alias.Value, [], Side: SideOf(state, recorded.Event)),
            _ when by is { } person => new(null, [person.Value]),
            _ => new(null, []),
        };
    }

    private static string? SideOf(SessionState state, SessionEvent e) => e switch
    {
        TeamTaken t => t.Team,
        ContributionAdded c => state.Activity(c.ActivityId)!.Lane(c.LaneId)?.Team,
        _ => null,
    };

    private static async Task<List<Line>> EventsAsync(LiveWorld world, SimulatedRoom room, Role role, List<string> people)
    {
        if (role is not (Role.Lead or Role.CoFacilitator)) return [];
        List<Line> lines = [];
        foreach (var e in await world.Reader.EventsAfterAsync(room.Session.Id, 0))
        {
            var view = EventViews.Of(room.Session.State, e, world.Codec);
            var text = $"{view.By} {view.Data.ToJsonString()}";
            lines.Add(new(e.Event is ContributionAdded said
                ? said.ContributionId : null, [.. people.Where(p => text.Contains(p, StringComparison.Ordinal))]));
        }

        return lines;
    }

    /// <summary>Fetches the session after everything that happens, and writes down what is different.</summary>
    private sealed class Watcher(Web.Live.ILiveSession session, Role role)
    {
        private readonly HashSet<string> said = [];
        private readonly Dictionary<string, string> people = [];

        internal List<Line> Lines { get; } = [];

        internal void Look()
        {
            var view = JsonSerializer
                .SerializeToElement(ApiViews.ForFacilitator(session, SimulatedRoom.AccountOf(role), new Dictionary<AccountId, string>()),
                StrictJson.Options);
            foreach (var c in view.GetProperty("contributions").EnumerateArray())
            {
                var id = c.GetProperty("contributionId").GetString()!;
                if (said.Add(id)) Lines.Add(new(id, []));
            }

            var sides = view.GetProperty("teams").EnumerateArray()
                .Where(t => t.TryGetProperty("delegateIds", out var ids) && ids.ValueKind == JsonValueKind.Array)
                .SelectMany(t =>
                    t.GetProperty("delegateIds").EnumerateArray()
                        .Select(d => (Who: d.GetString()!, Team: t.GetProperty("team").GetString()!))).ToLookup(t => t.Who, t => t.Team);
            foreach (var person in view.GetProperty("delegates").EnumerateArray())
            {
                var id = person.GetProperty("delegateId").GetString()!;
                var now = person.GetRawText() + string.Join(' ', sides[id]);
                // Before the first word nothing has been said that could be theirs.
                if (people.TryGetValue(id, out var before) && before != now && said.Count > 0) Lines.Add(new(null, [id]));
                people[id] = now;
            }
        }
    }
}
