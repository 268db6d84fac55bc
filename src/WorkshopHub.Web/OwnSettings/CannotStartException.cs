namespace WorkshopHub.Web.OwnSettings;

/// <summary>Something only the person at the server can mend. The message says what; no stack trace is shown with it.</summary>
public class CannotStartException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>A setting of ours that cannot be.</summary>
    /// <param name="key">Its name below <c>WorkshopHub</c>, with colons.</param>
    /// <param name="given">What stands there.</param>
    /// <param name="may">A sentence: what may.</param>
    internal static CannotStartException Setting(string key, string given, string may) => new($"{Name(key)} is “{given}”. {may}");

    /// <summary>The same for a part of a list.</summary>
    internal static CannotStartException InSetting(string key, string part, string may) => new($"{Name(key)} has “{part}”. {may}");

    /// <summary>A setting's name as an environment variable has it.</summary>
    internal static string Name(string key) => $"WorkshopHub__{key.Replace(":", "__", StringComparison.Ordinal)}";
}
