namespace WorkshopHub.Web.Tests.Exports;

/// <summary>Files that were looked at and found right; a change of them is looked at again.</summary>
internal static class Golden
{
    public static void Same(string name, string actual)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Exports", "Golden");
        var path = Path.Combine(folder, name);
        if (File.Exists(path) && File.ReadAllText(path) == actual) return;
        var received = path + ".received";
        File.WriteAllText(received, actual);
        Assert.Fail($"{name} has changed. Look at {received}; if it is right, copy it over " +
            $"tests/WorkshopHub.Web.Tests/Exports/Golden/{name}.");
    }
}
