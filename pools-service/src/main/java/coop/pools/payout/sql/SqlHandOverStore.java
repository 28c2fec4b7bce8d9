package coop.pools.payout.sql;

import coop.pools.payout.HandOverStore;
import coop.pools.payout.domain.Coming;
import coop.pools.payout.domain.HandOver;
import coop.pools.payout.domain.TakenBack;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What is handed over, the same SQL on both databases. */
@RegisterConstructorMapper(HandOver.class)
@RegisterConstructorMapper(Coming.class)
@RegisterConstructorMapper(HandOverStore.Listed.class)
@RegisterConstructorMapper(TakenBack.class)
public interface SqlHandOverStore extends HandOverStore {
    String SELECT = "select payout_id as payout, flood_id as flood, flood_slug, arrived_at from hand_over ";

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
               or exists (select 1 from top_up_back b
                   where b.payout_id = h.payout_id and b.made_good_by is null and not b.gone)
            order by p.created_at desc, p.id desc limit 1
            """)
    Optional<Instant> newestAwaited();

    @Override
    @SqlQuery("""
            select h.payout_id as payout, p.body_id as pool, o.name as pool_name, p.currency, p.state = 'paid' as sent,
                   case when h.arrived_at is null then p.amount else b.booked end as amount_minor
            from hand_over h join payout p on p.id = h.payout_id join pool o on o.id = p.body_id
            left join (select payout_id, cast(sum(booked) as bigint) as booked from top_up_back
                where made_good_by is null and not gone group by payout_id) b on b.payout_id = h.payout_id
            where h.flood_id = :flood and (h.arrived_at is null and p.state in ('reserved', 'sent', 'paid')
                or p.state = 'paid' and b.booked > 0)
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
    @SqlQuery("""
            select movement, top_up, payout_id as payout, amount as amount_minor, booked as booked_minor, made_good_by, gone
            from top_up_back where payout_id = :payout order by at, movement
            """)
    List<TakenBack> backs(UUID payout);

    @Override
    @SqlQuery("select at from top_up_back where payout_id = :payout order by at desc, movement limit 1")
    Optional<Instant> takenBackAt(UUID payout);

    @Override
    @SqlUpdate("""
            insert into top_up_back (movement, top_up, payout_id, amount, booked, at)
            values (:movement, :topUp, :payout, :amountMinor, 0, :at) on conflict do nothing
            """)
    int insertBack(@BindMethods TakenBack back, Instant at);

    @Override
    @SqlUpdate("""
            insert into top_up_back_flood (movement, flood_id) values (:movement, :flood) on conflict do nothing
            """)
    void lookedIn(String movement, UUID flood);

    @Override
    @SqlUpdate("update top_up_back set booked = :bookedMinor where movement = :movement")
    void booked(String movement, long bookedMinor);

    @Override
    @SqlUpdate("update top_up_back set made_good_by = :topUp where movement = :movement")
    void madeGood(String movement, String topUp);

    @Override
    default void goneAgain(UUID payout) {
        notArrived(payout);
        backsAreOver(payout);
    }

    @SqlUpdate("update hand_over set arrived_at = null, movement = null where payout_id = :payout")
    void notArrived(UUID payout);

    @SqlUpdate("update top_up_back set gone = true where payout_id = :payout and made_good_by is null and not gone")
    void backsAreOver(UUID payout);

    @Override
    @SqlUpdate("""
            update hand_over set arrived_at = :at, movement = :movement where payout_id = :payout and arrived_at is null
            """)
    int arrived(UUID payout, Instant at, String movement);
}
