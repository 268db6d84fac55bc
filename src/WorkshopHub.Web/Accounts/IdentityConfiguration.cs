using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WorkshopHub.Web.Accounts;

/// <summary>
/// The tables of ASP.NET Core Identity, in the form of its schema 3. Written out here and not inherited from its context,
/// so that the database's context need not know what an account is.
/// </summary>
internal sealed class IdentityConfiguration :
    IEntityTypeConfiguration<Account>,
    IEntityTypeConfiguration<IdentityUserClaim<string>>,
    IEntityTypeConfiguration<IdentityUserLogin<string>>,
    IEntityTypeConfiguration<IdentityUserToken<string>>,
    IEntityTypeConfiguration<IdentityUserPasskey<string>>
{
    private const int NameLength = 256;
    private const int KeyLength = 128;
    private const int CredentialLength = 1024;

    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("AspNetUsers").HasKey(x => x.Id);
        builder.HasIndex(x => x.NormalizedUserName).IsUnique().HasDatabaseName("UserNameIndex");
        builder.HasIndex(x => x.NormalizedEmail).HasDatabaseName("EmailIndex");
        builder.Property(x => x.ConcurrencyStamp).IsConcurrencyToken();
        builder.Property(x => x.UserName).HasMaxLength(NameLength);
        builder.Property(x => x.NormalizedUserName).HasMaxLength(NameLength);
        builder.Property(x => x.Email).HasMaxLength(NameLength);
        builder.Property(x => x.NormalizedEmail).HasMaxLength(NameLength);
        builder.Property(x => x.PhoneNumber).HasMaxLength(NameLength);
    }

    public void Configure(EntityTypeBuilder<IdentityUserClaim<string>> builder)
    {
        builder.ToTable("AspNetUserClaims").HasKey(x => x.Id);
        builder.HasOne<Account>().WithMany().HasForeignKey(x => x.UserId).IsRequired();
    }

    public void Configure(EntityTypeBuilder<IdentityUserLogin<string>> builder)
    {
        builder.ToTable("AspNetUserLogins").HasKey(x => new { x.LoginProvider, x.ProviderKey });
        builder.Property(x => x.LoginProvider).HasMaxLength(KeyLength);
        builder.Property(x => x.ProviderKey).HasMaxLength(KeyLength);
        builder.HasOne<Account>().WithMany().HasForeignKey(x => x.UserId).IsRequired();
    }

    public void Configure(EntityTypeBuilder<IdentityUserToken<string>> builder)
    {
        builder.ToTable("AspNetUserTokens").HasKey(x => new { x.UserId, x.LoginProvider, x.Name });
        builder.Property(x => x.LoginProvider).HasMaxLength(KeyLength);
        builder.Property(x => x.Name).HasMaxLength(KeyLength);
        builder.HasOne<Account>().WithMany().HasForeignKey(x => x.UserId).IsRequired();
    }

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<string>> builder)
    {
        builder.ToTable("AspNetUserPasskeys").HasKey(x => x.CredentialId);
        builder.Property(x => x.CredentialId).HasMaxLength(CredentialLength);
        builder.OwnsOne(x => x.Data).ToJson();
        builder.HasOne<Account>().WithMany().HasForeignKey(x => x.UserId).IsRequired();
    }
}
