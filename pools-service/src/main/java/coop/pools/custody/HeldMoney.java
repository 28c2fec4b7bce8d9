package coop.pools.custody;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What of a Pool's money hangs on the present arrangement; implemented in the wiring. */
public interface HeldMoney {
    Left of(UUID pool);

    /**
     * What is left of it.
     *
     * @param inBook whether anything is held, promised or owed
     * @param begun whether a payment is begun and neither paid nor given up
     * @param again whether anything is given every month or year
     */
    record Left(boolean inBook, boolean begun, boolean again) {
        public boolean isAny() {
            return inBook || begun || again;
        }

        /** The words in the API: money, payments, recurring. */
        public List<String> words() {
            List<String> words = new ArrayList<>();
            if (inBook) {
                words.add("money");
            }
            if (begun) {
                words.add("payments");
            }
            if (again) {
                words.add("recurring");
            }
            return words;
        }
    }
}
