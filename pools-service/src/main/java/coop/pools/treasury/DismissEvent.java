package coop.pools.treasury;

import coop.pools.kernel.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An operator is done with an event that was set aside, and says why. It is kept. */
public final class DismissEvent {
    private static final Logger LOG = LoggerFactory.getLogger(DismissEvent.class);

    private final Transactions transactions;
    private final InboxStore inbox;

    public DismissEvent(Transactions transactions, InboxStore inbox) {
        this.transactions = transactions;
        this.inbox = inbox;
    }

    /** False when there is no such event, or it was not set aside. */
    public boolean dismiss(String eventId, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("an event is dismissed for a reason");
        }
        boolean done = transactions.inTransaction(() -> inbox.dismiss(eventId, Words.shortened(reason)) == 1);
        if (done) {
            LOG.info("event {} was dismissed: {}", eventId, reason);
        }
        return done;
    }
}
