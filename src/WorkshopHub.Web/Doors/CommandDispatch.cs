using WorkshopHub.Core.Methods;
using WorkshopHub.Core.Sessions;
using WorkshopHub.Web.Live;
using WorkshopHub.Web.OwnMethods;

namespace WorkshopHub.Web.Doors;

/// <summary>Parse, call, answer: what every door does with a command.</summary>
internal static class CommandDispatch
{
    public static Task<CommandResult> CarryOutAsync(ILiveSession session, Sender sender, ReadCommand read) => read.Refusal is { } refusal
        ? Task.FromResult(CommandResult.Refused(refusal))
        : session.SendAsync(sender, read.CommandId, Found(read.Command!));

    /// <summary>The same for whoever uses own methods too: the core knows no method by its id.</summary>
    public static async Task<CommandResult> CarryOutAsync(ILiveSession session, Sender sender, ReadCommand read, MethodStore methods,
        CancellationToken cancel)
    {
        if (read is not { Refusal: null, Command: AddActivity { Method: { } id } add }) return await CarryOutAsync(session, sender, read);
        return await session.SendAsync(sender, read.CommandId, add.With((await methods.FindAsync(id, cancel))?.Method));
    }

    /// <summary>With the method that it names, where that is a built-in one.</summary>
    public static Command Found(Command command) =>
        command is AddActivity { Method: { } id } add ? add.With(BuiltInMethods.Find(id)) : command;

    /// <param name="language">The reader's; null: a facilitator's program, which goes by the code.</param>
    public static IResult Result(CommandResult answer, string? language = null) => answer.Refusal is { } refusal
        ? language is null ? Problems.Problem(refusal) : Problems.Problem(refusal, language)
        : TypedResults.Json(new Done(answer.Version, answer.Id), StrictJson.Options);
}
