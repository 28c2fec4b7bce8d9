package coop.pools.notify;

import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.kernel.Secrets;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Makes and ends the secret address of a person's calendar. A new one takes the place of the one before. */
public final class MakeFeed {
    private final Transactions transactions;
    private final FeedStore feeds;
    private final IdSource ids;
    private final Clock clock;

    public MakeFeed(Transactions transactions, FeedStore feeds, IdSource ids, Clock clock) {
        this.transactions = transactions;
        this.feeds = feeds;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The secret, which is shown this once.
     *
     * @throws Refused TRY_AGAIN when two are made at the same moment, SIGN_IN_REQUIRED or SCOPE_MISSING
     */
    public String make(Caller caller) {
        UUID person = caller.requireAll();
        String secret = ids.newSecret();
        transactions.inTransaction(() -> {
            feeds.delete(person);
            if (feeds.insert(person, Secrets.hash(secret), clock.instant()) == 0) {
                throw new Refused(CommonRefusal.TRY_AGAIN);
            }
        });
        return secret;
    }

    /** @throws Refused SIGN_IN_REQUIRED or SCOPE_MISSING */
    public void end(Caller caller) {
        UUID person = caller.requireAll();
        transactions.inTransaction(() -> feeds.delete(person));
    }

    /** When the caller's address was made; empty when there is none. */
    public Optional<Instant> madeAt(Caller caller) {
        return feeds.madeAt(caller.require(Scope.READ));
    }
}
