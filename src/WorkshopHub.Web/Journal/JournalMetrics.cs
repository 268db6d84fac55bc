using System.Diagnostics.Metrics;

namespace WorkshopHub.Web.Journal;

/// <summary>Figures of the writer. Entries per transaction say how well commits are shared.</summary>
internal sealed class JournalMetrics(IMeterFactory meters)
{
    public const string Meter = "WorkshopHub.Journal";
    public const string Transactions = "workshophub.journal.transactions";
    public const string Entries = "workshophub.journal.entries";
    public const string Failures = "workshophub.journal.failures";

    private readonly Counter<long> transactions = meters.Create(Meter)
        .CreateCounter<long>(Transactions, "{transaction}", "Transactions that were committed");

    private readonly Counter<long> entries = meters.Create(Meter)
        .CreateCounter<long>(Entries, "{entry}", "Entries that were committed");

    private readonly Counter<long> failures = meters.Create(Meter)
        .CreateCounter<long>(Failures, "{transaction}", "Transactions that failed and were rolled back");

    public void Committed(int count)
    {
        transactions.Add(1);
        entries.Add(count);
    }

    public void Failed() => failures.Add(1);
}
