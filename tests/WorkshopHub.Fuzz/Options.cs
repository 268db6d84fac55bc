using System.Globalization;

namespace WorkshopHub.Fuzz;

/// <summary>What the command line asks for, within bounds: only a server on this machine, and an end in any case.</summary>
internal sealed record Options(Uri Url, string Email, string Password, int Inputs, int Seed, int? Pid)
{
    public const string Usage =
        """
        Throws odd input at a running WorkshopHub on this machine, over HTTP, raw lines and the hub, and says what broke.
        Use a data folder that is worth nothing: it makes sessions, and deletes them at the end.

          dotnet run -c Release --project tests/WorkshopHub.Fuzz -- --url http://127.0.0.1:5080 --email E --password P
            --inputs N    100 to 200,000 (100,000)
            --seed S      the same seed gives the same inputs (1)
            --pid PID     the server's process, to tell its memory
        """;

    internal const int MostInputs = 200_000;

    /// <returns>Null: the second item says why not.</returns>
    public static (Options? Options, string? Problem) Read(string[] args)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        if (args.Length % 2 != 0) return (null, "Each option needs a value.");
        for (var i = 0; i < args.Length; i += 2) given[args[i]] = args[i + 1];
        foreach (var name in given.Keys.Except(["--url", "--email", "--password", "--inputs", "--seed", "--pid"]))
        {
            return (null, $"There is no option {name}.");
        }

        if (!Uri.TryCreate(given.GetValueOrDefault("--url", "http://127.0.0.1:5080"), UriKind.Absolute, out var url)
            || url.Scheme != Uri.UriSchemeHttp)
        {
            return (null, "--url is an http address.");
        }

        if (!url.IsLoopback) return (null, "Only a server on this machine is tried: the address must be a loopback one.");
        if (!given.TryGetValue("--email", out var email) || !given.TryGetValue("--password", out var password))
        {
            return (null, "--email and --password are needed.");
        }

        if (Number(given, "--inputs", 100_000) is not (>= 100 and <= MostInputs and var inputs))
        {
            return (null, $"--inputs is 100 to {MostInputs}.");
        }

        if (Number(given, "--seed", 1) is not { } seed) return (null, "--seed is a number.");
        return (new(url, email, password, inputs, seed, given.ContainsKey("--pid") ? Number(given, "--pid", 0) : null), null);
    }

    private static int? Number(Dictionary<string, string> given, string name, int otherwise)
    {
        if (!given.TryGetValue(name, out var text)) return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
