using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace WorkshopHub.Web.Tests.Journal;

/// <summary>A disk that refuses so many commits, then works.</summary>
internal sealed class FailingCommits : DbTransactionInterceptor
{
    public int Left { get; set; }

    public override InterceptionResult TransactionCommitting(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result) =>
        Left-- > 0 ? throw new IOException("The disk is full.") : result;
}
