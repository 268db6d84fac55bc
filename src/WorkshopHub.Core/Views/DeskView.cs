using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;

namespace WorkshopHub.Core.Views;

/// <summary>
/// A session as somebody sees it who has a role in it: what they can do now, whose names they read, what stands on the
/// board, what comes next. The console and the API's view for facilitators are built from it and decide nothing
/// themselves. A value of one state; whoever has a newer state makes a new one.
/// </summary>
/// <param name="state">In whatever language it is to be read.</param>
/// <param name="me">Whose view it is. Without a role in the session nothing can be done and nobody's name is read.</param>
public sealed class DeskView(SessionState state, AccountId me)
{
    private readonly Sender sender = new Sender.Account(me);

    public SessionState State => state;

    public AccountId Me => me;

    /// <summary>The role in the session; <see cref="Role.None"/>: none, or none any more.</summary>
    public Role Role { get; } = state.RoleOf(new Sender.Account(me)) ?? Role.None;

    private bool IsFacilitator => Role is Role.Lead or Role.CoFacilitator;

    /// <summary>Whether this role sends such commands at all, whenever; a control that could never work is not shown.</summary>
    public bool May<T>()
        where T : Command => CommandCatalogue.Of<T>().Who.HasFlag(Role) && Role != Role.None;

    /// <summary>Whether such a command can be sent now, as far as role and stage decide it.</summary>
    public bool Can<T>()
        where T : Command => May<T>() && Admission.AtStage(state.Stage, typeof(T)) is null;

    /// <summary>Whether this role may do what is no command.</summary>
    public bool May(Right right) => right.IsOf(Role);

    /// <summary>Whether it was written by whoever looks.</summary>
    public bool IsMine(Contribution contribution) => contribution.Author == sender;

    /// <summary>A delegate's name, where whoever looks may know who is here; null: not, or none was given.</summary>
    public string? NameOf(Sessions.Delegate person) => state.Settings.Names == NamesPolicy.Named || IsFacilitator ? person.Name : null;

    /// <summary>Who wrote a contribution, where whoever looks may know it; null: not, or it was no delegate.</summary>
    public Sessions.Delegate? AuthorOf(Contribution contribution) =>
        contribution.Author is Sender.Delegate d && state.SeesAuthor(contribution, Role) ? state.Delegates.GetValueOrDefault(d.Id) : null;

    /// <summary>Whether whoever looks may know what somebody in particular does in an activity.</summary>
    public bool SeesPeople(string activityId) => state.SeesPeople(activityId, Role);

    /// <summary>Whether a delegate is done with the step that is on; null: not told to this role.</summary>
    public bool? IsDone(Sessions.Delegate person) => state.Now is { } now && !SeesPeople(now.ActivityId) ? null : state.IsDone(person.Id);

    /// <summary>Whether a note can be taken away that is somebody else's.</summary>
    public bool CanTakeAwayNotes => IsFacilitator && Can<WriteNote>();

    public bool CanEdit(Contribution c) => Can<EditContribution>() && !c.Withdrawn && (IsFacilitator || IsMine(c));

    /// <summary>Everything that was said in an activity, each with what can be done about it.</summary>
    public Board Board(Activity activity) => Views.Board.Of(this, activity);

    /// <summary>The one obvious next move; null: the session is closed.</summary>
    public NextMove? Next => NextMove.Of(state);
}
