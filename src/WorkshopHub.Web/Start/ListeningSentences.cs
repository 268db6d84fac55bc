using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Connections;

namespace WorkshopHub.Web.Start;

/// <summary>Why the server cannot listen where the settings say, in words.</summary>
internal static class ListeningSentences
{
    private const string Where = "Look at ASPNETCORE_URLS, such as http://0.0.0.0:5080";

    /// <summary>Null: it is something else.</summary>
    public static string? Say(Exception e)
    {
        var all = Chain(e).ToList();
        var said = all[0].Message;
        if (all.OfType<AddressInUseException>().FirstOrDefault() is not null
            || all.OfType<SocketException>().Any(s => s.SocketErrorCode == SocketError.AddressAlreadyInUse))
        {
            return $"{said} Stop the other program, or choose another port, such as ASPNETCORE_URLS=http://0.0.0.0:5081.";
        }

        if (all.OfType<SocketException>().FirstOrDefault() is { } socket) return OfSocket(socket.SocketErrorCode, said);
        // No other file than a certificate's is read on the way to listening.
        var isCertificate =
            all.Any(x => x is CryptographicException or FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
            || Mentions(all, "certificate");
        if (isCertificate)
        {
            return $"It is to listen on https, but there is no certificate that can be used: {First(said)} "
                + "Give one by Kestrel__Certificates__Default__Path and Kestrel__Certificates__Default__Password, or listen on http and " +
                    "let a proxy end TLS.";
        }

        return all.Any(x => x is FormatException or ArgumentException or OverflowException) || Mentions(all, "url")
            || Mentions(all, "path base") || Mentions(all, "address")
            ? $"It cannot listen where the settings say: {First(said)} {Where}, without a path."
            : null;
    }

    private static string OfSocket(SocketError error, string said) => error switch
    {
        SocketError.AddressNotAvailable =>
            $"No network card of this machine has the address at which it is to listen. {Where} (0.0.0.0 is all of them).",
        SocketError.AccessDenied =>
            $"This account ({Environment.UserName}) may not listen there; ports below 1024 are for the system. {Where}.",
        SocketError.AddressFamilyNotSupported => $"This machine has no network of that kind (IPv6?). {Where}.",
        _ => $"It cannot listen where the settings say: {First(said)} {Where}.",
    };

    private static bool Mentions(IEnumerable<Exception> all, string word) =>
        all.Any(x => x.Message.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static string First(string said) => said.Split('\n')[0].Trim();

    private static IEnumerable<Exception> Chain(Exception? e)
    {
        for (; e is not null; e = e.InnerException) yield return e;
    }
}
