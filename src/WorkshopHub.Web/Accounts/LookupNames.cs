using Microsoft.AspNetCore.Identity;
using WorkshopHub.Core;

namespace WorkshopHub.Web.Accounts;

/// <summary>How emails are compared, for any text at all: Identity's own throws at signs that are no characters.</summary>
internal sealed class LookupNames : ILookupNormalizer
{
    public string? NormalizeName(string? name) => name is null ? null : Writing.Clean(name).ToUpperInvariant();

    public string? NormalizeEmail(string? email) => NormalizeName(email);
}
