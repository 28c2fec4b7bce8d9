package coop.pools.payout;

import coop.pools.ledger.Ledger;
import coop.pools.ledger.domain.Entry;
import coop.pools.payout.domain.Payout;
import java.util.ArrayList;
import java.util.List;

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

    private static String cause(int no) {
        return no == 1 ? FIRST : FIRST + "-" + no;
    }
}
