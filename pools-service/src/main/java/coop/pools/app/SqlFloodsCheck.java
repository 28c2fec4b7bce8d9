package coop.pools.app;

import coop.pools.ledger.BookCheck;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Whether the books of Floods and of their members say the same: what a member's book says that it has in a Flood, handed
 * over or kept for it, is what the Flood's book says is that member's; and what a Flood holds, or is kept for it, is the
 * sum of its Pools'.
 */
final class SqlFloodsCheck implements BookCheck {
    /**
     * Of everybody that was ever asked to join; for the Flood's own book, and for that of the Pool or Flood. A part that
     * is in larger Floods, or promised there, is in an account of its own.
     */
    private static final String SIDES = """
            select min(m.flood_slug || ' of ' || m.slug) from (
                select f.id as flood_id, f.slug as flood_slug, p.id as id, p.slug as slug, p.slug as called
                from flood_invitation i join flood f on f.id = i.flood_id join pool p on p.id = i.pool_id
                where f.id = :book or p.id = :book
                union all
                select f.id, f.slug, n.id, n.slug, 'flood--' || n.slug
                from flood_invitation i join flood f on f.id = i.flood_id join flood n on n.id = i.pool_id
                where f.id = :book or n.id = :book) m
            where coalesce((select a.balance from account a
                    where a.book_id = m.id and a.name = 'assets:floods:' || m.flood_slug), 0)
                <> coalesce((select sum(a.balance) from account a where a.book_id = m.flood_id and (
                    a.name in ('equity:stakes:' || m.called, 'equity:committed:' || m.called)
                    or a.name like 'equity:bucket:%:' || m.called
                    or a.name like 'equity:floods:%:' || m.called
                    or a.name like 'equity:floods-committed:%:' || m.called
                    or a.name like 'equity:kept:%:' || m.called
                    or a.name like 'equity:kept-committed:%:' || m.called)), 0)
                or coalesce((select sum(a.balance) from account a
                    where a.book_id = m.id and a.name in ('assets:held:earmarked:' || m.flood_slug,
                        'assets:earmarked:earmarked:' || m.flood_slug)), 0)
                <> coalesce((select sum(a.balance) from account a where a.book_id = m.flood_id and (
                    a.name in ('equity:earmarks:' || m.called, 'equity:earmarks-committed:' || m.called)
                    or a.name like 'equity:earmarks-bucket:%:' || m.called
                    or a.name like 'equity:earmarks-kept:%:' || m.called
                    or a.name like 'equity:earmarks-kept-committed:%:' || m.called)), 0)
            """;

    /** A Pool's book has no such accounts: both sums are nothing. In the commons nobody has a stake. */
    private static final String TOTALS = """
            select min(book_id) from (
                select cast(a.book_id as varchar) as book_id,
                    sum(case when a.name like 'assets:held:%' or a.name like 'assets:floods:%' then a.balance
                             when a.name like 'equity:%' and a.name not like 'equity:earmarks%' then -a.balance
                             else 0 end) as moved,
                    sum(case when a.name like 'assets:earmarked:%' then a.balance
                             when a.name like 'equity:earmarks%' then -a.balance else 0 end) as kept
                from account a join flood f on f.id = a.book_id and not f.commons
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
                .map(which -> "the books of the Flood " + which + " say different things about that member's money")
                .or(() -> first(TOTALS, book)
                        .map(which -> "what the Flood holds is not the sum of what its members have in it"));
    }

    private Optional<String> first(String sql, UUID book) {
        return jdbi.withHandle(handle ->
                handle.createQuery(sql).bind("book", book).mapTo(String.class).findOne());
    }
}
