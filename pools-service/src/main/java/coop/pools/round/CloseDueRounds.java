package coop.pools.round;

import coop.pools.kernel.DueWork;
import coop.pools.kernel.Transactions;
import coop.pools.round.domain.Round;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes rounds whose time is over, or in which everybody has given all: their buckets get what they were given. */
public final class CloseDueRounds implements DueWork {
    private static final Logger LOG = LoggerFactory.getLogger(CloseDueRounds.class);

    private final Transactions transactions;
    private final RoundStore store;
    private final Ending ending;
    private final Clock clock;

    public CloseDueRounds(Transactions transactions, RoundStore store, Ending ending, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.ending = ending;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "close-rounds";
    }

    @Override
    public int run(int atMost) {
        int done = 0;
        for (UUID id : store.due(clock.instant(), atMost)) {
            done += closedOrLeft(id) ? 1 : 0;
        }
        return done;
    }

    /** What fails by accident stays due and holds up no other round. */
    private boolean closedOrLeft(UUID id) {
        try {
            return transactions.inTransaction(() -> close(id));
        } catch (RuntimeException accident) {
            LOG.warn("round {} could not be closed and stays due", id, accident);
            return false;
        }
    }

    /** Somebody may take something back until the moment when the round is held. */
    private boolean close(UUID id) {
        Round found = store.find(id).orElseThrow();
        Instant now = clock.instant();
        ending.hold(found.body());
        Optional<Round> round = ending.held(id).filter(held -> ending.isDue(held, now));
        round.ifPresent(held -> ending.end(held, true, Optional.empty(), now));
        return round.isPresent();
    }
}
