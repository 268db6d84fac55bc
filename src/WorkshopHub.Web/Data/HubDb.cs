using Microsoft.EntityFrameworkCore;

namespace WorkshopHub.Web.Data;

/// <summary>
/// Everything that an installation keeps: the journals of its sessions, and ordinary tables for lists and keys. It knows
/// none of them: whoever owns a table has its <see cref="IEntityTypeConfiguration{TEntity}"/> beside it.
/// </summary>
public sealed class HubDb(DbContextOptions<HubDb> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(HubDb).Assembly);
}
