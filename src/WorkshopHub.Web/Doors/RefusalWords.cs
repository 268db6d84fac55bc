using System.Globalization;
using Microsoft.Extensions.Localization;
using WorkshopHub.Core;
using WorkshopHub.Web.Ambient;

namespace WorkshopHub.Web.Doors;

/// <summary>Says a refusal in the reader's language: the resource of its code where there is one, else Core's English.</summary>
public sealed class RefusalWords(IStringLocalizer<RefusalWords> words)
{
    public string ToFront(string language)
    {
        using var _ = CultureScope.In(language);
        return words["ToFront"];
    }

    /// <summary>In a language; without one, in the one that is spoken here.</summary>
    public string Say(Refusal refusal, string language)
    {
        using var _ = CultureScope.In(language);
        return Say(refusal);
    }

    public string Say(Refusal refusal) => words[refusal.Code] is { ResourceNotFound: false } sentence
        ? string.Format(CultureInfo.CurrentCulture, sentence.Value, refusal.Details)
        : refusal.Message;

    /// <summary>A heading over the sentence.</summary>
    public string Title(Refusal refusal, string language)
    {
        using var _ = CultureScope.In(language);
        return words[refusal.Kind.Status switch
        {
            404 when refusal.Kind == RefusalKind.NoSuchCode => "TitleCode",
            404 => "Title404",
            429 => "Title429",
            _ => "TitleOther",
        }];
    }
}
