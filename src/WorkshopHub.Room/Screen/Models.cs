using WorkshopHub.Core.Layouts;

namespace WorkshopHub.Room.Screen;

/// <param name="JoinAddress">As it is shown and typed: <c>192.168.1.20:5080</c>.</param>
/// <param name="QrSvg">A trusted picture with a square view box.</param>
/// <param name="Preview">Seen by the facilitator in a frame; not counted as a screen.</param>
public sealed record ScreenModel(
    string Token,
    string SessionTitle,
    long Version,
    Node View,
    string JoinAddress,
    string QrSvg,
    string Code,
    bool Preview,
    int Present,
    int Joined,
    DateTimeOffset Now,
    string Language)
{
    internal ScreenJoin Join => new(JoinAddress, QrSvg, Code);
}

/// <summary>How to join, on the surface that shows it; no part of the view, because it is the installation's own.</summary>
public sealed record ScreenJoin(string Address, string QrSvg, string Code);

/// <summary>What a whole page knows of the moment; later the script hears it by <c>pulse</c>.</summary>
public sealed record ScreenNow(int Present, int Joined, DateTimeOffset At);
