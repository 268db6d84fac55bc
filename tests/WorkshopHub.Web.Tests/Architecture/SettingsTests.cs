namespace WorkshopHub.Web.Tests.Architecture;

/// <summary>Own settings are read and judged in one place.</summary>
public sealed class SettingsTests
{
    [Fact]
    public void Nothing_else_reads_a_setting_of_ours()
    {
        var reading = SourceFile.All()
            .Where(f => f.Folder != "OwnSettings")
            .Where(f => f.Text.Contains("\"WorkshopHub:", StringComparison.Ordinal)
                || f.Text.Contains("GetSection(\"WorkshopHub\"", StringComparison.Ordinal))
            .Select(f => f.Path);

        Assert.Empty(reading);
    }
}
