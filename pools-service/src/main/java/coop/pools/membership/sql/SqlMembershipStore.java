package coop.pools.membership.sql;

import coop.pools.membership.MembershipStore;
import coop.pools.membership.domain.Membership;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The table of memberships, the same SQL on both databases. */
@RegisterConstructorMapper(Membership.class)
@RegisterConstructorMapper(MembershipStore.PoolCount.class)
@RegisterConstructorMapper(MembershipStore.Removed.class)
public interface SqlMembershipStore extends MembershipStore {
    String STAY = """
            select pool_id, person_id, number, joined_version, left_version, joined_at, left_at from membership
            """;

    @Override
    @SqlUpdate("""
            insert into membership (pool_id, person_id, number, joined_version, joined_at)
            values (:poolId, :personId, :number, :joinedVersion, :joinedAt)
            """)
    void insert(@BindMethods Membership membership);

    @Override
    @SqlUpdate("""
            update membership set left_version = :leftVersion, left_at = :leftAt
            where pool_id = :pool and person_id = :person and left_version is null
            """)
    int end(UUID pool, UUID person, long leftVersion, Instant leftAt);

    @Override
    @SqlQuery(STAY + "where pool_id = :pool and person_id = :person and left_version is null")
    Optional<Membership> present(UUID pool, UUID person);

    // Joined to the left, so that H2 begins with the few of that name and not with all members of all these Pools.
    @Override
    @SqlQuery("""
            select m.pool_id, m.person_id, m.number, m.joined_version, m.left_version, m.joined_at, m.left_at
            from person p left join membership m on m.person_id = p.id and m.left_version is null
            where p.name = :name and m.pool_id = any(cast(:pools as uuid array)) order by m.joined_at, m.number, m.pool_id limit :limit
            """)
    List<Membership> named(String name, UUID[] pools, int limit);

    @Override
    @SqlQuery("""
            select distinct m.person_id
            from person p left join membership m on m.person_id = p.id and m.left_version is null
            where p.name = :name and m.pool_id = any(cast(:pools as uuid array)) limit :limit
            """)
    List<UUID> namesakes(String name, UUID[] pools, int limit);

    @Override
    @SqlQuery("select count(*) > 0 from membership where pool_id = :pool and person_id = :person")
    boolean wasEver(UUID pool, UUID person);

    @Override
    @SqlUpdate("""
            update membership set removed_by = :proposal
            where pool_id = :pool and person_id = :person and left_version = :leftVersion
            """)
    void markRemoved(UUID pool, UUID person, long leftVersion, UUID proposal);

    @Override
    @SqlQuery("""
            select count(*) > 0 from membership m where m.pool_id = :pool and m.person_id = :person
                and m.removed_by is not null and not exists (
                    select 1 from membership later where later.pool_id = m.pool_id
                        and later.person_id = m.person_id and later.joined_version > m.joined_version)
            """)
    boolean wasRemoved(UUID pool, UUID person);

    @Override
    @SqlQuery("""
            select pool_id, person_id from membership
            where removed_by is not null and farewell_at is null order by left_at, person_id limit :limit
            """)
    List<Removed> removed(int limit);

    @Override
    @SqlUpdate("""
            update membership set farewell_at = :at
            where pool_id = :pool and person_id = :person and removed_by is not null and farewell_at is null
            """)
    void farewell(UUID pool, UUID person, Instant at);

    @Override
    @SqlUpdate("""
            update membership set active_at = :at
            where pool_id = :pool and person_id = :person and left_version is null
                and (active_at is null or active_at < :at)
            """)
    void active(UUID pool, UUID person, Instant at);

    @Override
    @SqlQuery("""
            select count(*) > 0 from membership
            where pool_id = :pool and person_id = :person and left_version is null
                and joined_at < :since and (active_at is null or active_at < :since)
            """)
    boolean isSilent(UUID pool, UUID person, Instant since);

    @Override
    @SqlQuery("select coalesce(max(number), 0) from membership where pool_id = :pool")
    int lastNumber(UUID pool);

    @Override
    @SqlQuery("select count(*) from membership where pool_id = :pool and left_version is null")
    long count(UUID pool);

    @Override
    @SqlQuery("""
            select pool_id, count(*) as members from membership
            where pool_id in (<pools>) and left_version is null group by pool_id
            """)
    List<PoolCount> counts(@BindList(onEmpty = BindList.EmptyHandling.NULL_STRING) List<UUID> pools);

    @Override
    @SqlQuery(STAY + """
            where pool_id = :pool and left_version is null and number > :number order by number limit :limit
            """)
    List<Membership> after(UUID pool, int number, int limit);

    @Override
    @SqlQuery(STAY + """
            where pool_id = any(cast(:pools as uuid array)) and left_version is null
                and (number = 1 or person_id = any(cast(:people as uuid array)))
            """)
    List<Membership> firstAnd(UUID[] pools, UUID[] people);

    @Override
    @SqlQuery(STAY + "where person_id = :person and left_version is null order by joined_at, pool_id")
    List<Membership> of(UUID person);
}
