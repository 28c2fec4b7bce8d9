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
    /** A payout that has arrived. */
    record Row(String movement, long amount, String currency, Instant arrivedAt) {
        BookedMovement booked() {
            return new BookedMovement(
                    Kind.TOPUP,
                    movement,
                    movement,
                    Optional.of(movement),
                    Money.of(amount, currency),
                    Optional.of(Money.of(0, currency)),
                    arrivedAt,
                    Optional.empty());
        }
    }

    @Override
    default List<BookedMovement> of(Collection<String> subjects) {
        return subjects.isEmpty()
                ? List.of()
                : rows(subjects).stream().map(Row::booked).toList();
    }

    @SqlQuery("""
            select h.movement, p.amount, p.currency, h.arrived_at
            from hand_over h join payout p on p.id = h.payout_id where h.movement in (<subjects>)
            """)
    List<Row> rows(@BindList Collection<String> subjects);

    @Override
    @SqlQuery("""
            select movement from hand_over where arrived_at >= :since and movement > :after
            order by movement limit :limit
            """)
    List<String> subjectsSince(Instant since, String after, int limit);
}
