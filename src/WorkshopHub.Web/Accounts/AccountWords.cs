namespace WorkshopHub.Web.Accounts;

/// <summary>Names the resource file beside it: the strings of set-up, sign-in and the account page.</summary>
public sealed class AccountWords;
