package coop.pools.payout;

import coop.pools.payout.domain.Coming;
import java.util.List;
import java.util.UUID;

/** What is handed over to Floods, for everybody to read. */
public final class ReadHandOvers {
    private final HandOverStore store;

    public ReadHandOvers(HandOverStore store) {
        this.store = store;
    }

    /** What has not arrived yet, the oldest first, at most twenty. */
    public List<Coming> coming(UUID flood) {
        return store.coming(flood);
    }
}
