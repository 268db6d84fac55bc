using System.Collections.Concurrent;
using WorkshopHub.Core;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Live;
using static WorkshopHub.Web.Tests.Live.LiveWorld;

namespace WorkshopHub.Web.Tests.Live;

/// <summary>
/// A room in which everything goes wrong that can: answers get lost, phones send again and twice at once, the disk does
/// not say whether it has what it was given. The seed says what goes wrong when.
/// </summary>
public sealed class StormTests
{
    private const int Phones = 30;
    private const int Each = 15;

    private static readonly Activity Everything = new(
        "storm",
        "Storm",
        "",
        "list",
        [],
        [
            new("idea", "Idea", "Ideas", null, "What?", null, LaneKind.Text, 250),
            new("mood", "Mood", "Moods", null, "How?", null, LaneKind.Scale, 250) { Values = ["low", "middle", "high"] },
        ],
        [new("all", StepKind.Collect, "All at once", null, ["idea"], ["mood"], true, 3, 2, [], null, Visibility.All, false)]);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task ONCE_1_in_a_storm_of_retries_and_drops_everything_is_carried_out_once(int seed)
    {
        await using var world = await StartAsync();
        var (session, _) = await world.Host.CreateAsync(Amara, new CreateSession("Storm", null, null, [Everything]));
        await LeadAsync(session!, new OpenSession());
        await LeadAsync(session!, new StartActivity("storm"));
        var said = new ConcurrentDictionary<string, string>();
        var versions = new ConcurrentQueue<long>();
        using var heard = session!.Follow(commit => { foreach (var e in commit.Events) versions.Enqueue(e.Version); });
        var first = session.State.Version;

        await Task.WhenAll(Enumerable.Range(0, Phones)
            .Select(n => Task.Run(() => PhoneAsync(world, session, new Random(seed * 1000 + n), n, said))));

        var state = session.State;
        Assert.Equal(said.Values.Order(), state.Contributions.Values.Select(c => c.Text).Order());
        Assert.All(said, s => Assert.Equal(s.Value, state.Contributions[s.Key].Text));
        Assert.Equal(Enumerable.Range(1, (int)(state.Version - first)).Select(i => first + i), versions);
        Assert.All(state.Votes.Values.SelectMany(v => v.Values), dots => Assert.InRange(dots.Values.Sum(), 1, 3));
        Assert.All(state.Votes.Values.SelectMany(v => v.Values).SelectMany(d => d.Values), dots => Assert.InRange(dots, 1, 2));
        var stored = (await world.Reader.LoadAsync(session.Id))!;
        var replayed = Session.Replay(session.Id, stored.Events);
        Assert.Equal(state.Version, stored.Events.Count);
        Assert.Equal(Told(state), Told(replayed));
    }

    // What a phone does: each thing until it has an answer. An answer that gets lost on the way is no answer.
    private static async Task PhoneAsync(LiveWorld world, ILiveSession session, Random chance, int number,
        ConcurrentDictionary<string, string> said)
    {
        var me = await JoinStubbornlyAsync(session);
        for (var i = 0; i < Each; i++)
        {
            var (id, command) = (Guid.NewGuid(), Something(session, chance, number, i));
            CommandResult? heard = null;
            while (heard is null)
            {
                if (chance.Next(40) == 0) world.Commits.Left = 1;
                var sending = Enumerable.Range(0, chance.Next(1, 4)).Select(_ => session.SendAsync(me, id, command)).ToList();
                var answers = await Task.WhenAll(sending);
                var lost = chance.Next(4) == 0;
                var saved = answers.FirstOrDefault(a => a.Refusal?.Kind != RefusalKind.NotSaved);
                if (!lost) heard = saved;
            }

            if (command is Contribute c && heard.Refusal is null) Assert.True(said.TryAdd(heard.Id!, c.Text));
        }
    }

    private static Command Something(ILiveSession session, Random chance, int number, int i)
    {
        var known = session.State.Contributions.Keys.ToList();
        var any = known.Count == 0 ? "none" : known[chance.Next(known.Count)];
        return chance.Next(5) switch
        {
            0 => new Nod(any, chance.Next(2) == 0),
            1 => new PlaceDots(any, chance.Next(4)),
            2 => new GiveAnswer("storm", "mood", chance.Next(1, 4)),
            _ => new Contribute("storm", "idea", $"Idea {number}.{i}"),
        };
    }

    private static async Task<Sender> JoinStubbornlyAsync(ILiveSession session)
    {
        var id = Guid.NewGuid();
        while (true)
        {
            var answer = await session.SendAsync(new Sender.Newcomer(), id, new Join());
            if (answer.Id is { } delegateId) return new Sender.Delegate(new(delegateId));
        }
    }

    private static IEnumerable<string> Told(SessionState state) => ((string[])
    [
        .. state.Delegates.Keys.Select(d => $"delegate {d}"),
        .. state.Contributions.Values
            .Select(c =>
            $"{c.Id} {c.Text} {c.Author.Key} {c.Order}: {string.Join(' ', c.Nods.Select(n => n.Value).Order(StringComparer.Ordinal))}"),
        .. state.Votes.SelectMany(v => v.Value.SelectMany(d => d.Value.Select(t => $"{v.Key} {d.Key} {t.Key} {t.Value}"))),
        .. state.Answers.SelectMany(a => a.Value.Select(v => $"{a.Key} {v.Key} {v.Value}")),
    ]).Order(StringComparer.Ordinal);
}
