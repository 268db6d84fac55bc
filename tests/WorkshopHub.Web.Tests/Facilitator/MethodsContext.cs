using Microsoft.Extensions.DependencyInjection;
using WorkshopHub.Web.Data;
using WorkshopHub.Web.Journal;
using WorkshopHub.Web.OwnMethods;

namespace WorkshopHub.Web.Tests.Facilitator;

/// <summary>Draws components of the console that look up methods, from a journal of their own.</summary>
public abstract class MethodsContext : ConsoleContext, IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("workshophub-").FullName;

    protected MethodsContext()
    {
        Services.AddData(folder).AddJournal();
        Services.AddSingleton<MethodStore>();
    }

    public async ValueTask InitializeAsync() => await Services.PrepareDatabaseAsync();

    public new async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        TemporaryFolder.Delete(folder);
        GC.SuppressFinalize(this);
    }
}
