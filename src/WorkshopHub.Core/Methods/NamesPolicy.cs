namespace WorkshopHub.Core.Methods;

/// <summary>Who sees who wrote what; a later one is stricter. The promise is written in docs/rules.md, under ANON.</summary>
public enum NamesPolicy
{
    /// <summary>Names stand under contributions.</summary>
    Named,

    /// <summary>Only lead and co-facilitators see authors.</summary>
    AnonymousToRoom,

    /// <summary>Nobody sees authors, and once the session is closed nothing is left that could tell.</summary>
    Anonymous,
}

/// <summary>The policies as the public contract names them.</summary>
public static class NamesPolicies
{
    /// <summary>What a client may send, for a refusal's sentence.</summary>
    internal const string Choice = "names is named, anonymous-to-room or anonymous.";

    public static string Word(this NamesPolicy policy) => policy switch
    {
        NamesPolicy.Named => "named",
        NamesPolicy.AnonymousToRoom => "anonymous-to-room",
        _ => "anonymous",
    };

    /// <summary>Null: no such policy.</summary>
    public static NamesPolicy? Find(string word) =>
        Enum.GetValues<NamesPolicy>().Where(p => p.Word() == word).Select(p => (NamesPolicy?)p).FirstOrDefault();
}
