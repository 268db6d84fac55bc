using QRCoder;
using WorkshopHub.Core.Layouts;
using WorkshopHub.Room;
using WorkshopHub.Room.Screen;
using WorkshopHub.Web.Live;
using WorkshopHub.Web.Reach;

namespace WorkshopHub.Web.Doors;

/// <summary>Draws pieces of views with the Room's components, and knows what is on a screen besides: how to join.</summary>
internal sealed class RoomDrawing(Drawing drawing, PublicAddress address) : IViewDrawing
{
    private (string Url, string Svg) lastQr = ("", "");

    public Task<string> DrawAsync(Audience audience, string code, Node node) => drawing.DrawAsync<Piece>(audience.Language, new()
    {
        [nameof(Piece.Node)] = node,
        [nameof(Piece.Surface)] = audience.Surface,
        [nameof(Piece.Join)] = audience.Surface == Surface.Screen ? JoinOf(code) : null,
    });

    /// <summary>How people get in, as a screen shows it.</summary>
    public ScreenJoin JoinOf(string code)
    {
        var url = $"{address.Url}/j/{code}";
        var (known, svg) = lastQr;
        if (known != url)
        {
            using var data = QRCodeGenerator.GenerateQrCode(url, QRCodeGenerator.ECCLevel.M);
            using var qr = new SvgQRCode(data);
            svg = qr.GetGraphic(new System.Drawing.Size(1, 1), "#000", "#fff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
            lastQr = (url, svg);
        }

        return new(address.Shown, svg, code);
    }
}
