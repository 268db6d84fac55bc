using WorkshopHub.Web.OwnSettings;


namespace WorkshopHub.Web.Data;

/// <summary>Where everything of this installation lies: the database, keys. Copying the folder moves the installation.</summary>
/// <param name="FullPath">Absolute; exists; this account's alone, where the file system can say so.</param>
/// <param name="Warning">What stays open to others, with the command that helps; null: nothing does.</param>
public sealed record DataDirectory(string FullPath, string? Warning = null)
{
    public string Keys => Path.Combine(FullPath, "keys");

    /// <summary>From it follow the tokens of phones and screens.</summary>
    public string RoomKey => Path.Combine(Keys, "room.key");

    /// <summary><c>WorkshopHub__DataDirectory</c>, else <c>data</c> beside the program (from source: beside the project).</summary>
    /// <exception cref="CannotStartException">The folder cannot be made, or cannot be kept from other accounts.</exception>
    public static DataDirectory Open(HubSettings settings, IHostEnvironment environment)
    {
        OwnFiles.FromNowOn();
        var path = settings.DataDirectory;
        try
        {
            path = Path.GetFullPath(path ?? "data", environment.ContentRootPath);
            OwnFiles.Make(path);
            OwnFiles.Make(Path.Combine(path, "keys"));
            return new(path, OwnFiles.Tighten(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            var there = Directory.Exists(path);
            throw new CannotStartException(
                $"The data folder {path} cannot be {(there ? "used" : "made")}: {Why(e)} "
                + (there && StorageFailures.CauseOf(e) is null && !OperatingSystem.IsWindows()
                    ? $"Run: {OwnFiles.Command(OwnFiles.Real(path!))} Or set " : "Set ")
                + "WorkshopHub__DataDirectory to a folder that can be written.",
                e);
        }
    }

    private static string Why(Exception e) => StorageFailures.CauseOf(e) switch
    {
        StorageCause.DiskFull => "there is no room left on its disk.",
        StorageCause.ReadOnly => "its disk is mounted read-only.",
        _ => e.Message,
    };
}
