package coop.pools.reconciliation;

import coop.pools.ledger.Freezes;
import coop.pools.ledger.domain.Freeze;
import coop.pools.reconciliation.DifferenceStore.Known;
import coop.pools.reconciliation.domain.Difference;
import coop.pools.reconciliation.domain.Matching;
import coop.pools.reconciliation.domain.Run;
import coop.pools.reconciliation.domain.Total;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops payouts of the books that the card processor tells otherwise than they do, once looking anew has not helped, and
 * of all books in a currency of which the processor holds less than belongs to them: to pay then would be to pay with
 * money of others. Payouts go on when both tell the same.
 */
public final class StopDiffering {
    private static final Logger LOG = LoggerFactory.getLogger(StopDiffering.class);
    private static final UUID FIRST = new UUID(0, 0);
    private static final int CHUNK = 200;

    private final DifferenceStore differences;
    private final BooksOfDifferences books;
    private final Concerned concerned;
    private final OwnAccounts ownAccounts;
    private final Freezes freezes;

    public StopDiffering(
            DifferenceStore differences,
            BooksOfDifferences books,
            Concerned concerned,
            OwnAccounts ownAccounts,
            Freezes freezes) {
        this.differences = differences;
        this.books = books;
        this.concerned = concerned;
        this.ownAccounts = ownAccounts;
        this.freezes = freezes;
    }

    /** @param lackingBefore currencies of which money was lacking at the comparison before this one too */
    void after(Run run, Set<Currency> lackingBefore) {
        Map<UUID, String> wrong = new HashMap<>();
        addDiffering(run.to().minus(Matching.GRACE), wrong);
        run.totals().stream()
                .filter(Total::isLacking)
                .map(total -> total.lacking().currency())
                .filter(lackingBefore::contains)
                .forEach(currency -> addHeld(currency, wrong));
        wrong.forEach(this::stop);
        letGoOn(
                wrong.keySet(),
                run.totals().stream()
                        .filter(total -> total.moving() && total.lacking().isPositive())
                        .map(total -> total.lacking().currency())
                        .collect(Collectors.toSet()));
    }

    private void addDiffering(Instant until, Map<UUID, String> wrong) {
        List<Known> page = differences.openSince(until, FIRST, CHUNK);
        while (!page.isEmpty()) {
            List<Difference> found = page.stream().map(Known::difference).toList();
            Map<String, Long> excess = excess(found);
            books.of(found.stream()
                            .filter(difference -> excess.get(difference.subject()) > 0)
                            .toList())
                    .forEach((difference, concerning) ->
                            concerning.forEach(book -> wrong.putIfAbsent(book, words(difference))));
            page = differences.openSince(until, page.get(page.size() - 1).id(), CHUNK);
        }
    }

    /**
     * How much more the books say about each payment or transfer than the processor holds, by all that differs about it.
     * Where the processor holds more nobody is paid with what is not there: it is shown, and stops nothing.
     */
    private Map<String, Long> excess(List<Difference> found) {
        Map<String, Long> excess = new HashMap<>();
        differences.openOf(found.stream().map(Difference::subject).distinct().toList()).stream()
                .map(Known::difference)
                .forEach(difference -> excess.merge(
                        difference.subject(), difference.tooMuchInBooks().minorUnits(), Math::addExact));
        return excess;
    }

    private static String words(Difference difference) {
        String what = difference.category().replace('_', ' ');
        return switch (difference.kind()) {
            case MISSING_IN_BOOKS, UNKNOWN -> "The card processor lists a movement (" + what + ") that the book lacks";
            case MISSING_AT_PROCESSOR -> "The book has a movement (" + what + ") that the card processor does not list";
            case AMOUNT -> "A movement (" + what + ") has another amount at the card processor than in the book";
            case FEE -> "A fee is another one at the card processor than in the book";
        };
    }

    private void addHeld(Currency currency, Map<UUID, String> wrong) {
        Set<UUID> elsewhere = ownAccounts.books();
        List<UUID> page = concerned.booksHeld(currency, FIRST, CHUNK);
        while (!page.isEmpty()) {
            page.stream()
                    .filter(book -> !elsewhere.contains(book))
                    .forEach(book -> wrong.putIfAbsent(
                            book, "The card processor holds less than the books of all Pools and Floods say"));
            page = concerned.booksHeld(currency, page.get(page.size() - 1), CHUNK);
        }
    }

    private void stop(UUID book, String what) {
        if (freezes.freeze(book, Freeze.Reason.PROCESSOR, what)) {
            LOG.error("payouts of the book {} are stopped: {}", book, what);
        }
    }

    /** @param notJudged currencies in which money was lacking before, and moved this time */
    private void letGoOn(Set<UUID> wrong, Set<Currency> notJudged) {
        List<UUID> page = freezes.books(Freeze.Reason.PROCESSOR, FIRST, CHUNK);
        while (!page.isEmpty()) {
            page.stream()
                    .filter(book -> !wrong.contains(book) && !notJudged.contains(concerned.currencyOf(book)))
                    .forEach(book -> freezes.lift(
                            book, Freeze.Reason.PROCESSOR, "The book and the card processor tell the same"));
            page = freezes.books(Freeze.Reason.PROCESSOR, page.get(page.size() - 1), CHUNK);
        }
    }
}
