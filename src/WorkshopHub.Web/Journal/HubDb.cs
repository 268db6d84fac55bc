using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using WorkshopHub.Web.Accounts;
using WorkshopHub.Web.OwnMethods;

namespace WorkshopHub.Web.Journal;

/// <summary>Everything that an installation keeps: the journals of its sessions, and ordinary tables for lists and keys.</summary>
public sealed class HubDb(DbContextOptions<HubDb> options) : IdentityUserContext<Account>(options)
{
    public DbSet<Installation> Installations => Set<Installation>();

    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    public DbSet<SignInRow> SignIns => Set<SignInRow>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<SessionRow> Sessions => Set<SessionRow>();

    public DbSet<CodeRow> Codes => Set<CodeRow>();

    public DbSet<MemberRow> Members => Set<MemberRow>();

    public DbSet<ScreenRow> Screens => Set<ScreenRow>();

    public DbSet<EventRow> Events => Set<EventRow>();

    public DbSet<WordsRow> Words => Set<WordsRow>();

    public DbSet<PersonRow> People => Set<PersonRow>();

    public DbSet<SecretRow> Secrets => Set<SecretRow>();

    public DbSet<OwnMethodRow> OwnMethods => Set<OwnMethodRow>();

    public DbSet<MethodDraftRow> MethodDrafts => Set<MethodDraftRow>();

    public DbSet<ReceiptRow> Receipts => Set<ReceiptRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // SQLite can neither order nor compare a DateTimeOffset; as UTC ticks it can.
        if (Database.IsSqlite())
        {
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        }
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Installation>().Property(x => x.Id).ValueGeneratedNever();
        builder.Entity<ApiToken>(e =>
        {
            e.HasIndex(x => x.TokenHash).IsUnique();
            e.HasIndex(x => x.AccountId);
        });
        builder.Entity<SignInRow>(e =>
        {
            e.HasOne<Account>().WithMany().HasForeignKey(x => x.AccountId).OnDelete(DeleteBehavior.Cascade);
            e.HasIndex(x => x.EndsAt);
        });
        builder.Entity<Invitation>(e =>
        {
            e.HasIndex(x => x.TokenHash).IsUnique();
            e.HasIndex(x => x.MadeBy);
        });
        builder.Entity<SessionRow>().HasKey(x => x.SessionId);
        builder.Entity<CodeRow>().HasKey(x => x.Code);
        builder.Entity<MemberRow>(e =>
        {
            e.HasKey(x => new { x.SessionId, x.AccountId });
            e.HasIndex(x => x.AccountId);
        });
        builder.Entity<ScreenRow>(e =>
        {
            e.HasKey(x => x.ScreenId);
            e.HasIndex(x => x.TokenHash).IsUnique();
            e.HasIndex(x => x.SessionId);
        });
        builder.Entity<EventRow>().HasKey(x => new { x.SessionId, x.Version });
        builder.Entity<WordsRow>().HasKey(x => new { x.SessionId, x.WordsId });
        builder.Entity<PersonRow>().HasKey(x => new { x.SessionId, x.DelegateId });
        builder.Entity<SecretRow>().HasKey(x => new { x.SessionId, x.ActivityId });
        builder.Entity<OwnMethodRow>(e =>
        {
            e.HasKey(x => x.MethodId);
            e.HasIndex(x => x.OwnerId);
        });
        builder.Entity<MethodDraftRow>().HasKey(x => new { x.OwnerId, x.MethodId });
        builder.Entity<ReceiptRow>().HasKey(x => new { x.SessionId, x.CommandId });
    }
}
