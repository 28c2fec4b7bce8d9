package coop.pools.app;

import coop.pools.ledger.BookCheck;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Whether refunds and a book fit together: each stands in the books as its row says, what is in the book has a row, and
 * no more went back than was charged. Sums over all books of a charge: how it is parted among them is not looked at.
 */
final class SqlRefundsCheck implements BookCheck {
    /** A refund that came back may be told after the one that was made in its place. */
    private static final Duration NEWS_TRAVEL = Duration.ofDays(3);

    private static final String UNKNOWN = """
            select min(t.seq) from transfer t
            where t.book_id = :book and t.seq > :after and t.cause_kind like 'refund%'
              and not exists (
                select 1 from card_refund r
                join contribution k on k.payment_id = r.payment_id
                join contribution_share s on s.contribution_id = k.id
                where r.id = t.cause_id and s.pool_id = t.book_id)
            """;

    /** One that came back before it had left, and was never set aside, moves nothing. */
    private static final String OTHERWISE = """
            where (case r.booked when 'refunded' then r.amount else 0 end <> coalesce((
                    select sum(case when d.name = 'income:contributions' then t.amount else 0 end
                        - case when c.name = 'income:contributions' then t.amount else 0 end)
                    from transfer t
                    join account d on d.book_id = t.book_id and d.no = t.debit_no
                    join account c on c.book_id = t.book_id and c.no = t.credit_no
                    where t.cause_id = r.id and t.cause_kind in ('refund', 'refund-failed')), 0)
                or r.booked = 'nothing' and exists (select 1 from transfer t where t.cause_id = r.id)
                or r.booked = 'reserved' and not exists (
                    select 1 from transfer t where t.cause_id = r.id and t.cause_kind = 'refund-reserved'))
            """;

    private static final String OF_POOL = """
            join contribution k on k.payment_id = r.payment_id
            join contribution_share s on s.contribution_id = k.id and s.pool_id = :book
            """;
    private static final String ALL = "select min(cast(r.id as varchar)) from card_refund r " + OF_POOL + OTHERWISE;
    private static final String ADDED = """
            select min(cast(r.id as varchar)) from (
                select distinct cause_id from transfer
                where book_id = :book and seq > :after and cause_kind like 'refund%') added
            join card_refund r on r.id = added.cause_id
            """ + OTHERWISE;
    private static final String TOO_MUCH = """
            select min(cast(k.id as varchar)) from contribution_share s
            join contribution k on k.id = s.contribution_id
            where s.pool_id = :book and k.amount < (
                select coalesce(sum(r.amount), 0) from card_refund r
                where r.payment_id = k.payment_id and r.booked = 'refunded' and r.created_at < :before)
            """;

    private final Jdbi jdbi;
    private final Clock clock;

    SqlRefundsCheck(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Override
    public Optional<String> wrongWith(UUID book, long afterSeq) {
        return unknown(book, afterSeq)
                .map(seq -> "entry " + seq + " is about a refund that does not exist")
                .or(() -> otherwise(book, afterSeq)
                        .map(id -> "refund " + id + " does not stand in the book as its state says"))
                .or(() -> afterSeq > 0
                        ? Optional.empty()
                        : tooMuch(book).map(id -> "of contribution " + id + " more went back than was charged"));
    }

    private Optional<Long> unknown(UUID book, long afterSeq) {
        return jdbi.withHandle(handle -> handle.createQuery(UNKNOWN)
                .bind("book", book)
                .bind("after", afterSeq)
                .mapTo(Long.class)
                .findOne());
    }

    private Optional<String> otherwise(UUID book, long afterSeq) {
        return jdbi.withHandle(handle -> handle.createQuery(afterSeq == 0 ? ALL : ADDED)
                .bind("book", book)
                .bind("after", afterSeq)
                .mapTo(String.class)
                .findOne());
    }

    private Optional<String> tooMuch(UUID book) {
        return jdbi.withHandle(handle -> handle.createQuery(TOO_MUCH)
                .bind("book", book)
                .bind("before", clock.instant().minus(NEWS_TRAVEL))
                .mapTo(String.class)
                .findOne());
    }
}
