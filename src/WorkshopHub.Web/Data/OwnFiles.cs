using System.Runtime.InteropServices;
using WorkshopHub.Web.OwnSettings;

namespace WorkshopHub.Web.Data;

/// <summary>
/// Keeps what lies in the data folder from the other accounts of this machine: words, password hashes, keys. On Windows
/// rights are inherited from the folder above and left as they are.
/// </summary>
internal static class OwnFiles
{
    private const UnixFileMode Folder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode GroupAndOthers =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    // Others need these, or keep their own things in them: their rights are not ours to take.
    private static readonly HashSet<string> OfTheSystem = new(StringComparer.Ordinal)
    {
        "/", "/bin", "/boot", "/dev", "/etc", "/home", "/lib", "/lib64", "/media", "/mnt", "/opt", "/proc", "/run", "/sbin", "/srv", "/sys",
        "/tmp", "/usr", "/usr/bin", "/usr/lib", "/usr/local", "/usr/share", "/var", "/var/cache", "/var/lib", "/var/log", "/var/opt",
            "/var/tmp",
        "/Applications", "/Library", "/System", "/Users", "/Volumes", "/private", "/private/etc", "/private/tmp", "/private/var",
    };

    /// <summary>Whatever this process makes from now on, the database's log and the keys among it, is for its account alone.</summary>
    public static void FromNowOn()
    {
        if (!OperatingSystem.IsWindows()) _ = SetMask(0b000_111_111);
    }

    /// <summary>Makes the folder, or takes its rights from everybody else.</summary>
    /// <exception cref="CannotStartException">They stay; the message has the command that helps.</exception>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be made.</exception>
    public static void Make(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        Directory.CreateDirectory(path, Folder);
        if (!IsOpen(File.GetUnixFileMode(path))) return;
        var real = Real(path);
        if (IsShared(real))
        {
            throw new CannotStartException(
                $"The data folder {real} is one that other programs and accounts use too, and whoever can read it could read what people " +
                    "write. "
                + "Set WorkshopHub__DataDirectory to a folder of its own, such as one inside it.");
        }

        Close(path);
        if (IsOpen(File.GetUnixFileMode(path)) && HasRights(path))
        {
            throw new CannotStartException(
                $"Other accounts of this machine can read the data folder {real}, and this one ({Environment.UserName}) may not change " +
                    "that. "
                + $"Run: {Command(real)}");
        }
    }

    /// <summary>
    /// Takes the rights from everybody else for all that lies in the folder, whoever put it there; links lead elsewhere and stay.
    /// </summary>
    /// <returns>A sentence for what stays open, with the command that helps; null: nothing does.</returns>
    public static string? Tighten(string folder)
    {
        if (OperatingSystem.IsWindows()) return null;
        if (IsOpen(File.GetUnixFileMode(folder)))
        {
            return $"The file system of the data folder {Real(folder)} knows no rights, so every account of this machine can read what " +
                "people write. "
                + "Mount it with umask=0077, or set WorkshopHub__DataDirectory to a folder on another disk.";
        }

        var all = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            AttributesToSkip = FileAttributes.ReparsePoint,
            IgnoreInaccessible = true
        };
        var open = 0;
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", all))
        {
            try
            {
                if (!IsOpen(entry.UnixFileMode)) continue;
                Close(entry.FullName);
                if (IsOpen(File.GetUnixFileMode(entry.FullName))) open++;
            }
            catch (IOException)
            {
                // Gone meanwhile, such as the log of a database that somebody else has just closed.
            }
        }

        return open == 0
            ? null
            : $"Of the files in the data folder {Real(folder)}, {open} cannot be closed to other accounts, because they are another " +
                "account's. "
                + $"Run: {Command(Real(folder))}";
    }

    /// <summary>What makes a folder this account's own.</summary>
    public static string Command(string path) => $"sudo chown -R {Environment.UserName} '{path}' && sudo chmod -R u+rwX,go= '{path}'";

    /// <summary>Where a link leads.</summary>
    public static string Real(string path) =>
        Directory.Exists(path) ? new DirectoryInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path : path;

    private static bool IsOpen(UnixFileMode mode) => (mode & GroupAndOthers) != 0;

    private static bool IsShared(string path)
    {
        var plain = path.Length > 1 ? path.TrimEnd('/') : path;
        // A home serves more than this program, too.
        return OfTheSystem.Contains(plain) || Path.GetDirectoryName(plain) is "/home" or "/Users";
    }

    private static void Close(string path)
    {
        if (OperatingSystem.IsWindows()) return;
        try
        {
            var own = File.GetUnixFileMode(path) & Folder;
            File.SetUnixFileMode(path, Directory.Exists(path) ? Folder : own);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another account's, or a file system that cannot: whoever called looks again.
        }
    }

    /// <summary>Whether rights can be given to files here at all: a memory stick has none, and nobody could ever change that.</summary>
    /// <exception cref="IOException">Nothing can be written here.</exception>
    private static bool HasRights(string folder)
    {
        if (OperatingSystem.IsWindows()) return false;
        var probe = Path.Combine(folder, $"workshophub-{Guid.NewGuid():n}.probe");
        try
        {
            using (new FileStream(probe,
                new FileStreamOptions
                {
                    Mode = FileMode.CreateNew,
                    Access = FileAccess.Write,
                    UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite
                }))
            {
                return !IsOpen(File.GetUnixFileMode(probe));
            }
        }
        catch (UnauthorizedAccessException)
        {
            return true;
        }
        finally
        {
            if (File.Exists(probe)) File.Delete(probe);
        }
    }

    [DllImport("libc", EntryPoint = "umask")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint SetMask(uint mask);
}
