using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace WorkshopHub.Web.Data.Sqlite;

/// <summary>The tables as their owners describe them, with what SQLite needs otherwise.</summary>
internal sealed class SqliteModel(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
{
    public override void Customize(ModelBuilder modelBuilder, DbContext context)
    {
        base.Customize(modelBuilder, context);
        // SQLite can neither order nor compare a DateTimeOffset; as UTC ticks it can. What lies in JSON is no column.
        foreach (var property in modelBuilder.Model.GetEntityTypes().Where(e => !e.IsMappedToJson()).SelectMany(e => e.GetProperties()))
        {
            if ((Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(DateTimeOffset))
            {
                property.SetValueConverter(Ticks);
            }
        }
    }

    // Exact, and in order. EF's own binary form cuts to a tenth of a millisecond, and a session that was loaded would then
    // differ from the one that was written.
    private static readonly ValueConverter<DateTimeOffset, long> Ticks = new(time => time.UtcTicks, ticks => new(ticks, TimeSpan.Zero));
}
