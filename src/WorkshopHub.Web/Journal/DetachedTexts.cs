using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.Journal;

/// <summary>
/// What people wrote and told, taken out of events so that it can vanish without touching them. Collected while events
/// are written, the newest under each id; looked up while they are read. What was never kept reads as null.
/// </summary>
public sealed class DetachedTexts
{
    private readonly Dictionary<string, string?> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<DelegateId, Profile> people = [];

    public IReadOnlyDictionary<string, string?> Texts => texts;

    public IReadOnlyCollection<Profile> People => people.Values;

    /// <summary>What an event carries is what stays: a text of null blanks the one that is kept under this id.</summary>
    public void Keep(Words words) => texts[words.Id] = words.Text;

    /// <inheritdoc cref="Keep(Words)"/>
    /// <remarks>Of an alias nothing is told.</remarks>
    public void Keep(Profile profile)
    {
        if (!profile.Id.IsAlias) people[profile.Id] = profile;
    }

    public Words Words(string id) => new(id, texts.GetValueOrDefault(id));

    public Profile Profile(DelegateId id) => people.GetValueOrDefault(id) ?? new(id, null, null);
}
