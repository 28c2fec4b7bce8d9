package coop.pools.app;

import coop.pools.ledger.BookCheck;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Whether payouts and a book fit together: each payout stands in the book as its state says, what is in the book has a
 * payout, and exactly the open payouts are set aside.
 */
final class SqlPayoutsCheck implements BookCheck {
    private static final String WITHOUT_PAYOUT = """
            select min(t.seq) from transfer t
            where t.book_id = :book and t.seq > :after and t.cause_kind like 'payout-%'
              and not exists (select 1 from payout p where p.id = t.cause_id)
            """;

    /** One transfer with leg 0 for each cause. A Flood's payout also stands in its Pools' books; its own book counts. */
    private static final String COUNTED = """
            select p.id, p.state,
                   (select count(*) from transfer t where t.book_id = p.body_id and t.cause_kind = 'payout-reserved'
                       and t.cause_id = p.id and t.leg = 0) as reserved,
                   (select count(*) from transfer t where t.book_id = p.body_id and t.cause_kind = 'payout-paid'
                       and t.cause_id = p.id and t.leg = 0) as paid,
                   (select count(*) from transfer t where t.book_id = p.body_id and t.cause_kind = 'payout-released'
                       and t.cause_id = p.id and t.leg = 0) as released,
                   p.came_back,
                   case when p.body_kind = 'flood' then p.came_back else coalesce((
                       select sum(t.amount) from transfer t where t.book_id = p.body_id
                           and t.cause_kind like 'payout-reversed%' and t.cause_id = p.id), 0) end as back
            from payout p
            where p.body_id = :book
              and (:after = 0 or p.state in ('reserved', 'sent') or exists (
                  select 1 from transfer t where t.book_id = p.body_id and t.seq > :after and t.cause_id = p.id))
            """;

    private static final String UNLIKE_ITS_STATE = "select min(cast(id as varchar)) from (" + COUNTED + """
            ) counted where reserved <> 1
                or paid <> case when state in ('paid', 'reversed') then 1 else 0 end
                or back <> came_back
                or released <> case when state = 'failed' then 1 else 0 end
            """;
    private static final String SET_ASIDE = """
            select coalesce(sum(case when d.name in ('assets:held:reserved', 'assets:earmarked:reserved', 'assets:coming-home')
                                     then t.amount else -t.amount end), 0)
            from transfer t
            join account d on d.book_id = t.book_id and d.no = t.debit_no
            join account c on c.book_id = t.book_id and c.no = t.credit_no
            where t.book_id = :book and t.cause_kind like 'payout-%'
              and (d.name in ('assets:held:reserved', 'assets:earmarked:reserved', 'assets:coming-home')
                   or c.name in ('assets:held:reserved', 'assets:earmarked:reserved', 'assets:coming-home'))
            """;
    private static final String OPEN = """
            select coalesce(sum(amount), 0) from payout where body_id = :book and state in ('reserved', 'sent')
            """;

    private final Jdbi jdbi;

    SqlPayoutsCheck(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Optional<String> wrongWith(UUID book, long afterSeq) {
        return first(WITHOUT_PAYOUT, book, afterSeq, Long.class)
                .map(seq -> "entry " + seq + " is about a payout that does not exist")
                .or(() -> first(UNLIKE_ITS_STATE, book, afterSeq, String.class)
                        .map(id -> "payout " + id + " does not stand in the book as its state says"))
                .or(() -> afterSeq == 0 ? setAside(book) : Optional.empty());
    }

    private Optional<String> setAside(UUID book) {
        long inBook = first(SET_ASIDE, book, 0, Long.class).orElse(0L);
        long open = first(OPEN, book, 0, Long.class).orElse(0L);
        return inBook == open
                ? Optional.empty()
                : Optional.of("set aside for payouts are " + inBook + " where open payouts come to " + open);
    }

    private <T> Optional<T> first(String sql, UUID book, long afterSeq, Class<T> type) {
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("book", book)
                .bind("after", afterSeq)
                .mapTo(type)
                .findOne());
    }
}
