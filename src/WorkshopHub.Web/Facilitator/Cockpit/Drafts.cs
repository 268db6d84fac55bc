namespace WorkshopHub.Web.Facilitator.Cockpit;

/// <summary>Texts that were typed and not sent yet. A field that is drawn anew, on another tab, finds its text here.</summary>
public sealed class Drafts
{
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);
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

    public void Clear(params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            texts.Remove(field);
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
