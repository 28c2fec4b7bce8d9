package coop.pools.app;

import coop.pools.ledger.BookCheck;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Whether contributions and a book fit together, one to one: what is booked was paid, and what was paid is booked. */
final class SqlContributionsCheck implements BookCheck {
    private static final String BOOKED_OTHERWISE = """
            select min(booked.seq) from (
                select t.cause_id, min(t.seq) as seq, sum(t.amount) as amount
                from transfer t
                join account c on c.book_id = t.book_id and c.no = t.credit_no
                where t.book_id = :book and t.seq > :after and t.cause_kind = 'contribution'
                  and c.name = 'income:contributions'
                group by t.cause_id) booked
            left join (
                select s.contribution_id, sum(s.amount) as amount from contribution_share s
                join contribution k on k.id = s.contribution_id
                where s.pool_id = :book and k.state not in ('pending', 'failed', 'expired')
                group by s.contribution_id) paid on paid.contribution_id = booked.cause_id
            where paid.amount is null or paid.amount <> booked.amount
            """;
    private static final String NOT_BOOKED = """
            select min(cast(k.id as varchar)) from contribution_share s
            join contribution k on k.id = s.contribution_id
            where s.pool_id = :book and k.state not in ('pending', 'failed', 'expired')
              and not exists (
                select 1 from transfer t
                where t.book_id = s.pool_id and t.cause_kind = 'contribution' and t.cause_id = k.id)
            """;

    private final Jdbi jdbi;

    SqlContributionsCheck(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Optional<String> wrongWith(UUID book, long afterSeq) {
        Optional<String> otherwise = jdbi.withHandle(handle -> handle.createQuery(BOOKED_OTHERWISE)
                        .bind("book", book)
                        .bind("after", afterSeq)
                        .mapTo(Long.class)
                        .findOne())
                .map(seq -> "entry " + seq + " books a contribution that was not paid like that");
        return otherwise.or(() -> afterSeq == 0 ? notBooked(book) : Optional.empty());
    }

    private Optional<String> notBooked(UUID book) {
        return jdbi.withHandle(handle -> handle.createQuery(NOT_BOOKED)
                        .bind("book", book)
                        .mapTo(String.class)
                        .findOne())
                .map(id -> "contribution " + id + " was paid and is not booked");
    }
}
