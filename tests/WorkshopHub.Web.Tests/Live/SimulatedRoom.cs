using WorkshopHub.Core;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Live;
using static WorkshopHub.Web.Tests.Live.LiveWorld;

namespace WorkshopHub.Web.Tests.Live;

/// <summary>
/// Seven minutes in which 24 people write anonymously, one to three times each, as it was seen in real rooms: most are
/// there from the start and some come late, 85 % say that they are done (on average 12 s after their last word), some
/// change their name, and one is removed. Where there are sides, each takes one before writing.
/// </summary>
internal sealed class SimulatedRoom
{
    private const int People = 24;
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(7);

    private readonly LiveWorld world;
    private readonly Random chance;
    private readonly Activity activity;
    private readonly PriorityQueue<Func<Task>, TimeSpan> coming = new();
    private readonly Dictionary<int, Sender.Delegate> who = [];

    private SimulatedRoom(LiveWorld world, ILiveSession session, Activity activity, int seed)
    {
        (this.world, Session, this.activity) = (world, session, activity);
        chance = new(seed);
    }

    internal ILiveSession Session { get; }

    private static IEnumerable<Role> Watching => [Role.CoFacilitator, Role.Scribe, Role.Observer];

    /// <summary>Somebody with this role in the session.</summary>
    internal static AccountId AccountOf(Role role) => role == Role.Lead ? Amara : new($"{role}");

    /// <summary>Who wrote each contribution, by id.</summary>
    internal Dictionary<string, string> Authors { get; } = [];

    /// <param name="names">The session's policy.</param>
    /// <param name="sides">Whether people write on two sides.</param>
    /// <param name="late">How many of ten come late.</param>
    internal static async Task<SimulatedRoom> OpenAsync(LiveWorld world, string names, bool sides, int late, int seed)
    {
        var method = BuiltInMethods.Find(sides ? "mutual-expectations" : "kick-start")!;
        var (session, refusal) =
            await world.Host.CreateAsync(Amara, new CreateSession("Night shift", null, new(Names: names), method.Agenda("en")));
        Assert.Null(refusal);
        foreach (var role in Watching) await LeadAsync(session!, new ChangeRoles(AccountOf(role).Value, RoleChanges.Word(role)));
        await LeadAsync(session!, new OpenSession());
        var room = new SimulatedRoom(world, session!, session!.State.Agenda.First(a => a.Steps.Any(s => s.Collects.Count > 0)), seed);
        room.Plan(late);
        return room;
    }

    /// <summary>All of it, in the order of time.</summary>
    /// <param name="happened">After each of them.</param>
    internal async Task PlayAsync(Action? happened = null)
    {
        var started = false;
        var now = TimeSpan.Zero;
        while (coming.TryDequeue(out var next, out var at))
        {
            if (at > TimeSpan.Zero && !started)
            {
                await LeadAsync(Session, new StartActivity(activity.ActivityId));
                started = true;
            }

            if (at > now) world.Clock.Advance(at - now);
            now = at > now ? at : now;
            await next();
            happened?.Invoke();
        }
    }

    private void Plan(int late)
    {
        var out1 = chance.Next(People);
        for (var i = 0; i < People; i++)
        {
            var me = i;
            var comes = me != out1 && chance.Next(10) < late ? Sometime(TimeSpan.Zero, Length * 0.7) : TimeSpan.Zero;
            coming.Enqueue(async () => who[me] = (Sender.Delegate)await JoinAsync(Session), comes);
            var writes = comes + TimeSpan.FromSeconds(1);
            if (activity.Teams.Count > 0)
            {
                var side = activity.Teams[chance.Next(activity.Teams.Count)].TeamId;
                writes = Sometime(writes, writes + TimeSpan.FromSeconds(40));
                coming.Enqueue(() => SendAsync(me, new TakeTeam(activity.ActivityId, side)), writes);
            }

            var times = Enumerable.Range(0, chance.Next(1, 4)).Select(_ => Sometime(writes, Length)).Order().ToList();
            foreach (var at in times) coming.Enqueue(() => SayAsync(me), at);
            if (chance.NextDouble() < 0.85)
            {
                coming.Enqueue(() =>
                    SendAsync(me, new SetDone(activity.ActivityId, Session.State.Now!.Value.Step, true)),
                        times[^1] + Sometime(TimeSpan.Zero, TimeSpan.FromSeconds(24)));
            }

            if (chance.NextDouble() < 0.2) coming.Enqueue(() => SendAsync(me, new ChangeProfile($"Name {me}")), Sometime(writes, Length));
            if (me == out1)
            {
                coming.Enqueue(() => LeadAsync(Session, new RemoveDelegate(who[me].Id.Value, WithContributions: true)), Length * 0.6);
            }
        }
    }

    private async Task SayAsync(int me)
    {
        var lane = activity.Lanes.First(l => activity.Steps.First(s => s.Collects.Count > 0).Collects.Contains(l.LaneId)
            && (l.Team is null || l.Team == Session.State.TeamOf(activity.ActivityId, who[me].Id)));
        var said = await Session
            .SendAsync(who[me], Guid.NewGuid(), new Contribute(activity.ActivityId, lane.LaneId, $"What I think, {Authors.Count}"));
        if (said.Refusal?.Kind == RefusalKind.Removed) return;
        Assert.Null(said.Refusal);
        Authors[said.Id!] = who[me].Id.Value;
    }

    private async Task SendAsync(int me, Command command)
    {
        var answer = await Session.SendAsync(who[me], Guid.NewGuid(), command);
        if (answer.Refusal?.Kind != RefusalKind.Removed) Assert.Null(answer.Refusal);
    }

    private TimeSpan Sometime(TimeSpan from, TimeSpan until) => from + ((until - from) * chance.NextDouble());
}
