package coop.pools.founding;

import coop.pools.founding.FoundingTerms.Terms;
import coop.pools.integrations.groups.GroupRef;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.kernel.Transactions;
import coop.pools.pool.OpenPool;
import coop.pools.pool.domain.Pool;
import java.util.UUID;

/**
 * The one click: makes a Pool of a group that the caller leads. The source is asked first, whether they lead it and what
 * it is called; then the Pool, its bylaws, its book and its first member come into being in one transaction; then the
 * first people of the roster are invited, and the rest in the background.
 *
 * <p>A group has one Pool: whoever clicks again, or at the same time, is led to it.
 */
public final class FoundPool {
    private final Transactions transactions;
    private final FoundingTerms terms;
    private final Charter charter;
    private final GroupRoster groups;

    public FoundPool(Transactions transactions, FoundingTerms terms, Charter charter, GroupRoster groups) {
        this.transactions = transactions;
        this.terms = terms;
        this.charter = charter;
        this.groups = groups;
    }

    /**
     * The new Pool.
     *
     * @param id of the Pool, its book and its bylaws
     * @throws Refused POOL_EXISTS with the {@code slug} of the group's Pool; GROUP_NOT_LED, NOT_FOUND for somebody
     *     else's upload, and what the source refuses; what {@link FoundingTerms#of} refuses
     */
    public Pool found(Caller caller, UUID id, Wish wish) {
        UUID founder = caller.require(Scope.ORGANISE);
        GroupRef group = groups.ledBy(caller, wish.source(), wish.groupId());
        Terms agreed = terms.of(wish, group.name());
        Founded founded = transactions.inTransaction(() -> {
            Pool pool = charter.grant(id, founder, agreed, new OpenPool.Group(group.source(), group.id()));
            return new Founded(pool, groups.invite(pool.id(), founder, group));
        });
        groups.readOn(founded.roster());
        return founded.pool();
    }

    private record Founded(Pool pool, UUID roster) {}
}
