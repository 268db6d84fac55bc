namespace WorkshopHub.Web.OwnSettings;

/// <summary>Something only the person at the server can mend. The message says what; no stack trace is shown with it.</summary>
public class CannotStartException(string message, Exception? inner = null) : Exception(message, inner);
