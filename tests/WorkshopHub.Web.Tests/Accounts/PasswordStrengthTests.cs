using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace WorkshopHub.Web.Tests.Accounts;

/// <summary>The product itself makes passwords as slow to guess as the framework does; only other tests are quicker.</summary>
public sealed class PasswordStrengthTests
{
    [Fact]
    public async Task A_password_takes_the_framework_s_own_number_of_rounds()
    {
        using var hub = HubServer.Start(quickPasswords: false);
        using var amara = await hub.SignedInAsync();

        Assert.Equal(new PasswordHasherOptions().IterationCount,
            hub.Services.GetRequiredService<IOptions<PasswordHasherOptions>>().Value.IterationCount);
        Assert.True(new PasswordHasherOptions().IterationCount >= 100_000);
    }
}
