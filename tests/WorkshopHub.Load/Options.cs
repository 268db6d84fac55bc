using System.Globalization;

namespace WorkshopHub.Load;

/// <summary>What the command line asks for, within bounds: this is a measuring tool, not a weapon.</summary>
internal sealed record Options(Uri Url, string Email, string Password, int Phones, int Rate, int Seconds, int WrongSignIns, int Addresses,
    int? Pid)
{
    public const string Usage =
        """
        Measures a running WorkshopHub on this machine: how long a contribution takes to every other phone.

          dotnet run -c Release --project tests/WorkshopHub.Load -- --url http://127.0.0.1:5080 --email E --password P
            --phones N    1 to 2000, joined by the API and connected to the hub (100)
            --rate R      contributions a second, over all phones; at most 4 for each phone (20)
            --seconds S   how long they contribute, 1 to 120 (10)
            --wrong-sign-ins N   0 to 100 in parallel, with made-up emails, as long as phones contribute (0)
            --addresses A   1 to 100 loopback addresses from which these come, one each in turn (1)
            --pid PID     the server's process, to tell its processor time and memory

        What a flood of sign-ins does to a room: --phones 300 --rate 50 --seconds 10, some runs quiet and some with
        --wrong-sign-ins 40 (and --addresses 40), in turn, against a published server. The middle p95 with them should
        be at most twice the middle p95 without. Between runs the tool waits until it may sign in again.
        """;

    private const int MostSignIns = 100;

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
        foreach (var name in given.Keys
            .Except(["--url", "--email", "--password", "--phones", "--rate", "--seconds", "--wrong-sign-ins", "--addresses", "--pid"]))
        {
            return (null, $"There is no option {name}.");
        }

        if (!Uri.TryCreate(given.GetValueOrDefault("--url", "http://127.0.0.1:5080"), UriKind.Absolute, out var url)
            || url.Scheme != Uri.UriSchemeHttp)
        {
            return (null, "--url is an http address.");
        }

        if (!url.IsLoopback) return (null, "Only a server on this machine is measured: the address must be a loopback one.");
        if (!given.TryGetValue("--email", out var email) || !given.TryGetValue("--password", out var password))
        {
            return (null, "--email and --password are needed.");
        }

        if (Number(given, "--phones", 100, MostPhones) is not { } phones) return (null, $"--phones is 1 to {MostPhones}.");
        if (Number(given, "--rate", 20, MostPhones * MostPerPhone) is not { } rate || rate > phones * MostPerPhone)
        {
            return (null, $"--rate is at least 1 and at most {MostPerPhone} for each phone.");
        }

        if (Number(given, "--seconds", 10, MostSeconds) is not { } seconds) return (null, $"--seconds is 1 to {MostSeconds}.");
        if (Number(given, "--wrong-sign-ins", 0, MostSignIns) is not { } wrong) return (null, $"--wrong-sign-ins is 1 to {MostSignIns}.");
        if (Number(given, "--addresses", 1, MostSignIns) is not { } addresses) return (null, $"--addresses is 1 to {MostSignIns}.");
        var pid = given.ContainsKey("--pid") ? Number(given, "--pid", 0, int.MaxValue) : null;
        return (new(url, email, password, phones, rate, seconds, wrong, addresses, pid), null);
    }

    private static int? Number(Dictionary<string, string> given, string name, int otherwise, int most)
    {
        if (!given.TryGetValue(name, out var text)) return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most
            ? number : null;
    }
}
