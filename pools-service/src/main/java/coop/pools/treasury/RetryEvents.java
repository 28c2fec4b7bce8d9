package coop.pools.treasury;

import coop.pools.kernel.DueWork;
import coop.pools.kernel.Transactions;
import coop.pools.treasury.InboxStore.Waiting;
import coop.pools.treasury.domain.Backoff;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries waiting events again, each in a transaction of its own; one that keeps failing is set aside. */
public final class RetryEvents implements DueWork {
    private static final Logger LOG = LoggerFactory.getLogger(RetryEvents.class);

    /** About four hours of trying. */
    static final int MOST_TRIES = 8;

    private final Transactions transactions;
    private final InboxStore inbox;
    private final ApplyEvent applyEvent;
    private final Clock clock;

    public RetryEvents(Transactions transactions, InboxStore inbox, ApplyEvent applyEvent, Clock clock) {
        this.transactions = transactions;
        this.inbox = inbox;
        this.applyEvent = applyEvent;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "retry-events";
    }

    @Override
    public Lane lane() {
        return Lane.PROCESSOR;
    }

    @Override
    public int run(int atMost) {
        Instant now = clock.instant();
        int done = 0;
        for (Waiting due : inbox.due(now, atMost)) {
            Backoff next = due.backoff().triedAt(now);
            Instant read = due.backoff().nextAt().orElseThrow();
            if (inbox.lease(due.eventId(), read, next.nextAt().orElseThrow(), next.tries()) == 1) {
                done++;
                retry(due.eventId(), next);
            }
        }
        return done;
    }

    private void retry(String eventId, Backoff next) {
        try {
            transactions.inTransaction(() -> inbox.lockWaiting(eventId).ifPresent(waiting -> {
                Verdict verdict = applyEvent
                        .apply(waiting.event())
                        .orElseGet(() -> Verdict.ignored("nothing that Pools acts on"));
                inbox.mark(eventId, verdict, Backoff.none());
            }));
        } catch (RuntimeException e) {
            LOG.warn("event {} failed again, try {}", eventId, next.tries(), e);
            if (next.tries() >= MOST_TRIES) {
                Verdict aside = Verdict.setAside("failed " + next.tries() + " times: " + Words.of(e));
                transactions.inTransaction(() -> inbox.mark(eventId, aside, Backoff.none()));
                LOG.error("event {} needs an operator: {}", eventId, aside.reason());
            }
        }
    }
}
