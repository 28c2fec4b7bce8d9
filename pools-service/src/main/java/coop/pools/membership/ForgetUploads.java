package coop.pools.membership;

import coop.pools.kernel.DueWork;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Deletes uploaded rosters that no Pool was founded from within a day. */
public final class ForgetUploads implements DueWork {
    private final Transactions transactions;
    private final CsvUploadStore store;
    private final Clock clock;

    public ForgetUploads(Transactions transactions, CsvUploadStore store, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-uploads";
    }

    @Override
    public int run(int atMost) {
        List<UUID> expired = store.expired(clock.instant(), atMost);
        for (UUID upload : expired) {
            transactions.inTransaction(() -> {
                store.deleteRows(upload);
                store.deleteNotes(upload);
                store.delete(upload);
            });
        }
        return expired.size();
    }
}
