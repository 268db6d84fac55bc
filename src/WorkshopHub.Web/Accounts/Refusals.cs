using System.Globalization;
using Microsoft.Extensions.Localization;
using WorkshopHub.Core;
using WorkshopHub.Web.Limits;

namespace WorkshopHub.Web.Accounts;

/// <summary>A refusal on a page with a form.</summary>
internal static class Refusals
{
    /// <summary>The resource of the refusal's code where there is one, else Core's own sentence.</summary>
    public static string Say(this IStringLocalizer<AccountWords> words, Refusal refusal) =>
        words[refusal.Code] is { ResourceNotFound: false } sentence
            ? string.Format(CultureInfo.CurrentCulture, sentence.Value, refusal.Details)
            : refusal.Message;

    /// <summary>The page is shown, with the refusal's status.</summary>
    public static void Refuse(this HttpContext http, Refusal refusal)
    {
        http.Response.StatusCode = refusal.Kind.Status;
        http.Response.SayWait(refusal);
    }
}
