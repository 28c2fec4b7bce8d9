package coop.pools.ledger;

import coop.pools.kernel.Caller;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Takes a person's words out of the public books, on that person's own wish: text and salt of all entries about their
 * contributions and payouts to them, and the name that contributions keep for entries to come. Amounts, times and hashes stay, and the chain stays whole.
 */
public final class EraseMemos {
    private static final int AT_ONCE = 500;

    private final Transactions transactions;
    private final MemoStore memos;
    private final PersonCauses causes;
    private final Clock clock;

    public EraseMemos(Transactions transactions, MemoStore memos, PersonCauses causes, Clock clock) {
        this.transactions = transactions;
        this.memos = memos;
        this.causes = causes;
        this.clock = clock;
    }

    /**
     * Erases the caller's own; doing it again erases what came since.
     *
     * @return how many entries have lost their words
     * @throws coop.pools.kernel.Refused SIGN_IN_REQUIRED, or SCOPE_MISSING for a token that may not do everything
     */
    public int erase(Caller caller) {
        UUID person = caller.requireAll();
        int erased = 0;
        transactions.inTransaction(() -> causes.forgetName(person));
        for (Map.Entry<UUID, List<UUID>> book : causes.of(person).entrySet()) {
            List<UUID> all = book.getValue();
            for (int from = 0; from < all.size(); from += AT_ONCE) {
                List<UUID> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
                erased += transactions.inTransaction(() -> {
                    memos.recordErasure(book.getKey(), some, clock.instant());
                    return memos.eraseRecorded(book.getKey(), some);
                });
            }
        }
        return erased;
    }
}
