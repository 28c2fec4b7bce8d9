package coop.pools.app;

import coop.pools.kernel.Transactions;
import coop.pools.ledger.BookCheck;
import coop.pools.treasury.CheckDisputes;
import coop.pools.treasury.sql.SqlChargeStore;
import coop.pools.treasury.sql.SqlContributionStore;
import coop.pools.treasury.sql.SqlDisputeCheckStore;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** What the auditor checks of a book besides the book itself. */
public final class BookChecks {
    private BookChecks() {}

    public static List<BookCheck> all(Jdbi jdbi, Transactions transactions, Clock clock) {
        return List.of(
                new SqlPayoutsCheck(jdbi),
                new SqlContributionsCheck(jdbi),
                new SqlRefundsCheck(jdbi, clock),
                new CheckDisputes(
                        transactions,
                        jdbi.onDemand(SqlContributionStore.class),
                        jdbi.onDemand(SqlChargeStore.class),
                        jdbi.onDemand(SqlDisputeCheckStore.class)),
                new SqlFloodsCheck(jdbi));
    }
}
