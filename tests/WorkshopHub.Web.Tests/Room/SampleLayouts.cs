using System.Runtime.CompilerServices;
using WorkshopHub.Core.Layouts;
using WorkshopHub.SampleLayouts.Core.Headlines;

namespace WorkshopHub.Web.Tests.Room;

/// <summary>The line in the catalogue for the layout that was made by <c>docs/new-layout.md</c>: all theories run over it, too.</summary>
internal static class SampleLayouts
{
    [ModuleInitializer]
    internal static void Add() => LayoutCatalogue.Add(new HeadlinesLayout());
}
