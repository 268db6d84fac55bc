using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace WorkshopHub.Web.Tests.Doors;

/// <summary>The server as a process of its own, as people run it. Ends with the test.</summary>
internal sealed partial class ServerProcess(Process process, Uri address) : IDisposable
{
    /// <summary>Where it listens, with a slash at its end.</summary>
    public Uri Address => address;

    /// <param name="folder">The data folder.</param>
    /// <param name="settings">Environment variables beside the usual ones.</param>
    public static async Task<ServerProcess> StartAsync(string folder, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet"
            ? host : "dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "WorkshopHub.Web.dll") },
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            Environment = {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                ["WorkshopHub__DataDirectory"] = folder,
                ["WorkshopHub__Setup__Email"] = HubServer.Email,
                ["WorkshopHub__Setup__Password"] = HubServer.Password,
            },
        };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Listening().Match(line) is not { Success: true } found) continue;
            // Read on, or the server would wait for room in the pipe.
            _ = process.StandardOutput.ReadToEndAsync();
            return new(process, new(found.Value));
        }

        throw new InvalidOperationException("The server ended before it listened.");
    }

    public async Task<Facilitator> SignInAsync()
    {
        var http = new HttpClient { BaseAddress = address };
        var token = await Reply
            .OfAsync(http.PostAsJsonAsync("api/tokens", new { email = HubServer.Email, password = HubServer.Password, name = "Test" }));
        http.DefaultRequestHeaders.Authorization = new("Bearer", token.Text("token"));
        return new(http);
    }

    /// <summary>Without a warning, as a power cut would.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    /// <summary>As a service manager stops it.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="TimeoutException">It went on; a service manager would have killed it long ago.</exception>
    public async Task<int> TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(20));
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited) Kill();
        process.Dispose();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Listening();
}
