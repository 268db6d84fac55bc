using System.Globalization;
using WorkshopHub.Web.OwnSettings;

namespace WorkshopHub.Web.Start;

/// <summary>Settings of the framework's whose mistakes it tells by a stack.</summary>
internal static class SettingsCheck
{
    /// <exception cref="CannotStartException">A log level is no level.</exception>
    public static void LogLevels(IConfiguration configuration)
    {
        foreach (var (path, value) in configuration.GetSection("Logging").AsEnumerable())
        {
            if (value is null || !path.Contains(":LogLevel:", StringComparison.OrdinalIgnoreCase)
                || Enum.TryParse<LogLevel>(value, ignoreCase: true, out _))
            {
                continue;
            }

            throw new CannotStartException(
                $"{path.Replace(":", "__", StringComparison.Ordinal)} is “{value}”, which is no log level. "
                + $"The levels are {string.Join(", ", Enum.GetNames<LogLevel>())}.");
        }
    }

    /// <summary>
    /// A port that is no number would be taken for a part of the name, and the server would listen on all addresses at port 80.
    /// </summary>
    /// <exception cref="CannotStartException">An address or a port cannot be read.</exception>
    public static void Addresses(IConfiguration configuration)
    {
        foreach (var ports in new[] { "http_ports", "https_ports" })
        {
            if (Split(configuration[ports])
                .FirstOrDefault(p => !ushort.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out _)) is { } port)
            {
                throw new CannotStartException(
                    $"ASPNETCORE_{ports.ToUpperInvariant()} has “{port}”, which is no port: a number up to 65535 is needed.");
            }
        }

        if (Split(configuration["urls"]).FirstOrDefault(u => !IsAddress(u)) is { } url)
        {
            throw new CannotStartException(
                $"ASPNETCORE_URLS has “{url}”, at which nothing can listen. It must be an address such as http://0.0.0.0:5080, without a " +
                "path.");
        }
    }

    private static string[] Split(string? list) =>
        (list ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsAddress(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            if (address.IsUnixPipe || address.IsNamedPipe) return true;
            var isKnown = address.Scheme.Equals("http", StringComparison.OrdinalIgnoreCase)
                || address.Scheme.Equals("https", StringComparison.OrdinalIgnoreCase);
            var hasColon = address.Host.Contains(':', StringComparison.Ordinal) && !address.Host.StartsWith('[');
            return isKnown && !hasColon && address.Port is >= 0 and <= ushort.MaxValue && address.PathBase.Length == 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
