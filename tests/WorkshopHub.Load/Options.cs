using System.Globalization;

namespace WorkshopHub.Load;

/// <summary>What the command line asks for, within bounds: this is a measuring tool, not a weapon.</summary>
internal sealed record Options(Uri Url, string Email, string Password, int Phones, int Rate, int Seconds, int? Pid)
{
    public const string Usage =
        """
        Measures a running WorkshopHub on this machine: how long a contribution takes to every other phone.

          dotnet run -c Release --project tests/WorkshopHub.Load -- --url http://127.0.0.1:5080 --email E --password P
            --phones N    1 to 2000, joined by the API and connected to the hub (100)
            --rate R      contributions a second, over all phones; at most 4 for each phone (20)
            --seconds S   how long they contribute, 1 to 120 (10)
            --pid PID     the server's process, to tell its processor time and memory
        """;

    private const int MostPhones = 2000;
    private const int MostSeconds = 120;

    // The server lets a delegate send five a second for long.
    private const int MostPerPhone = 4;

    /// <returns>Null: the second item says why not.</returns>
    public static (Options? Options, string? Problem) Read(string[] args)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        if (args.Length % 2 != 0) return (null, "Each option needs a value.");
        for (var i = 0; i < args.Length; i += 2) given[args[i]] = args[i + 1];
        foreach (var name in given.Keys.Except(["--url", "--email", "--password", "--phones", "--rate", "--seconds", "--pid"])) return (null, $"There is no option {name}.");
        if (!Uri.TryCreate(given.GetValueOrDefault("--url", "http://127.0.0.1:5080"), UriKind.Absolute, out var url) || url.Scheme != Uri.UriSchemeHttp) return (null, "--url is an http address.");
        if (!url.IsLoopback) return (null, "Only a server on this machine is measured: the address must be a loopback one.");
        if (!given.TryGetValue("--email", out var email) || !given.TryGetValue("--password", out var password)) return (null, "--email and --password are needed.");
        if (Number(given, "--phones", 100, MostPhones) is not { } phones) return (null, $"--phones is 1 to {MostPhones}.");
        if (Number(given, "--rate", 20, MostPhones * MostPerPhone) is not { } rate || rate > phones * MostPerPhone) return (null, $"--rate is at least 1 and at most {MostPerPhone} for each phone.");
        if (Number(given, "--seconds", 10, MostSeconds) is not { } seconds) return (null, $"--seconds is 1 to {MostSeconds}.");
        return (new(url, email, password, phones, rate, seconds, given.ContainsKey("--pid") ? Number(given, "--pid", 0, int.MaxValue) : null), null);
    }

    private static int? Number(Dictionary<string, string> given, string name, int otherwise, int most)
    {
        if (!given.TryGetValue(name, out var text)) return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number : null;
    }
}
