using WorkshopHub.Web.OwnSettings;

namespace WorkshopHub.Web.Data;

/// <summary>Another process works on the data folder. The message is for the person who starts this one.</summary>
public sealed class DataFolderInUseException(string folder, Exception inner)
    : CannotStartException(
        $"The data folder '{folder}' is in use by another WorkshopHub process. "
        + "Stop that one first, or start this one with a data folder of its own.",
        inner);
