using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;

namespace WorkshopHub.Web.Accounts;

/// <summary>
/// What stands in the cookie, sealed. The framework's own form does not tell rubbish, which stays rubbish, from keys that
/// cannot be read just now.
/// </summary>
internal sealed class SignInTicket(IDataProtector protector) : ISecureDataFormat<AuthenticationTicket>
{
    /// <summary>What the keys are used for. A cookie that was made for something else, or before sign-ins were rows, is rubbish.</summary>
    public const string Purpose = "WorkshopHub.SignIn.v1";

    public string Protect(AuthenticationTicket data) => Protect(data, null);

    public string Protect(AuthenticationTicket data, string? purpose) =>
        Base64Url.EncodeToString(For(purpose).Protect(TicketSerializer.Default.Serialize(data)));

    public AuthenticationTicket? Unprotect(string? protectedText) => Unprotect(protectedText, null);

    // Never throws: the framework also asks while it writes a new cookie over this one.
    public AuthenticationTicket? Unprotect(string? protectedText, string? purpose) => Read(protectedText, purpose).Ticket;

    /// <summary>Whether it could become readable again: the keys cannot be read just now, and the text itself may be right.</summary>
    public bool MayBeGoodAgain(string protectedText) => Read(protectedText, null).KeysFail;

    private (AuthenticationTicket? Ticket, bool KeysFail) Read(string? text, string? purpose)
    {
        byte[] sealedBytes;
        try
        {
            sealedBytes = Base64Url.DecodeFromChars(text ?? "");
        }
        catch (FormatException)
        {
            return (null, false);
        }

        byte[] bytes;
        try
        {
            bytes = For(purpose).Unprotect(sealedBytes);
        }
        catch (Exception e)
        {
            // What fails on the way to the keys comes wrapped; a seal that does not fit, or a key that is gone, does not.
            return (null, e is not CryptographicException || e.InnerException is IOException or UnauthorizedAccessException);
        }

        try
        {
            return (TicketSerializer.Default.Deserialize(bytes), false);
        }
        catch (Exception e) when (e is IOException or ArgumentException or FormatException or DecoderFallbackException)
        {
            return (null, false);
        }
    }

    private IDataProtector For(string? purpose) => string.IsNullOrEmpty(purpose) ? protector : protector.CreateProtector(purpose);
}
