package coop.pools.flood;

import coop.pools.bylaws.ChangeRules;
import coop.pools.governance.domain.Action;
import coop.pools.kernel.Transactions;
import java.util.UUID;

/**
 * Carries out a Flood's passed vote on rules of its compact: the next version is in force at once for ordinary rules,
 * after a second vote for entrenched ones (F13). Refuses as {@link ChangeRules#change} does.
 */
public final class ChangeCompact {
    private final Transactions transactions;
    private final Places places;
    private final ChangeRules changes;

    public ChangeCompact(Transactions transactions, Places places, ChangeRules changes) {
        this.transactions = transactions;
        this.places = places;
        this.changes = changes;
    }

    public void change(UUID floodId, Action.FloodAction.ChangeCompact action, ChangeRules.Passed passed) {
        transactions.inTransaction(() -> {
            places.lock(floodId);
            changes.change(floodId, action.rules(), passed);
        });
    }
}
