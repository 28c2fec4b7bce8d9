package coop.pools.payout.sql;

import coop.pools.payout.HandOverStore;
import coop.pools.payout.domain.Coming;
import coop.pools.payout.domain.HandOver;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What is handed over, the same SQL on both databases. */
@RegisterConstructorMapper(HandOver.class)
@RegisterConstructorMapper(Coming.class)
@RegisterConstructorMapper(HandOverStore.Listed.class)
@RegisterConstructorMapper(HandOverStore.Back.class)
public interface SqlHandOverStore extends HandOverStore {
    String SELECT = "select payout_id as payout, flood_id as flood, flood_slug, arrived_at from hand_over ";
    String BACK = """
            select b.movement, b.payout_id as payout, b.booked as booked_minor, b.made_good_by from hand_over_back b
            """;

    @Override
    @SqlUpdate("""
            insert into hand_over (payout_id, flood_id, flood_slug) values (:payout, :flood, :floodSlug)
            on conflict do nothing
            """)
    int insert(UUID payout, UUID flood, String floodSlug);

    @Override
    @SqlQuery(SELECT + "where payout_id = :payout")
    Optional<HandOver> find(UUID payout);

    @Override
    @SqlQuery("""
            select p.created_at from hand_over h join payout p on p.id = h.payout_id
            where h.arrived_at is null and p.state in ('sent', 'paid')
            order by p.created_at desc, p.id desc limit 1
            """)
    Optional<Instant> newestAwaited();

    @Override
    @SqlQuery("""
            select h.payout_id as payout, p.body_id as pool, o.name as pool_name, p.amount as amount_minor, p.currency,
                   p.state = 'paid' as sent
            from hand_over h join payout p on p.id = h.payout_id join pool o on o.id = p.body_id
            where h.flood_id = :flood and h.arrived_at is null and p.state in ('reserved', 'sent', 'paid')
            order by p.created_at, p.id limit 20
            """)
    List<Coming> coming(UUID flood);

    @Override
    @SqlQuery("""
            select b.amount as amount_minor, b.currency
            from top_up t join balance_transaction b on b.account = '' and b.id = t.movement
            where t.reference = :payout and t.state = 'other' order by b.created_at, b.id limit 20
            """)
    List<Listed> others(UUID payout);

    @Override
    @SqlQuery(BACK + "where b.movement = :movement")
    Optional<Back> back(String movement);

    @Override
    @SqlQuery(BACK + """
            join payout p on p.id = b.payout_id
            where b.payout_id = :payout and b.made_good_by is null and b.booked < p.amount
            """)
    Optional<Back> openBack(UUID payout);

    @Override
    @SqlQuery("select at from hand_over_back where payout_id = :payout order by at desc, movement limit 1")
    Optional<Instant> takenBackAt(UUID payout);

    @Override
    @SqlQuery("""
            select count(*) from hand_over_back b join payout p on p.id = b.payout_id
            where b.payout_id = :payout and (b.made_good_by is not null or b.booked = p.amount)
            """)
    int timesTakenBack(UUID payout);

    @Override
    @SqlUpdate("""
            insert into hand_over_back (movement, top_up, payout_id, booked, at)
            values (:movement, :topUp, :payout, 0, :at) on conflict do nothing
            """)
    int insertBack(String movement, String topUp, UUID payout, Instant at);

    @Override
    @SqlUpdate("update hand_over_back set booked = :bookedMinor where movement = :movement")
    void booked(String movement, long bookedMinor);

    @Override
    @SqlUpdate("update hand_over_back set made_good_by = :topUp where movement = :movement")
    void madeGood(String movement, String topUp);

    @Override
    @SqlUpdate("update hand_over set arrived_at = null, movement = null where payout_id = :payout")
    void goneAgain(UUID payout);

    @Override
    @SqlUpdate("""
            update hand_over set arrived_at = :at, movement = :movement where payout_id = :payout and arrived_at is null
            """)
    int arrived(UUID payout, Instant at, String movement);
}
