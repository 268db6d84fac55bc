namespace WorkshopHub.Browser.Tests;

/// <summary>
/// One server for all tests that neither stop it nor set it up otherwise: each has a session of its own. A start and the
/// first look at each page cost seconds, every further one next to nothing.
/// </summary>
public sealed class SharedHub : IAsyncLifetime
{
    private HubProcess? hub;

    public HubProcess Hub => hub!;

    public async ValueTask InitializeAsync() => hub = await HubProcess.StartAsync();

    public async ValueTask DisposeAsync() => await hub!.DisposeAsync();
}
