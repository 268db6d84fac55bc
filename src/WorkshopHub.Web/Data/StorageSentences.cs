namespace WorkshopHub.Web.Data;

/// <summary>What the person at the server reads when the disk says no at start.</summary>
internal static class StorageSentences
{
    /// <param name="path">The file or folder that it is about.</param>
    public static string Say(StorageCause cause, string path) => cause switch
    {
        StorageCause.DiskFull => $"There is no room left on the disk of {path}. Make room there, then start again; what was saved is safe.",
        StorageCause.ReadOnly =>
            $"{path} can only be read. If it belongs to another account, run: {OwnFiles.Command(Folder(path))} "
            + "If the disk is mounted read-only, mount it for writing, or set WorkshopHub__DataDirectory to a folder that can be written.",
        StorageCause.Locked =>
            $"Another program holds the database {path}, such as a backup or a database browser. Close it there, then start again.",
        StorageCause.NotReachable =>
            $"{path} cannot be opened. It must be a file of this account ({Environment.UserName}) in a folder that it may write. "
            + $"Run: {OwnFiles.Command(Folder(path))}",
        StorageCause.Damaged =>
            $"{path} is no database, or a damaged one. It was left as it is. Put the one of your last backup in its place; "
            + "to begin anew, move the whole data folder away first.",
        _ => $"The disk of {path} reports an error. Look at the disk; it may be about to fail. Nothing was changed.",
    };

    /// <summary>The same for whatever a file system says.</summary>
    public static string Say(Exception e, string path) => StorageFailures.CauseOf(e) is { } cause
        ? Say(cause, path)
        : e is UnauthorizedAccessException ? Say(StorageCause.NotReachable, path)
        : $"{path} cannot be used: {e.Message}";

    private static string Folder(string path) =>
        OwnFiles.Real(!Directory.Exists(path) && Path.GetDirectoryName(path) is { Length: > 0 } up ? up : path);
}
