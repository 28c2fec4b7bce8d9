package coop.pools.identity;

import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.util.UUID;

/** Ends one of the caller's own tokens at once; another person's token is NOT_FOUND. Needs every scope. */
public final class RevokeToken {
    private final Transactions transactions;
    private final IdentityStore store;
    private final Clock clock;

    public RevokeToken(Transactions transactions, IdentityStore store, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.clock = clock;
    }

    public void revoke(Caller caller, UUID token) {
        UUID person = caller.requireAll();
        int revoked = transactions.inTransaction(() -> store.revokeToken(token, person, clock.instant()));
        if (revoked == 0) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
    }
}
