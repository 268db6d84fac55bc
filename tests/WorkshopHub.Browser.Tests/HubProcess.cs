using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;

namespace WorkshopHub.Browser.Tests;

/// <summary>
/// The server as its own process, as people run it: it can be killed in the middle of something and started again on the
/// same data. Ends with the test.
/// </summary>
public sealed class HubProcess : IAsyncDisposable
{
    public const string Email = "amara@example.org";
    public const string Password = "correct horse battery";

    private readonly string data = Directory.CreateTempSubdirectory("workshophub-browser-").FullName;
    private readonly bool withFacilitator;
    private readonly int port;
    private readonly IReadOnlyDictionary<string, string> settings;
    private readonly string host;
    private Process? process;

    private HubProcess(bool withFacilitator, string host, int port, IReadOnlyDictionary<string, string> settings) =>
        (this.withFacilitator, this.host, this.port, this.settings) = (withFacilitator, host, port, settings);

    public string Url => $"http://{host}:{port}";

    /// <summary>The one-time link that the server prints where there is no facilitator yet.</summary>
    public string? SetUpLink { get; private set; }

    /// <param name="host">The address at which it listens and is looked at.</param>
    /// <param name="port">Where; else a free one.</param>
    /// <param name="settings">Environment variables beside the usual ones.</param>
    public static async Task<HubProcess> StartAsync(bool withFacilitator = true, string host = "127.0.0.1", int? port =
        null, IReadOnlyDictionary<string, string>? settings = null)
    {
        var hub = new HubProcess(withFacilitator, host, port ?? FreePorts(1)[0], settings ?? new Dictionary<string, string>());
        await hub.StartAgainAsync();
        return hub;
    }

    public async Task StartAgainAsync()
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var said = new List<string>();
        var info = new ProcessStartInfo("dotnet", Repository.WebDll)
        {
            WorkingDirectory = Repository.WebProject,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = {
                ["ASPNETCORE_URLS"] = Url,
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["WorkshopHub__DataDirectory"] = data,
                // As in the tests themselves: it lives too short to learn from what it runs.
                ["DOTNET_TieredPGO"] = "0",
            },
        };
        if (withFacilitator)
        {
            info.Environment["WorkshopHub__Setup__Email"] = Email;
            info.Environment["WorkshopHub__Setup__Password"] = Password;
        }

        foreach (var (name, value) in settings) info.Environment[name] = value;
        process = Process.Start(info)!;
        process.OutputDataReceived += (_, e) => Hear(e.Data);
        process.ErrorDataReceived += (_, e) => Hear(e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => started.TrySetException(new InvalidOperationException("The server ended: " + string.Join('\n', said)));
        await started.Task.WaitAsync(TimeSpan.FromSeconds(60));

        void Hear(string? line)
        {
            if (line is null) return;
            lock (said) said.Add(line);
            var link = line.IndexOf("http", StringComparison.Ordinal);
            if (link >= 0 && line.Contains("/setup?token=", StringComparison.Ordinal))
            {
                SetUpLink = new Uri(line[link..].Trim()).PathAndQuery;
            }

            if (line.Contains("Data folder", StringComparison.Ordinal)) started.TrySetResult();
        }
    }

    /// <summary>Another program holds the database, so that nothing can be saved, until this is disposed.</summary>
    public async Task<SqliteConnection> HoldDatabaseAsync()
    {
        var holder = new SqliteConnection($"Data Source={Path.Combine(data, "workshophub.db")};Pooling=false");
        await holder.OpenAsync();
        await using var command = holder.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        await command.ExecuteNonQueryAsync();
        return holder;
    }

    /// <summary>SIGKILL: no goodbye, nothing flushed.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, as a service manager stops it.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process!.Id}"]);
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(20));
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false }) await KillAsync();
        process?.Dispose();
        Directory.Delete(data, recursive: true);
    }

    /// <summary>Different ones: each is held until all are found.</summary>
    public static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        foreach (var listener in listeners) listener.Start();
        var ports = listeners.Select(l => ((IPEndPoint)l.LocalEndpoint).Port).ToArray();
        foreach (var listener in listeners) listener.Dispose();
        return ports;
    }
}
