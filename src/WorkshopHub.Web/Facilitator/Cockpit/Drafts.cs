namespace WorkshopHub.Web.Facilitator.Cockpit;

/// <summary>Texts that were typed and not sent yet. A field that is drawn anew, on another tab, finds its text here.</summary>
public sealed class Drafts
{
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> bases = new(StringComparer.Ordinal);
    private List<string> forgotten = [];

    /// <summary>Null: nothing was typed here.</summary>
    public string? this[string field]
    {
        get => texts.GetValueOrDefault(field);
        set
        {
            if (value is null) texts.Remove(field);
            else texts[field] = value;
        }
    }

    /// <summary>What was saved there when the typing began, or was last looked at; null: nothing was typed here.</summary>
    public string? BaseOf(string field) => bases.GetValueOrDefault(field);

    /// <summary>Opens a field with what is saved there.</summary>
    public void Begin(string field, string? saved) => texts[field] = bases[field] = saved ?? "";

    /// <summary>Something was typed.</summary>
    /// <param name="saved">What is saved there now: the first time, that is what it began from.</param>
    public void Type(string field, string text, string? saved)
    {
        bases.TryAdd(field, saved ?? "");
        texts[field] = text;
    }

    /// <summary>Somebody has seen what another one has saved meanwhile, and goes on with this text.</summary>
    public void GoOn(string field, string text, string? saved) => (texts[field], bases[field]) = (text, saved ?? "");

    public void Clear(params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            texts.Remove(field);
            bases.Remove(field);
            forgotten.Add(field);
        }
    }

    /// <summary>The fields that were cleared since somebody last asked; the browser keeps a copy of texts and forgets these.</summary>
    public IReadOnlyList<string> TakeForgotten()
    {
        var taken = forgotten;
        forgotten = [];
        return taken;
    }
}
