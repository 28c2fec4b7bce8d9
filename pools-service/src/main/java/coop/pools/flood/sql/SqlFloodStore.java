package coop.pools.flood.sql;

import coop.pools.flood.FloodStore;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.FloodState;
import coop.pools.flood.domain.Invitation;
import coop.pools.flood.domain.Stay;
import coop.pools.platform.db.RowsToRead;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.SqlObject;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * The tables of Floods, the same SQL on both databases. Both order UUIDs by their bytes, which is the order of their
 * text.
 */
@RegisterRowMapper(FloodMapper.class)
@RegisterConstructorMapper(Invitation.class)
@RegisterConstructorMapper(Stay.class)
@RegisterConstructorMapper(FloodStore.Edge.class)
@RegisterConstructorMapper(FloodStore.Up.class)
public interface SqlFloodStore extends FloodStore, SqlObject {
    /** A member is a Flood where its id is that of one. */
    String EDGES = """
            select distinct s.flood_id as flood, s.pool_id as member, f.id is not null as nested
            from flood_pool s left join flood f on f.id = s.pool_id
            """;

    String UPWARDS = """
            select s.flood_id, s.pool_id from flood_pool s
            where s.pool_id = any (cast(? as uuid array)) and s.left_at is null
            union all
            select c.id, p.id from flood c cross join pool p
            where c.id = any (cast(? as uuid array)) and c.commons and p.id = any (cast(? as uuid array))
                and not exists (select 1 from pool_end e where e.pool_id = p.id)
            """;

    @Override
    @SqlUpdate("""
            insert into flood (id, slug, name, purpose, currency, state, founder, created_at, commons)
            values (:id, :slug, :name, :purpose, :currency, :state.word, :founder, :createdAt, :commons)
            on conflict do nothing
            """)
    boolean insert(@BindMethods Flood flood);

    @Override
    @SqlQuery("select * from flood where id = :id")
    Optional<Flood> find(UUID id);

    @Override
    @SqlQuery("select * from flood where slug = :slug")
    Optional<Flood> bySlug(String slug);

    @Override
    @SqlQuery("select * from flood where id = :id for update")
    Optional<Flood> lock(UUID id);

    @Override
    @SqlUpdate("update flood set state = :s.word where id = :id")
    void setState(UUID id, @BindMethods("s") FloodState state);

    @Override
    @SqlQuery("select * from flood where slug > :afterSlug order by slug limit :limit")
    List<Flood> list(String afterSlug, int limit);

    @Override
    @SqlQuery("""
            select f.* from flood f join flood_invitation i on i.flood_id = f.id
            where i.pool_id = :pool order by f.slug limit :limit
            """)
    List<Flood> invitedFloods(UUID pool, int limit);

    @Override
    @SqlUpdate("""
            insert into flood_invitation (flood_id, pool_id, proposal_id, invited_at)
            values (:flood, :pool, :proposal, :invitedAt)
            """)
    void insertInvitation(@BindMethods Invitation invitation);

    @Override
    @SqlQuery("""
            select flood_id as flood, pool_id as pool, proposal_id as proposal, invited_at, ended_at
            from flood_invitation where flood_id = :flood order by pool_id
            """)
    List<Invitation> invitations(UUID flood);

    @Override
    @SqlUpdate("""
            insert into flood_pool (flood_id, pool_id, number, joined_at, joined_by, spent_before, compact_sha256)
            values (:stay.flood, :stay.pool, :stay.number, :stay.joinedAt, :stay.joinedBy, :stay.spentBefore, :compact)
            """)
    void insertStay(@BindMethods("stay") Stay stay, String compact);

    @Override
    @SqlUpdate("""
            update flood_invitation set proposal_id = :proposal, invited_at = :invitedAt, ended_at = null
            where flood_id = :flood and pool_id = :pool
            """)
    void renewInvitation(@BindMethods Invitation invitation);

    @Override
    @SqlUpdate("update flood_invitation set ended_at = :at where flood_id = :flood and pool_id = :pool")
    void endInvitation(UUID flood, UUID pool, Instant at);

    @Override
    @SqlQuery("select flood_id from flood_pool where pool_id = :member and left_at is null order by flood_id")
    List<UUID> floodsOf(UUID member);

    @Override
    @SqlQuery("""
            select flood_id as flood, pool_id as pool, number, joined_at, joined_by, spent_before, left_at, left_by
            from flood_pool where flood_id = :flood order by pool_id, number
            """)
    List<Stay> stays(UUID flood);

    @Override
    @SqlQuery("""
            select flood_id as flood, pool_id as pool, number, joined_at, joined_by, spent_before, left_at, left_by
            from flood_pool where pool_id = :member order by joined_at, flood_id, number
            """)
    List<Stay> staysOf(UUID member);

    @Override
    @SqlQuery("""
            select pool_id from flood_pool where flood_id = :flood and left_at is null
            union all
            select p.id from pool p join flood f on f.id = :flood and f.commons
            where not exists (select 1 from pool_end e where e.pool_id = p.id)
            order by 1
            """)
    List<UUID> joinedPools(UUID flood);

    @Override
    @SqlQuery("""
            select j.pool_id from (
                select m.pool_id, row_number() over (partition by m.person_id order by m.joined_at, m.pool_id) as nth
                from membership m where m.left_version is null
                    and not exists (select 1 from pool_end e where e.pool_id = m.pool_id)) j
            where j.nth = 1 group by j.pool_id having count(*) >= :people order by j.pool_id
            """)
    List<UUID> firstPoolsOf(int people);

    @Override
    @SqlQuery("select * from flood where id = any (:ids) order by id")
    List<Flood> byIds(UUID[] ids);

    @Override
    @SqlQuery(EDGES + """
            where s.flood_id = any (:floods) and s.left_at is null
            union all
            select c.id as flood, p.id as member, false as nested from flood c cross join pool p
            where c.id = any (:floods) and c.commons
                and not exists (select 1 from pool_end e where e.pool_id = p.id)
            order by member, flood
            """)
    List<Edge> inside(UUID[] floods);

    @Override
    @SqlQuery(EDGES + "where s.flood_id = any (:floods) and f.id is not null order by member, flood")
    List<Edge> nestedEver(UUID[] floods);

    @Override
    default List<Up> upwards(UUID[] members, UUID flood) {
        return RowsToRead.read(
                getHandle().getConnection(),
                UPWARDS,
                row -> new Up(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                members,
                new UUID[] {flood},
                members);
    }

    @Override
    @SqlQuery("""
            select m.pool_id from membership m join (
                select max(left_at) as at from flood_pool where flood_id = :flood) e
                on m.joined_at <= e.at and (m.left_at is null or m.left_at >= e.at)
            where m.person_id = :person
            """)
    List<UUID> poolsAtEnd(UUID flood, UUID person);

    @Override
    @SqlQuery("""
            select distinct s.flood_id as flood, s.pool_id as member from flood_pool s join (
                select max(left_at) as at from flood_pool where flood_id = :flood) e
                on s.joined_at <= e.at and (s.left_at is null or s.left_at >= e.at)
            where s.pool_id = any (:members)
            """)
    List<Up> upwardsAtEnd(UUID[] members, UUID flood);

    @Override
    @SqlQuery(EDGES + "where s.pool_id = any (:members) and s.left_at is null order by flood, member")
    List<Edge> around(UUID[] members);

    @Override
    @SqlQuery("select * from flood where commons order by currency limit 200")
    List<Flood> commons();

    @Override
    @SqlUpdate("""
            update flood_pool set left_at = :leftAt, left_by = :leftBy
            where flood_id = :flood and pool_id = :pool and left_at is null
            """)
    boolean endStay(UUID flood, UUID pool, Instant leftAt, UUID leftBy);
}
