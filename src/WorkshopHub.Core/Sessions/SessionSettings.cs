using WorkshopHub.Core.Methods;

namespace WorkshopHub.Core.Sessions;

/// <summary>What a facilitator sets for a whole session.</summary>
/// <param name="Language">
/// One of <see cref="Languages"/>: the screen's, the summary's, and that of phones whose delegates have chosen none.
/// </param>
/// <param name="SectorQuestion">Asked on joining; null: not asked.</param>
/// <param name="OwnDots">Whether delegates may put dots on what they wrote themselves.</param>
public sealed record SessionSettings(string Language, SectorQuestion? SectorQuestion, NamesPolicy Names, bool OwnDots = true)
{
    public static readonly SessionSettings Default = new("en", null, NamesPolicy.AnonymousToRoom);
}

/// <summary>The profile question. "Prefer not to say" is always possible and is no option of it.</summary>
/// <param name="Text">1 to 120 characters.</param>
/// <param name="Options">2 to 12 different ones, 1 to 60 characters each.</param>
public sealed record SectorQuestion(string Text, ValueList<string> Options);

/// <summary>The settings as a client sends them: only what should change. The whole list is in the public contract.</summary>
public sealed record SettingsPatch(
    string? Language = null,
    SectorQuestion? SectorQuestion = null,
    string? Names = null,
    string? Moderation = null,
    bool? OwnDots = null,
    bool? JoinApproval = null,
    int? RetentionDays = null)
{
    private const int OptionsMin = 2;
    private const int OptionsMax = 12;

    /// <summary>
    /// The settings after this change, but for approving who joins, which <see cref="Doorkeeping"/> keeps. What the product
    /// cannot keep yet is refused as <c>not-available</c>: a promise
    /// of deletion that is not kept is worse than none.
    /// </summary>
    internal SessionSettings? Over(SessionSettings now, out Refusal? refusal)
    {
        refusal = Unavailable();
        if (refusal is not null) return null;
        var next = now;
        if (Names is not null)
        {
            if (NamesPolicies.Find(Names) is not { } names)
            {
                refusal = RefusalKind.Malformed.With(NamesPolicies.Choice);
                return null;
            }

            next = next with { Names = names };
        }

        if (Languages.Find(Language) is { } language) next = next with { Language = language };
        if (OwnDots is { } ownDots) next = next with { OwnDots = ownDots };
        if (SectorQuestion is null) return next;
        var question = Checked(SectorQuestion, out refusal);
        return refusal is null ? next with { SectorQuestion = question } : null;
    }

    private Refusal? Unavailable()
    {
        if (Language is not null && Languages.Find(Language) is null) return RefusalKind.NotAvailable.With($"The language “{Language}”");
        if (Moderation is not (null or "off"))
        {
            return Moderation is "after" or "before"
                ? RefusalKind.NotAvailable.With("Moderation")
                : RefusalKind.Malformed.With("moderation is off, after or before.");
        }

        return RetentionDays is not null ? RefusalKind.NotAvailable.With("Deleting after some days") : null;
    }

    // A question without text and options takes the question away.
    private static SectorQuestion? Checked(SectorQuestion question, out Refusal? refusal)
    {
        refusal = null;
        if (Writing.IsEmpty(Writing.Clean(question.Text)) && question.Options.Count == 0) return null;
        var text = Writing.Take(question.Text, Writing.TitleMax, out refusal);
        if (text is null) return null;
        var options = new List<string>();
        foreach (var option in question.Options)
        {
            var clean = Writing.TakeLine(option, Writing.NameMax, out refusal);
            if (clean is null) refusal ??= RefusalKind.TextEmpty;
            if (clean is null) return null;
            if (!options.Contains(clean)) options.Add(clean);
        }

        if (options.Count is < OptionsMin or > OptionsMax)
        {
            refusal = RefusalKind.OutOfRange.With("The number of different answers", OptionsMin, OptionsMax);
            return null;
        }

        return new(text, options.ToValueList());
    }
}
