using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

namespace WorkshopHub.Browser.Tests;

/// <summary>
/// A real nginx or Caddy with a recipe of <c>docs/running.md</c> as it stands there: only its ports, its host and its
/// certificate are this test's. Ends with the test.
/// </summary>
public sealed partial class Proxy : IAsyncDisposable
{
    public const string Host = "hub.localhost";

    private readonly string folder = Directory.CreateTempSubdirectory("workshophub-proxy-").FullName;
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> said = [];
    private Process? process;

    /// <param name="program">nginx or caddy.</param>
    /// <param name="recipe">Its text.</param>
    /// <param name="port">Where browsers come.</param>
    /// <param name="hub">Where the hub listens.</param>
    public static async Task<Proxy> StartAsync(string program, string recipe, int port, int hub)
    {
        var path = Find(program);
        Assert.SkipWhen(path is null, $"No {program} here. Install it to try the recipe.");
        var proxy = new Proxy();
        var text = recipe.Replace("127.0.0.1:5080", $"127.0.0.1:{hub}", StringComparison.Ordinal);
        await (program == "nginx" ? proxy.NginxAsync(path!, text, port) : proxy.CaddyAsync(path!, text, port));
        return proxy;
    }

    /// <summary>The fenced text that follows this name in the document.</summary>
    public static string Recipe(string name)
    {
        var document = File.ReadAllText(Path.Combine(Repository.Root, "docs", "running.md")).ReplaceLineEndings("\n");
        var found = Fenced().Matches(document).SingleOrDefault(m => m.Groups[1].Value == name);
        Assert.True(found is not null, $"docs/running.md has no recipe “{name}”.");
        return found!.Groups[2].Value;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private Task NginxAsync(string path, string recipe, int port)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate =
            new CertificateRequest($"CN={Host}", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText(Path.Combine(folder, "hub.crt"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "hub.key"), key.ExportPkcs8PrivateKeyPem());
        var server = recipe
            .Replace("listen 443 ssl", $"listen 127.0.0.1:{port} ssl", StringComparison.Ordinal)
            .Replace("/etc/ssl/hub.example", $"{folder}/hub", StringComparison.Ordinal)
            .Replace("hub.example", Host, StringComparison.Ordinal);
        var whole = $$"""
            {{(Environment.UserName == "root" ? "user root;" : "")}}
            worker_processes 1;
            daemon off;
            pid {{folder}}/nginx.pid;
            error_log stderr notice;
            events { }
            http {
                access_log off;
                client_body_temp_path {{folder}}/body;
                proxy_temp_path {{folder}}/proxy;
                fastcgi_temp_path {{folder}}/fastcgi;
                uwsgi_temp_path {{folder}}/uwsgi;
                scgi_temp_path {{folder}}/scgi;
            {{server}}
            }
            """;
        File.WriteAllText(Path.Combine(folder, "nginx.conf"), whole);
        return RunAsync(path, ["-e", "stderr", "-p", folder, "-c", Path.Combine(folder, "nginx.conf")], "start worker process ");
    }

    private Task CaddyAsync(string path, string recipe, int port)
    {
        var site = recipe.Replace("hub.example {", $"https://{Host}:{port} {{", StringComparison.Ordinal);
        Assert.NotEqual(recipe, site);
        var whole = $$"""
            {
                admin off
                skip_install_trust
                auto_https disable_redirects
            }
            {{site}}
            """;
        File.WriteAllText(Path.Combine(folder, "Caddyfile"), whole);
        return RunAsync(path, ["run", "--adapter", "caddyfile", "--config", Path.Combine(folder, "Caddyfile")],
            "serving initial configuration");
    }

    private async Task RunAsync(string path, string[] arguments, string sign)
    {
        var info = new ProcessStartInfo(path, arguments)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = folder
        };
        info.Environment["XDG_DATA_HOME"] = info.Environment["XDG_CONFIG_HOME"] = info.Environment["HOME"] = folder;
        process = Process.Start(info)!;
        process.ErrorDataReceived += (_, e) => Hear(e.Data);
        process.OutputDataReceived += (_, e) => Hear(e.Data);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException("The proxy ended: " + string.Join('\n', said)));
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        await ready.Task.WaitAsync(TimeSpan.FromSeconds(60));

        void Hear(string? line)
        {
            if (line is null) return;
            lock (said) said.Add(line);
            if (line.Contains(sign, StringComparison.Ordinal)) ready.TrySetResult();
        }
    }

    private static string? Find(string program) =>
        $"{Environment.GetEnvironmentVariable("PATH")}:/usr/sbin:/usr/local/sbin:/usr/local/bin:/opt/homebrew/bin"
        .Split(':', StringSplitOptions.RemoveEmptyEntries).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    [GeneratedRegex(@"<!-- recipe: ([a-z ]+) -->\n```\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fenced();
}
