using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.OwnMethods;

/// <summary>The tables of methods that facilitators make for themselves.</summary>
public static class OwnMethodTables
{
    extension(HubDb db)
    {
        public DbSet<OwnMethodRow> OwnMethods => db.Set<OwnMethodRow>();

        public DbSet<MethodDraftRow> MethodDrafts => db.Set<MethodDraftRow>();
    }
}

internal sealed class OwnMethodConfiguration : IEntityTypeConfiguration<OwnMethodRow>, IEntityTypeConfiguration<MethodDraftRow>
{
    public void Configure(EntityTypeBuilder<OwnMethodRow> builder)
    {
        builder.ToTable("OwnMethods").HasKey(x => x.MethodId);
        builder.HasIndex(x => x.OwnerId);
    }

    public void Configure(EntityTypeBuilder<MethodDraftRow> builder) =>
        builder.ToTable("MethodDrafts").HasKey(x => new { x.OwnerId, x.MethodId });
}
