package coop.pools.payout;

import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Transactions;
import coop.pools.ledger.Freezes;
import coop.pools.payout.domain.Payout;
import java.time.Clock;
import java.util.Map;

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

    public PayoutBooks booksOf(Payout payout) {
        PayoutBooks found = books.get(payout.body().kind());
        if (found == null) {
            throw new IllegalStateException("no books for " + payout.body().kind());
        }
        return found;
    }
}
