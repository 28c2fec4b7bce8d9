package coop.pools.treasury;

import coop.pools.kernel.DueWork;
import coop.pools.treasury.ChargeStore.Kept;
import coop.pools.treasury.domain.Backoff;
import java.time.Instant;
import java.util.Optional;

/**
 * Looks again at refunds and disputes that came before their contribution was known. Usually the payment itself takes
 * them along; this is for the two arriving at the same moment on two nodes.
 */
public final class ApplyKeptFacts implements DueWork {
    private final TreasuryDesk desk;
    private final BookFacts book;

    public ApplyKeptFacts(TreasuryDesk desk, BookFacts book) {
        this.desk = desk;
        this.book = book;
    }

    @Override
    public String name() {
        return "apply-kept-facts";
    }

    @Override
    public int run(int atMost) {
        Instant now = desk.clock().instant();
        int done = 0;
        for (Kept kept : desk.charges().keptFacts(now, atMost)) {
            Backoff next = new Backoff(kept.tries(), Optional.empty()).triedAt(now);
            desk.transactions().inTransaction(() -> {
                if (book.kept(kept.paymentId())) {
                    desk.charges().lookNoMore(kept.paymentId(), now);
                } else {
                    desk.charges().lookAgain(kept.paymentId(), next.nextAt().orElseThrow(), next.tries());
                }
            });
            done++;
        }
        return done;
    }
}
