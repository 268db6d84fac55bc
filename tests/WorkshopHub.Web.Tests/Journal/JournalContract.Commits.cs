using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Journal;
using static WorkshopHub.Web.Tests.Journal.World;

namespace WorkshopHub.Web.Tests.Journal;

/// <summary>How entries share commits, and what becomes of them when one fails.</summary>
public abstract partial class JournalContract
{
    [Fact]
    public async Task A_code_is_given_once_and_the_second_is_told_why()
    {
        await using var journal = await OpenAsync();
        var night = journal.Enqueue(First(Night, "482913"));
        var day = journal.Enqueue(First(Day, "482913"));
        await journal.StartAsync();

        Assert.Null(await night);
        Assert.IsType<CodeTakenException>(await day);
        Assert.Null(await journal.Reader.LoadAsync(Day));
    }

    [Fact]
    public async Task A_version_that_exists_fails_and_the_other_sessions_of_the_batch_survive()
    {
        await using (var earlier = await StartAsync()) await earlier.WriteAsync(First(Night, "482913"));
        await using var journal = await OpenAsync();
        var before = journal.Enqueue(First(Day, "771204"));
        var twice = journal.Enqueue(Entry(Night, At(1, Says("c1", "Twice"))));
        var onTop = journal.Enqueue(Entry(Night, At(2, Says("c2", "On top of it"))));
        var after = journal.Enqueue(Entry(Day, At(2, Says("c1", "Still here"))));
        await journal.StartAsync();

        Assert.IsType<DbUpdateException>(await twice);
        Assert.NotNull(await onTop);
        Assert.Null(await before);
        Assert.Null(await after);
        Assert.Equal(First(Night, "482913").Record.Events, (await journal.LoadAsync(Night)).Events);
        Assert.Equal(2, (await journal.LoadAsync(Day)).Events.Count);
    }

    [Fact]
    public async Task A_version_given_twice_in_one_batch_fails_its_session_alone()
    {
        await using var journal = await OpenAsync();
        var night = journal.Enqueue(First(Night, "482913"));
        var twice = journal.Enqueue(Entry(Night, At(1, Says("c1", "Twice"))));
        var day = journal.Enqueue(First(Day, "771204"));
        await journal.StartAsync();

        Assert.NotNull(await night);
        Assert.NotNull(await twice);
        Assert.Null(await day);
        Assert.Null(await journal.Reader.LoadAsync(Night));
    }

    [Fact]
    public async Task An_event_without_a_name_fails_its_session_alone()
    {
        await using var journal = await OpenAsync();
        var night = journal.Enqueue(First(Night, "482913"));
        var nameless = journal.Enqueue(Entry(Night, At(2, new Nameless())));
        var day = journal.Enqueue(First(Day, "771204"));
        await journal.StartAsync();

        Assert.NotNull(await night);
        Assert.NotNull(await nameless);
        Assert.Null(await day);
    }

    [Fact]
    public async Task A_failed_commit_fails_all_that_waits_of_a_session_and_leaves_nothing_half_written()
    {
        var commits = new FailingCommits { Left = 2 };
        await using var journal = await RunningJournal.OpenAsync(services =>
        {
            AddDatabase(services);
            services.ConfigureDbContext<HubDb>(options => options.AddInterceptors(commits));
        });
        var receipt = new Receipt(Guid.Parse("0199f000-0000-7000-8000-000000000001"), Lead, 3, null);
        Task<Exception?>[] outcomes =
        [
            journal.Enqueue(First(Night, "482913")),
            journal.Enqueue(Entry(Night, At(2, new Joined(new(Bo, "Bo", null))))),
            journal.Enqueue(Entry(Night, At(3, Says("c1", "Tea"))) with { Receipt = receipt }),
        ];
        await journal.StartAsync();

        Assert.All(await Task.WhenAll(outcomes), Assert.NotNull);
        await using (var db = journal.Db())
        {
            var left = await db.Sessions.CountAsync() + await db.Codes.CountAsync() + await db.Members.CountAsync()
                + await db.Events.CountAsync() + await db.Words.CountAsync() + await db.People.CountAsync()
                + await db.Receipts.CountAsync();
            Assert.Equal(0, left);
        }

        // The same again goes through: nothing of it was in the way.
        await journal.WriteAsync(First(Night, "482913"), Entry(Night, At(2, Says("c1", "Tea"))));
        Assert.Equal(2, (await journal.LoadAsync(Night)).Events.Count);
    }

    [Fact]
    public async Task A_commit_that_fails_once_is_tried_again_for_each_session()
    {
        var commits = new FailingCommits { Left = 1 };
        await using var journal = await RunningJournal.OpenAsync(services =>
        {
            AddDatabase(services);
            services.ConfigureDbContext<HubDb>(options => options.AddInterceptors(commits));
        });
        var night = journal.Enqueue(First(Night, "482913"));
        var day = journal.Enqueue(First(Day, "771204"));
        await journal.StartAsync();

        Assert.Null(await night);
        Assert.Null(await day);
        Assert.Equal(2, journal.Transactions);
    }

    [Fact]
    public async Task What_is_no_longer_current_is_dropped()
    {
        await using var journal = await OpenAsync();
        var stale = journal.Enqueue(Entry(Night, At(1, Says("c1", "Lost"))), () => false);
        var first = journal.Enqueue(First(Night, "482913"));
        await journal.StartAsync();

        Assert.IsType<StaleEntryException>(await stale);
        Assert.Null(await first);
        Assert.Equal(First(Night, "482913").Record.Events, (await journal.LoadAsync(Night)).Events);
    }

    [Fact]
    public async Task What_was_decided_on_a_lost_state_is_dropped_when_its_turn_comes()
    {
        await using var journal = await StartAsync();
        await journal.WriteAsync(First(Night, "482913"));
        var lost = false;
        var next = new TaskCompletionSource<Exception?>();

        // The second entry is queued before the first has failed, and learns of it only in its turn.
        journal.Writer.Enqueue(
            Entry(Night, At(1, Says("c1", "A version that exists"))),
            () =>
            {
                journal.Writer.Enqueue(
                    Entry(Night, At(2, Says("c2", "On top of it"))),
                    () => !lost,
                    () => next.TrySetResult(null),
                    e => next.TrySetResult(e));
                return true;
            },
            () => { },
            _ => lost = true);

        Assert.IsType<StaleEntryException>(await next.Task);
        Assert.Single((await journal.LoadAsync(Night)).Events);
    }

    [Fact]
    public async Task Five_hundred_entries_of_twenty_sessions_share_a_commit_and_keep_their_order()
    {
        await using var journal = await OpenAsync();
        var sessions = Enumerable.Range(0, 20).Select(i => new SessionId($"s{i}")).ToList();
        var told = sessions.ToDictionary(x => x, _ => new List<long>());
        var left = new CountdownEvent(500);
        for (var version = 1; version <= 25; version++)
        {
            foreach (var (i, id) in sessions.Index())
            {
                var entry = version == 1 ? First(id, $"{100_000 + i}") : Entry(id, At(version, Says($"c{version}", $"Text {version}")));
                journal.Writer.Enqueue(entry, () => true, () => Told(id, entry), _ => left.Signal());
            }
        }

        await journal.StartAsync();
        left.Wait(TestContext.Current.CancellationToken);

        Assert.Equal(1, journal.Transactions);
        Assert.All(told.Values, versions => Assert.Equal(Enumerable.Range(1, 25).Select(x => (long)x), versions));
        foreach (var id in sessions)
        {
            var events = (await journal.LoadAsync(id)).Events;
            Assert.Equal(At(25, Says("c25", "Text 25")), events[^1]);
            Assert.Equal(Enumerable.Range(1, 25).Select(x => (long)x), events.Select(x => x.Version));
        }

        void Told(SessionId id, JournalEntry entry)
        {
            told[id].Add(entry.Record.Events[0].Version);
            left.Signal();
        }
    }

    [Fact]
    public async Task A_commit_takes_no_more_than_its_bound()
    {
        await using var journal = await OpenAsync();
        var entries = Enumerable.Range(2, JournalWriter.MostEntries).Select(v => Entry(Night, At(v, Says("c", "Tea"))));
        var outcomes = entries.Prepend(First(Night, "482913")).Select(journal.Enqueue).ToList();
        await journal.StartAsync();

        Assert.All(await Task.WhenAll(outcomes), Assert.Null);
        Assert.Equal(2, journal.Transactions);
    }

    [Fact]
    public async Task A_callback_that_throws_stops_nobody()
    {
        await using var journal = await StartAsync();
        journal.Writer.Enqueue(First(Night, "482913"), () => true, () => throw new InvalidOperationException(), _ => { });
        journal.Writer.Enqueue(Entry(Night, At(1, Says("c1", "Twice"))), () => true, () => { }, _ => throw new InvalidOperationException());
        journal.Writer
            .Enqueue(Entry(Night, At(9, Says("c1", "Unclear"))), () => throw new InvalidOperationException(), () => { }, _ => { });

        await journal.WriteAsync(First(Day, "771204"));

        Assert.NotNull(await journal.Reader.LoadAsync(Day));
    }

    [Fact]
    public async Task Stopping_writes_what_is_queued_and_refuses_what_comes_later()
    {
        await using var journal = await OpenAsync();
        var queued = journal.Enqueue(First(Night, "482913"));
        await journal.StartAsync();
        await journal.Writer.StopAsync(CancellationToken.None);

        Assert.Null(await queued);
        Assert.IsType<JournalClosedException>(await journal.Enqueue(Entry(Night, At(2, Says("c1", "Late")))));
    }
}
