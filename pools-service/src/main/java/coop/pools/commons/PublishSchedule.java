package coop.pools.commons;

import coop.pools.commons.domain.Schedule;
import coop.pools.commons.domain.ShareTerms;
import coop.pools.commons.domain.Stretch;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the operator's schedule, once. From then on only votes change it: whatever the configuration says later is
 * compared with it, told in the log, and has no effect.
 */
public final class PublishSchedule {
    private static final Logger LOG = LoggerFactory.getLogger(PublishSchedule.class);

    private final Transactions transactions;
    private final CommonsStore store;
    private final Clock clock;

    public PublishSchedule(Transactions transactions, CommonsStore store, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.clock = clock;
    }

    /** What became of it. */
    public enum Outcome {
        PUBLISHED,
        /** The configuration says what was first published. */
        AS_PUBLISHED,
        /** The configuration says less than what was first published; it is ignored. */
        LOWER_IGNORED,
        /** The configuration says something else that is no less; it is ignored as well, and takes a vote. */
        OTHER_IGNORED
    }

    public Outcome publish(ShareTerms wanted) {
        return transactions.inTransaction(() -> {
            Instant now = clock.instant();
            if (store.stretches().isEmpty()) {
                store.insert(new Stretch(1, now, wanted, Optional.empty()));
            }
            List<Stretch> published = store.stretches();
            ShareTerms first = published.get(0).terms();
            Outcome outcome = outcome(wanted, first, published.get(0).since().equals(now));
            if (outcome == Outcome.LOWER_IGNORED || outcome == Outcome.OTHER_IGNORED) {
                LOG.warn(
                        "commons: {} of the configuration is {} the {} that was published on {}; it has no effect."
                                + " The share is {} now, and only a vote of all Pools changes it",
                        words(wanted),
                        outcome == Outcome.LOWER_IGNORED ? "less than" : "not",
                        words(first),
                        published.get(0).since(),
                        words(new Schedule(published).terms(now)));
            }
            return outcome;
        });
    }

    private static Outcome outcome(ShareTerms wanted, ShareTerms first, boolean justNow) {
        if (wanted.equals(first)) {
            return justNow ? Outcome.PUBLISHED : Outcome.AS_PUBLISHED;
        }
        return wanted.isEverBelow(first) ? Outcome.LOWER_IGNORED : Outcome.OTHER_IGNORED;
    }

    private static String words(ShareTerms terms) {
        return terms.basisPoints() + " basis points rising " + terms.rise() + " a year to " + terms.most();
    }
}
