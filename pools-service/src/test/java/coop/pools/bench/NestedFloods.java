package coop.pools.bench;

import coop.pools.flood.FloodBody;
import coop.pools.flood.MemberPools;
import coop.pools.flood.sql.SqlFloodStore;
import coop.pools.governance.Bodies;
import coop.pools.governance.ProposalStore;
import coop.pools.governance.Rosters;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.RosterPart;
import coop.pools.governance.sql.SqlProposalStore;
import coop.pools.membership.MembershipRosters;
import coop.pools.membership.sql.SqlRosterStore;
import coop.pools.pool.PoolStore;
import coop.pools.pool.sql.SqlPoolStore;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Very many Pools in Floods within Floods, fifty to each at most, and the opening of a vote of the largest. */
final class NestedFloods {
    private static final int IN_EACH = 50;
    private static final String FLOOD =
            "insert into flood (id, slug, name, purpose, currency, state, founder, created_at) ";

    private final BenchDatabase.Stores stores;
    private final UUID top;
    private final FloodBody body;
    private final Rosters rosters;
    private final ProposalStore proposals;

    NestedFloods(BenchDatabase.Stores stores, UUID top) {
        this.stores = stores;
        this.top = top;
        PoolStore pools = stores.store(SqlPoolStore.class);
        body = new FloodBody(stores.store(SqlFloodStore.class), new LockedPools(pools), null, null);
        rosters = new MembershipRosters(stores.store(SqlRosterStore.class));
        proposals = stores.store(SqlProposalStore.class);
    }

    /** @param pools called p0, p1 ... with ids made of their numbers */
    static void fill(BenchDatabase database, UUID top, int pools) throws SQLException {
        int lowest = Math.max(2, (pools + IN_EACH - 1) / IN_EACH);
        int middle = (lowest + IN_EACH - 1) / IN_EACH;
        floods(database, "low", lowest);
        floods(database, "mid", middle);
        database.execute(FLOOD + "values ('" + top + "', 'top', 'T', 'P', 'EUR', 'active', id_of('a', 0), now())");
        belong(database, "id_of('low', i % " + lowest + ")", "id_of('pool', i)", pools);
        belong(database, "id_of('mid', i % " + middle + ")", "id_of('low', i)", lowest);
        belong(database, "'" + top + "'::uuid", "id_of('mid', i)", middle);
        database.execute("analyze");
    }

    private static void floods(BenchDatabase database, String name, int count) throws SQLException {
        database.execute(FLOOD + "select id_of('" + name + "', i), '" + name + "' || i, 'F', 'P', 'EUR',"
                + " 'active', id_of('a', 0), now() from generate_series(0, " + (count - 1) + ") as g(i)");
    }

    private static void belong(BenchDatabase database, String flood, String member, int count) throws SQLException {
        String each = " from generate_series(0, " + (count - 1) + ") as g(i)";
        database.execute("insert into flood_invitation (flood_id, pool_id, proposal_id, invited_at) select " + flood
                + ", " + member + ", " + member + ", now()" + each);
        database.execute("insert into flood_pool (flood_id, pool_id, number, joined_at, joined_by) select " + flood
                + ", " + member + ", 1, now(), " + member + each);
    }

    /** Freezes the electorate as the opening of a vote does; answers how many people it has. */
    long open(UUID proposal) {
        return stores.transactions().inTransaction(() -> {
            Bodies.Voters voters = body.freeze(BodyRef.flood(top), List.of(new Action.Statement()));
            long people = rosters.countPeople(voters.parts());
            proposals.addParts(proposal, voters.parts());
            proposals.addSeats(proposal, voters.seats());
            return people;
        });
    }

    /** What an opening asks of Pools. */
    private record LockedPools(PoolStore pools) implements MemberPools {
        @Override
        public RosterPart lockRoster(UUID pool) {
            return lockRosters(List.of(pool)).get(0);
        }

        @Override
        public List<RosterPart> lockRosters(Collection<UUID> ids) {
            return pools.lockRosters(ids.toArray(UUID[]::new));
        }

        @Override
        public Optional<MemberPool> bySlug(String slug) {
            throw new IllegalStateException("an opening asks for no slug");
        }

        @Override
        public Map<UUID, MemberPool> byIds(Collection<UUID> ids) {
            throw new IllegalStateException("an opening asks for no names");
        }

        @Override
        public List<MemberPool> ofPerson(UUID person) {
            throw new IllegalStateException("an opening asks for nobody's Pools");
        }

        @Override
        public boolean isMember(UUID pool, UUID person) {
            throw new IllegalStateException("an opening asks for nobody");
        }
    }
}
