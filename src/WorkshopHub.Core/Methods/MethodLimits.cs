namespace WorkshopHub.Core.Methods;

/// <summary>The bounds of a method; its JSON schema names the same.</summary>
public static class MethodLimits
{
    public const int LengthMin = 20;
    public const int LengthMax = 1_000;
    public const int MinutesMin = 1;
    public const int MinutesMax = 240;
    public const int ValuesMin = 2;
    public const int ValuesMax = 12;
    public const int DotsMax = 20;
}
