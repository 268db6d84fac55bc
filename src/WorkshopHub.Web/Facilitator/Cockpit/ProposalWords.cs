using Microsoft.Extensions.Localization;
using WorkshopHub.Core;
using WorkshopHub.Core.Views;

namespace WorkshopHub.Web.Facilitator.Cockpit;

/// <summary>A proposed decision as a sentence, ready to be changed.</summary>
internal static class ProposalWords
{
    internal static string TextOf(this IStringLocalizer<ConsoleWords> words, Proposal proposal)
    {
        if (proposal.IsTheme) return words["decision-from-theme", proposal.Words];
        if (proposal.Under is not { } above) return proposal.Words;
        var sentence = words["decision-from-pick", above.TrimEnd('.', ' '), proposal.Words.TrimEnd('.', ' ')].Value;
        // Two long texts do not fit into one sentence; then the picked one stands alone.
        return Writing.Length(sentence) > Writing.ContributionMax ? proposal.Words : sentence;
    }
}
