package coop.pools.payout.sql;

import coop.pools.payout.HomeStore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What is to go home, the same SQL on both databases. */
@RegisterConstructorMapper(HomeStore.Home.class)
public interface SqlHomeStore extends HomeStore {
    @Override
    @SqlQuery("""
            select c.pool_id as pool, p.name, c.account_id as account, m.person_id as founder, c.state = 'closing' as closing
            from pool_custody c
            join pool p on p.id = c.pool_id
            join membership m on m.pool_id = c.pool_id and m.number = 1
            join account a on a.book_id = c.pool_id and a.name = 'assets:receivable:operator'
            where c.account_id is not null
              and (c.state = 'active' or c.state = 'closing' and exists (select 1 from account l
                    where l.book_id = c.pool_id and l.name = 'liabilities:shortfall' and l.balance > 0))
              and a.balance > coalesce((select o.balance from account o
                    where o.book_id = c.pool_id and o.name = 'liabilities:operator'), 0)
              and not exists (select 1 from payout w where w.body_id = c.pool_id and w.home
                    and (w.state in ('reserved', 'sent')
                        or w.state in ('failed', 'reversed') and w.ended_at > :triedSince
                        or w.state = 'paid' and w.came_back > 0 and exists (select 1 from transfer t
                            where t.book_id = w.body_id and t.cause_id = w.id and t.cause_kind like 'payout-reversed%'
                              and t.booked_at > :triedSince)))
              and (c.home_next_at is null or c.home_next_at <= :now)
            order by c.home_next_at nulls first, c.pool_id limit :limit
            """)
    List<Home> waiting(Instant now, Instant triedSince, int limit);

    @Override
    @SqlUpdate("update pool_custody set home_next_at = :next where pool_id = :pool")
    void lookAgain(UUID pool, Instant next);
}
