using WorkshopHub.Core.Layouts;
using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Core.Views;

namespace WorkshopHub.Room.Phone;

/// <param name="NamesVary">Some activity is stricter about names than the session.</param>
/// <param name="CommandId">For the join that this page sends, so that a lost answer makes no second delegate.</param>
/// <param name="Problem">What went wrong with what was sent.</param>
/// <param name="Name">What was sent, put back.</param>
/// <param name="Sector">What was sent, put back.</param>
/// <param name="RecoveryCode">The recovery code that brought nobody back, put back.</param>
public sealed record JoinModel(
    string Code,
    string Title,
    string? Topic,
    SectorQuestion? Question,
    NamesPolicy Names,
    bool NamesVary,
    string CommandId,
    string? Problem = null,
    string? Name = null,
    string? Sector = null,
    string? RecoveryCode = null,
    string Language = "en")
{
    /// <summary>
    /// The language that somebody chose, or their browser; sent with the form. Null: neither, and the session's is followed.
    /// </summary>
    public string? Wanted { get; init; }

    /// <summary>Why nobody new can join just now; then there is no form but the recovery code's. Null: people can.</summary>
    public string? Shut { get; init; }

    /// <summary>How often a page that is shut looks again.</summary>
    public int ShutSeconds { get; init; } = 10;

    /// <summary>Too many joined at once: the form is sent again by itself after so long. Null: not.</summary>
    public int? AgainSeconds { get; init; }
}

/// <summary>A page with something to say and nothing to do.</summary>
/// <param name="RefreshSeconds">Loads itself again after so long; null: never.</param>
public sealed record MessageModel(
    string Title,
    string Text,
    string? LinkText = null,
    string? Link = null,
    int? RefreshSeconds = null,
    string Language = "en")
{
    /// <summary>
    /// The code of the session that this phone is out of, so that what it still keeps of it can be copied; null: there is none.
    /// </summary>
    public string? Left { get; init; }
}

/// <param name="Notice">What happened to a form that was sent without script, for example a refusal's sentence.</param>
/// <param name="KeptText">
/// The text of a refused form, put back into the field of <paramref name="KeptLane"/> and <paramref name="KeptParent"/>.
/// </param>
/// <param name="NewCommandId">A new one for each form.</param>
public sealed record PhoneModel(
    string Code,
    string SessionTitle,
    long Version,
    Node View,
    MineView Mine,
    string RecoveryCode,
    bool Closed,
    string? Notice,
    string? KeptText,
    string? KeptLane,
    string? KeptParent,
    Func<string> NewCommandId,
    DateTimeOffset Now,
    string Language = "en")
{
    /// <summary>What can be changed of one's profile.</summary>
    public SectorQuestion? Question { get; init; }

    public NamesPolicy Names { get; init; }

    public bool NamesVary { get; init; }

    /// <summary>The delegate's own language; null: the session's.</summary>
    public string? OwnLanguage { get; init; }

    /// <summary>Of the refused form, with its text.</summary>
    public bool KeptQuotation { get; init; }

    public string? KeptSpokenFor { get; init; }
}

/// <summary>
/// Whose page it is. Cascades through whole pages only: a pushed fragment is drawn once for everybody, and the script
/// puts on what is one person's own.
/// </summary>
public sealed record PageOwner(
    string Code,
    Func<string> NewCommandId,
    IReadOnlySet<string> Nodded,
    bool Done,
    string? KeptText,
    string? KeptLane,
    string? KeptParent,
    DateTimeOffset Now)
{
    /// <summary>By <see cref="OwnLevel.Key"/>, the position of the value that was chosen.</summary>
    public required IReadOnlyDictionary<string, int> Answers { get; init; }

    /// <summary>How many dots lie where, in the vote that is on.</summary>
    public required IReadOnlyDictionary<string, int> Dots { get; init; }

    /// <summary>Dots that can still be put; null: no vote is on.</summary>
    public int? Left { get; init; }

    /// <summary>What one wrote oneself, where the vote takes no dots on that.</summary>
    public IReadOnlySet<string> Barred { get; init; } = new HashSet<string>();

    public bool KeptQuotation { get; init; }

    public string? KeptSpokenFor { get; init; }

    internal static PageOwner Of(PhoneModel m) =>
        new(m.Code, m.NewCommandId, m.Mine.Nodded.ToHashSet(), m.Mine.Done, m.KeptText, m.KeptLane, m.KeptParent, m.Now)
        {
            Answers = m.Mine.Answers.ToDictionary(a => a.Key, a => a.Level),
            Dots = m.Mine.Dots.ToDictionary(d => d.TargetId, d => d.Dots),
            Left = Budget(m.View) is { } all ? all - m.Mine.Dots.Sum(d => d.Dots) : null,
            Barred = m.Mine.OwnDotsAllowed ? new HashSet<string>() : m.Mine.Own.Select(o => o.Id).ToHashSet(),
            KeptQuotation = m.KeptQuotation,
            KeptSpokenFor = m.KeptSpokenFor,
        };

    private static int? Budget(Node view) => view.Children.Select(n => n.Model).OfType<VoteModel>().FirstOrDefault(v => v.Dots > 0)?.Dots;
}
