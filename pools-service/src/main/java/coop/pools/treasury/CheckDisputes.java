package coop.pools.treasury;

import coop.pools.kernel.Transactions;
import coop.pools.ledger.BookCheck;
import coop.pools.treasury.DisputeCheckStore.Moved;
import coop.pools.treasury.domain.Charge;
import coop.pools.treasury.domain.Step;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Whether disputes and a book fit together: of each charge the books say what its disputes have taken, lost and cost,
 * and the book has no dispute that is not known. How a charge is parted among books is not looked at: only the sums.
 */
public final class CheckDisputes implements BookCheck {
    private static final int PAGE = 200;

    private final Transactions transactions;
    private final ContributionStore contributions;
    private final ChargeReader charges;
    private final DisputeCheckStore books;

    public CheckDisputes(
            Transactions transactions, ContributionStore contributions, ChargeStore charges, DisputeCheckStore books) {
        this.transactions = transactions;
        this.contributions = contributions;
        this.charges = new ChargeReader(charges);
        this.books = books;
    }

    @Override
    public Optional<String> wrongWith(UUID book, long afterSeq) {
        if (afterSeq > 0 && !books.isAnyAfter(book, afterSeq)) {
            return Optional.empty();
        }
        // Counted first: what is booked meanwhile is known by then, and is no fault.
        long inBook = books.causes(book);
        long known = 0;
        List<UUID> page = books.disputed(book, null, PAGE);
        while (!page.isEmpty()) {
            for (UUID contribution : page) {
                Charge charge = charge(contribution);
                if (!fits(charge) && !fitsWhileNobodyChangesIt(contribution)) {
                    return Optional.of(
                            "what disputes of contribution " + contribution + " have moved is booked otherwise");
                }
                known += books.causesOf(book, causes(charge));
            }
            page = page.size() < PAGE ? List.of() : books.disputed(book, page.get(PAGE - 1), PAGE);
        }
        return inBook > known
                ? Optional.of("the book has " + (inBook - known) + " entries about disputes that are not known")
                : Optional.empty();
    }

    private Charge charge(UUID contribution) {
        return charges.read(contributions.find(contribution).orElseThrow());
    }

    private static UUID[] causes(Charge charge) {
        return charge.disputes().stream()
                .flatMap(dispute ->
                        Stream.concat(dispute.movements().stream().map(Step::idOf), Stream.of(Step.lossOf(dispute))))
                .toArray(UUID[]::new);
    }

    private boolean fits(Charge charge) {
        Moved facts = new Moved(
                charge.disputed(false).minorUnits(),
                charge.disputed(true).minorUnits(),
                charge.disputeFees().minorUnits());
        return books.moved(causes(charge)).equals(facts);
    }

    /** Whoever books for a contribution holds it: it is read anew while nobody does, and left to the next time else. */
    private boolean fitsWhileNobodyChangesIt(UUID contribution) {
        return transactions.inTransaction(() -> books.holdIfFree(contribution).isEmpty() || fits(charge(contribution)));
    }
}
