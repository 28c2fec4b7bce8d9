package coop.pools.payout;

import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Transactions;
import coop.pools.ledger.Freezes;
import coop.pools.ledger.domain.Freeze;
import coop.pools.payout.domain.Payout;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/**
 * What every step of paying out needs.
 *
 * @param books one for each kind of body
 * @param freezes whether payouts of a book are stopped
 * @param wake tells the jobs that there is something to do
 */
public record PayoutDesk(
        Transactions transactions,
        PayoutStore payouts,
        Map<BodyRef.Kind, PayoutBooks> books,
        Freezes freezes,
        Clock clock,
        Runnable wake) {

    /**
     * Whether the body's payouts are stopped for this one. What only comes home makes up for what the Pool lacks, so that
     * such a lack does not keep it away.
     */
    public boolean isStopped(Payout payout) {
        return payout.ground().isHome()
                ? isHomeStopped(payout.body().id())
                : !freezes.of(payout.body().id()).isEmpty();
    }

    /** The same for what would come home to this Pool. */
    boolean isHomeStopped(UUID pool) {
        return freezes.of(pool).stream().anyMatch(freeze -> freeze.reason() != Freeze.Reason.SHORTFALL);
    }

    public PayoutBooks booksOf(Payout payout) {
        PayoutBooks found = books.get(payout.body().kind());
        if (found == null) {
            throw new IllegalStateException("no books for " + payout.body().kind());
        }
        return found;
    }
}
