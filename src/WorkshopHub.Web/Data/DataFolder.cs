using WorkshopHub.Web.OwnSettings;

namespace WorkshopHub.Web.Data;

/// <summary>
/// The folder with the database. One process holds it as long as it lives: two would each keep their own state of the
/// same session in memory. The system lets go of the lock when a process dies, however that happens; but a moment later
/// where a child of it was just being started, which holds a copy until it has become another program.
/// </summary>
/// <param name="patience">How long to wait for another process to let go; null: 8 seconds.</param>
internal sealed class DataFolder(string folder, TimeProvider clock, TimeSpan? patience = null) : IDisposable
{
    private static readonly TimeSpan TellsAfter = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AsksEvery = TimeSpan.FromMilliseconds(100);

    // EWOULDBLOCK of Linux and of macOS; of Windows: a sharing violation, a lock violation.
    private static readonly HashSet<int> Held = [11, 35, unchecked((int)0x80070020), unchecked((int)0x80070021)];

    private readonly TimeSpan patience = patience ?? TimeSpan.FromSeconds(8);
    private FileStream? held;

    public DataFolder(string folder)
        : this(folder, TimeProvider.System)
    {
    }

    public string Path => folder;

    /// <summary>Whether this process has it.</summary>
    public bool IsTaken => held is not null;

    /// <param name="waiting">Called once, when it takes longer than a second.</param>
    /// <exception cref="DataFolderInUseException">Another process has it, and keeps it.</exception>
    /// <exception cref="CannotStartException">The folder cannot be used.</exception>
    public async Task TakeAsync(Action<TimeSpan>? waiting = null, CancellationToken cancel = default)
    {
        if (held is not null) return;

        var file = System.IO.Path.Combine(folder, "workshophub.lock");
        var began = clock.GetTimestamp();
        for (var told = false; ;)
        {
            try
            {
                // What delegates wrote is for this account's eyes.
                OwnFiles.Make(folder);
                held = new(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                return;
            }
            catch (IOException e) when (Held.Contains(e.HResult))
            {
                var passed = clock.GetElapsedTime(began);
                if (passed >= patience) throw new DataFolderInUseException(folder, e);
                if (!told && passed >= TellsAfter)
                {
                    told = true;
                    waiting?.Invoke(patience);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new CannotStartException(StorageSentences.Say(e, file), e);
            }

            await Task.Delay(AsksEvery, clock, cancel);
        }
    }

    public void Dispose()
    {
        held?.Dispose();
        held = null;
    }
}
