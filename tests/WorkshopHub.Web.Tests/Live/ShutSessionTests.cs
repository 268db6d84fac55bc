using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using WorkshopHub.Core;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Journal;
using WorkshopHub.Web.Live;
using WorkshopHub.Web.Tests.Doors;
using static WorkshopHub.Web.Tests.Live.LiveWorld;

namespace WorkshopHub.Web.Tests.Live;

/// <summary>A session that this version cannot read stays shut, and takes no other one along.</summary>
public sealed class ShutSessionTests
{
    private const string Newer = "room.flooded.v3";

    [Fact]
    public async Task RUN_25_a_session_with_an_event_of_a_newer_version_does_not_open_and_others_do()
    {
        await using var world = await StartAsync();
        var (shut, open) = (await world.RoomAsync(), await world.RoomAsync());
        await AddAsync(world, shut, Newer, "{}");
        using var host = world.HostWith(world.Clock);

        Assert.Equal(RefusalKind.NewerVersion, (await RefusedAsync(host, shut)).Refusal.Kind);
        Assert.Equal(RefusalKind.NewerVersion, (await ByCodeAsync(host, shut)).Refusal.Kind);
        Assert.Null((await LeadSaysAsync(host, open)).Refusal);
    }

    [Theory]
    [InlineData("step.entered.v1", "{")]
    [InlineData("step.entered.v1", "{}")]
    [InlineData("answers.counted.v1", "{}")]
    public async Task RUN_25_a_session_with_a_line_that_cannot_be_read_does_not_open_either(string name, string data)
    {
        await using var world = await StartAsync();
        var (shut, open) = (await world.RoomAsync(), await world.RoomAsync());
        await AddAsync(world, shut, name, data);
        using var host = world.HostWith(world.Clock);

        Assert.Equal(RefusalKind.SessionUnreadable, (await RefusedAsync(host, shut)).Refusal.Kind);
        Assert.Null((await LeadSaysAsync(host, open)).Refusal);
    }

    [Fact]
    public async Task RUN_25_a_newer_version_is_told_before_what_may_only_look_damaged()
    {
        await using var world = await StartAsync();
        var shut = await world.RoomAsync();
        await AddAsync(world, shut, "step.entered.v1", "{}");
        await AddAsync(world, shut, Newer, "{}");
        using var host = world.HostWith(world.Clock);

        Assert.Equal(RefusalKind.NewerVersion, (await RefusedAsync(host, shut)).Refusal.Kind);
    }

    [Fact]
    public async Task RUN_25_it_is_read_once_and_told_once_however_many_ask()
    {
        await using var world = await StartAsync();
        var shut = await world.RoomAsync();
        await AddAsync(world, shut, Newer, """{"depth":"Mina's words"}""");
        using var log = new CapturedLog();
        using var logs = LoggerFactory.Create(b => b.AddProvider(log));
        using var host = world.HostWith(world.Clock, logs.CreateLogger<InProcessHost>());

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => RefusedAsync(host, shut)));
        await RemoveAsync(world, shut);
        // Its journal is whole again by now, and nobody looks.
        await RefusedAsync(host, shut);
        await ByCodeAsync(host, shut);
        host.Sweep();
        await RefusedAsync(host, shut);

        var line = Assert.Single(log.Lines);
        Assert.Contains(shut.Id.Value, line, StringComparison.Ordinal);
        Assert.Contains(Newer, line, StringComparison.Ordinal);
        Assert.Empty(log.Quoting(["Mina"]));
        using var later = world.HostWith(world.Clock);
        Assert.NotNull(await later.FindAsync(shut.Id));
    }

    private static Task<UnreadableSessionException> RefusedAsync(InProcessHost host, ILiveSession session) =>
        Assert.ThrowsAsync<UnreadableSessionException>(() => host.FindAsync(session.Id));

    private static Task<UnreadableSessionException> ByCodeAsync(InProcessHost host, ILiveSession session) =>
        Assert.ThrowsAsync<UnreadableSessionException>(() => host.FindByCodeAsync(session.Code));

    private static async Task<CommandResult> LeadSaysAsync(InProcessHost host, ILiveSession session) =>
        await LeadAsync((await host.FindAsync(session.Id))!, new ChangeSession(Title: "Day shift"));

    private static async Task AddAsync(LiveWorld world, ILiveSession session, string name, string data)
    {
        await using var db = await world.Contexts.CreateDbContextAsync();
        var last = await db.Events.Where(e => e.SessionId == session.Id.Value).MaxAsync(e => e.Version);
        var (id, at) = (session.Id.Value, session.State.At);
        db.Events.Add(new() { SessionId = id, Version = last + 1, At = at, Type = name, By = "new", Data = data });
        await db.SaveChangesAsync();
    }

    private static async Task RemoveAsync(LiveWorld world, ILiveSession session)
    {
        await using var db = await world.Contexts.CreateDbContextAsync();
        await db.Events.Where(e => e.SessionId == session.Id.Value && e.Type == Newer).ExecuteDeleteAsync();
    }
}
