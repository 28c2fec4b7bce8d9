package coop.pools.flood.sql;

import coop.pools.flood.PledgeStore;
import coop.pools.flood.domain.Pledge;
import coop.pools.kernel.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The tables of pledges, the same SQL on both databases. */
@RegisterRowMapper(PledgeMapper.class)
@RegisterRowMapper(TakenMapper.class)
public interface SqlPledgeStore extends PledgeStore {
    @Override
    default int insert(Pledge pledge) {
        return insert(
                pledge,
                pledge.amount().minorUnits(),
                pledge.most().map(Money::minorUnits).orElse(null),
                pledge.amount().currency().getCurrencyCode(),
                pledge.nextMonth().toString(),
                pledge.dueAt().orElse(null));
    }

    /** Of the pledge itself, with what a column does not take as it is. */
    @SqlUpdate("""
            insert into pledge (id, flood_id, pool_id, amount, basis_points, most, currency, taken, since, next_month,
                                due_at)
            values (:p.id, :p.flood, :p.pool, :amount, :p.basisPoints, cast(:most as bigint), :currency, 0, :p.since,
                    :nextMonth, cast(:dueAt as timestamp with time zone))
            on conflict do nothing
            """)
    int insert(
            @BindMethods("p") Pledge pledge, long amount, Long most, String currency, String nextMonth, Instant dueAt);

    @Override
    @SqlQuery("select * from pledge where id = :id")
    Optional<Pledge> find(UUID id);

    @Override
    @SqlQuery("select * from pledge where id = :id for update")
    Optional<Pledge> lock(UUID id);

    @Override
    default void save(Pledge pledge) {
        save(
                pledge.id(),
                pledge.taken().minorUnits(),
                pledge.nextMonth().toString(),
                pledge.dueAt().orElse(null),
                pledge.endedAt().orElse(null));
    }

    /** What of a pledge can change. */
    @SqlUpdate("""
            update pledge set taken = :taken, next_month = :nextMonth,
                due_at = cast(:dueAt as timestamp with time zone), ended_at = cast(:endedAt as timestamp with time zone)
            where id = :id
            """)
    void save(UUID id, long taken, String nextMonth, Instant dueAt, Instant endedAt);

    @Override
    @SqlUpdate("""
            update pledge set due_at = null, ended_at = :at
            where flood_id = :flood and pool_id = :pool and ended_at is null
            """)
    void endAll(UUID flood, UUID pool, Instant at);

    @Override
    @SqlQuery("select id from pledge where due_at <= :now order by due_at, id limit :limit")
    List<UUID> due(Instant now, int limit);

    @Override
    @SqlQuery("select * from pledge where pool_id = :pool order by since, id limit 200")
    List<Pledge> ofPool(UUID pool);

    @Override
    @SqlQuery("select * from pledge where flood_id = :flood order by since, id limit 500")
    List<Pledge> ofFlood(UUID flood);

    @Override
    @SqlUpdate("""
            insert into pledge_month (pledge_id, in_month, came_in, share, taken, taken_at, too_small)
            values (:pledge, :inMonth, :cameIn, :share, :taken, :takenAt, :tooSmall) on conflict do nothing
            """)
    int insertMonth(@BindMethods Taken taken);

    @Override
    @SqlQuery("""
            select m.*, o.state, h.arrived_at
            from pledge_month m left join payout o on o.id = m.payout_id left join hand_over h on h.payout_id = m.payout_id
            where m.pledge_id = :pledge order by m.in_month desc limit 120
            """)
    List<Taken> months(UUID pledge);

    @Override
    @SqlUpdate("update pledge_month set payout_id = :payout where pledge_id = :pledge and in_month = :inMonth")
    void handedOver(UUID pledge, String inMonth, UUID payout);

    @Override
    @SqlQuery("""
            select coalesce(sum(m.taken), 0)
            from pledge_month m join pledge p on p.id = m.pledge_id left join payout o on o.id = m.payout_id
            where p.flood_id = :flood and p.pool_id = :pool and m.taken_at >= :since
              and (o.id is null or o.state not in ('failed', 'reversed'))
            """)
    long takenSince(UUID flood, UUID pool, Instant since);
}
