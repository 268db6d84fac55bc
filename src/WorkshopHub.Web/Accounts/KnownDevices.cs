using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace WorkshopHub.Web.Accounts;

/// <summary>
/// Browsers in which an account's owner has signed in. Such a browser has a cookie that says so; all that it opens is a way
/// past the slow-down that strangers bring about. It is no sign-in, it is given for a right password only, and a new
/// password ends it: then its owner may be somebody else.
/// </summary>
internal sealed class KnownDevices(IDataProtectionProvider protection, TimeProvider time)
{
    internal const string CookieName = "workshophub-device";

    /// <summary>People who share a browser; the one who signed in longest ago is forgotten first.</summary>
    internal const int MostAccounts = 5;

    internal static readonly TimeSpan Lasts = TimeSpan.FromDays(365);

    private const int LongestCookie = 4_000;

    private readonly IDataProtector protector = protection.CreateProtector("WorkshopHub.KnownDevice.v1");

    /// <summary>After a right password: from now on this browser is known to be this account's.</summary>
    public void Remember(HttpContext http, Account account)
    {
        var others = Read(http).Where(x => x.AccountId != account.Id).Take(MostAccounts - 1);
        var device = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));
        var mine = new Entry(account.Id, device, StampOf(account), time.GetUtcNow().ToUnixTimeSeconds());
        http.Response.Cookies.Append(CookieName, protector.Protect(string.Join('\n', others.Prepend(mine).Select(x => x.Text))), new()
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = Lasts,
            Path = http.Request.PathBase.HasValue ? http.Request.PathBase.Value : "/",
            SameSite = SameSiteMode.Strict,
            Secure = http.Request.IsHttps,
        });
    }

    /// <summary>The accounts whose browser this was. Whether it still is, <see cref="Find"/> says.</summary>
    public IReadOnlyList<string> AccountIds(HttpContext http) => [.. Read(http).Select(x => x.AccountId)];

    /// <summary>By which id this browser is known to this account; null: by none.</summary>
    public string? Find(HttpContext http, Account account) =>
        Read(http).FirstOrDefault(x => x.AccountId == account.Id && x.Stamp == StampOf(account))?.DeviceId;

    private List<Entry> Read(HttpContext http)
    {
        if (http.Request.Cookies[CookieName] is not { Length: > 0 and <= LongestCookie } cookie) return [];
        try
        {
            var oldest = (time.GetUtcNow() - Lasts).ToUnixTimeSeconds();
            return [.. protector.Unprotect(cookie).Split('\n').Select(Entry.Parse).OfType<Entry>().Where(x => x.At > oldest)];
        }
        catch (CryptographicException)
        {
            // Made up, or by another installation.
            return [];
        }
    }

    private static string StampOf(Account account) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(account.SecurityStamp ?? "")).AsSpan(0, 8));

    private sealed record Entry(string AccountId, string DeviceId, string Stamp, long At)
    {
        public string Text => string.Create(CultureInfo.InvariantCulture, $"{AccountId} {DeviceId} {Stamp} {At}");

        public static Entry? Parse(string text) =>
            text.Split(' ') is [var account, var device, var stamp, var at]
            && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                ? new(account, device, stamp, seconds)
                : null;
    }
}
