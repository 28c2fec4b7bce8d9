package coop.pools.enactment;

import coop.pools.governance.Bodies;
import coop.pools.governance.DueDecisions;
import coop.pools.governance.domain.Proposal;
import coop.pools.kernel.DueWork;
import coop.pools.kernel.RefusalCode;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Transactions;
import coop.pools.ledger.LedgerRefusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out passed decisions whose cooling-off time is over: the only place that does. Taking, checking again,
 * carrying out and marking are one transaction, so a decision is carried out once or not at all. A refusal undoes it and
 * marks the decision as blocked, with the reason for all to see; only when payouts are stopped does it stay due.
 */
public final class EnactDueDecisions implements DueWork {
    private static final Logger LOG = LoggerFactory.getLogger(EnactDueDecisions.class);

    /** While payouts are stopped a decision waits; it is tried again after so long. */
    private static final Duration FROZEN = Duration.ofMinutes(5);

    private boolean block(UUID id, Refused refused) {
        Optional<Proposal> taken = decisions.take(id, clock.instant());
        if (taken.isEmpty() || !decisions.markBlocked(id, refused, clock.instant())) {
            return false;
        }
        carryOut.blocked(taken.get());
        return true;
    }

    /** What fails by accident is tried again after so long. */
    private static final Duration ACCIDENT = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final DueDecisions decisions;
    private final Bodies bodies;
    private final CarryOut carryOut;
    private final Clock clock;

    public EnactDueDecisions(
            Transactions transactions, DueDecisions decisions, Bodies bodies, CarryOut carryOut, Clock clock) {
        this.transactions = transactions;
        this.decisions = decisions;
        this.bodies = bodies;
        this.carryOut = carryOut;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "enact-decisions";
    }

    @Override
    public int run(int atMost) {
        int done = 0;
        for (UUID id : decisions.due(clock.instant(), atMost)) {
            done += enactedOrLeft(id) ? 1 : 0;
        }
        return done;
    }

    private boolean enactOrBlock(UUID id) {
        try {
            return transactions.inTransaction(() -> enact(id));
        } catch (Refused refused) {
            if (refused.code().kind() == RefusalCode.Kind.BUSY) {
                return false;
            }
            if (refused.code() == LedgerRefusal.BOOK_FROZEN) {
                transactions.inTransaction(
                        () -> decisions.postpone(id, clock.instant().plus(FROZEN)));
                return false;
            }
            return transactions.inTransaction(() -> block(id, refused));
        }
    }

    /** What fails by accident is tried again soon and holds up no other decision, not even one that comes after it. */
    private boolean enactedOrLeft(UUID id) {
        try {
            return enactOrBlock(id);
        } catch (RuntimeException accident) {
            LOG.warn("decision {} could not be carried out and stays due", id, accident);
            letOthersPass(id);
            return false;
        }
    }

    private void letOthersPass(UUID id) {
        try {
            transactions.inTransaction(
                    () -> decisions.postpone(id, clock.instant().plus(ACCIDENT)));
        } catch (RuntimeException another) {
            LOG.warn("decision {} could not be put off either", id, another);
        }
    }

    private boolean enact(UUID id) {
        Optional<Proposal> taken = decisions.take(id, clock.instant());
        Optional<Instant> held = taken.flatMap(proposal -> decisions.heldUntil(id, clock.instant()));
        if (held.isPresent()) {
            decisions.postpone(id, held.get());
            return false;
        }
        taken.ifPresent(proposal -> {
            bodies.check(proposal.body(), proposal.decided());
            carryOut.carryOut(proposal);
        });
        return taken.isPresent() && decisions.markEnacted(id, clock.instant());
    }
}
