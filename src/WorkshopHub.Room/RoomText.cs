namespace WorkshopHub.Room;

/// <summary>
/// The tool's words on phones and screens: <c>RoomText.resx</c> in each folder that says them (in <c>Shared</c> what more than one
/// says), one file a language, keys are short ids in order.
/// </summary>
public sealed class RoomText;
