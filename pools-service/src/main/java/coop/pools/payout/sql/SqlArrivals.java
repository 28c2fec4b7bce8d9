package coop.pools.payout.sql;

import coop.pools.kernel.Money;
import coop.pools.treasury.BookedMovements;
import coop.pools.treasury.domain.BookedMovement;
import coop.pools.treasury.domain.BookedMovement.Kind;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What has come to the operator from accounts of Pools' own, as the books have it. */
@RegisterConstructorMapper(SqlArrivals.Row.class)
public interface SqlArrivals extends BookedMovements {
    /** What has come, and what banks have taken back of it, as far as it is booked or made good. */
    String ALL = """
            select movement, amount, currency, at, back from (
                select h.movement, p.amount, p.currency, h.arrived_at as at, false as back
                from hand_over h join payout p on p.id = h.payout_id where h.movement is not null
                union all
                select b.top_up, p.amount, p.currency, min(b.at), false
                from top_up_back b join payout p on p.id = b.payout_id
                where not exists (select 1 from hand_over h where h.movement = b.top_up)
                  and not exists (select 1 from top_up_back g where g.made_good_by = b.top_up)
                group by b.top_up, p.amount, p.currency
                union all
                select b.made_good_by, cast(sum(b.amount) as bigint), p.currency, min(b.at), false
                from top_up_back b join payout p on p.id = b.payout_id where b.made_good_by is not null
                group by b.made_good_by, p.currency
                union all
                select b.movement, case when b.made_good_by is null then -b.booked else -b.amount end, p.currency, b.at, true
                from top_up_back b join payout p on p.id = b.payout_id) arrived
            """;

    /** A payout that has arrived, or was taken back. */
    record Row(String movement, long amount, String currency, Instant at, boolean back) {
        BookedMovement booked() {
            return new BookedMovement(
                    back ? Kind.TOPUP_REVERSAL : Kind.TOPUP,
                    movement,
                    movement,
                    Optional.of(movement),
                    Money.of(amount, currency),
                    Optional.of(Money.of(0, currency)),
                    at,
                    Optional.empty());
        }
    }

    @Override
    default List<BookedMovement> of(Collection<String> subjects) {
        return subjects.isEmpty()
                ? List.of()
                : rows(subjects).stream().map(Row::booked).toList();
    }

    @SqlQuery(ALL + "where movement in (<subjects>)")
    List<Row> rows(@BindList Collection<String> subjects);

    @Override
    @SqlQuery("""
            select movement from (
                select movement from hand_over where arrived_at >= :since
                union
                select movement from top_up_back where at >= :since) arrived
            where movement > :after order by movement limit :limit
            """)
    List<String> subjectsSince(Instant since, String after, int limit);
}
