namespace WorkshopHub.Core.Methods;

/// <summary>The bounds of a method; its JSON schema names the same.</summary>
public static class MethodLimits
{
    public const int FileMax = 1024 * 1024;
    public const int VersionMax = 1_000_000;
    public const int NameMax = 60;
    public const int TitleMax = 120;
    public const int TextMax = 500;
    public const int PromptMax = 250;
    public const int ValueMax = 60;
    public const int LanguagesMax = 20;
    public const int ActivitiesMax = 40;
    public const int TipsMax = 20;
    public const int PointsMax = 20;
    public const int LanesMax = 12;
    public const int StepsMax = 20;
    public const int TeamsMin = 2;
    public const int TeamsMax = 6;
    public const int LengthMin = 20;
    public const int LengthMax = 1_000;
    public const int MinutesMin = 1;
    public const int MinutesMax = 240;
    public const int ValuesMin = 2;
    public const int ValuesMax = 12;
    public const int DotsMax = 20;
    public const int PicksMax = 100;
    public const int ExampleMax = 200;
    public const int ExampleDepthMax = 6;
    public const int ExampleCountMax = 1_000;
}
