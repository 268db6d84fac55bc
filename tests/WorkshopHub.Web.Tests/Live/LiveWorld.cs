using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Journal;
using WorkshopHub.Web.Live;

namespace WorkshopHub.Web.Tests.Live;

/// <summary>Live sessions over a journal of their own, without doors.</summary>
internal sealed class LiveWorld : IAsyncDisposable
{
    public static readonly AccountId Amara = new("amara");

    private readonly string folder = Directory.CreateTempSubdirectory("workshophub-").FullName;
    private readonly ServiceProvider services;

    private LiveWorld(DoubtfulCommits commits, TimeProvider? time)
    {
        Commits = commits;
        var collection = new ServiceCollection().AddLogging().AddData(folder).AddJournal();
        collection.ConfigureDbContext<HubDb>(o => o.AddInterceptors(commits, Deletions));
        services = collection.BuildServiceProvider();
        Host = HostWith(time ?? Clock);
    }

    public DoubtfulCommits Commits { get; }

    public Deletions Deletions { get; } = new();

    public FakeTimeProvider Clock { get; } = new(new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    public InProcessHost Host { get; }

    public JournalReader Reader => services.GetRequiredService<JournalReader>();

    public EventCodec Codec => services.GetRequiredService<EventCodec>();

    public IDbContextFactory<HubDb> Contexts => services.GetRequiredService<IDbContextFactory<HubDb>>();

    private JournalDeletion Deletion => services.GetRequiredService<JournalDeletion>();

    private JournalWriter Writer => services.GetRequiredService<JournalWriter>();

    /// <param name="time">Instead of <see cref="Clock"/>.</param>
    public static async Task<LiveWorld> StartAsync(TimeProvider? time = null)
    {
        var world = new LiveWorld(new(), time);
        await world.services.PrepareDatabaseAsync();
        await world.Writer.StartAsync(CancellationToken.None);
        return world;
    }

    /// <summary>The host that a server has which is started anew on the same journal.</summary>
    public InProcessHost HostWith(TimeProvider time, ILogger<InProcessHost>? log = null) =>
        new(Writer, Reader, Deletion, time, SessionLimits.Default, log ?? NullLogger<InProcessHost>.Instance);

    /// <summary>An open Kick Start in its first collecting step.</summary>
    public async Task<ILiveSession> RoomAsync()
    {
        var (session, _) =
            await Host.CreateAsync(Amara, new CreateSession("Night shift", null, null, BuiltInMethods.Find("kick-start")!.Agenda("en")));
        await LeadAsync(session!, new OpenSession());
        await LeadAsync(session!, new StartActivity("chain"));
        return session!;
    }

    public static async Task<CommandResult> LeadAsync(ILiveSession session, Command command)
    {
        var answer = await session.SendAsync(new Sender.Account(Amara), Guid.NewGuid(), command);
        Assert.Null(answer.Refusal);
        return answer;
    }

    public static async Task<Sender> JoinAsync(ILiveSession session) =>
        new Sender.Delegate(new((await session.SendAsync(new Sender.Newcomer(), Guid.NewGuid(), new Join())).Id!));

    public static Contribute Says(string text) => new("chain", "challenge", text);

    public async ValueTask DisposeAsync()
    {
        Host.Dispose();
        await Writer.StopAsync(CancellationToken.None);
        await services.DisposeAsync();
        TemporaryFolder.Delete(folder);
    }
}

/// <summary>What happens in the moment before a session's rows are deleted.</summary>
internal sealed class Deletions : DbCommandInterceptor
{
    public Func<Task>? Before { get; set; }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (Before is { } before && command.CommandText.StartsWith("DELETE", StringComparison.Ordinal))
        {
            Before = null;
            await before();
        }

        return result;
    }
}

/// <summary>Commits that fail: after they reached the disk, as when its answer gets lost, or before.</summary>
internal sealed class DoubtfulCommits : DbTransactionInterceptor
{
    public int Left { get; set; }

    /// <summary>How many do not reach it: each is tried twice, together with others and alone.</summary>
    public int Before { get; set; }

    public override InterceptionResult TransactionCommitting(DbTransaction transaction, TransactionEventData eventData,
        InterceptionResult result) =>
        Before-- > 0 ? throw new IOException("The disk is full.") : result;

    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData)
    {
        if (Left-- > 0) throw new IOException("The disk did not say whether it has it.");
    }
}
