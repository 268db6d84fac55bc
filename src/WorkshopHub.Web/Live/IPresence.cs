using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Web.Live;

/// <summary>
/// Who is connected to sessions now; true for the moment and in no journal. Phones and screens have their lines to several
/// processes once there are several: each says what it has itself, and whoever asks hears of all together.
/// </summary>
public interface IPresence
{
    /// <summary>What this process has of a session now, in place of what it said before.</summary>
    /// <param name="here"><see cref="Phones.None"/>: nothing any more.</param>
    void Report(SessionId session, Phones here);

    /// <summary>
    /// What all processes have of a session. Of others it may be some seconds old; of this one it is what was reported last.
    /// </summary>
    Phones Of(SessionId session);
}
