package coop.pools.exit.sql;

import coop.pools.exit.ExitStore;
import coop.pools.exit.domain.CapitalAccount.Lot;
import coop.pools.exit.domain.CapitalAccount.Turn;
import coop.pools.exit.domain.ExitClaim;
import coop.pools.kernel.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Claims and shares, the same SQL on both databases. */
@RegisterConstructorMapper(SqlExitStore.Row.class)
@RegisterConstructorMapper(Lot.class)
@RegisterConstructorMapper(Turn.class)
@RegisterConstructorMapper(ExitStore.PartedLot.class)
@RegisterConstructorMapper(ExitStore.Gifts.class)
public interface SqlExitStore extends ExitStore {
    String CLAIM = """
            select id, pool_id, person_id, number, reason, given, amount - lowered as amount, lowered, currency,
                asked_at, settled_at
            from exit_claim
            """;

    /** What a share has put in and not taken back; before it has arrived, what is expected. */
    String NET = """
            case when s.released then s.in_bucket + s.in_free
                 when exists (select 1 from card_refund r where r.payment_id = c.payment_id)
                   or exists (select 1 from card_dispute d where d.payment_id = c.payment_id) then 0
                 else s.amount - coalesce(c.fee, 0) * s.amount / c.amount end
            """;

    String GIFTS = " from contribution_share s join contribution c on c.id = s.contribution_id"
            + " where s.pool_id = :pool and c.paid_at is not null ";

    /** A claim's columns. */
    record Row(
            UUID id,
            UUID poolId,
            UUID personId,
            int number,
            String reason,
            long given,
            long amount,
            long lowered,
            String currency,
            Instant askedAt,
            Optional<Instant> settledAt) {
        ExitClaim claim() {
            return new ExitClaim(
                    id,
                    poolId,
                    personId,
                    number,
                    reason,
                    Money.of(given, currency),
                    Money.of(amount, currency),
                    Money.of(lowered, currency),
                    askedAt,
                    settledAt);
        }
    }

    @Override
    @SqlQuery("""
            with flow as (
                select c.paid_at as at, 0 as kind, greatest(0, """ + NET + """
            ) as amount, c.id as id
            """ + GIFTS + """
                union all
                select c.paid_at, 1, 0 - least(0, """ + NET + """
            ), c.id
            """ + GIFTS + """
             and s.in_bucket + s.in_free < 0
                union all
                select p.created_at, 1, p.amount - p.came_back, p.id from payout p
                where p.body_id = :pool and p.exit_id is null and p.state <> 'failed'
                  and not p.home and not exists (select 1 from hand_over h where h.payout_id = p.id)
                union all
                select t.booked_at, 1, t.amount, t.cause_id from account a
                join transfer t on t.book_id = a.book_id and t.debit_no = a.no
                where a.book_id = :pool and a.name like 'expenses:floods:%'
                union all
                select e.asked_at, 2, e.amount - e.lowered, e.id from exit_claim e where e.pool_id = :pool
            ), run as (
                select at, kind, amount, id, sum(case when kind = 0 then amount else 0 end)
                    over (order by at, kind, id rows between unbounded preceding and current row) as given
                from flow
            )
            select case when kind = 1 then 'LOSS' else 'EXIT' end as kind, at, amount as amount_minor,
                cast(given as bigint) as given_minor, id as cause
            from run where kind <> 0 order by run.at, run.kind, run.id
            """)
    List<Turn> turns(UUID pool);

    @Override
    @SqlQuery("select cast(coalesce(sum(greatest(0, " + NET + ")), 0) as bigint)" + GIFTS)
    long given(UUID pool);

    @Override
    default List<Lot> lots(UUID pool, UUID person, Instant since) {
        return allLots(pool, person, since).stream()
                .filter(lot -> lot.amountMinor() > 0)
                .toList();
    }

    @Override
    @SqlQuery("select e.id as claim, c.paid_at as at, " + NET + """
             as amount_minor from exit_claim e
            join membership m on m.pool_id = e.pool_id and m.number = e.number
            join contribution c on c.person_id = e.person_id and c.paid_at >= m.joined_at and c.paid_at <= e.asked_at
            join contribution_share s on s.contribution_id = c.id and s.pool_id = e.pool_id
            where e.pool_id = :pool order by e.id, c.paid_at, c.id
            """)
    List<PartedLot> partedLots(UUID pool);

    @Override
    @SqlQuery("select e.amount as amount_minor, e.given as given_minor, e.lowered as lowered_minor,"
            + " cast(sum(greatest(0, " + NET + """
            )) as bigint) as present_minor,
                sum(case when exists (select 1 from card_refund r where r.payment_id = c.payment_id)
                    or exists (select 1 from card_dispute d where d.payment_id = c.payment_id) then 1 else 0 end) > 0
                    as touched,
                sum(case when exists (select 1 from card_refund r where r.payment_id = c.payment_id
                        and r.state in ('reserved', 'pending'))
                    or exists (select 1 from card_dispute d where d.payment_id = c.payment_id
                        and d.state in ('warning', 'open')) then 1 else 0 end) > 0
                    as undecided
            from exit_claim e
            join membership m on m.pool_id = e.pool_id and m.number = e.number
            join contribution c on c.person_id = e.person_id and c.paid_at >= m.joined_at and c.paid_at <= e.asked_at
            join contribution_share s on s.contribution_id = c.id and s.pool_id = e.pool_id
            where e.id = :claim group by e.amount, e.given, e.lowered
            """)
    Optional<Gifts> gifts(UUID claim);

    @Override
    @SqlUpdate("update exit_claim set lowered = :lowered where id = :claim and settled_at is null")
    void lower(UUID claim, long lowered);

    @SqlQuery("select c.paid_at as at, " + NET + " as amount_minor" + GIFTS
            + " and c.person_id = :person and c.paid_at >= :since order by c.paid_at, c.id")
    List<Lot> allLots(UUID pool, UUID person, Instant since);

    @Override
    default int insert(ExitClaim claim) {
        return insertRow(
                claim.id(),
                claim.pool(),
                claim.person(),
                claim.number(),
                claim.reason(),
                claim.given().minorUnits(),
                claim.amount().minorUnits(),
                claim.amount().currency().getCurrencyCode(),
                claim.askedAt());
    }

    @SqlUpdate("""
            insert into exit_claim (id, pool_id, person_id, number, reason, given, amount, currency, asked_at, next_try_at)
            values (:id, :pool, :person, :number, :reason, :given, :amount, :currency, :at, :at)
            on conflict do nothing
            """)
    int insertRow(
            UUID id,
            UUID pool,
            UUID person,
            int number,
            String reason,
            long given,
            long amount,
            String currency,
            Instant at);

    @Override
    default List<ExitClaim> lockOpen(UUID pool) {
        return claims(lockOpenRows(pool));
    }

    @SqlQuery(CLAIM + "where pool_id = :pool and settled_at is null order by asked_at, number for update")
    List<Row> lockOpenRows(UUID pool);

    @Override
    @SqlQuery("""
            select pool_id from exit_claim where next_try_at <= :now
            group by pool_id order by min(next_try_at), pool_id limit :limit
            """)
    List<UUID> due(Instant now, int limit);

    @Override
    @SqlUpdate("update exit_claim set next_try_at = :at where pool_id = :pool and settled_at is null")
    void again(UUID pool, Instant at);

    @Override
    @SqlUpdate("update exit_claim set settled_at = :at, next_try_at = null where id = :claim and settled_at is null")
    void settle(UUID claim, Instant at);

    @Override
    @SqlQuery("""
            select cast(coalesce(sum(e.amount - e.lowered - (select coalesce(sum(p.amount - p.came_back), 0) from payout p
                where p.exit_id = e.id and p.state <> 'failed')), 0) as bigint)
            from exit_claim e where e.pool_id = :pool and e.settled_at is null
            """)
    long owed(UUID pool);

    @Override
    @SqlQuery("""
            select cast(coalesce(sum(amount - came_back), 0) as bigint) from payout
            where body_id = :pool and exit_id is not null and state <> 'failed' and created_at > :since
            """)
    long paidSince(UUID pool, Instant since);

    @Override
    @SqlQuery("""
            select count(*) > 0 from exit_claim where person_id = :person and pool_id = :pool and asked_at >= :since
            """)
    boolean hasParted(UUID pool, UUID person, Instant since);

    @Override
    default Optional<ExitClaim> find(UUID claim) {
        return findRow(claim).map(Row::claim);
    }

    @SqlQuery(CLAIM + "where id = :claim")
    Optional<Row> findRow(UUID claim);

    @Override
    default List<ExitClaim> ofPool(UUID pool, int limit) {
        return claims(poolRows(pool, limit));
    }

    @SqlQuery(CLAIM + "where pool_id = :pool order by asked_at desc, number desc limit :limit")
    List<Row> poolRows(UUID pool, int limit);

    @Override
    default List<ExitClaim> ofPerson(UUID person, int limit) {
        return claims(personRows(person, limit));
    }

    @SqlQuery(CLAIM + "where person_id = :person order by asked_at desc, id limit :limit")
    List<Row> personRows(UUID person, int limit);

    private static List<ExitClaim> claims(List<Row> rows) {
        return rows.stream().map(Row::claim).toList();
    }
}
