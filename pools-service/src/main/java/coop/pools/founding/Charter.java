package coop.pools.founding;

import coop.pools.bylaws.AdoptBylaws;
import coop.pools.founding.FoundingTerms.Terms;
import coop.pools.kernel.Refused;
import coop.pools.ledger.Ledger;
import coop.pools.membership.JoinTerms;
import coop.pools.membership.Roster;
import coop.pools.pool.OpenPool;
import coop.pools.pool.domain.Pool;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** What comes into being with a Pool, all of it or nothing: inside the transaction of the founding. */
public final class Charter {
    private final OpenPool openPool;
    private final AdoptBylaws adoptBylaws;
    private final Ledger ledger;
    private final Roster roster;
    private final JoinTerms joinTerms;

    public Charter(OpenPool openPool, AdoptBylaws adoptBylaws, Ledger ledger, Roster roster, JoinTerms joinTerms) {
        this.openPool = openPool;
        this.adoptBylaws = adoptBylaws;
        this.ledger = ledger;
        this.roster = roster;
        this.joinTerms = joinTerms;
    }

    /**
     * The Pool with its first bylaws, an open book, and the founder as member number one, who has accepted them.
     *
     * @throws Refused POOL_EXISTS
     */
    public Pool grant(UUID id, UUID founder, Terms terms, OpenPool.Group group) {
        String currency = terms.facts().currency().getCurrencyCode();
        String form = terms.edition().id().form();
        Pool pool = openPool.open(id, terms.facts().name(), currency, form, group);
        adoptBylaws.adopt(id, terms.edition(), terms.facts(), terms.rules());
        ledger.openBook(id, pool.money(), pool.createdAt());
        joinTerms.accept(id, founder, Optional.empty());
        roster.hold(id).enter(founder, OptionalInt.empty());
        return pool;
    }
}
