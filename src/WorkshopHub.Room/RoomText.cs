using Microsoft.Extensions.Localization;

[assembly: ResourceLocation("Resources")]

namespace WorkshopHub.Room;

/// <summary>The tool's words on phones and screens: <c>Resources/RoomText.resx</c>, one file a language, keys are short ids.</summary>
public sealed class RoomText;
