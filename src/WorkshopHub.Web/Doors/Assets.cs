using Microsoft.AspNetCore.Components;
using WorkshopHub.Room;

namespace WorkshopHub.Web.Doors;

/// <summary>
/// The fingerprinted address of a static file. The framework gives that only to pages it maps itself; this finds its list
/// once, for pages and pieces that are drawn elsewhere.
/// </summary>
internal sealed class Assets(EndpointDataSource endpoints, SitePath site) : IAssets
{
    private readonly Lazy<ResourceAssetCollection?> all = new(() =>
        endpoints.Endpoints.Select(e => e.Metadata.GetMetadata<ResourceAssetCollection>()).FirstOrDefault(c => c is not null));

    public string this[string path] => $"{site}/" + (all.Value?[path.TrimStart('/')] ?? path.TrimStart('/'));
}
