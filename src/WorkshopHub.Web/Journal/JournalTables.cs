using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Journal;

/// <summary>The tables of sessions: their journals, and what lists need.</summary>
public static class JournalTables
{
    extension(HubDb db)
    {
        public DbSet<EventRow> Events => db.Set<EventRow>();

        public DbSet<WordsRow> Words => db.Set<WordsRow>();

        public DbSet<PersonRow> People => db.Set<PersonRow>();

        public DbSet<SecretRow> Secrets => db.Set<SecretRow>();

        public DbSet<ReceiptRow> Receipts => db.Set<ReceiptRow>();

        public DbSet<SessionRow> Sessions => db.Set<SessionRow>();

        public DbSet<CodeRow> Codes => db.Set<CodeRow>();

        public DbSet<MemberRow> Members => db.Set<MemberRow>();

        public DbSet<ScreenRow> Screens => db.Set<ScreenRow>();
    }
}

internal sealed class JournalConfiguration :
    IEntityTypeConfiguration<EventRow>,
    IEntityTypeConfiguration<WordsRow>,
    IEntityTypeConfiguration<PersonRow>,
    IEntityTypeConfiguration<SecretRow>,
    IEntityTypeConfiguration<ReceiptRow>
{
    public void Configure(EntityTypeBuilder<EventRow> builder) => builder.ToTable("Events").HasKey(x => new { x.SessionId, x.Version });

    public void Configure(EntityTypeBuilder<WordsRow> builder) => builder.ToTable("Words").HasKey(x => new { x.SessionId, x.WordsId });

    public void Configure(EntityTypeBuilder<PersonRow> builder) => builder.ToTable("People").HasKey(x => new { x.SessionId, x.DelegateId });

    public void Configure(EntityTypeBuilder<SecretRow> builder) =>
        builder.ToTable("Secrets").HasKey(x => new { x.SessionId, x.ActivityId });

    public void Configure(EntityTypeBuilder<ReceiptRow> builder) =>
        builder.ToTable("Receipts").HasKey(x => new { x.SessionId, x.CommandId });
}

internal sealed class SessionListConfiguration :
    IEntityTypeConfiguration<SessionRow>,
    IEntityTypeConfiguration<CodeRow>,
    IEntityTypeConfiguration<MemberRow>,
    IEntityTypeConfiguration<ScreenRow>
{
    public void Configure(EntityTypeBuilder<SessionRow> builder) => builder.ToTable("Sessions").HasKey(x => x.SessionId);

    public void Configure(EntityTypeBuilder<CodeRow> builder) => builder.ToTable("Codes").HasKey(x => x.Code);

    public void Configure(EntityTypeBuilder<MemberRow> builder)
    {
        builder.ToTable("Members").HasKey(x => new { x.SessionId, x.AccountId });
        builder.HasIndex(x => x.AccountId);
    }

    public void Configure(EntityTypeBuilder<ScreenRow> builder)
    {
        builder.ToTable("Screens").HasKey(x => x.ScreenId);
        builder.HasIndex(x => x.TokenHash).IsUnique();
        builder.HasIndex(x => x.SessionId);
    }
}
