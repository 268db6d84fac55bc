using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Journal;
using static WorkshopHub.Web.Tests.Journal.World;

namespace WorkshopHub.Web.Tests.Journal;

/// <summary>What the journal promises, whatever the database. A database is a class that derives from this one.</summary>
public abstract partial class JournalContract
{
    private protected static readonly SessionId Night = new("night");
    private protected static readonly SessionId Day = new("day");

    /// <summary>Adds the journal on this test's own database; the same one each time.</summary>
    protected abstract void AddDatabase(IServiceCollection services);

    private protected Task<RunningJournal> OpenAsync() => RunningJournal.OpenAsync(AddDatabase);

    private protected Task<RunningJournal> StartAsync() => RunningJournal.StartAsync(AddDatabase);

    [Fact]
    public async Task Events_come_back_equal_and_in_order_with_words_and_people()
    {
        await using var journal = await StartAsync();
        Recorded[] later =
        [
            At(2, new Joined(new(Amara, "Amara", "Nursing"), "sw"), new Sender.Newcomer()),
            At(3, Says("c1", "The lift is broken 🛗"), new Sender.Delegate(Amara)),
            At(4, new Listed([new("p1", "Why?")], new("p2", "Thank you"), Lead)),
        ];

        await journal.WriteAsync(First(Night, "482913"), Entry(Night, later[..2]), Entry(Night, later[2]));

        var night = await journal.LoadAsync(Night);
        Assert.Equal([.. First(Night, "482913").Record.Events, .. later], night.Events);
        Assert.Equal("482913", night.Code);
    }

    [Fact]
    public async Task Texts_and_names_are_not_in_the_events()
    {
        await using var journal = await StartAsync();
        await journal.WriteAsync(
            First(Night, "482913"),
            Entry(Night, At(2, new Joined(new(Amara, "Amara Okafor", "Nursing"))), At(3, Says("c1", "The lift is broken"))));

        await using var db = journal.Db();
        var data = await db.Events.Select(x => x.Data).ToListAsync();

        Assert.Equal("The lift is broken", (await db.Words.SingleAsync()).Text);
        Assert.Equal("Amara Okafor", (await db.People.SingleAsync()).Name);
        foreach (var word in new[] { "lift", "Okafor", "Nursing" })
            Assert.DoesNotContain(data, x => x.Contains(word, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_event_of_a_delegate_shows_who_they_are_now()
    {
        await using var journal = await StartAsync();
        await journal.WriteAsync(
            First(Night, "482913"),
            Entry(Night, At(2, new Joined(new(Bo, "Bo", "Care")))),
            Entry(Night, At(3, new Joined(new(Bo, "Robert", null)))));

        var night = await journal.LoadAsync(Night);

        Assert.Equal(new Joined(new(Bo, "Robert", null)), night.Events[1].Event);
    }

    [Fact]
    public async Task A_text_that_was_erased_is_null_wherever_it_stood()
    {
        await using var journal = await StartAsync();
        await journal.WriteAsync(First(Night, "482913"), Entry(Night, At(2, Says("c1", "A name"))));
        Assert.Equal(Says("c1", "A name"), (await journal.LoadAsync(Night)).Events[1].Event);

        await journal.WriteAsync(Entry(Night, At(3, new Erased(new("c1", null)))));

        Assert.Equal(Says("c1", null), (await journal.LoadAsync(Night)).Events[1].Event);
    }

    [Fact]
    public async Task Two_sessions_may_use_the_same_ids()
    {
        await using var journal = await StartAsync();

        await journal.WriteAsync(
            First(Night, "482913"), First(Day, "771204"),
            Entry(Night, At(2, Says("c1", "Dark"))), Entry(Day, At(2, Says("c1", "Bright"))));

        Assert.Equal(Says("c1", "Dark"), (await journal.LoadAsync(Night)).Events[1].Event);
        Assert.Equal(Says("c1", "Bright"), (await journal.LoadAsync(Day)).Events[1].Event);
    }

    [Fact]
    public async Task Receipts_come_back_also_of_commands_that_changed_nothing()
    {
        await using var journal = await StartAsync();
        var gave = new Receipt(Guid.Parse("0199f000-0000-7000-8000-000000000001"), new Sender.Delegate(Amara), 2, "c1");
        var gaveNothing = new Receipt(Guid.Parse("0199f000-0000-7000-8000-000000000002"), Lead, 2, null);

        await journal.WriteAsync(
            First(Night, "482913"),
            Entry(Night, At(2, Says("c1", "Tea"))) with { Receipt = gave },
            Entry(Night) with { Receipt = gaveNothing });

        var receipts = (await journal.LoadAsync(Night)).Receipts;
        Assert.Equivalent(new[] { gave, gaveNothing }, receipts, strict: true);
    }

    [Fact]
    public async Task Secrets_come_back_until_they_are_forgotten_and_those_of_other_sessions_stay()
    {
        await using var journal = await StartAsync();
        var (first, second) = (new AliasSecret("one", [1, 2, 3]), new AliasSecret("two", [4, 5, 6]));
        await journal.WriteAsync(
            First(Night, "482913").Leaving(r => r with { Secrets = [first] }),
            First(Day, "771204").Leaving(r => r with { Secrets = [first] }),
            Entry(Night, At(2, Says("c1", "Tea"))).Leaving(r => r with { Secrets = [second] }));
        Assert.Equivalent(new[] { first, second }, (await journal.LoadAsync(Night)).Secrets, strict: true);

        // Closed and opened again in one commit: what came after the close is kept.
        await journal.WriteAsync(
            Entry(Night, At(3, Says("c2", "Tea"))).Leaving(r => r with { ForgetsSecrets = true, Erases = true }),
            Entry(Night, At(4, Says("c3", "Tea"))).Leaving(r => r with { Secrets = [second] }));

        Assert.Equivalent(new[] { second }, (await journal.LoadAsync(Night)).Secrets, strict: true);
        Assert.Equivalent(new[] { first }, (await journal.LoadAsync(Day)).Secrets, strict: true);
    }

    [Fact]
    public async Task A_command_has_one_receipt()
    {
        await using var journal = await StartAsync();
        var receipt = new Receipt(Guid.Parse("0199f000-0000-7000-8000-000000000001"), Lead, 2, null);
        await journal.WriteAsync(First(Night, "482913"), Entry(Night, At(2, Says("c1", "Tea"))) with { Receipt = receipt });

        Assert.NotNull(await journal.Enqueue(Entry(Night, At(3, Says("c2", "Tea"))) with { Receipt = receipt }));

        Assert.Equal(2, (await journal.LoadAsync(Night)).Events.Count);
    }

    [Fact]
    public async Task Lists_show_a_session_as_its_newest_entry_says()
    {
        await using var journal = await StartAsync();
        var first = First(Night, "482913");
        await journal.WriteAsync(first);
        var opened = Entry(Night, At(2, new Opened("Night", Mood.Curious))).After(first)
            .To(s => s with { Title = "Night", Stage = SessionStage.Open, Version = 2, At = Moment(2) });
        await journal.WriteAsync(
            opened,
            Entry(Night, At(3, new Joined(new(Bo, null, null)))).After(opened)
                .To(s => s.With(Bo) with { Version = 3, At = Moment(3), Roles = s.Roles.Add(new("co"), Role.CoFacilitator) }));

        await using var db = journal.Db();
        var row = await db.Sessions.SingleAsync();
        Assert.Equal(
            ("Night", "open", 3L, 1, Noon, Moment(3)),
            (row.Title, row.Stage, row.Version, row.Delegates, row.CreatedAt, row.ChangedAt));
        Assert.Equal(
            ["co co-facilitator", "lead lead"],
            await db.Members.OrderBy(x => x.AccountId).Select(x => x.AccountId + " " + x.Role).ToListAsync());
    }

    [Fact]
    public async Task A_session_made_and_changed_in_one_commit_is_listed_as_it_is_then()
    {
        await using var journal = await OpenAsync();
        var made = First(Night, "482913");
        var first = journal.Enqueue(made);
        var opened = journal.Enqueue(Entry(Night).After(made).To(s => s.With(Amara).With(Bo) with { Stage = SessionStage.Open }));
        await journal.StartAsync();
        Assert.Null(await first);
        Assert.Null(await opened);

        await using var db = journal.Db();
        var row = await db.Sessions.SingleAsync();
        Assert.Equal(("482913", "open", 2), (row.Code, row.Stage, row.Delegates));
        Assert.Equal("lead", (await db.Members.SingleAsync()).AccountId);
    }

    [Fact]
    public async Task A_listing_of_a_session_that_was_never_made_fails()
    {
        await using var journal = await StartAsync();

        Assert.NotNull(await journal.Enqueue(Entry(Night).To(s => s with { Stage = SessionStage.Open })));
    }

    [Fact]
    public async Task Members_change_their_role_and_leave()
    {
        await using var journal = await StartAsync();
        var first = First(Night, "482913").To(s => s with { Roles = s.Roles.Add(new("ada"), Role.Lead).Add(new("ben"), Role.Observer) });
        await journal.WriteAsync(first);

        await journal
            .WriteAsync(Entry(Night).After(first).To(s => s with { Roles = s.Roles.Remove(new("ada")).SetItem(new("ben"), Role.Lead) }));

        await using var db = journal.Db();
        var member = await db.Members.SingleAsync();
        Assert.Equal(("ben", "lead"), (member.AccountId, member.Role));
    }

    [Fact]
    public async Task A_session_is_found_by_its_code()
    {
        await using var journal = await StartAsync();
        await journal.WriteAsync(First(Night, "482913"));

        Assert.Equal(Night, await journal.Reader.FindByCodeAsync("482913"));
        Assert.Null(await journal.Reader.FindByCodeAsync("000000"));
    }

    [Fact]
    public async Task An_unknown_session_is_null()
    {
        await using var journal = await StartAsync();

        Assert.Null(await journal.Reader.LoadAsync(new("nobody")));
        Assert.Empty(await journal.Reader.EventsAfterAsync(new("nobody"), 0));
    }

    [Fact]
    public async Task Events_after_a_version_are_those_that_came_later()
    {
        await using var journal = await StartAsync();
        await journal.WriteAsync(
            First(Night, "482913"), Entry(Night, At(2, Says("c1", "One"))), Entry(Night, At(3, Says("c2", "Two"))));

        Assert.Equal([At(3, Says("c2", "Two"))], await journal.Reader.EventsAfterAsync(Night, 2));
        Assert.Empty(await journal.Reader.EventsAfterAsync(Night, 3));
    }

    [Fact]
    public async Task A_new_process_finds_everything()
    {
        var receipt = new Receipt(Guid.Parse("0199f000-0000-7000-8000-000000000001"), Lead, 2, "c1");
        await using (var journal = await StartAsync())
        {
            await journal.WriteAsync(First(Night, "482913"), Entry(Night, At(2, Says("c1", "Tea"))) with { Receipt = receipt });
        }

        await using var again = await StartAsync();
        var night = await again.LoadAsync(Night);

        Assert.Equal([.. First(Night, "482913").Record.Events, At(2, Says("c1", "Tea"))], night.Events);
        Assert.Equal([receipt], night.Receipts);
        await again.WriteAsync(Entry(Night, At(3, Says("c2", "Coffee"))));
    }

    [Fact]
    public async Task The_migrations_make_what_the_model_says()
    {
        await using var journal = await OpenAsync();
        await using var db = journal.Db();

        Assert.False(db.Database.HasPendingModelChanges());
        Assert.NotNull(db.Model.FindEntityType(typeof(Microsoft.AspNetCore.Identity.IdentityUserPasskey<string>)));
    }
}
