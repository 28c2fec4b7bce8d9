package coop.pools.governance;

import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.kernel.Transactions;
import java.util.UUID;

/** The author throws a draft away; nothing of it stays. Refuses with {@link CommonRefusal#NOT_FOUND}. */
public final class DiscardDraft {
    private final Transactions transactions;
    private final PreparationStore preparations;

    public DiscardDraft(Transactions transactions, PreparationStore preparations) {
        this.transactions = transactions;
        this.preparations = preparations;
    }

    public void discard(Caller caller, UUID id) {
        UUID author = caller.require(Scope.VOTE);
        transactions.inTransaction(() -> {
            if (preparations.discard(id, author) == 0) {
                throw new Refused(CommonRefusal.NOT_FOUND);
            }
        });
    }
}
