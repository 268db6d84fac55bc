namespace WorkshopHub.Core.Sessions;

/// <summary>The words for a session's stage in the public contract.</summary>
public static class Stages
{
    public static string Word(this Stage stage) => stage switch
    {
        Stage.Draft => "draft",
        Stage.Open => "open",
        _ => "closed",
    };
}
