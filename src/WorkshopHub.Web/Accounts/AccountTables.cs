using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Accounts;

/// <summary>The tables of accounts and of what opens doors for them.</summary>
public static class AccountTables
{
    extension(HubDb db)
    {
        public DbSet<Account> Users => db.Set<Account>();

        public DbSet<Installation> Installations => db.Set<Installation>();

        public DbSet<ApiToken> ApiTokens => db.Set<ApiToken>();

        public DbSet<SignInRow> SignIns => db.Set<SignInRow>();

        public DbSet<Invitation> Invitations => db.Set<Invitation>();
    }
}

internal sealed class AccountConfiguration :
    IEntityTypeConfiguration<Installation>,
    IEntityTypeConfiguration<ApiToken>,
    IEntityTypeConfiguration<SignInRow>,
    IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Installation> builder) =>
        builder.ToTable("Installations").Property(x => x.Id).ValueGeneratedNever();

    public void Configure(EntityTypeBuilder<ApiToken> builder)
    {
        builder.ToTable("ApiTokens").HasIndex(x => x.TokenHash).IsUnique();
        builder.HasIndex(x => x.AccountId);
    }

    public void Configure(EntityTypeBuilder<SignInRow> builder)
    {
        builder.ToTable("SignIns").HasIndex(x => x.EndsAt);
        builder.HasOne<Account>().WithMany().HasForeignKey(x => x.AccountId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("Invitations").HasIndex(x => x.TokenHash).IsUnique();
        builder.HasIndex(x => x.MadeBy);
    }
}
