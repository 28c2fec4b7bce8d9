package coop.pools.overview;

import coop.pools.flood.FloodCard;
import coop.pools.flood.ReadFloods;
import coop.pools.governance.ReadProposals;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.ProposalState;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Scope;
import coop.pools.ledger.Ledger;
import coop.pools.membership.domain.Membership;
import coop.pools.pool.domain.Pool;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads what the front page and the list of Pools show. */
public final class ReadHome {
    private static final int MOST_SHOWN = 50;
    private static final int MOST_VOTES = 20;

    private final Directory directory;
    private final Ledger ledger;
    private final ReadProposals proposals;
    private final ReadFloods floods;

    public ReadHome(Directory directory, Ledger ledger, ReadProposals proposals, ReadFloods floods) {
        this.directory = directory;
        this.ledger = ledger;
        this.proposals = proposals;
        this.floods = floods;
    }

    /** The Pools that the caller belongs to, in the order of joining, at most fifty. */
    public List<PoolCard> poolsOf(Caller caller) {
        List<UUID> ids = directory.members().membershipsOf(caller.require(Scope.READ)).stream()
                .map(Membership::poolId)
                .limit(MOST_SHOWN)
                .toList();
        Map<UUID, Pool> pools = directory.pools().byIds(ids);
        return cards(ids.stream().map(pools::get).toList());
    }

    /** All Pools in the order of their slugs, after a slug that may be empty. */
    public List<PoolCard> allPools(String afterSlug, int limit) {
        return cards(directory.pools().list(afterSlug, Math.min(limit, 201)));
    }

    /** Pools that wait for the caller's answer. */
    public List<Pool> invitationsOf(Caller caller) {
        return directory.invitations().waitingFor(caller);
    }

    public List<FloodCard> floodsOf(Caller caller) {
        return floods.ofPerson(caller.require(Scope.READ));
    }

    /** The first Floods in the order of their slugs. */
    public List<FloodCard> someFloods(int limit) {
        return floods.list("", limit).items();
    }

    /** What is only discussed is no vote yet. */
    private int openVotes(Pool pool) {
        return (int) proposals.running(BodyRef.pool(pool.id()), MOST_VOTES).stream()
                .filter(view -> view.state() == ProposalState.VOTING)
                .count();
    }

    private List<PoolCard> cards(Collection<Pool> pools) {
        Map<UUID, Long> members =
                directory.members().counts(pools.stream().map(Pool::id).toList());
        return pools.stream()
                .map(pool -> new PoolCard(
                        pool, members.get(pool.id()), ledger.balances(pool.id()).available(), openVotes(pool)))
                .toList();
    }
}
