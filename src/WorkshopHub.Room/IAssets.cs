namespace WorkshopHub.Room;

/// <summary>Addresses of static files, with their fingerprint where the host has one.</summary>
public interface IAssets
{
    /// <param name="path">From the root, without a leading slash: <c>_content/WorkshopHub.Room/phone.css</c>.</param>
    /// <returns>An address with a leading slash.</returns>
    string this[string path] { get; }
}
