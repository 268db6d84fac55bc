
namespace WorkshopHub.Web.Journal;

/// <summary>An entry was decided on a state that never reached the journal. It was not written.</summary>
public sealed class StaleEntryException()
    : Exception("An entry before this one was not written, so this one was not either.");

/// <summary>The join code of a new session belongs to another one. Nothing was written; another code may do.</summary>
public sealed class CodeTakenException(Exception inner)
    : Exception("The join code is taken.", inner);

/// <summary>The journal no longer takes entries: the process is about to end.</summary>
public sealed class JournalClosedException()
    : Exception("The journal is closed.");
