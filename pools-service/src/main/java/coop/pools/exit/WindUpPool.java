package coop.pools.exit;

import coop.pools.exit.domain.PoolEnd;
import coop.pools.governance.domain.Action;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Transactions;
import coop.pools.ledger.Ledger;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * Carries out a vote to end a Pool (article 30): from now on nothing is taken in, it asks no Flood any more, and its rounds end; {@link EndPools} does the rest. Runs in
 * the transaction of the enactment.
 */
public final class WindUpPool {
    private final Transactions transactions;
    private final PoolEndStore ends;
    private final Ties ties;
    private final Clock clock;
    private final Runnable wake;

    public WindUpPool(Transactions transactions, PoolEndStore ends, Ties ties, Clock clock, Runnable wake) {
        this.transactions = transactions;
        this.ends = ends;
        this.ties = ties;
        this.clock = clock;
        this.wake = wake;
    }

    /**
     * What binds a Pool to others.
     *
     * @param untie by that vote, that Pool: takes back what it has asked of Floods, and ends its rounds
     */
    public record Ties(Ledger ledger, EndActionCheck check, BiConsumer<UUID, UUID> untie) {}

    /** @throws Refused POOL_IN_FLOODS or POOL_IS_ENDING */
    public void windUp(UUID proposal, UUID pool, Action.WindUp action) {
        transactions.inTransaction(() -> {
            ties.ledger().hold(pool);
            ties.check().mayEnd(pool);
            ties.untie().accept(proposal, pool);
            PoolEnd end = new PoolEnd(pool, proposal, action.payee(), clock.instant(), 0, Optional.empty());
            if (ends.insert(end) == 0) {
                throw new Refused(ExitRefusal.POOL_IS_ENDING);
            }
            transactions.afterCommit(wake);
        });
    }
}
