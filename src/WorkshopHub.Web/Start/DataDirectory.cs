namespace WorkshopHub.Web.Start;

/// <summary>Where everything of this installation lies: the database, keys. Copying the folder moves the installation.</summary>
/// <param name="FullPath">Absolute; exists.</param>
public sealed record DataDirectory(string FullPath)
{
    public string Keys => Path.Combine(FullPath, "keys");

    public string Database => Path.Combine(FullPath, "workshophub.db");

    /// <summary><c>WorkshopHub__DataDirectory</c>, else <c>data</c> beside the program (from source: beside the project).</summary>
    /// <exception cref="CannotStartException">The folder cannot be made.</exception>
    public static DataDirectory Open(IConfiguration configuration, IHostEnvironment environment)
    {
        var wanted = configuration["WorkshopHub:DataDirectory"];
        var path = Path.GetFullPath(string.IsNullOrWhiteSpace(wanted) ? "data" : wanted, environment.ContentRootPath);
        try
        {
            Directory.CreateDirectory(path);
            // Who reads the keys can sign in as anybody.
            var keys = Path.Combine(path, "keys");
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(keys);
            else Directory.CreateDirectory(keys, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"The data folder {path} cannot be made: {e.Message} Set WorkshopHub__DataDirectory to a folder that can be written.", e);
        }

        return new(path);
    }
}
