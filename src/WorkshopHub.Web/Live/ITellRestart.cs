namespace WorkshopHub.Web.Live;

/// <summary>Somebody who has people at the other end of a line and can tell them that the server is about to start anew.</summary>
internal interface ITellRestart
{
    /// <summary>Says it and returns at once; the lines are cut a moment later.</summary>
    /// <returns>How many were told.</returns>
    int TellRestart();
}
