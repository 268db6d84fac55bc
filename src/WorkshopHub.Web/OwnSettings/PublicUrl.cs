using System.Text.RegularExpressions;

namespace WorkshopHub.Web.OwnSettings;

/// <summary>
/// An http or https address, as <c>WorkshopHub__PublicUrl</c> needs it: with a path where the product stands below one,
/// of plain letters, digits and <c>- . _ ~</c>; without a name, a query or a fragment.
/// </summary>
public sealed partial record PublicUrl
{
    private PublicUrl(Uri address) => Address = address;

    public Uri Address { get; }

    /// <summary>Without a slash at its end.</summary>
    public string Text => Address.AbsoluteUri.TrimEnd('/');

    /// <summary>Such as <c>/workshop</c>; empty where it has none.</summary>
    public string Path => Address.AbsolutePath.TrimEnd('/');

    /// <summary>Null: it is none.</summary>
    public static PublicUrl? Parse(string? text) =>
        Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var uri) && IsHttp(uri) && uri is { UserInfo: "", Query: "", Fragment: "" }
        && !text!.Contains('?') && !text.Contains('#') && PlainPath().IsMatch(uri.AbsolutePath)
            ? new(uri)
            : null;

    private static bool IsHttp(Uri uri) => uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps;

    [GeneratedRegex(@"^(/[A-Za-z0-9._~-]+)*/?$")]
    private static partial Regex PlainPath();
}
