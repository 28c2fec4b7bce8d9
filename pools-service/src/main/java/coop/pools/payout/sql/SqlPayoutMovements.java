package coop.pools.payout.sql;

import coop.pools.kernel.Money;
import coop.pools.treasury.BookedMovements;
import coop.pools.treasury.domain.BookedMovement;
import coop.pools.treasury.domain.BookedMovement.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What payouts have moved, as the books have it: transfers to payees and their reversals. */
@RegisterConstructorMapper(SqlPayoutMovements.Row.class)
public interface SqlPayoutMovements extends BookedMovements {
    /** A payout can be ordered so long before it is paid, and be reversed so long after. */
    Duration LONGEST_MATTER = Duration.ofDays(60);

    /** A payout whose transfer is known. */
    record Row(
            String transferId,
            long amount,
            long cameBack,
            String currency,
            String state,
            Instant endedAt,
            String accountId,
            boolean home) {}

    @Override
    default List<BookedMovement> of(Collection<String> subjects) {
        return subjects.isEmpty()
                ? List.of()
                : rows(subjects).stream().flatMap(SqlPayoutMovements::movements).toList();
    }

    private static Stream<BookedMovement> movements(Row row) {
        Money amount = Money.of(row.amount(), row.currency());
        BookedMovement sent = movement(row, Kind.TRANSFER, amount.negated());
        Money back = row.state().equals("reversed") ? amount : Money.of(row.cameBack(), row.currency());
        Stream<BookedMovement> here =
                back.isPositive() ? Stream.of(sent, movement(row, Kind.TRANSFER_REVERSAL, back)) : Stream.of(sent);
        return row.home() ? Stream.concat(here, atHome(row, amount, back)) : here;
    }

    /** A Pool's own account lists what comes from the platform as a payment, and what is taken back as its refund. */
    private static Stream<BookedMovement> atHome(Row row, Money amount, Money back) {
        Optional<String> home = Optional.of(row.accountId());
        BookedMovement came = movement(row, Kind.CHARGE, amount, home);
        return back.isPositive() ? Stream.of(came, movement(row, Kind.REFUND, back.negated(), home)) : Stream.of(came);
    }

    private static BookedMovement movement(Row row, Kind kind, Money amount) {
        return movement(row, kind, amount, Optional.empty());
    }

    private static BookedMovement movement(Row row, Kind kind, Money amount, Optional<String> account) {
        return new BookedMovement(
                kind,
                row.transferId(),
                row.transferId(),
                Optional.empty(),
                amount,
                Optional.of(Money.zero(amount.currency())),
                row.endedAt(),
                account);
    }

    @SqlQuery("""
            select transfer_id, amount, came_back, currency, state, ended_at, account_id, home from payout
            where transfer_id in (<subjects>) and state in ('paid', 'reversed') and ended_at is not null
            """)
    List<Row> rows(@BindList Collection<String> subjects);

    @Override
    default List<String> subjectsSince(Instant since, String after, int limit) {
        return transfersSince(since.minus(LONGEST_MATTER), since, after, limit);
    }

    @SqlQuery("""
            select transfer_id from payout
            where created_at >= :orderedSince and ended_at >= :since and transfer_id > :after
            order by transfer_id limit :limit
            """)
    List<String> transfersSince(Instant orderedSince, Instant since, String after, int limit);
}
