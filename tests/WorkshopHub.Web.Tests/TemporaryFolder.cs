namespace WorkshopHub.Web.Tests;

/// <summary>Folders of tests, gone with them.</summary>
internal static class TemporaryFolder
{
    /// <summary>
    /// Deletes it. Stopping waits no longer for a last write than people would, so on a machine that is busy one may come while the
    /// folder goes; then it goes with this process.
    /// </summary>
    public static void Delete(string path)
    {
        if (!IsGone(path)) AppDomain.CurrentDomain.ProcessExit += (_, _) => IsGone(path);
    }

    private static bool IsGone(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
            return true;
        }
        catch (DirectoryNotFoundException)
        {
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
