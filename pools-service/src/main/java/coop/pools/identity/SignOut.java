package coop.pools.identity;

import coop.pools.kernel.Secrets;
import coop.pools.kernel.Transactions;

/** Ends a session for good; harmless when it has ended already. */
public final class SignOut {
    private final Transactions transactions;
    private final IdentityStore store;

    public SignOut(Transactions transactions, IdentityStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    public void signOut(String sessionSecret) {
        transactions.inTransaction(() -> {
            store.deleteSession(Secrets.hash(sessionSecret));
        });
    }
}
