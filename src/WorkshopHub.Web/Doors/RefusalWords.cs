using System.Globalization;
using Microsoft.Extensions.Localization;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.Doors;

/// <summary>Says a refusal in the reader's language: the resource of its code where there is one, else Core's English.</summary>
public sealed class RefusalWords(IStringLocalizer<RefusalWords> words)
{
    public string ToFront => words["ToFront"];

    public string Say(Refusal refusal) => words[refusal.Code] is { ResourceNotFound: false } sentence
        ? string.Format(CultureInfo.CurrentCulture, sentence.Value, refusal.Details)
        : refusal.Message;

    /// <summary>A heading over the sentence.</summary>
    public string Title(Refusal refusal) => words[refusal.Kind.Status switch
    {
        404 when refusal.Kind == RefusalKind.NoSuchCode => "TitleCode",
        404 => "Title404",
        429 => "Title429",
        _ => "TitleOther",
    }];
}
