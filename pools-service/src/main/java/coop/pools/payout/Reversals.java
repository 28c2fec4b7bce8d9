package coop.pools.payout;

import coop.pools.kernel.Money;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.domain.Entry;
import coop.pools.payout.domain.Payout;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The causes under which parts of a payout that came back are booked, one for each part. */
public final class Reversals {
    private static final String FIRST = "payout-reversed";
    /** A transfer is taken back in a few parts; more would be a mistake. */
    private static final int MOST = 100;

    private Reversals() {}

    /** The cause of the next part. */
    public static String next(Ledger ledger, Payout payout) {
        return cause(parts(ledger, payout).size() + 1);
    }

    /** What of it is booked as having come back in a Pool's own book. */
    static Money booked(Ledger ledger, Payout payout) {
        return parts(ledger, payout).stream()
                .flatMap(List::stream)
                .map(Entry::amount)
                .reduce(Money.zero(payout.amount().currency()), Money::plus);
    }

    /** The entries of each part so far, in the body's own book; may be empty. */
    public static List<List<Entry>> parts(Ledger ledger, Payout payout) {
        List<List<Entry>> parts = new ArrayList<>();
        for (int no = 1; no <= MOST; no++) {
            List<Entry> entries = ledger.entriesOf(payout.body().id(), cause(no), payout.id());
            if (entries.isEmpty()) {
                return parts;
            }
            parts.add(entries);
        }
        throw new IllegalStateException("payout " + payout.id() + " came back in too many parts");
    }

    /** The same parts in the book of somebody who bore a share of the payout; may be empty. */
    public static List<Entry> elsewhere(Ledger ledger, Payout payout, UUID book) {
        List<Entry> entries = new ArrayList<>();
        for (int no = 1; no <= parts(ledger, payout).size(); no++) {
            entries.addAll(ledger.entriesOf(book, cause(no), payout.id()));
        }
        return entries;
    }

    private static String cause(int no) {
        return no == 1 ? FIRST : FIRST + "-" + no;
    }
}
