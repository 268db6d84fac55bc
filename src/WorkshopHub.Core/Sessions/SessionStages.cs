namespace WorkshopHub.Core.Sessions;

/// <summary>The words for a session's stage in the public contract.</summary>
public static class SessionStages
{
    public static string Word(this SessionStage stage) => stage switch
    {
        SessionStage.Draft => "draft",
        SessionStage.Open => "open",
        _ => "closed",
    };
}
