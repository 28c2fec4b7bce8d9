package coop.pools.treasury;

import coop.pools.kernel.DueWork;
import coop.pools.treasury.domain.Contribution;

/** Makes settled contributions available when the processor lets go of the money. */
public final class ReleasePending implements DueWork {
    private final TreasuryDesk desk;
    private final BookContribution book;

    public ReleasePending(TreasuryDesk desk, BookContribution book) {
        this.desk = desk;
        this.book = book;
    }

    @Override
    public String name() {
        return "release-pending";
    }

    @Override
    public int run(int atMost) {
        int done = 0;
        for (Contribution due : desk.contributions().dueToRelease(desk.clock().instant(), atMost)) {
            desk.transactions()
                    .inTransaction(() -> desk.contributions().lock(due.id()).ifPresent(book::available));
            done++;
        }
        return done;
    }
}
