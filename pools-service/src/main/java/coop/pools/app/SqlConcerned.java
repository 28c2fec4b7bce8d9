package coop.pools.app;

import coop.pools.reconciliation.Concerned;
import coop.pools.reconciliation.MovementStore.Sum;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Whose money it is, by the tables of contributions, payouts, books and the operator. */
public final class SqlConcerned implements Concerned {
    private final Jdbi jdbi;

    public SqlConcerned(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A payment, transfer or contribution, and a book. */
    public record Row(String subject, UUID book) {}

    @Override
    public Map<String, Set<UUID>> bySubject(Collection<String> subjects) {
        return books(subjects, """
                select c.payment_id as subject, s.pool_id as book
                from contribution c join contribution_share s on s.contribution_id = c.id
                where c.payment_id in (<wanted>)
                union
                select p.transfer_id, p.body_id from payout p where p.transfer_id in (<wanted>)
                union
                select b.movement, p.body_id from top_up_back b join payout p on p.id = b.payout_id
                where b.movement in (<wanted>)
                union
                select b.movement, f.id from top_up_back b join payout p on p.id = b.payout_id
                join top_up_back_flood i on i.movement = b.movement join flood f on f.id = i.flood_id
                where b.movement in (<wanted>) and exists (select 1 from account a
                    where a.book_id = p.body_id and a.name = 'assets:floods:' || f.slug and a.balance > 0)
                """);
    }

    @Override
    public Map<String, Set<UUID>> byContribution(Collection<UUID> contributions) {
        return books(contributions, """
                select distinct cast(contribution_id as varchar) as subject, pool_id as book
                from contribution_share where contribution_id in (<wanted>)
                """);
    }

    private Map<String, Set<UUID>> books(Collection<?> wanted, String sql) {
        Map<String, Set<UUID>> books = new HashMap<>();
        if (!wanted.isEmpty()) {
            jdbi.useHandle(handle -> handle.createQuery(sql)
                    .bindList("wanted", List.copyOf(wanted))
                    .registerRowMapper(ConstructorMapper.factory(Row.class))
                    .mapTo(Row.class)
                    .forEach(row -> books.computeIfAbsent(row.subject(), unused -> new HashSet<>())
                            .add(row.book())));
        }
        return books;
    }

    @Override
    public List<UUID> booksHeld(Currency currency, UUID after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select b.id from book b
                        where b.currency = :currency and b.id > :after
                            and exists (select 1 from account a
                                where a.book_id = b.id and a.name like 'assets:held:%' and a.balance > 0)
                            and not exists (select 1 from operator o where o.id = b.id)
                        order by b.id limit :limit
                        """)
                .bind("currency", currency.getCurrencyCode())
                .bind("after", after)
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list());
    }

    @Override
    public Currency currencyOf(UUID book) {
        String code = jdbi.withHandle(handle -> handle.createQuery("select currency from book where id = :book")
                .bind("book", book)
                .mapTo(String.class)
                .one());
        return Currency.getInstance(code);
    }

    @Override
    public List<Sum> operators() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select b.currency, sum(a.balance) as amount_minor
                        from operator o join book b on b.id = o.id join account a on a.book_id = b.id
                        where a.name like 'assets:held:%'
                        group by b.currency
                        """)
                .registerRowMapper(ConstructorMapper.factory(Sum.class))
                .mapTo(Sum.class)
                .list());
    }
}
