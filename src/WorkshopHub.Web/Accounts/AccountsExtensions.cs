using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using WorkshopHub.Room.Texts;
using WorkshopHub.Web.Data;

namespace WorkshopHub.Web.Accounts;

internal static class AccountsExtensions
{
    /// <summary>Accounts, sign-in by cookie, tokens, first set-up.</summary>
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddTexts();
        services.AddSingleton<PasswordGate>();
        services.AddSingleton<SignInLimits>();
        services.AddSingleton<KnownDevices>();
        services.AddSingleton<LinkLimits>();
        services.AddSingleton<ApiTokens>();
        services.AddSingleton<SetUp>();
        services.AddSingleton<Invitations>();
        services.AddSingleton<SignIns>();
        services.AddSingleton<BrowserSignIn>();
        services.AddSingleton<PasswordChange>();
        services.AddHostedService<SignInKeeper>();
        services.AddScoped<Colleagues>();
        services.AddScoped<PasswordCheck>();

        services.AddScoped<ILookupNormalizer, LookupNames>();
        services.AddIdentityCore<Account>(Rules)
            .AddEntityFrameworkStores<HubDb>()
            .AddSignInManager()
            .AddErrorDescriber<IdentityWords>()
            .AddPasswordValidator<PasswordLength>();

        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddScheme<CookieAuthenticationOptions, SignInCookie>(IdentityConstants.ApplicationScheme, Cookie);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<CookieAuthenticationOptions>,
            PostConfigureCookieAuthenticationOptions>());
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<IDataProtectionProvider>((o, keys) =>
                o.TicketDataFormat = new SignInTicket(keys.CreateProtector(SignInTicket.Purpose)));
        services.AddAuthorization();
        services.AddAntiforgery(o => o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
        services.AddCascadingAuthenticationState();
        services.AddScoped<CircuitSignIn>();
        services.AddScoped<AuthenticationStateProvider>(s => s.GetRequiredService<CircuitSignIn>());
        services.AddScoped<CircuitHandler, CircuitGate>();
    }

    private static void Rules(IdentityOptions options)
    {
        PasswordRules.Apply(options.Password);
        options.User.RequireUniqueEmail = true;
        // The user name is the email, and emails have more letters than Identity's list.
        options.User.AllowedUserNameCharacters = "";
        // A lock would be everybody's to turn: wrong passwords are slowed (SignInLimits), and lock nobody out.
        options.Lockout.AllowedForNewUsers = false;
    }

    private static void Cookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "workshophub";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        // The row says when a sign-in ends. The cookie is never written anew, so that no answer fails by it.
        options.ExpireTimeSpan = SignIns.Longest;
        options.SlidingExpiration = false;
        // One small cookie; what claims to be in pieces is rubbish.
        options.CookieManager = new ChunkingCookieManager { ThrowForPartialCookies = false };
        options.LoginPath = "/sign-in";
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnRedirectToLogin = context =>
        {
            var setUp = context.HttpContext.RequestServices.GetRequiredService<SetUp>();
            var signIn = context.HttpContext.SignInTrouble == SignInTrouble.Ended
                ? context.RedirectUri + "&ended=true"
                : context.RedirectUri;
            // Without scheme and host: which ones the browser sees, only the browser knows behind a proxy.
            context.Response.Redirect(setUp.IsNeeded ? context.HttpContext.Here("/setup") : new Uri(signIn).PathAndQuery);
            return Task.CompletedTask;
        };
    }
}
