package coop.pools.app;

import coop.pools.ledger.BookCheck;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Whether the books of Floods and of their Pools say the same: what a Pool's book says that it has in a Flood, handed
 * over or kept for it, is what the Flood's book says is that Pool's; and what a Flood holds, or is kept for it, is the
 * sum of its Pools'.
 */
final class SqlFloodsCheck implements BookCheck {
    /** Of every Pool that was ever asked to join; for the Flood's own book, and for the Pool's. */
    private static final String SIDES = """
            select min(f.slug || ' of ' || p.slug) from flood_invitation i
            join flood f on f.id = i.flood_id
            join pool p on p.id = i.pool_id
            where (f.id = :book or p.id = :book) and (
                coalesce((select a.balance from account a
                    where a.book_id = p.id and a.name = 'assets:floods:' || f.slug), 0)
                <> coalesce((select sum(a.balance) from account a where a.book_id = f.id and (
                    a.name in ('equity:stakes:' || p.slug, 'equity:committed:' || p.slug)
                    or a.name like 'equity:bucket:%:' || p.slug)), 0)
                or coalesce((select a.balance from account a
                    where a.book_id = p.id and a.name = 'assets:held:earmarked:' || f.slug), 0)
                <> coalesce((select sum(a.balance) from account a where a.book_id = f.id and (
                    a.name in ('equity:earmarks:' || p.slug, 'equity:earmarks-committed:' || p.slug)
                    or a.name like 'equity:earmarks-bucket:%:' || p.slug)), 0))
            """;

    /** A Pool's book has no such accounts: both sums are nothing. */
    private static final String TOTALS = """
            select min(book_id) from (
                select cast(a.book_id as varchar) as book_id,
                    sum(case when a.name like 'assets:held:%' then a.balance
                             when a.name like 'equity:%' and a.name not like 'equity:earmarks%' then -a.balance
                             else 0 end) as moved,
                    sum(case when a.name like 'assets:earmarked:%' then a.balance
                             when a.name like 'equity:earmarks%' then -a.balance else 0 end) as kept
                from account a join flood f on f.id = a.book_id
                where a.book_id = :book and (a.name like 'assets:%' or a.name like 'equity:%')
                group by a.book_id) sums
            where moved <> 0 or kept <> 0
            """;

    private final Jdbi jdbi;

    SqlFloodsCheck(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Optional<String> wrongWith(UUID book, long afterSeq) {
        return first(SIDES, book)
                .map(which -> "the books of the Flood " + which + " say different things about that Pool's money")
                .or(() -> first(TOTALS, book)
                        .map(which -> "what the Flood holds is not the sum of what its Pools have in it"));
    }

    private Optional<String> first(String sql, UUID book) {
        return jdbi.withHandle(handle ->
                handle.createQuery(sql).bind("book", book).mapTo(String.class).findOne());
    }
}
