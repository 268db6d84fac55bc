using System.Collections.Concurrent;
using Microsoft.Extensions.Localization;

namespace WorkshopHub.Room.Texts;

/// <summary>A localizer for a type reads every file of the type's name, in whatever folder of its assembly it lies.</summary>
internal sealed class FolderLocalizerFactory : IStringLocalizerFactory
{
    private readonly ConcurrentDictionary<Type, FolderLocalizer> known = new();

    public IStringLocalizer Create(Type resourceSource) => known.GetOrAdd(resourceSource, t => new(t.Assembly, t.Name));

    public IStringLocalizer Create(string baseName, string location) =>
        throw new NotSupportedException($"Ask by a type: a name alone ({baseName}, {location}) does not say which files are meant.");
}
