using WorkshopHub.Web.Data.Sqlite;

namespace WorkshopHub.Web.Data;

/// <summary>Why the disk or the database said no, as far as a person can do something about it.</summary>
public enum StorageCause
{
    /// <summary>No room is left, or the account's quota is used up.</summary>
    DiskFull,

    /// <summary>The file, the folder or the file system can only be read.</summary>
    ReadOnly,

    /// <summary>Another program holds the database.</summary>
    Locked,

    /// <summary>The file is not there any more, or may not be opened.</summary>
    NotReachable,

    /// <summary>The file is no database, or no longer a whole one.</summary>
    Damaged,

    /// <summary>The device reports an error.</summary>
    Failing,
}

/// <summary>Tells a disk that says no from a fault of the program.</summary>
internal static class StorageFailures
{
    // POSIX: EIO, ENOSPC, EROFS, EDQUOT of Linux and of macOS. Windows: a full disk under its two names, write-protected.
    private const int InputOutput = 5;
    private const int NoSpace = 28;
    private const int ReadOnlyFileSystem = 30;
    private const int QuotaOfLinux = 122;
    private const int QuotaOfMac = 69;
    private const int WindowsDiskFull = unchecked((int)0x80070070);
    private const int WindowsHandleDiskFull = unchecked((int)0x80070027);
    private const int WindowsWriteProtected = unchecked((int)0x80070013);

    /// <summary>Null: it was something else, such as a rule of a table.</summary>
    public static StorageCause? CauseOf(Exception? e)
    {
        for (; e is not null; e = e.InnerException)
        {
            var cause = e switch
            {
                IOException io => OfFile(io.HResult),
                // The database's own codes. Asked of each that there is: it may have failed before anybody said which one it is.
                _ => SqliteFailures.CauseOf(e),
            };
            if (cause is not null) return cause;
        }

        return null;
    }

    // Only what no connection of a network ever says: a request that broke off is no fault of the disk.
    private static StorageCause? OfFile(int code) => code switch
    {
        NoSpace or WindowsDiskFull or WindowsHandleDiskFull => StorageCause.DiskFull,
        QuotaOfLinux when OperatingSystem.IsLinux() => StorageCause.DiskFull,
        QuotaOfMac when OperatingSystem.IsMacOS() => StorageCause.DiskFull,
        ReadOnlyFileSystem or WindowsWriteProtected => StorageCause.ReadOnly,
        InputOutput when !OperatingSystem.IsWindows() => StorageCause.Failing,
        _ => null,
    };
}
