using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Time.Testing;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Tests.Start;

/// <summary>A lock may be held for a moment after its holder is gone.</summary>
public sealed class WaitingForTheFolderTests : IDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("workshophub-");
    private readonly FakeTimeProvider clock = new();

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task RUN_22_who_lets_go_within_seconds_is_waited_for_and_that_is_said_once()
    {
        using var mine = new DataFolder(folder.FullName, clock);
        var told = new List<TimeSpan>();
        Task taking;
        using (Hold())
        {
            taking = mine.TakeAsync(told.Add);
            for (var passed = TimeSpan.Zero; passed < TimeSpan.FromSeconds(6); passed += Step) await PassAsync();
            Assert.False(taking.IsCompleted);
        }

        while (!taking.IsCompleted) await PassAsync();

        await taking;
        Assert.Equal([TimeSpan.FromSeconds(8)], told);
    }

    [Fact]
    public async Task RUN_22_who_lets_go_at_once_is_waited_for_without_a_word()
    {
        using var mine = new DataFolder(folder.FullName, clock);
        Task taking;
        using (Hold()) taking = mine.TakeAsync(_ => Assert.Fail("Nobody wants to read that."));

        while (!taking.IsCompleted) await PassAsync();

        await taking;
    }

    [Fact]
    public async Task RUN_22_who_never_lets_go_is_not_waited_for_longer()
    {
        using var held = Hold();
        using var mine = new DataFolder(folder.FullName, clock);
        var began = clock.GetTimestamp();

        var taking = mine.TakeAsync();
        while (!taking.IsCompleted) await PassAsync();

        var refused = await Assert.ThrowsAsync<DataFolderInUseException>(() => taking);
        Assert.Contains(folder.FullName, refused.Message, StringComparison.Ordinal);
        Assert.InRange(clock.GetElapsedTime(began), TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task RUN_22_the_program_starts_when_another_process_lets_go_and_RUN_21_ends_with_one_sentence_where_its_port_is_taken()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        Process process;
        Task<string> errors, rest;
        using (Hold())
        {
            process = Process.Start(new ProcessStartInfo("dotnet")
            {
                ArgumentList = { Path.Combine(AppContext.BaseDirectory, "WorkshopHub.Web.dll") },
                WorkingDirectory = AppContext.BaseDirectory,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = {
                    ["ASPNETCORE_ENVIRONMENT"] = "Production",
                    ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}",
                    ["WorkshopHub__DataDirectory"] = folder.FullName,
                },
            })!;
            errors = process.StandardError.ReadToEndAsync();
            while (await process.StandardOutput.ReadLineAsync() is { } line
                && !line.Contains("still holds the data folder", StringComparison.Ordinal))
            {
                // Until it says that it waits.
            }

            rest = process.StandardOutput.ReadToEndAsync();
        }

        using (process)
        {
            await process.WaitForExitAsync();
            Assert.Equal(1, process.ExitCode);
        }

        Assert.Contains("Journal ready", await rest, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", await rest, StringComparison.Ordinal);
        var said = (await errors).TrimEnd();
        Assert.StartsWith("WorkshopHub cannot start. ", said, StringComparison.Ordinal);
        Assert.Contains("address already in use", said, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', said);
    }

    // As a process does that has the lock: every open file has one of its own.
    private FileStream Hold() =>
        new(Path.Combine(folder.FullName, "workshophub.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    private async Task PassAsync()
    {
        clock.Advance(Step);
        await Task.Yield();
    }
}
