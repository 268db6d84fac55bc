using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace WorkshopHub.Web.Accounts;

/// <summary>A random key that is shown once; only its hash is kept. 32 random bytes need no salt and no slow hash.</summary>
public static class Secret
{
    public static string New(string prefix = "") => prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    public static bool Matches(string? secret, string? hash) =>
        secret is not null && hash is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(secret)), Encoding.ASCII.GetBytes(hash));
}
