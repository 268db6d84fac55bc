namespace WorkshopHub.Browser.Tests;

/// <summary>Where the server lies that belongs to this build of the tests.</summary>
internal static class Repository
{
    private static readonly DirectoryInfo Output = new(AppContext.BaseDirectory);

    public static string Root { get; } = FindRoot();

    public static string WebProject => Path.Combine(Root, "src", "WorkshopHub.Web");

    /// <summary>Debug tests run the Debug server, Release ones the Release server: the build made both.</summary>
    public static string WebDll => Path.Combine(WebProject, "bin", Output.Parent!.Name, Output.Name, "WorkshopHub.Web.dll");

    private static string FindRoot()
    {
        for (var folder = Output; folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "WorkshopHub.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException($"No WorkshopHub.sln above {Output.FullName}.");
    }
}
