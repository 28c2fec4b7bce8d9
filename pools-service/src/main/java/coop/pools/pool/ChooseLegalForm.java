package coop.pools.pool;

import coop.pools.bylaws.AmendBylaws;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Transactions;
import java.util.UUID;

/**
 * Carries out a vote to take another legal form: that form's text becomes the bylaws, with the rules as they are. The
 * book, the members and their votes are not touched. Runs in the transaction of the enactment.
 */
public final class ChooseLegalForm {
    private final Transactions transactions;
    private final PoolStore store;
    private final AmendBylaws amend;

    public ChooseLegalForm(Transactions transactions, PoolStore store, AmendBylaws amend) {
        this.transactions = transactions;
        this.store = store;
        this.amend = amend;
    }

    /** @throws Refused UNKNOWN_FORM, or NO_CHANGE when the Pool has that form */
    public void choose(UUID proposal, UUID pool, String form) {
        transactions.inTransaction(() -> {
            amend.convert(pool, form, proposal);
            store.changeForm(pool, form);
        });
    }
}
