using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Journal;
using static WorkshopHub.Web.Tests.Journal.World;

namespace WorkshopHub.Web.Tests.Journal;

/// <summary>What follows from entries is kept by whoever is registered for it, in step with them.</summary>
public sealed class ProjectionTests : IDisposable
{
    private static readonly SessionId Night = new("night");
    private static readonly SessionId Day = new("day");

    private readonly string folder = Directory.CreateTempSubdirectory("journal-").FullName;
    private readonly Noting noting = new();

    public void Dispose() => TemporaryFolder.Delete(folder);

    [Fact]
    public async Task Each_is_told_what_a_session_did_in_order_and_once_for_each_commit()
    {
        await using var journal = await OpenAsync();
        var first = First(Night, "482913");
        Task<Exception?>[] outcomes =
        [
            journal.Enqueue(first),
            journal.Enqueue(First(Day, "771204")),
            journal.Enqueue(Entry(Night, At(2, Says("c1", "Tea"))).After(first)),
        ];
        await journal.StartAsync();
        Assert.All(await Task.WhenAll(outcomes), Assert.Null);

        Assert.Equal(["night: 1 2", "day: 1"], noting.Written);
    }

    [Fact]
    public async Task One_that_fails_takes_its_session_with_it_and_no_other()
    {
        await using var journal = await OpenAsync();
        noting.Refused = Night;
        var night = journal.Enqueue(First(Night, "482913"));
        var day = journal.Enqueue(First(Day, "771204"));
        await journal.StartAsync();

        Assert.IsType<InvalidOperationException>(await night);
        Assert.Null(await day);
        Assert.Null(await journal.Reader.LoadAsync(Night));
        await using var db = journal.Db();
        Assert.Equal("day", (await db.Sessions.SingleAsync()).SessionId);
    }

    [Fact]
    public async Task Each_is_told_of_a_deletion()
    {
        await using var journal = await OpenAsync();
        await journal.StartAsync();
        await journal.WriteAsync(First(Night, "482913"));

        await journal.Deletion.DeleteAsync(Night);

        Assert.Equal([Night], noting.Deleted);
    }

    private Task<RunningJournal> OpenAsync() => RunningJournal.OpenAsync(services =>
        services.AddData(folder).AddJournal().AddSingleton<IProjection>(noting));

    private sealed class Noting : IProjection
    {
        public List<string> Written { get; } = [];

        public List<SessionId> Deleted { get; } = [];

        public SessionId? Refused { get; set; }

        public void Write(HubDb db, IReadOnlyList<JournalEntry> entries)
        {
            if (entries[0].SessionId == Refused) throw new InvalidOperationException("Not this one.");
            Written.Add($"{entries[0].SessionId}: {string.Join(' ', entries.SelectMany(e => e.Record.Events).Select(e => e.Version))}");
        }

        public Task DeleteAsync(HubDb db, SessionId id, CancellationToken cancel)
        {
            Deleted.Add(id);
            return Task.CompletedTask;
        }
    }
}
