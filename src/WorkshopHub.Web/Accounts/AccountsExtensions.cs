using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using WorkshopHub.Web.Journal;

namespace WorkshopHub.Web.Accounts;

internal static class AccountsExtensions
{
    private static readonly TimeSpan SignedInFor = TimeSpan.FromDays(14);

    /// <summary>Accounts, sign-in by cookie, bearer tokens, first set-up.</summary>
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddSingleton<Attempts>();
        services.AddSingleton<ApiTokens>();
        services.AddSingleton<SetUp>();
        services.AddSingleton<Invitations>();
        services.AddScoped<Colleagues>();
        services.AddScoped<PasswordCheck>();

        services.AddScoped<ILookupNormalizer, LookupNames>();
        services.AddIdentityCore<Account>(Rules)
            .AddEntityFrameworkStores<HubDb>()
            .AddSignInManager()
            .AddErrorDescriber<IdentityWords>()
            .AddPasswordValidator<PasswordLength>();
        services.Configure<SecurityStampValidatorOptions>(x => x.ValidationInterval = TimeSpan.FromMinutes(5));

        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, Cookie)
            .AddScheme<AuthenticationSchemeOptions, BearerScheme>(BearerScheme.Name, null);
        services.AddAuthorizationBuilder()
            .AddPolicy(BearerScheme.Name, x => x.AddAuthenticationSchemes(BearerScheme.Name).RequireAuthenticatedUser());
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, CircuitSignIn>();
    }

    private static void Rules(IdentityOptions options)
    {
        HubIdentity.Stores(options);
        PasswordRules.Apply(options.Password);
        options.User.RequireUniqueEmail = true;
        // The user name is the email, and emails have more letters than Identity's list.
        options.User.AllowedUserNameCharacters = "";
        options.Lockout.MaxFailedAccessAttempts = 10;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
    }

    private static void Cookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "workshophub";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = SignedInFor;
        options.SlidingExpiration = true;
        options.LoginPath = "/sign-in";
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync;
        options.Events.OnRedirectToLogin = context =>
        {
            var setUp = context.HttpContext.RequestServices.GetRequiredService<SetUp>();
            context.Response.Redirect(setUp.IsNeeded ? "/setup" : context.RedirectUri);
            return Task.CompletedTask;
        };
    }
}
