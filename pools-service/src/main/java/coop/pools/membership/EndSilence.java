package coop.pools.membership;

import coop.pools.kernel.Caller;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.util.UUID;

/** A member says that they are still here: the one click of article 20. */
public final class EndSilence {
    private final Transactions transactions;
    private final MembershipStore store;
    private final Clock clock;

    public EndSilence(Transactions transactions, MembershipStore store, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.clock = clock;
    }

    /** @throws Refused {@link MembershipRefusal#NOT_A_MEMBER} */
    public void end(Caller caller, UUID pool) {
        UUID person = caller.require(Scope.VOTE);
        transactions.inTransaction(() -> {
            if (store.present(pool, person).isEmpty()) {
                throw new Refused(MembershipRefusal.NOT_A_MEMBER);
            }
            store.active(pool, person, clock.instant());
        });
    }
}
