package coop.pools.membership;

import coop.pools.kernel.Caller;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.kernel.Transactions;
import coop.pools.membership.domain.ExitShare;
import coop.pools.membership.domain.Membership;
import coop.pools.pool.domain.Pool;
import java.util.UUID;

/**
 * Ends the caller's membership at once: everybody's own right, which nothing can forbid or put off (article 17). Votes
 * that are open keep the electorate they were opened with.
 *
 * <p>The last member may leave too. The Pool and its books stay, and only those who were members or are invited can
 * join it again, so that no stranger comes by the money.
 */
public final class LeavePool {
    private final Transactions transactions;
    private final Roster roster;
    private final Exits exits;
    private final Farewells farewells;

    public LeavePool(Transactions transactions, Roster roster, Exits exits, Farewells farewells) {
        this.transactions = transactions;
        this.roster = roster;
        this.exits = exits;
        this.farewells = farewells;
    }

    /**
     * What the caller is paid on leaving.
     *
     * @param preview whether only to answer that; nothing changes then
     * @throws Refused {@link MembershipRefusal#NOT_A_MEMBER}
     */
    public ExitShare leave(Caller caller, Pool pool, boolean preview) {
        UUID person = caller.require(Scope.VOTE);
        ExitShare share = transactions.inTransaction(() -> {
            Roster.Held held = roster.hold(pool.id());
            Membership stay = held.present(person).orElseThrow(() -> new Refused(MembershipRefusal.NOT_A_MEMBER));
            if (preview) {
                return exits.preview(stay);
            }
            held.leave(person);
            return exits.settle(stay, Exits.Reason.LEFT);
        });
        if (!preview) {
            farewells.left(person, pool.id());
        }
        return share;
    }
}
