namespace WorkshopHub.Web.Start;

/// <summary>Where everything of this installation lies: the database, keys. Copying the folder moves the installation.</summary>
/// <param name="FullPath">Absolute; exists.</param>
public sealed record DataDirectory(string FullPath)
{
    public string Keys => Path.Combine(FullPath, "keys");

    /// <summary><c>WorkshopHub__DataDirectory</c>, else <c>data</c> beside the program (from source: beside the project).</summary>
    /// <exception cref="CannotStartException">The folder cannot be made.</exception>
    public static DataDirectory Open(IConfiguration configuration, IHostEnvironment environment)
    {
        var wanted = configuration["WorkshopHub:DataDirectory"];
        var path = Path.GetFullPath(string.IsNullOrWhiteSpace(wanted) ? "data" : wanted, environment.ContentRootPath);
        try
        {
            MakeOwn(path);
            // Whoever reads the keys can sign in as anybody: they stay ours also in a folder that others may read.
            MakeOwn(Path.Combine(path, "keys"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"The data folder {path} cannot be made: {e.Message} Set WorkshopHub__DataDirectory to a folder that can be written.", e);
        }

        return new(path);
    }

    /// <summary>For this account's eyes. A folder that exists keeps the rights it was given.</summary>
    private static void MakeOwn(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
