using System.Net;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.OwnSettings;

/// <summary>
/// The product's own settings, <c>WorkshopHub__…</c>: read and judged once, before anything starts. Whoever needs one takes it from
/// here. What is left out stands at its default.
/// </summary>
public sealed record HubSettings
{
    /// <summary>The address that people open; null: this machine's own is found out.</summary>
    public PublicUrl? PublicUrl { get; init; }

    /// <summary>As it is set; null: <c>data</c> beside the program.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>Proxies whose word about who asks is believed.</summary>
    public IReadOnlyList<IPNetwork> KnownProxies { get; init; } = [];

    public FirstFacilitator Setup { get; init; } = new(null, null);

    public SessionLimits SessionLimits { get; init; } = SessionLimits.Default;

    public DoorLimits DoorLimits { get; init; } = new();

    /// <exception cref="CannotStartException">One of them cannot be; the message has its name, what stands there and what may.</exception>
    public static HubSettings Read(IConfiguration configuration)
    {
        var own = configuration.GetSection("WorkshopHub");
        var (session, door) = LimitSettings.Read(own.GetSection("Limits"));
        return new()
        {
            PublicUrl = Public(own[nameof(PublicUrl)]),
            DataDirectory = own[nameof(DataDirectory)] is { } folder && !string.IsNullOrWhiteSpace(folder) ? folder : null,
            KnownProxies = Networks.Read(own.GetSection(nameof(KnownProxies))),
            Setup = new(own["Setup:Email"], own["Setup:Password"]),
            SessionLimits = session,
            DoorLimits = door,
        };
    }

    private static PublicUrl? Public(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        return PublicUrl.Parse(text) ?? throw CannotStartException.Setting(
            nameof(PublicUrl),
            text,
            "It must be the whole address that people open, such as https://hub.example or https://example.org/workshop, "
            + "without a user name, a query or a # after it.");
    }
}

/// <summary>Who is made the first facilitator at start, where there is none. Judged where accounts are made.</summary>
public sealed record FirstFacilitator(string? Email, string? Password)
{
    public bool IsSet => !string.IsNullOrEmpty(Email) || !string.IsNullOrEmpty(Password);
}
