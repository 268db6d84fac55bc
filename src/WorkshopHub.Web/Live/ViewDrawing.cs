using WorkshopHub.Core.Layouts;

namespace WorkshopHub.Web.Live;

/// <summary>Draws the pieces of a session's views; the relay knows neither pages nor addresses.</summary>
internal interface IViewDrawing
{
    Task<string> DrawAsync(Audience audience, string code, Node node);
}
