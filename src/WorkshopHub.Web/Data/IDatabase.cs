using Microsoft.EntityFrameworkCore;

namespace WorkshopHub.Web.Data;

/// <summary>What is asked of a database beyond what EF asks of it. Each has a folder of its own here.</summary>
internal interface IDatabase
{
    /// <summary>Where it is, for the person at the server.</summary>
    string Place { get; }

    /// <summary>Says to EF which database it is.</summary>
    void Use(DbContextOptionsBuilder options);

    /// <summary>Brings it to this version's form, or makes it. One that this version cannot use is left as it is.</summary>
    /// <returns>How many migrations were applied.</returns>
    /// <exception cref="OwnSettings.CannotStartException">It cannot be used; the message says why and what to do.</exception>
    Task<int> PrepareAsync(CancellationToken cancel = default);

    /// <summary>Writes what is there already; throws where nothing can be written.</summary>
    void TryToWrite(HubDb db);

    /// <summary>Sees to it that what was erased from the tables is gone from the files as well.</summary>
    /// <returns>False: somebody reads and does not let go in time.</returns>
    bool Scrub(HubDb db);
}
