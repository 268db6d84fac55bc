using WorkshopHub.Core.Layouts;
using WorkshopHub.SampleLayouts.Core.Careless;
using WorkshopHub.SampleLayouts.Core.Headlines;

/// <summary>The line in the catalogue, for a server that runs as a process of its own (<c>DOTNET_STARTUP_HOOKS</c>).</summary>
internal static class StartupHook
{
    public static void Initialize()
    {
        LayoutCatalogue.Add(new HeadlinesLayout());
        LayoutCatalogue.Add(new CopiedLayout());
        LayoutCatalogue.Add(new ForgetfulLayout());
        LayoutCatalogue.Add(new HidingLayout());
    }
}
