package coop.pools.treasury;

import coop.pools.treasury.BookContribution.Arrived;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.domain.Share;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Brings in a payment that no form has started: the next one of what is given again and again. From then on it is a
 * contribution like any other. Called inside a transaction.
 */
public final class TakeRenewal {
    private final TreasuryDesk desk;
    private final BookContribution book;

    public TakeRenewal(TreasuryDesk desk, BookContribution book) {
        this.desk = desk;
        this.book = book;
    }

    /** What the payment stands as, and what became of it. */
    public record Taken(UUID contribution, Verdict verdict) {}

    /**
     * Books the payment on the contribution that it has paid already, or on the wanted one, which is made when it is
     * not there.
     *
     * @param shares asked for only then
     */
    public Taken take(Contribution wanted, Supplier<List<Share>> shares, Arrived arrived) {
        Contribution locked =
                desk.contributions().lockByPayment(arrived.paymentId()).orElseGet(() -> made(wanted, shares));
        return new Taken(locked.id(), book.paid(locked, arrived));
    }

    private Contribution made(Contribution wanted, Supplier<List<Share>> shares) {
        if (desk.contributions().insert(wanted) == 1) {
            desk.charges().insertShares(wanted.id(), shares.get());
        }
        return desk.contributions().lock(wanted.id()).orElseThrow();
    }
}
